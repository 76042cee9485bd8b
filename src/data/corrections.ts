import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Correction, correctionsSchema } from '../schemas/corrections.ts';
import { archive } from './archive.ts';
import { blockWords } from './block-words.ts';

let loaded: readonly Correction[] | undefined;

/** The corrections of document `id`: those whose quote stands in its text. */
export function correctionsOf(id: string): readonly Correction[] {
  loaded ??= placed(readCorrections(join(resolve(process.env.SEEDS || 'seeds'), 'corrections.yml')));
  const record = archive().byId.get(id);
  return loaded.filter(({ seed, quote }) => seed === record?.seed.path && blockWords(id).all.includes(quote));
}

/** Throws where a quote stands nowhere: a correction that nobody sees is none. */
function placed(corrections: readonly Correction[]): readonly Correction[] {
  for (const { seed, quote } of corrections) {
    const documents = archive().records.filter((record) => record.seed.path === seed);
    if (!documents.some(({ id }) => blockWords(id).all.includes(quote)))
      throw new Error(`corrections.yml: “${quote}” stands in no document of ${seed}; quote it as the page shows it, inside one paragraph`);
  }
  return corrections;
}

/** Reads corrections.yml; none where there is no such file. */
export function readCorrections(path: string): Correction[] {
  if (!existsSync(path)) return [];
  const parsed = correctionsSchema.safeParse(parse(readFileSync(path, 'utf8')) ?? []);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}; the fields are described in src/schemas/corrections.ts`);
}

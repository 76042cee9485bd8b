import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Correction, correctionsSchema } from '../schemas/corrections.ts';
import { archive } from './archive.ts';
import { groupBy } from './group-by.ts';

let loaded: Map<string, Correction[]> | undefined;

/** The corrections of the seed that document `id` comes from. */
export function correctionsOf(id: string): readonly Correction[] {
  loaded ??= groupBy(readCorrections(join(resolve(process.env.SEEDS || 'seeds'), 'corrections.yml')), (correction) => correction.seed);
  const record = archive().byId.get(id);
  return record ? (loaded.get(record.seed.path) ?? []) : [];
}

/** Reads corrections.yml; none where there is no such file. */
export function readCorrections(path: string): Correction[] {
  if (!existsSync(path)) return [];
  const parsed = correctionsSchema.safeParse(parse(readFileSync(path, 'utf8')) ?? []);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}; the fields are described in src/schemas/corrections.ts`);
}

import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { observationSchema } from '../schemas/observation.ts';
import { recordSchema } from '../schemas/report.ts';
import { termSchema } from '../schemas/term.ts';
import { type Archive, indexArchive } from './index-archive.ts';

/** The folder that the converter wrote: the environment variable CONTENT, or `content`. */
export const contentFolder = (): string => resolve(process.env.CONTENT || 'content');

let loaded: { written: number; archive: Archive } | undefined;

/**
 * The whole archive with its indexes, read and checked once in a build, and in development again when the converter has written.
 * Pages take everything from here.
 */
export function archive(): Archive {
  const folder = contentFolder();
  const written = import.meta.env?.DEV ? (statSync(join(folder, 'reports.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0) : 0;
  if (loaded?.written !== written) loaded = { written, archive: readArchive(folder) };
  return loaded.archive;
}

/** Reads reports.json, observations.json and terms.json of `folder`; throws where one is missing or breaks its schema. */
export function readArchive(folder: string): Archive {
  return indexArchive({
    records: readChecked(join(folder, 'reports.json'), z.array(recordSchema)),
    observations: readChecked(join(folder, 'observations.json'), z.array(observationSchema)),
    terms: readChecked(join(folder, 'terms.json'), z.array(termSchema)),
  });
}

/** The archive without its figures, which are the larger half of it in memory. */
export function readDocuments(folder: string): Archive {
  return indexArchive({
    records: readChecked(join(folder, 'reports.json'), z.array(recordSchema)),
    observations: [],
    terms: readChecked(join(folder, 'terms.json'), z.array(termSchema)),
  });
}

function readChecked<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(JSON.parse(readText(path)));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}; write it again with \`npm run convert\``);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`${path} cannot be read; write it with \`npm run convert\``, { cause });
  }
}

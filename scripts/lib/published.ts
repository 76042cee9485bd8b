import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Published } from '../../src/pipeline/aliases.ts';
import { readJsonArray } from './json-array.ts';

/** What an earlier conversion published, by document id: its anchors must keep working. */
export function readPublished(out: string): Map<string, Published> {
  const file = join(out, 'reports.json');
  const published = new Map<string, Published>();
  if (!existsSync(file)) return published;
  for (const record of readJsonArray(file)) {
    if (isPublished(record)) published.set(record.id, { seed: record.seed, blocks: record.blocks, aliases: record.aliases });
  }
  return published;
}

function isPublished(record: unknown): record is Published & { id: string } {
  return typeof record === 'object' && record !== null && 'id' in record && 'seed' in record && 'blocks' in record && 'aliases' in record;
}

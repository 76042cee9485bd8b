import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { dictionarySchema, type Indicator } from '../schemas/indicator.ts';

let loaded: ReadonlyMap<string, Indicator> | undefined;

/** The indicators of indicators.yml by canonical name: the one of the folder SEEDS where it brings its own, else the project's. */
export function dictionary(): ReadonlyMap<string, Indicator> {
  loaded ??= readDictionary([join(resolve(process.env.SEEDS || 'seeds'), 'indicators.yml'), resolve('seeds/indicators.yml')]);
  return loaded;
}

function readDictionary(paths: readonly string[]): ReadonlyMap<string, Indicator> {
  const path = paths.find((candidate) => existsSync(candidate));
  if (!path) throw new Error(`${paths.join(' or ')} is missing: indicator pages take their definitions from it`);
  const parsed = dictionarySchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
  return new Map(parsed.data.indicators.map((indicator) => [indicator.name, indicator]));
}

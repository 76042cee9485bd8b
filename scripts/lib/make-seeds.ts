import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { convert, type Knowledge } from '../../src/pipeline/convert.ts';
import { createGazetteer } from '../../src/pipeline/gazetteer.ts';
import { loadKnowledge } from './knowledge.ts';
import { listSeeds, readSeed, type SeedFile } from './seeds.ts';

/**
 * Fills `folder` with `count` reports and a manifest that gives each a county and a year of its own, beside the dictionaries of
 * this archive. Of `texts` those are taken that hold one report and nothing else; where they are fewer they are repeated with
 * other figures.
 */
export async function makeSeeds(texts: string, count: number, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync('seeds').filter((file) => file.endsWith('.yml'))) copyFileSync(join('seeds', name), join(folder, name));
  const reports = await reportsOf(texts);
  const counties = createGazetteer().places.filter(({ level, former }) => level === 'county' && !former);
  const rows: object[] = [];
  for (let i = 0; i < count; i++) {
    const { file, match } = reports[i % reports.length] ?? {};
    if (!file) throw new Error(`${texts} has no text that holds one report and nothing else: give another folder with --texts DIR`);
    const path = `${String(i).padStart(5, '0')}-${file.path.replaceAll('/', '-')}`;
    const bytes = otherFigures(readFileSync(file.absolute), Math.floor(i / reports.length));
    writeFileSync(join(folder, path), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    // Five years of each county: a place has several reports, as in a real archive.
    const county = counties[Math.floor(i / 5) % counties.length];
    rows.push({ path, sha256, documents: [{ match, region: county?.code, year: 2020 + (i % 5) }] });
  }
  writeFileSync(join(folder, 'manifest.yml'), stringify({ texts: rows }));
}

/** The files that hold one report, with some words of it that stay the same when its figures change. */
async function reportsOf(texts: string): Promise<{ file: SeedFile; match: string }[]> {
  const knowledge = loadKnowledge(texts);
  const reports: { file: SeedFile; match: string }[] = [];
  for (const file of listSeeds(texts).files) {
    const match = await wordsOfReport(file, knowledge);
    if (match) reports.push({ file, match });
  }
  return reports;
}

/** 政府工作报告; null for a text that is refused, is no report, or holds more than one document. */
async function wordsOfReport(file: SeedFile, knowledge: Knowledge): Promise<string | null> {
  const seed = await readSeed(file, { texts: [] });
  const [document, ...others] = seed.refused ? [] : convert({ ...seed, stated: [] }, knowledge);
  if (document?.kind !== 'report' || others.length > 0) return null;
  return /[\u4e00-\u9fff]{4,}/u.exec(seed.value)?.[0] ?? null;
}

/** Shifts the digits of every number that is no year, `round` times, in a text of UTF-8; other bytes stay as they are. */
function otherFigures(bytes: Buffer, round: number): Buffer {
  if (round === 0 || !isUtf8(bytes)) return bytes;
  const shift = (digit: string) => String(((Number(digit) + round - 1) % 9) + 1);
  return Buffer.from(bytes.toString('utf8').replace(/(?<!\d)(?!(?:19|20)\d\d(?!\d))\d+/g, (number) => number.replace(/[1-9]/g, shift)));
}

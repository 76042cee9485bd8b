import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexBlock, IndexDocument } from '../../src/search/build-records.ts';
import type { RegionEntry } from '../../src/search/published.ts';
import type { SearchSource } from '../../src/search/search-source.ts';

/** Characters of a made-up report. */
const reportLength = 20_000;
const firstYear = 2000;
const years = 20;

/**
 * A made-up archive of `count` reports of 20,000 characters, from the text files of a folder: their sentences in another
 * order and with other figures each time, in regions of twenty years each. For measuring growth, not for reading.
 */
export function sampleSource(folder: string, count: number): SearchSource {
  const sentences = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => sentencesOf(readFileSync(join(folder, file), 'utf8')));
  const regions = Array.from({ length: Math.ceil(count / years) }, (_, i) => region(i));
  const documents = Array.from({ length: count }, (_, i) => {
    const { slug, fullName } = regions[Math.floor(i / years)] ?? region(0);
    const year = firstYear + (i % years);
    const entry = { kind: 'report' as const, title: `${fullName}${year}年政府工作报告`, url: `/${slug}/${year}/`, region: slug, year };
    return { entry, open: () => madeUp(sentences, randomFrom(i + 1)) };
  });
  return { documents, entities: { term: [], indicator: [], region: [] }, regions, synonyms: [], keywords: [] };
}

function region(i: number): RegionEntry {
  return { slug: `sample/r${i}`, name: `第${i}区`, fullName: `样本省第${i}区`, level: 'county' };
}

function sentencesOf(text: string): string[] {
  return (text.match(/[^。\n]{6,200}。/gu) ?? []).map((sentence) => sentence.trim());
}

/** Eight sections of paragraphs of three sentences. */
function madeUp(sentences: readonly string[], random: () => number): IndexDocument {
  const blocks: IndexBlock[] = [];
  const headings = new Map<string, string>();
  for (let length = 0, n = 0; length < reportLength; n++) {
    const section = `s1-${Math.floor(length / 2500) + 1}`;
    const opens = !headings.has(section);
    const text = opens ? pick(sentences, random).slice(0, 20) : [0, 1, 2].map(() => pick(sentences, random)).join('');
    if (opens) headings.set(section, text);
    blocks.push({
      anchor: opens ? section : `${section}-p${n}`,
      path: ['s1', section],
      part: 'body',
      text,
      strong: opens ? text.length : 0,
    });
    length += text.length;
  }
  return { blocks, headings };
}

function pick(sentences: readonly string[], random: () => number): string {
  const sentence = sentences[Math.floor(random() * sentences.length)] ?? '';
  return sentence.replace(/\d/g, () => String(Math.floor(random() * 10)));
}

/** Mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import { fold } from '../../src/search/fold.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { randomFrom } from './sample-source.ts';
import type { TruthDocument } from './search-truth.ts';

export interface Query {
  sort: 'name' | 'word' | 'pair' | 'string' | 'natural';
  text: string;
}

/** 北部蔬菜基地: what is quoted is mostly a name. */
const quotedName = /“([^“”]{2,12})”/gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** `count` queries of each sort, the same for the same seed and texts. */
export function drawQueries(documents: readonly TruthDocument[], count: number, seed: number): Query[] {
  const random = randomFrom(seed);
  const units = documents.flatMap((document) => document.sections.map((section) => section.blocks));
  const blocks = units.flat();
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const draw = (sort: Query['sort'], make: () => string | undefined): Query[] => {
    const texts = new Set<string>();
    for (let tries = 0; texts.size < count && tries < count * 40; tries++) {
      const text = make()?.trim();
      if (text && parseQuery(text).length > 0) texts.add(text);
    }
    return [...texts].map((text) => ({ sort, text }));
  };
  const names = blocks.flatMap((text) => [...text.matchAll(quotedName)].map((match) => match[1] ?? ''));
  const wordOf = (text: string): string | undefined => pick(wordsOf(text));
  return [
    ...draw('name', () => pick(names)),
    ...draw('word', () => wordOf(pick(blocks) ?? '')),
    ...draw('pair', () => {
      const unit = (pick(units) ?? []).join('');
      const [one, other] = [wordOf(unit), wordOf(unit)];
      return one && other && one !== other ? `${one} ${other}` : undefined;
    }),
    ...draw('string', () => {
      const text = fold(pick(blocks) ?? '');
      const start = Math.floor(random() * text.length);
      return text.slice(start, start + 2 + Math.floor(random() * 6)).replace(/^["“”]+|["“”]+$/g, '');
    }),
  ];
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike && segment.length > 1 ? [segment] : []));
}

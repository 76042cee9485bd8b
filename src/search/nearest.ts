import { findCandidates } from './candidates.ts';
import { documentNames } from './document-names.ts';
import { excerpt } from './excerpt.ts';
import { opensShard, passesDocument, passesPart } from './filters.ts';
import type { FindOptions } from './find.ts';
import { type Hit, type HitContext, scopeHit } from './hits.ts';
import { type BlockMatch, matchRecord } from './match-record.ts';
import { divideWords, wordBorders } from './nearest-words.ts';
import type { OpenArchive, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';
import { scorePassage } from './rank.ts';

/** Records that are read for nearest results, and hits that are shown. */
const mostRecords = 12;
const mostHits = 10;

/** For words that nothing contains: passages with at least half of the words inside of them, whole, the rare ones first. */
export async function findNearest(
  archive: OpenArchive,
  words: readonly Word[],
  { filters, limit }: FindOptions,
  context: HitContext,
): Promise<Hit[]> {
  const divided = divideWords(words);
  const shards = await Promise.all(
    archive.archive.shards.filter((entry) => opensShard(entry, filters, archive.archive)).map(archive.shard),
  );
  const open = (ref: RecordRef): boolean =>
    (ref.document.kind === 'report' || ref.document.kind === 'article') &&
    passesPart(ref.part, filters) &&
    passesDocument(ref.document, filters, archive.archive);
  const scores = new Map<RecordRef, number>();
  for (const maps of await Promise.all(shards.map((shard) => findCandidates(shard, divided))))
    for (const map of maps) for (const [ref, score] of map) if (open(ref)) scores.set(ref, (scores.get(ref) ?? 0) + score);
  for (const [ref, score] of scores) {
    const names = documentNames(ref.document, archive.archive.regions);
    scores.set(ref, score + 4 * divided.filter((word) => names.has(word.text)).length);
  }
  const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, mostRecords);
  const hits = await Promise.all(best.map(([ref, score]) => nearestHit(archive, ref, score, divided, context)));
  return hits
    .flatMap((hit) => hit ?? [])
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.min(limit, mostHits))
    .map(({ hit }) => hit);
}

async function nearestHit(
  archive: OpenArchive,
  ref: RecordRef,
  score: number,
  words: readonly Word[],
  context: HitContext,
): Promise<{ hit: Hit; score: number } | undefined> {
  const record = await archive.text(ref);
  const names = documentNames(ref.document, context.archive.regions);
  const said = words.filter((word) => names.has(word.text)).length;
  const [block] = matchRecord(record, words)
    .blocks.map(wholeWords)
    .filter((match) => match.spans.length > 0 && 2 * (different(match) + said) >= words.length)
    .sort((a, b) => different(b) - different(a));
  if (!block) return undefined;
  const scope = { anchor: block.block.anchor, kind: 'passage', ref, record, section: block.block.section, pieces: [block] } as const;
  const hit = scopeHit({ ...scope, pieces: [block] }, ref.document, context);
  return {
    hit: { ...hit, excerpt: excerpt(block) },
    score: score + 3 * different(block) + scorePassage(block, different(block), false) / 10,
  };
}

/** Without the spans that cut a word of the text. */
function wholeWords(match: BlockMatch): BlockMatch {
  const borders = wordBorders(match.block.text);
  return borders ? { ...match, spans: match.spans.filter(({ start, end }) => borders.has(start) && borders.has(end)) } : match;
}

function different({ spans }: BlockMatch): number {
  return new Set(spans.map((span) => span.word)).size;
}

import { findCandidates } from './candidates.ts';
import { documentNames } from './document-names.ts';
import { excerpt } from './excerpt.ts';
import { opensShard, passesDocument, passesPart } from './filters.ts';
import type { FindOptions } from './find.ts';
import { type Hit, type HitContext, scopeHit } from './hits.ts';
import { type BlockMatch, matchRecord } from './match-record.ts';
import { divideWords, pairsOf } from './nearest-words.ts';
import type { OpenArchive, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';
import { scorePassage } from './rank.ts';

/** Records that are read for nearest results, and hits that are shown. */
const mostRecords = 12;
const mostHits = 10;

/** For words that nothing contains: passages with most of the words inside of them, the rare ones first. */
export async function findNearest(archive: OpenArchive, words: readonly Word[], options: FindOptions, context: HitContext): Promise<Hit[]> {
  const hits = await hitsWith(divideWords(words), archive, options, context);
  return hits.length > 0 ? hits : hitsWith(pairsOf(words), archive, options, context);
}

async function hitsWith(
  divided: readonly Word[],
  archive: OpenArchive,
  { filters, limit }: FindOptions,
  context: HitContext,
): Promise<Hit[]> {
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
  const [block] = matchRecord(record, words).blocks.sort((a, b) => different(b) - different(a));
  if (!block) return undefined;
  const scope = { anchor: block.block.anchor, kind: 'passage', ref, record, section: block.block.section, pieces: [block] } as const;
  const hit = scopeHit({ ...scope, pieces: [block] }, ref.document, context);
  return {
    hit: { ...hit, excerpt: excerpt(block) },
    score: score + 3 * different(block) + scorePassage(block, different(block), false) / 10,
  };
}

function different({ spans }: BlockMatch): number {
  return new Set(spans.map((span) => span.word)).size;
}

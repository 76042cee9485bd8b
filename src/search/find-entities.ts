import type { Candidates } from './candidates.ts';
import { isEntity } from './document-state.ts';
import type { FindOptions } from './find.ts';
import { fold } from './fold.ts';
import type { OpenArchive, RecordRef } from './open-archive.ts';
import type { Word } from './parse-query.ts';
import type { EntityText, Kind } from './published.ts';

/** A term, an indicator or a region whose names have all of the words. */
export interface EntityHit {
  kind: Kind;
  entity: EntityText['entities'][number];
}

/** Pages of names. They stand for no place, year or part: filters for these close them. */
export async function findEntities(
  archive: OpenArchive,
  words: readonly Word[],
  candidates: readonly Candidates[][],
  { filters, otherNames }: FindOptions,
): Promise<EntityHit[]> {
  if ([...filters.keys()].some((name) => name !== 'kind')) return [];
  const kinds = filters.get('kind');
  const leaves = candidates
    .flatMap((maps) => inAll(maps))
    .filter(({ document }) => isEntity(document) && (kinds?.has(document.kind) ?? true));
  const read = await Promise.all(leaves.map(async (ref) => ({ kind: ref.document.kind, entities: await archive.entities(ref) })));
  return read
    .flatMap(({ kind, entities }) => entities.map((entity) => ({ kind, entity })))
    .filter(({ kind, entity: [, name, aliases] }) => {
      if (kind === 'region') return hasWords([name], words) || isCalled(aliases, words);
      return hasWords(otherNames ? [name, ...aliases] : [name], words);
    });
}

function hasWords(names: readonly string[], words: readonly Word[]): boolean {
  const folded = names.map(fold);
  return words.every(({ text, alternatives }) => [text, ...alternatives].some((word) => folded.some((name) => name.includes(word))));
}

/** 开福 | 长沙市开福区: the short name of a region, or the end of its full name. */
function isCalled(aliases: readonly string[], [word, ...others]: readonly Word[]): boolean {
  return word !== undefined && others.length === 0 && aliases.some((alias) => fold(alias).endsWith(word.text));
}

function inAll([first, ...others]: readonly Candidates[]): RecordRef[] {
  return [...(first?.keys() ?? [])].filter((ref) => others.every((other) => other.has(ref)));
}

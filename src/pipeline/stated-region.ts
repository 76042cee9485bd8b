import type { Region } from '../schemas/region.ts';
import { type Gazetteer, regionOf, unlistedPlace } from './gazetteer.ts';
import { readPhrase } from './region-statements.ts';

/** The region that a person states: `430105`, `hunan/changsha/kaifu` or 湖南省长沙市开福区; null where there is none of this name. */
export function statedRegion(words: string, gazetteer: Gazetteer): Region | null {
  const known = gazetteer.byCode(words) ?? gazetteer.bySlug(words) ?? gazetteer.places.find(({ fullName }) => fullName === words);
  if (known) return regionOf(known);
  const { names, unlisted } = readPhrase('opening', words, gazetteer);
  const chain = names.join('');
  const above = gazetteer.places.find(({ fullName }) => fullName === chain);
  if (unlisted !== null && above) return regionOf(unlistedPlace(unlisted, above, gazetteer));
  const named = gazetteer.named(words).filter(({ former, name }) => !former && name === words);
  return named.length === 1 && named[0] ? regionOf(named[0]) : null;
}

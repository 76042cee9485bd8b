import type { Dictionary } from '../schemas/indicator.ts';
import type { Observation } from '../schemas/observation.ts';
import { deed } from './deeds/deed.ts';
import { ownedObject } from './deeds/owner.ts';
import type { Deed } from './deeds/told.ts';
import { leadingVerb } from './deeds/words.ts';
import type { Loose } from './figures.ts';
import type { FigureDocument } from './indicators.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { moment } from './moment.ts';
import { type Reading, readings } from './readings.ts';
import type { Sentence } from './sentences.ts';

/** Quantified promises and results without a canonical name, but for the figures in `taken`: 新增停车位5856个 */
export function commitments(document: FigureDocument, dictionary: Dictionary, taken: readonly Observation[]): Observation[] {
  const lex = lexicon(dictionary);
  const known = new Set(taken.map(({ id }) => id));
  const headlines = taken.filter(({ headline }) => headline);
  return readings(document.blocks, document.year, lex)
    .flatMap((reading) => deeds(reading, lex).flatMap(([loose, done]) => observe(document, reading, loose, done, headlines) ?? []))
    .filter(({ id }) => !known.has(id));
}

/** The deeds of a sentence; a verb holds on over 、: 新增学位3600个、病床400张 */
function deeds(reading: Reading, lex: Lexicon): [Loose, Deed][] {
  const found: [Loose, Deed][] = [];
  let lead: string | undefined;
  let verb: string | undefined;
  for (const loose of reading.loose) {
    if (loose.lead !== lead) [lead, verb] = [loose.lead, leadingVerb(loose.lead, lex)];
    const done = deed(loose, lex, { verb, last: found.at(-1) });
    const object = done ? ownedObject(loose, done, found, reading.figures) : undefined;
    if (done) found.push([loose, object ? { ...done, object } : done]);
    verb = done?.verb ?? verb;
  }
  return together(found).filter(([, { told }]) => told !== 'ahead');
}

/** 31家银行、|8家其他机构入驻: what the last member of a list did, the others did. */
function together(found: [Loose, Deed][]): [Loose, Deed][] {
  for (let i = found.length - 2; i >= 0; i--) {
    const [[loose, done], [next, { verb, told }]] = [found[i], found[i + 1]] as [[Loose, Deed], [Loose, Deed]];
    const { text } = loose.clause;
    const counted = /^[^\d,;:。—、]{1,16}(?:、|和|及|与|以及)/.test(text.slice(loose.quantity.end));
    const listed = counted && !/[,;:。—!?]/.test(text.slice(loose.quantity.end, next.quantity.start));
    if (told === 'behind' && verb && listed && (!done.verb || done.told === 'held' || done.told === 'ahead'))
      found[i] = [loose, { ...done, verb, told }];
  }
  return found;
}

function observe(
  document: FigureDocument,
  reading: Reading,
  { quantity }: Loose,
  done: Deed,
  headlines: readonly Observation[],
): Observation | null {
  const { sentence } = reading;
  const when = moment(reading, quantity.at, done.measure, document.year, isFlow(sentence.text, quantity, done));
  if (!when) return null;
  // 累计建成90个 in a review of one year is what there is at its end.
  const one = when.measure === 'cumulative' && quantity.unit !== '%' && typeof when.period === 'number';
  const range = sentence.range(done.from, done.to);
  const { value, valueHigh } = quantity;
  return {
    id: `${document.id}-${sentence.range(quantity.at, quantity.at + 1).start}`,
    report: document.id,
    indicator: null,
    label: printed(sentence.raw, sentence.text, done.object ?? done.label ?? ''),
    measure: one ? 'level' : when.measure,
    value: done.sign === 1 || value === 0 ? value : -(valueHigh ?? value),
    ...(valueHigh !== undefined && { valueHigh: done.sign === 1 ? valueHigh : -value }),
    unit: quantity.unit,
    qualifier: quantity.qualifier,
    status: when.status,
    period: when.period,
    headline: when.measure === 'share' && headlines.some((one) => isBeside(one, when, sentence)),
    quote: document.seed.slice(range.start, range.end),
    ...range,
    section: sentence.block.section,
    anchor: sentence.block.anchor,
    ...(done.verb && { verb: printed(sentence.raw, sentence.text, done.verb) }),
    ...(done.object && { object: printed(sentence.raw, sentence.text, done.object) }),
  };
}

/** 上市企业达216家 is a level at the end of a span; 新增上市企业5家 counts over it, and so does 五年间,扶贫资金达480亿元. */
function isFlow(text: string, { start, unit }: Loose['quantity'], { verb, object = '', measure }: Deed): boolean {
  const spent = unit.endsWith('元') && /(?:资金|投入|支出)$/.test(object) && /^[^,;]{0,6}(?:年来|年间|期间|时期),/.test(text);
  if (spent || /(?:合计|共计|总计)$/.test(text.slice(0, start))) return true;
  return verb !== undefined && measure !== 'share' && !/^(?:拥有|设有|配有|建有)$|[到至为]$/.test(verb);
}

/** 制造业投资占固定资产投资比重达到37% in the sentence of the main targets is one of them. */
function isBeside(headline: Observation, { period, status }: Pick<Observation, 'period' | 'status'>, { text, range }: Sentence): boolean {
  const { start, end } = range(0, text.length);
  return headline.start >= start && headline.end <= end && headline.period === period && headline.status === status;
}

/** The words in the width that they are printed in. */
function printed(raw: string, text: string, words: string): string {
  const at = text.indexOf(words);
  return at < 0 ? words : raw.slice(at, at + words.length);
}

import type { MappedText } from '../text/mapped-text.ts';

/** A paragraph, of which the first `lead` characters are a heading that runs in (0: none). */
export interface LedParagraph {
  text: MappedText;
  lead: number;
}

// What has no end at all matches, too: else each of its characters would be tried as a beginning.
const sentence = /[^。！？!?；;]+(?:[。！？!?；;]+[”’）)]*|$)|[。！？!?；;]+[”’）)]*/gu;
const minLead = 4;
const maxLead = 18;
/** Characters that a lead heads at the least, where it measures like the others, and where it does so only about. */
const minBody = { exact: 20, about: 35 };
/** Leads of a section are about equally long. */
const tolerance = 4;
/** Fewer paragraphs in a row may begin alike by chance. */
const leastRun = 3;

interface Sentence {
  from: number;
  to: number;
  measure: number;
  words: string;
}

/** A paragraph as it stands in the source. `series`: it holds a whole section (behind a run-in heading), of which leads part the paragraphs. */
export interface SourceParagraph {
  text: MappedText;
  series: boolean;
}

/**
 * Marks the leads of a section's paragraphs, and cuts long paragraphs in front of them:
 * 防控风险扎实有效。坚决落实…|精准脱贫稳步推进。坚持…|污染防治成效明显。…
 * A lead is a short sentence without commas and figures; it counts where at least two of a section measure alike. Inside a line that
 * is no whole section a single short sentence is prose.
 */
export function leads(paragraphs: readonly SourceParagraph[]): LedParagraph[] {
  const found = paragraphs.map(({ text }) => candidates(text.value));
  const usual = usualMeasure(found, paragraphs);
  const kept = paragraphs.map(({ text, series }, i) => plausible(spaced(alike(found[i] ?? [], usual), usual, text.length), series));
  const single = kept.flat().length < 2;
  const paired = pairs(paragraphs);
  return paragraphs.flatMap(({ text }, i) => {
    const two = paired.get(i);
    if (two !== undefined) return [{ text, lead: two }];
    return single ? [{ text, lead: 0 }] : cut(text, kept[i] ?? []);
  });
}

/** In a line that is no whole section: the lead at its beginning, and others only where there are several. */
function plausible(list: Sentence[], series: boolean): Sentence[] {
  const inside = list.filter(({ from }) => from > 0);
  return series || inside.length > 1 ? list : list.filter(({ from }) => from === 0);
}

/** Paragraphs in a row that begin with a lead of two parts: 坚定立场,把牢抓落实的方向。| 敢于担当,提高抓落实的自觉。 → its length by index. */
function pairs(paragraphs: readonly SourceParagraph[]): Map<number, number> {
  const result = new Map<number, number>();
  const lengths = paragraphs.map(
    ({ text }) =>
      /^[^。，,、：:；;！!？?\d]{3,12}[，,][^。，,、：:；;！!？?\d]{3,14}。(?=.{20})/u.exec(text.value.slice(0, 60))?.[0].length ?? 0,
  );
  let run: number[] = [];
  lengths.forEach((length, i) => {
    run = length > 0 && Math.abs(length - (lengths[run[0] ?? i] ?? length)) <= tolerance ? [...run, i] : length > 0 ? [i] : [];
    if (run.length >= leastRun) for (const at of run) result.set(at, lengths[at] ?? 0);
  });
  return result;
}

/** Short sentences without commas, figures and the words that only a sentence has. */
function candidates(value: string): Sentence[] {
  const result: Sentence[] = [];
  for (const { index, 0: words } of value.matchAll(sentence)) {
    const bare = words.replace(/[“”‘’《》（）()]/gu, '').replace(/[。]$/u, '');
    if (!words.endsWith('。') || bare.length < minLead || bare.length > maxLead) continue;
    if (
      /[，,、：:；;！!？?]/u.test(bare) ||
      /\d/u.test(words.replace(/“[^”]*”/gu, '')) ||
      /^(?:各位|我们|同时|对此|一是|这|其中)/u.test(bare)
    )
      continue;
    if (!balanced(words)) continue;
    result.push({ from: index, to: index + words.length, measure: bare.length, words: bare });
  }
  return result;
}

/** A sentence that begins or ends inside quotation marks is none. */
function balanced(words: string): boolean {
  const count = (sign: RegExp): number => words.match(sign)?.length ?? 0;
  return count(/“/gu) === count(/”/gu) && count(/《/gu) === count(/》/gu) && count(/[（(]/gu) === count(/[）)]/gu);
}

/**
 * The leads among short sentences. Of two that stand close together the one is a lead that measures more like the others; of equals
 * the later, because a paragraph may well end with a short sentence: 全面打赢防汛抗旱保卫战。|社会稳定有力巩固。…
 */
function spaced(list: readonly Sentence[], usual: number | null, length: number): Sentence[] {
  if (usual === null) return [];
  const exact = ({ measure }: Sentence): boolean => Math.abs(measure - usual) <= 1;
  const result: Sentence[] = [];
  for (const one of list) {
    const last = result.at(-1);
    const room = last && exact(last) && exact(one) ? minBody.exact : minBody.about;
    if (!last || one.from - last.to >= room) result.push(one);
    else if (exact(one) || !exact(last)) result[result.length - 1] = one;
  }
  return result.filter((one, i) => (result[i + 1]?.from ?? length) - one.to >= minBody.exact);
}

function cut(text: MappedText, marks: readonly Sentence[]): LedParagraph[] {
  const result: LedParagraph[] = [];
  const first = marks[0]?.from ?? text.length;
  if (first > 0) result.push({ text: text.slice(0, first).trim(), lead: 0 });
  marks.forEach(({ from, to }, i) => {
    result.push({ text: text.slice(from, marks[i + 1]?.from ?? text.length).trim(), lead: to - from });
  });
  return result.filter((paragraph) => paragraph.text.length > 0);
}

/**
 * The length that most leads have, told by the short sentences; null where there are none. One at the beginning of a line of its own
 * weighs most.
 */
function usualMeasure(lines: readonly (readonly Sentence[])[], paragraphs: readonly SourceParagraph[]): number | null {
  const weights = new Map<number, number>();
  const add = (measure: number, weight: number): void => void weights.set(measure, (weights.get(measure) ?? 0) + weight);
  lines.forEach((line, i) => {
    for (const [k, { from, to, measure }] of line.entries()) {
      // Short sentences in a row are prose.
      if ((line[k + 1]?.from ?? paragraphs[i]?.text.length ?? 0) - to < minBody.exact) continue;
      const weight = from > 0 ? 1 : paragraphs[i]?.series ? 2 : 4;
      add(measure, weight * 1.01);
      add(measure - 1, weight / 2);
      add(measure + 1, weight / 2);
    }
  });
  const ranked = [...weights].sort(([a, n], [b, m]) => m - n || a - b);
  return ranked[0]?.[0] ?? null;
}

/** 扎实推进 | 开展: a deed; 防控风险扎实有效 is a state. */
const deed =
  /^(?:维护|聚焦|围绕|瞄准|紧扣|突出|提质|高标准|高水平|高质量|全面|全力|着力|大力|积极|持续|深入|扎实|加快|稳步|有效|切实|坚决|不断|继续|统筹|推进|推动|加强|强化|提升|提高|实施|开展|支持|争创|建设|打造|完善|优化|深化|培育|发展|促进|保障|落实|严格|创新|做好|抓好|办好|做|抓|建|把|让|要|坚持|坚决|坚守|建立|健全|扩大|激发|引导|解决|整治|争取|力争|确保)/u;

/** Sentences as long as the others or, where they differ a little, of the same form: deeds among deeds, states among states. */
function alike(list: readonly Sentence[], usual: number | null): Sentence[] {
  if (usual === null) return [];
  const exact = list.filter(({ measure }) => Math.abs(measure - usual) <= 1);
  const deeds = exact.filter(({ words }) => deed.test(words)).length * 2 > exact.length;
  return list.filter((one) => {
    const distance = Math.abs(one.measure - usual);
    return distance <= 1 || (distance <= tolerance && (exact.length === 0 || deed.test(one.words) === deeds));
  });
}

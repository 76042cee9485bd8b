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
/** Characters that a lead heads at the least. */
const minBody = 35;
/** Leads of a section are about equally long. */
const tolerance = 3;

interface Sentence {
  from: number;
  to: number;
  measure: number;
}

/**
 * Marks the leads of a section's paragraphs, and cuts long paragraphs in front of them:
 * 防控风险扎实有效。坚决落实…|精准脱贫稳步推进。坚持…|污染防治成效明显。…
 * A lead is a short sentence without commas and figures; it counts where at least two of a section measure alike.
 */
export function leads(paragraphs: readonly MappedText[]): LedParagraph[] {
  const found = paragraphs.map((text) => candidates(text.value));
  const measures = found.flat().map(({ measure }) => measure);
  const usual = mode(measures);
  const alike = ({ measure }: Sentence): boolean => usual !== null && Math.abs(measure - usual) <= tolerance;
  if (usual === null || measures.filter((measure) => Math.abs(measure - usual) <= tolerance).length < 2)
    return paragraphs.map((text) => ({ text, lead: 0 }));
  return paragraphs.flatMap((text, i) => cut(text, spaced(found[i]?.filter(alike) ?? [], text.length)));
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
    result.push({ from: index, to: index + words.length, measure: bare.length });
  }
  return result;
}

/** Drops what follows the lead before it too closely: two short sentences in a row are prose. */
function spaced(list: readonly Sentence[], length: number): Sentence[] {
  return list.filter((one, i) => {
    const next = list[i + 1]?.from ?? length;
    const before = list[i - 1];
    return next - one.to >= minBody && (before === undefined || one.from - before.to >= minBody);
  });
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

function mode(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

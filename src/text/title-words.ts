const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** What stands before a word and never at the end of a line. */
const opening = /[“‘（《【([]$/u;
const single = /^\p{Script=Han}$/u;

/**
 * The pieces of a title that no line may end inside of: 2020年|长沙市|开福区|政府|工作|报告. Punctuation stays with its word, a unit
 * or counter with its number, single characters with each other (攻|坚|战 is a word that the segmenter does not know).
 * `names` are kept whole: no dictionary knows every 开福区.
 */
export function titleWords(title: string, names: readonly string[] = []): string[] {
  return splitNames(title, names).flatMap((part) => (names.includes(part) ? [part] : joinMarks([...segmenter.segment(part)])));
}

/** 2020年|长沙市|开福区|政府工作报告 */
function splitNames(value: string, names: readonly string[]): string[] {
  const [name, ...others] = names;
  if (!name) return value ? [value] : [];
  return value.split(name).flatMap((part, i) => (i === 0 ? splitNames(part, others) : [name, ...splitNames(part, others)]));
}

function joinMarks(segments: readonly Intl.SegmentData[]): string[] {
  const words: string[] = [];
  segments.forEach(({ segment, isWordLike }, i) => {
    const last = words.at(-1);
    const before = segments[i - 1]?.segment ?? '';
    const isCounter = /\d$/.test(before) && segment.length === 1;
    const isMark = !isWordLike && !opening.test(segment);
    const isPart = single.test(before) && single.test(segment);
    if (last !== undefined && (isMark || isCounter || isPart || opening.test(before))) words[words.length - 1] = last + segment;
    else words.push(segment);
  });
  return words;
}

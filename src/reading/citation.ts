/** What a citation needs to know. */
export interface Source {
  /** '' where nobody is known. */
  author: string;
  /** The printed title: 2022年政府工作报告 */
  name: string;
  /** What the archive adds to it: 湖南省长沙市岳麓区,2023年 */
  added: string;
  /** 2020-01-12, or '' where nobody knows it. */
  date: string;
  /** 一、2019年工作回顾 | (一)聚焦三大攻坚战, from the top down; none before the first section. */
  sections: readonly string[];
  /** 第3段, 第12条 (of the notes), or ''. */
  place: string;
  url: string;
  /** The day of reading: 2026-11-22. */
  accessed: string;
  isReport: boolean;
}

/** GB/T 7714—2015, an electronic report or text: 谢伟峰. 题名: 章节[R/OL]. (2020-01-12)[2026-11-22]. https://… */
export function gbt7714({ author, name, added, date, sections, place, url, accessed, isReport }: Source): string {
  const where = [...sections, place].filter(Boolean).join(', ');
  const title = `${name}${added && `[${added}]`}${where && `: ${where}`}`;
  return `${author ? `${author}. ` : ''}${title}[${isReport ? 'R' : 'EB'}/OL]. ${date ? `(${date})` : ''}[${accessed}]. ${url}`;
}

/** 谢伟峰：《长沙市开福区2020年政府工作报告》，“一、2019年工作回顾”第3段，2020年1月12日，https://… */
export function plainCitation({ author, name, added, date, sections, place, url }: Source): string {
  const [year, month, day] = date.split('-').map(Number);
  const where = (sections.length > 0 ? `“${inner(sections.join('，'))}”` : '') + place;
  const parts = [`《${inner(name)}》${added && `[${added}]`}`, where, date && `${year}年${month}月${day}日`, url];
  return (author ? `${author}：` : '') + parts.filter(Boolean).join('，');
}

const innerMarks: Record<string, string> = { '“': '‘', '”': '’', '《': '〈', '》': '〉' };

/** Marks inside of the same marks change their form: “聚焦‘三大攻坚战’” */
function inner(text: string): string {
  return text.replace(/[“”《》]/g, (mark) => innerMarks[mark] ?? mark);
}

/** s2-8-p3 → 第3段; note-12 → 第12条, behind the heading of the notes; a section has none. */
export function placeWords(anchor: string): string {
  const paragraph = /(?:^|-)p(\d+)$/.exec(anchor);
  if (paragraph) return `第${paragraph[1]}段`;
  const note = /^note-(\d+)$/.exec(anchor);
  return note ? `第${note[1]}条` : '';
}

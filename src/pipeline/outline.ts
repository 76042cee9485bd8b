import type { Part } from '../schemas/report.ts';
import type { MappedText } from '../text/mapped-text.ts';
import { type Block, block } from './block.ts';
import type { Heading, HeadingOptions } from './heading.ts';
import { bareTitle } from './heading-lines.ts';
import { headings } from './headings.ts';
import { leads } from './leads.ts';
import type { Line } from './lines.ts';
import { partOf } from './parts.ts';
import { type Unit, units } from './units.ts';

/** Reads headings, items and paragraphs out of the lines of a body: 一、2019年工作回顾 | 2019年,我们… | ——开福市场主体… */
export function outline(lines: readonly Line[], options: HeadingOptions): Block[] {
  const list = units(lines);
  const found = headings(list, options);
  const blocks: Block[] = [];
  let part: Part = 'front';
  for (const { heading, body } of sections(list, found)) {
    if (heading) {
      if (heading.of.depth === 1) part = partOf(heading.of.title, part);
      blocks.push(headingBlock(heading.text, heading.of, part));
    }
    for (const block of paragraphs(body, part)) blocks.push(block);
  }
  return fragment(blocks);
}

interface Section {
  heading: { text: MappedText; of: Heading } | null;
  body: { text: MappedText; unit: Unit }[];
}

function sections(list: readonly Unit[], found: ReadonlyMap<Unit, Heading>): Section[] {
  const result: Section[] = [{ heading: null, body: [] }];
  for (const unit of list) {
    const heading = found.get(unit);
    if (!heading) {
      result.at(-1)?.body.push({ text: unit.text, unit });
      continue;
    }
    const rest = unit.text.slice(heading.end).trim();
    result.push({
      heading: { text: unit.text.slice(0, heading.end).trim(), of: heading },
      body: rest.length > 0 ? [{ text: rest, unit: { ...unit, mark: null, inline: true } }] : [],
    });
  }
  return result;
}

function headingBlock(text: MappedText, { depth, num, title, runIn }: Heading, part: Part): Block {
  return {
    type: 'heading',
    text,
    part,
    depth: depth <= 2 ? (depth as 1 | 2) : 3,
    num,
    title: bareTitle(title),
    runIn,
    anchor: '',
    section: '',
  };
}

/** Paragraphs and items of a section; leads are looked for in the paragraphs without a dash or a number. */
function paragraphs(body: Section['body'], part: Part): Block[] {
  const isItem = ({ text }: Section['body'][number]): boolean => /^——/u.test(text.value);
  // 序号\t项目\t完成情况: cells that a copy divided by tabs.
  const isRow = ({ text }: Section['body'][number]): boolean => /\t.*\t/u.test(text.value);
  const led = new Map(body.filter((one) => !isItem(one) && !isRow(one)).map((one) => [one, one.text]));
  const cut = leads([...led].map(([{ unit }, text]) => ({ text, series: unit.inline })));
  let at = 0;
  return body.flatMap((one): Block[] => {
    if (isItem(one)) return [block('item', one.text, part)];
    if (isRow(one)) return [block('row', one.text, part)];
    const result: Block[] = [];
    const { end } = one.text;
    while (at < cut.length && (cut[at]?.text.start ?? Infinity) < end) {
      const paragraph = cut[at++];
      if (paragraph)
        result.push({
          ...block('paragraph', paragraph.text, part),
          ...(paragraph.lead > 0 ? { lead: paragraph.lead } : numberedLead(paragraph.text)),
        });
    }
    return result;
  });
}

/** 一是提速建设世界一流港航基础设施。建成…: a numbered sentence at the head of a paragraph is its lead. */
function numberedLead(text: MappedText): { lead?: number } {
  // 3、产业结构：二、三产业比例为58.5:41.5。
  const topic = /^\d{1,2}[.．、][^。；，：:]{2,16}[：:](?=.{20})/u.exec(text.value);
  if (topic) return { lead: topic[0].length };
  const match =
    /^(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,3}[，,、]|\d{1,2}[.．、]|[（(]\d{1,2}[）)])[^。！？；;]{2,44}。/u.exec(
      text.value,
    );
  return match && match[0].length < text.length - 20 ? { lead: match[0].length } : {};
}

/** A text that begins in mid-section speaks of the review until a heading of the plan comes. */
function fragment(blocks: Block[]): Block[] {
  const firstPlan = blocks.findIndex(({ part }) => part === 'plan');
  const reviewed = blocks.some(({ part }) => part === 'review');
  if (reviewed || firstPlan < 0) return blocks;
  const body = blocks.findIndex(({ type, part }) => type === 'heading' && part !== 'plan');
  return body < 0
    ? blocks
    : blocks.map((one, i) =>
        i < firstPlan && (one.part === 'front' || one.part === 'body') && i >= body ? { ...one, part: 'review' } : one,
      );
}

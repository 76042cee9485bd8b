import { describe, expect, it } from 'vitest';
import type { Block } from '../src/pipeline/block.ts';
import { glossary } from '../src/pipeline/glossary.ts';
import type { NoteEntry } from '../src/pipeline/notes.ts';
import { notes } from '../src/pipeline/notes.ts';
import { slug } from '../src/pipeline/slug.ts';
import { archiveMatcher, inUse, terms, usesAdder } from '../src/pipeline/terms.ts';
import { MappedText } from '../src/text/mapped-text.ts';
import { termMatcher } from '../src/text/term-matcher.ts';

/** A report whose lines are its paragraphs, `## ` begins a section. */
function report(text: string, list: string): { blocks: Block[]; entries: NoteEntry[] } {
  const seed = `${text}\n${list}`;
  const blocks: Block[] = [];
  let at = 0;
  let section = 0;
  for (const line of text.split('\n')) {
    const heading = line.startsWith('## ');
    if (heading) section++;
    blocks.push({
      type: heading ? 'heading' : 'paragraph',
      text: MappedText.of(seed, [{ start: at + (heading ? 3 : 0), end: at + line.length }]),
      part: 'body',
      anchor: heading ? `s${section}` : `s${section}-p${blocks.length}`,
      section: `s${section}`,
    });
    at += line.length + 1;
  }
  const start = text.length + 1;
  const entries = list === '' ? [] : notes(MappedText.of(seed, [{ start, end: seed.length }]), { body: text }).entries;
  return { blocks, entries };
}

function linked(text: string, list: string): string[] {
  const { blocks, entries } = report(text, list);
  const { links } = glossary(blocks, entries);
  return blocks.flatMap((block) =>
    (links.get(block) ?? []).map(({ from, to, n, kind }) => `${block.anchor} ${block.text.value.slice(from, to)} ${kind} ${n}`),
  );
}

describe('termMatcher', () => {
  const match = (patterns: string[], text: string): string[] =>
    termMatcher(patterns.map((pattern) => [pattern, pattern] as const))(text).map(
      ({ start, end, value }) => `${text.slice(start, end)}=${value}`,
    );

  it('finds the longest, whatever quotation marks, width and white space', () => {
    expect(match(['三资', '“三资”监管'], '用好“三资”监管平台和“三资”，三 资')).toEqual([
      '“三资”监管=“三资”监管',
      '“三资”=三资',
      '三 资=三资',
    ]);
    expect(match(['“1+8＋N”体系'], '完善“1＋8+N”体系')).toEqual(['“1＋8+N”体系=“1+8＋N”体系']);
  });

  it('takes quotation marks along only where both belong to the term', () => {
    expect(match(['四上企业'], '“四上”企业，“四上企业”，“新增四上企业”')).toEqual([
      '“四上”企业=四上企业',
      '“四上企业”=四上企业',
      '四上企业=四上企业',
    ]);
  });

  it('finds none within longer numbers and words', () => {
    expect(match(['四到', 'PE', '630', '1310'], '第四到第六，十四到，OPEN，1630，63048，13105')).toEqual([]);
    expect(match(['物质文化遗产'], '非物质文化遗产和物质文化遗产')).toEqual(['物质文化遗产=物质文化遗产']);
    expect(match(['四到', 'PE', '630'], '做到四到，PE基金，“630攻坚”')).toEqual(['四到=四到', 'PE=PE', '630=630']);
  });

  it('walks on behind the first character of a longer term that breaks off', () => {
    expect(match(['海绵城市群', '绵城'], '建设海绵城市')).toEqual(['绵城=绵城']);
  });
});

describe('links', () => {
  it('links the first place in each section, a paragraph rather than a heading', () => {
    const text = '## 一、盘活三资\n用好三资。再用三资。\n三资增长。\n## 二、深化三资改革';
    expect(linked(text, '1.三资：资金、资产、资源。')).toEqual(['s1-p1 三资 term 1', 's2 三资 term 1']);
  });

  it('counts every block in which a term stands, in the order of the text', () => {
    const { blocks, entries } = report('## 一、盘活三资\n用好三资。\n无。\n三资增长。', '1.三资：资金、资产、资源。\n2.绿电：电力。');
    expect([...glossary(blocks, entries).occurrences]).toEqual([
      [1, ['s1', 's1-p1', 's1-p3']],
      [2, []],
    ]);
  });

  it('links printed marks, and the term before them', () => {
    expect(linked('限额以上企业[1]增长。“四上”企业[2]增加。', '[1] 限额以上企业：零售企业。\n[2]“四上”企业：四类企业。')).toEqual([
      's0-p0 限额以上企业 term 1',
      's0-p0 [1] mark 1',
      's0-p0 “四上”企业 term 2',
      's0-p0 [2] mark 2',
    ]);
  });

  it('takes raised numbers for marks, but not those of units', () => {
    expect(linked('推进三资¹监管，建成30万米²、5km²的“绿电”²园区。', '1.三资：资金。\n2.绿电：电力。')).toEqual([
      's0-p0 三资 term 1',
      's0-p0 ¹ mark 1',
      's0-p0 “绿电” term 2',
      's0-p0 ² mark 2',
    ]);
  });

  it('knows a raised number that a copy let down', () => {
    expect(linked('新增“四上”企业1，推进三资2监管。三资2个，三资21家。', '1.“四上”企业：四类企业。\n2.三资：资金。')).toEqual([
      's0-p0 “四上”企业 term 1',
      's0-p0 1 mark 1',
      's0-p0 三资 term 2',
      's0-p0 2 mark 2',
    ]);
  });

  it('takes circles for marks only where notes are numbered so, and not those of an enumeration', () => {
    expect(linked('推进绿电①，包括：①风电；②光伏。', '①绿电：电力。\n②碧道：道路。')).toEqual(['s0-p0 绿电 term 1', 's0-p0 ① mark 1']);
    expect(linked('推进绿电①', '1.绿电：电力。\n2.碧道：道路。')).toEqual(['s0-p0 绿电 term 1']);
  });

  it('says which marks have no definition, and what they seem to explain', () => {
    const { blocks } = report('编制"一图四库"[7],入选WTO/SPS[8],对标"五好"园区[16],落实“双减[9]”。〔2023〕5号', '');
    const all = [...glossary(blocks, []).links.values()].flat();
    expect(all.map(({ n, kind, term }) => `${n} ${kind} ${term}`)).toEqual([
      '7 missing 一图四库',
      '8 missing WTO/SPS',
      '16 missing “五好”园区',
      '9 missing 双减',
    ]);
  });

  it('takes a short term in quotation marks only, where it stands so anywhere', () => {
    expect(linked('实现“入规”、“升高”。\n温度升高，收入规模扩大。', '1.入规：纳入。\n2.升高：升级。')).toEqual([
      's0-p0 “入规” term 1',
      's0-p0 “升高” term 2',
    ]);
  });

  it('finds a term without its gloss, and one of several', () => {
    expect(
      linked('提升GEP总量，做好“六稳”工作。', '1.GEP（Gross Ecosystem Production）：生态系统生产总值。\n2.“六稳”、“六保”：稳就业等。'),
    ).toEqual(['s0-p0 GEP term 1', 's0-p0 “六稳” term 2']);
  });

  it('finds the part of a term that the report quotes', () => {
    expect(linked('提供“孵化贷”和贷款。', '1.科技孵化贷：贷款。')).toEqual(['s0-p0 “孵化贷” term 1']);
  });

  it('knows the note of a mark whose number stands twice by the words before it', () => {
    const list = '1.三资：资金。\n2.绿电：电力。\n3.碧道：道路。\n1.蓝海：市场。\n2.云轨：轨道。';
    expect(linked('面向蓝海[1]建设云轨[2]，用好三资[1]。', list).filter((line) => line.includes('mark'))).toEqual([
      's0-p0 [1] mark 4',
      's0-p0 [2] mark 5',
      's0-p0 [1] mark 1',
    ]);
  });
});

describe('terms', () => {
  const note = (n: number, term: string, definition: string) => ({
    n,
    term,
    definition,
    id: `note-${n}`,
    start: 0,
    end: 1,
    occurrences: ['s1-p1'],
  });
  const reports = [
    { id: 'a-2020', notes: [note(1, '“三资”', '资金。'), note(2, '四上企业', '四类。'), note(3, '', '说明。')] },
    { id: 'b-2021', notes: [note(1, '三资', '资产。'), note(2, '“四上”企业', '四类。')] },
  ];
  const all = terms(reports, [{ term: '地区生产总值', aliases: ['GDP'] }]);

  it('are one where only quotation marks differ', () => {
    expect(all.map(({ term, aliases, definitions }) => [term, aliases, definitions.map(({ report }) => report)])).toEqual([
      ['地区生产总值', ['GDP'], []],
      ['三资', [], ['a-2020', 'b-2021']],
      ['四上企业', ['“四上”企业'], ['a-2020', 'b-2021']],
    ]);
  });

  it('have the name that the list of names gives, and are one with their abbreviation', () => {
    const list = [
      { term: '生态系统生产总值', aliases: ['GEP'] },
      { term: '工程总承包', aliases: ['EPC'] },
    ];
    const named = terms([{ id: 'a', notes: [note(1, 'GEP（Gross Ecosystem Production）', 'x'), note(2, '“GEP”', 'y')] }], list);
    expect(inUse(named).map(({ term, aliases, definitions }) => [term, aliases, definitions.length])).toEqual([
      ['生态系统生产总值', ['GEP（Gross Ecosystem Production）', 'GEP'], 2],
    ]);
  });

  it('are shown without quotation marks that have no partner', () => {
    const odd = [note(1, '”“”“”“四大领域', 'x'), note(2, '电力630”', 'y'), note(3, '”四个一“ “四个办”', 'z')];
    expect(terms([{ id: 'a', notes: odd }], []).map(({ id, term }) => [id, term])).toEqual([
      ['dian-li-630', '电力630'],
      ['si-da-ling-yu', '四大领域'],
      ['si-ge-yi-si-ge-ban', '四个一 “四个办”'],
    ]);
  });

  it('have slugs that are unique, by pinyin', () => {
    expect(all.map(({ id }) => id)).toEqual(['di-qu-sheng-chan-zong-zhi', 'san-zi', 'si-shang-qi-ye']);
    const same = terms([{ id: 'a', notes: [note(1, '三资', 'x'), note(2, '三字', 'y')] }], []);
    expect(new Set(same.map(({ id }) => id)).size).toBe(2);
    expect(same.map(({ id }) => id).filter((id) => id === 'san-zi')).toHaveLength(1);
    expect(slug('“2+2+4”视频技术底座')).toBe('2-2-4-shi-pin-ji-shu-di-zuo');
    expect(slug('绿色')).toBe('lv-se');
    expect(slug('百分百行动')).toBe('bai-fen-bai-xing-dong');
    expect(slug('＋')).toMatch(/^[a-z0-9]+$/);
    expect(slug('一'.repeat(100)).length).toBeLessThanOrEqual(60);
  });

  it('are found in reports that do not define them, where they are long or quoted', () => {
    const seed = '用好“三资”，三资清理。新增四上企业，GDP增长。再增四上企业。名词解释';
    const at = (text: string) => ({ start: seed.indexOf(text), end: seed.indexOf(text) + text.length });
    const blocks = [
      { id: 's1-p1', part: 'review' as const, ...at('用好“三资”，三资清理。') },
      { id: 's1-p2', part: 'review' as const, ...at('新增四上企业，GDP增长。') },
      { id: 's1-p3', part: 'review' as const, ...at('再增四上企业。') },
    ];
    const known = structuredClone(all);
    const addUses = usesAdder(known, archiveMatcher(known));
    addUses({ id: 'c-2022', blocks }, seed);
    addUses({ id: 'a-2020', blocks }, seed);
    const uses = known.flatMap(({ term, occurrences }) =>
      occurrences.filter(({ anchor }) => anchor !== 's1-p1' || term === '三资').map(({ report, anchor }) => `${term} ${report} ${anchor}`),
    );
    expect(uses.filter((use) => use.includes('c-2022'))).toEqual([
      '地区生产总值 c-2022 s1-p2',
      '三资 c-2022 s1-p1',
      '四上企业 c-2022 s1-p2',
    ]);
    expect(uses.filter((use) => use.includes('a-2020'))).toEqual(['地区生产总值 a-2020 s1-p2', '三资 a-2020 s1-p1']);
  });

  it('stay linear in the number of terms', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => [`第${i}号新词语工程`, i] as const);
    const match = termMatcher(many);
    const text = '全面推进第77号新词语工程和经济社会高质量发展。'.repeat(2000);
    const before = performance.now();
    expect(match(text)).toHaveLength(2000);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

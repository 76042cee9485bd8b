import { describe, expect, test } from 'vitest';
import { readFilters } from '../src/search/filters.ts';
import { fold, foldMapped } from '../src/search/fold.ts';
import { charactersOfText, pairsOfText, queryTokens } from '../src/search/grams.ts';
import { divideWords, wordBorders } from '../src/search/nearest-words.ts';
import { readState, writeState } from '../src/search/page-state.ts';
import { parseQuery } from '../src/search/parse-query.ts';
import { suggest } from '../src/search/suggest.ts';
import { buildSuggestions, pinyinOf } from '../src/search/suggestions.ts';
import { widen } from '../src/search/synonyms.ts';
import { traditionalTable } from '../src/search/traditional-table.ts';

const texts = (query: string): string[] => parseQuery(query).map((word) => word.text);

describe('what is typed', () => {
  test.each([
    ['岳麓区 学位', ['岳麓区', '学位']],
    ['ＧＤＰ　增长８％', ['gdp', '增长8%']],
    ['R&D 5G PM2.5', ['r&d', '5g', 'pm2.5']],
    ['"营商 环境" 优化', ['营商环境', '优化']],
    ['“三资”', ['三资']],
    ['推进“三资”清查', ['推进“三资”清查']],
    ['”建设', ['”建设']],
    ['“六 救助“', ['“六', '救助“']],
    ['学位、幼儿园', ['学位、幼儿园']],
    ['电', ['电']],
    ['学位 学位 、 。', ['学位']],
    ['。', ['。']],
    ['  ', []],
  ])('%s', (query, words) => {
    expect(texts(query)).toEqual(words);
  });

  test('a text is folded with the place of every character', () => {
    const { value, at } = foldMapped('８．５％ 的㎡');
    expect(value).toBe('8.5%的m2');
    expect(at).toEqual([0, 1, 2, 3, 5, 6, 6, 7]);
  });

  test('pairs go through numbers and signs', () => {
    expect(queryTokens('加装电梯')).toEqual(['加装', '装电', '电梯']);
    expect(queryTokens('电')).toEqual(['电']);
    expect(queryTokens('8.5%')).toHaveLength(3);
    expect([...pairsOfText(fold('建成 新增56个'))]).toEqual(['建成', '成新', '新增', '增5', '56', '6个']);
    expect(pairsOfText('建成。新增')).not.toContain('成新');
    for (const token of queryTokens('成。新')) expect(pairsOfText('建成。新增')).toContain(token);
    for (const token of queryTokens('56个')) expect(pairsOfText('5856个')).toContain(token);
    expect([...charactersOfText('建\n设')]).toEqual(['建', '设']);
  });

  test('other names are added to a whole word, and told', () => {
    const { words, widened } = widen(parseQuery('gdp 增长'), [
      ['地区生产总值', 'GDP', '地区GDP'],
      ['增长率', '增速'],
    ]);
    expect(words.map((word) => word.alternatives)).toEqual([['地区生产总值'], []]);
    expect(widened).toEqual([{ word: 'gdp', names: ['地区生产总值', '地区GDP'] }]);
  });

  test('a word is not looked for inside of another one', () => {
    const borders = wordBorders('增强吸引力');
    expect(borders?.has(2)).toBe(true);
    expect(borders?.has(3)).toBe(false);
  });

  test('only traditional characters whose simplified form is there are in the table', () => {
    const { from, to } = traditionalTable(new Set('装电梯'));
    expect([...from].map((char, i) => char + [...to][i])).toEqual(expect.arrayContaining(['裝装', '電电']));
    expect(from).not.toContain('營');
  });

  test('a question is divided into the words that say something', () => {
    expect(divideWords(parseQuery('新增多少学位')).map((word) => word.text)).toEqual(['新增', '学位']);
    expect(divideWords(parseQuery('岳麓区新增多少学位')).map((word) => word.text)).toEqual(['岳麓区', '新增', '学位']);
  });
});

describe('suggestions', () => {
  const entity = (url: string, name: string) => ({ url, name, aliases: [], summary: '' });
  const suggestions = buildSuggestions({
    entities: {
      region: [entity('/hunan/changsha/kaifu/', '开福区')],
      indicator: [],
      term: [entity('/glossary/san-zi/', '三资'), entity('/glossary/x/', '“三资”盘活')],
    },
    keywords: ['三资', '棚改'],
  });
  const names = (typed: string): string[] => suggest(typed, suggestions).map(([, name]) => name);

  test('by characters, by pinyin and by its first letters, the closest first', () => {
    expect(names('三')).toEqual(['三资', '“三资”盘活']);
    expect(names('kaifu')).toEqual(['开福区']);
    expect(names('kfq')).toEqual(['开福区']);
    expect(names('资')).toEqual(['三资', '“三资”盘活']);
    expect(names('penggai')).toEqual(['棚改']);
    expect(names('龘')).toEqual([]);
  });

  test('a word that has a page is not suggested twice', () => {
    expect(suggestions.filter(([, name]) => name === '三资')).toHaveLength(1);
    expect(pinyinOf('5G基站')).toBe('5gjizhan 5jz');
  });
});

describe('filters and the address', () => {
  test('names and slugs mean the same', () => {
    const regions = [{ slug: 'hunan/changsha/kaifu', name: '开福区', fullName: '湖南省长沙市开福区', level: 'county' as const }];
    const filters = readFilters({ region: '开福区', level: '县区级', year: '2020年', kind: ['报告'], part: '名词解释' }, regions);
    expect(Object.fromEntries([...filters].map(([name, values]) => [name, [...values]]))).toEqual({
      region: ['hunan/changsha/kaifu'],
      level: ['county'],
      year: ['2020'],
      kind: ['report'],
      part: ['notes'],
    });
  });

  test('the address holds the whole state', () => {
    const address = '?q=%E5%AD%A6%E4%BD%8D&region=hunan/changsha&year=2020,2023&sort=year&synonyms=0';
    expect(writeState(readState(address))).toBe(address);
    expect(writeState(readState(''))).toBe('');
  });
});

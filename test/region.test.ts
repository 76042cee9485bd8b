import { describe, expect, it } from 'vitest';
import { createGazetteer } from '../src/pipeline/gazetteer.ts';
import { resolveRegion } from '../src/pipeline/region.ts';
import type { RegionTexts } from '../src/pipeline/region-statements.ts';
import { regionSchema } from '../src/schemas/region.ts';

const gazetteer = createGazetteer();
const resolve = (texts: Partial<RegionTexts>) => resolveRegion({ title: null, session: null, opening: '', body: '', ...texts }, gazetteer);
const name = (texts: Partial<RegionTexts>) => resolve(texts).region?.fullName ?? null;
const opening = (who: string) => `各位代表：现在，我代表${who}，向大会报告工作，请予审议。`;

describe('createGazetteer', () => {
  it.each([
    ['430105', 'hunan/changsha/kaifu', '湖南省长沙市开福区', 'county'],
    ['150000', 'neimenggu', '内蒙古自治区', 'province'],
    ['450000', 'guangxi', '广西壮族自治区', 'province'],
    ['610000', 'shaanxi', '陕西省', 'province'],
    ['140000', 'shanxi', '山西省', 'province'],
    ['110105', 'beijing/chaoyang', '北京市朝阳区', 'county'],
    ['500000', 'chongqing', '重庆市', 'province'],
    ['341500', 'anhui/luan', '安徽省六安市', 'prefecture'],
    ['350200', 'fujian/xiamen', '福建省厦门市', 'prefecture'],
    ['433100', 'hunan/xiangxi', '湖南省湘西土家族苗族自治州', 'prefecture'],
    ['429004', 'hubei/xiantao', '湖北省仙桃市', 'county'],
    ['622926', 'gansu/linxia/dongxiang', '甘肃省临夏回族自治州东乡族自治县', 'county'],
    ['000000', 'china', '国务院', 'national'],
  ])('%s is %s', (code, slug, fullName, level) => {
    expect(gazetteer.byCode(code)).toMatchObject({ code, slug, fullName, level });
    expect(gazetteer.bySlug(slug)?.code).toBe(code);
  });

  it('gives every place a slug of its own that the schema allows', () => {
    const slugs = gazetteer.places.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(gazetteer.places.filter((place) => !regionSchema.safeParse(place).success)).toEqual([]);
  });

  it('of two alike in one parent the later keeps its suffix', () => {
    const slugs = gazetteer
      .named('临夏')
      .filter(({ level, former }) => level === 'county' && !former)
      .map(({ slug }) => slug);
    expect(slugs).toEqual(['gansu/linxia/linxia', 'gansu/linxia/linxiaxian']);
  });

  it('knows former names', () => {
    expect(gazetteer.named('望城县')).toMatchObject([{ code: '430122', former: true, fullName: '湖南省长沙市望城县' }]);
  });
});

describe('resolveRegion', () => {
  it.each<[string, Partial<RegionTexts>, string]>([
    ['who the report speaks for', { opening: opening('罗湖区人民政府') }, '广东省深圳市罗湖区'],
    ['the session', { session: '长沙市开福区第五届人民代表大会第五次会议', opening: opening('区人民政府') }, '湖南省长沙市开福区'],
    ['the title', { title: '2020年长沙市开福区政府工作报告', opening: opening('区人民政府') }, '湖南省长沙市开福区'],
    [
      'a title with a portal’s words before it',
      { title: '【益阳招商】2019年益阳市政府工作报告', opening: opening('市人民政府') },
      '湖南省益阳市',
    ],
    ['a title without suffixes', { title: '长沙开福区2020年政府工作报告' }, '湖南省长沙市开福区'],
    ['the office of the speaker', { opening: `广东省省长 孟凡利\n${opening('省人民政府')}` }, '广东省'],
    [
      'a government by its number',
      { session: '新化县第十七届人民代表大会第一次会议', opening: '各位代表:我代表第十七届县人民政府向大会作工作报告' },
      '湖南省娄底市新化县',
    ],
    ['the State Council', { opening: opening('国务院') }, '国务院'],
    ['a national session', { session: '第十届全国人民代表大会第一次会议', title: '政府工作报告' }, '国务院'],
    ['an autonomous region', { opening: opening('内蒙古自治区人民政府') }, '内蒙古自治区'],
    ['a district of a municipality', { opening: opening('北京市朝阳区人民政府') }, '北京市朝阳区'],
    ['a county of former times', { session: '望城县第十五届人民代表大会第一次会议' }, '湖南省长沙市望城县'],
  ])('reads %s', (_, texts, expected) => {
    const { region, inferred } = resolve(texts);
    expect(region?.fullName).toBe(expected);
    expect(inferred).toBe(false);
    expect(regionSchema.safeParse(region).success).toBe(true);
  });

  it('tells two of the same name apart by the places around, and is silent where none are named', () => {
    const texts = { opening: opening('南山区人民政府') };
    expect(name({ ...texts, body: '深圳市委、市政府坚强领导，粤海街道、招商街道面貌一新，深圳质量。' })).toBe('广东省深圳市南山区');
    expect(name({ ...texts, body: '鹤岗市委、市政府坚强领导，鹤岗转型。' })).toBe('黑龙江省鹤岗市南山区');
    expect(resolve(texts)).toMatchObject({ region: null, messages: [{ rule: 'unknown-region' }] });
  });

  it('reads the kind of region behind a salutation on the same line', () => {
    const body =
      '全县上下团结一心，县委坚强领导，县政府扎实工作，我县面貌一新。娄底市委、市政府关心支持，新化人民，娄底。上梅镇、洋溪镇、炉观镇、琅塘镇面貌一新，新化县城扩容。'.repeat(
        2,
      );
    expect(name({ opening: '各位代表:我代表县人民政府向大会报告工作', body })).toBe('湖南省娄底市新化县');
  });

  it('infers a region that is nowhere named in full', () => {
    const body =
      '在市委、市政府和区委的领导下，全区经济平稳，区政府扎实工作，我区盐田港区作业区繁忙，建设新盐田，全区人民幸福，深圳盐田携手，沙头角街道、梅沙街道焕然一新。';
    const { region, inferred, messages } = resolve({ opening: opening('区人民政府'), body });
    expect(region).toMatchObject({ code: '440308', slug: 'guangdong/shenzhen/yantian', name: '盐田区' });
    expect(inferred).toBe(true);
    expect(messages).toMatchObject([{ rule: 'inferred-region' }]);
  });

  it('puts a functional area below its city, without a code', () => {
    const { region, messages } = resolve({
      opening: opening('大鹏新区管理委员会'),
      body: '深圳市委、市政府领导，深圳东部。深圳市、深圳。'.repeat(3),
    });
    expect(region).toEqual({
      code: null,
      name: '大鹏新区',
      fullName: '广东省深圳市大鹏新区',
      level: 'county',
      slug: 'guangdong/shenzhen/dapeng',
    });
    expect(messages).toMatchObject([{ rule: 'unlisted-region' }]);
  });

  it('does not take a functional area for the district that it became', () => {
    const { region } = resolve({ opening: opening('深圳市坪山新区管理委员会') });
    expect(region).toMatchObject({ code: null, name: '坪山新区', slug: 'guangdong/shenzhen/pingshanxinqu' });
  });

  it('believes the text and not a portal’s title', () => {
    const stated = resolve({ title: '2024年易县政府工作报告', opening: opening('米易县人民政府') });
    expect(stated.region?.fullName).toBe('四川省攀枝花市米易县');
    expect(stated.messages).toMatchObject([{ rule: 'region-contradiction', text: '标题写“易县”，正文是四川省攀枝花市米易县，按正文记' }]);
    const body = '米易县经济平稳，攀枝花市委领导，米易县委领导，米易人民，攀枝花市。'.repeat(5);
    expect(name({ title: '2024年易县政府工作报告', opening: opening('县人民政府'), body })).toBe('四川省攀枝花市米易县');
  });

  it('says so where nothing tells', () => {
    expect(resolve({ opening: opening('XX区人民政府'), body: '经济平稳。' })).toMatchObject({
      region: null,
      messages: [{ rule: 'unknown-region' }],
    });
  });
});

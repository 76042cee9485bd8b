/** Unit as printed → its base unit and how many of it: 亿元 → 元, 1e8. */
const SCALE: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  万亿元: ['元', 1e12],
  亿元: ['元', 1e8],
  万元: ['元', 1e4],
  元: ['元', 1],
  亿美元: ['美元', 1e8],
  万美元: ['美元', 1e4],
  美元: ['美元', 1],
  万人: ['人', 1e4],
  人: ['人', 1],
  亿斤: ['斤', 1e8],
  万斤: ['斤', 1e4],
  万吨: ['吨', 1e4],
  亿吨: ['吨', 1e8],
  吨: ['吨', 1],
  万个: ['个', 1e4],
  个: ['个', 1],
  百分点: ['%', 1],
  个百分点: ['%', 1],
  '%': ['%', 1],
  '‰': ['‰', 1],
  '': ['', 1],
};

/** Other names under which annotations know an indicator. */
const SYNONYMS: Readonly<Record<string, string>> = {
  GDP: '地区生产总值',
  生产总值: '地区生产总值',
  国内生产总值: '地区生产总值',
  单位GDP能耗: '单位地区生产总值能耗',
  规模工业增加值: '规模以上工业增加值',
  地方一般公共预算收入: '一般公共预算收入',
  全体居民人均可支配收入: '居民人均可支配收入',
  研发经费占地区生产总值比重: '研发投入强度',
  研发经费投入强度: '研发投入强度',
  全社会研发投入强度: '研发投入强度',
  居民消费价格指数: '居民消费价格',
  居民消费价格涨幅: '居民消费价格',
  空气质量优良天数比率: '空气质量优良天数比例',
  空气质量优良率: '空气质量优良天数比例',
  外贸进出口总额: '进出口总额',
  外贸进出口: '进出口总额',
};

const QUALIFIERS: Readonly<Record<string, string>> = { '>': '>=', '<': '<=', about: '~', '≥': '>=', '≤': '<=' };

/** 一、 第一部分 （二） 3. 四是: a number before a heading. */
const MARK =
  /^\s*(?:第?[一二三四五六七八九十]+[、.章节部分]+|[（(][一二三四五六七八九十\p{Nd}]+[)）]|\p{Nd}+[、.．]|[一二三四五六七八九十]+是)\s*/u;

/** Letters, digits, `*`, `%` and `+` alone, of one width and case: what two copies of a text agree in. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}*%+]/gu, '')
    .toLowerCase();
}

/** A heading without its number. */
export function normalTitle(title: string): string {
  return normalText(title.normalize('NFKC').replace(MARK, ''));
}

/** Canonical name of an indicator. */
export function normalName(name: string | null | undefined): string {
  const plain = (name ?? '').normalize('NFKC').trim();
  return SYNONYMS[plain] ?? plain;
}

export function qualifier(text: string): string {
  return QUALIFIERS[text] ?? text;
}

/** Name, role, period and quantity as one string; and name and quantity alone. */
export function indicatorKey(
  name: string | null | undefined,
  role: string,
  {
    period,
    value,
    unit,
  }: { period?: string | number | null | undefined; value?: number | null | undefined; unit?: string | null | undefined },
): { whole: string; quantity: string } {
  const [base, factor] = SCALE[unit ?? ''] ?? [unit ?? '', 1];
  const amount = value === null || value === undefined ? 'none' : String(Math.round(value * factor * 1e4) / 1e4);
  const known = normalName(name);
  return { whole: `${known} ${role} ${String(period)} ${amount}${base}`, quantity: `${known} ${amount}${base}` };
}

/** seeds/000_d2df90c230e981da.txt → 000_d2df90c230e981da */
export function stem(path: string): string {
  const name = path.replace(/^.*\//, '');
  return name.replace(/(?<=.)\.[^.]*$/, '');
}

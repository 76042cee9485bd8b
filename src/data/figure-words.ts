import type { Observation } from '../schemas/observation.ts';

type Figure = Pick<Observation, 'measure' | 'value' | 'valueHigh' | 'unit' | 'qualifier'>;

const qualifierWords: Record<Observation['qualifier'], string> = { '=': '', '>=': '以上', '<=': '以内', '~': '左右', range: '' };

export const measureWords: Record<Observation['measure'], string> = {
  growth: '增速',
  level: '数值',
  share: '比率',
  change: '变动',
  avg_growth: '年均增速',
  cumulative: '累计',
};

export const statusWords: Record<Observation['status'], string> = { actual: '结果', estimate: '预计', target: '目标' };

/** What a figure is about, before its figureWords: 地区生产总值 | 新增停车位 | 贫困人口脱贫 | 为家庭提供健康服务 | 铁路货运量, which grew */
export function subjectWords(figure: Observation): string {
  const { indicator, label, verb, object, scope, quote } = figure;
  if (indicator) return `${scope ?? ''}${indicator}`;
  if (!verb || !object || moves(figure.measure) || /[到至为]$/.test(verb)) return label;
  const at = quote.indexOf(object.slice(0, 2));
  const served = recipients.exec(quote.slice(0, at))?.[0];
  if (served) return `${served}${object}${verb}`;
  return at >= 0 && quote.indexOf(verb) > at ? `${object}${verb}` : `${verb}${object}`;
}

/** 为|2.3万户家庭提供健康服务 */
const recipients = /(?:面向|[为向对给])(?=\D{0,4}\d[\d.]*\D{0,4}$)/;

/** A figure with its qualifier in plain words: 增长8%左右 | 下降3% | 1203.5亿元以上 | 6%—6.5% | 2.5%以内 */
export function figureWords(figure: Figure): string {
  return verbOf(figure) + amountWords(figure) + qualifierWords[figure.qualifier];
}

/** Where a heading says measure and unit already: 8%左右 | −3% | 1203.5 */
export function shortFigureWords(figure: Figure, unit: string): string {
  const amount = amountWords({ ...figure, measure: 'level' });
  return (figure.unit === unit && unit !== '%' ? amount.slice(0, amount.length - unit.length) : amount) + qualifierWords[figure.qualifier];
}

/** 2020年 | 2026—2030年 */
export function periodWords(period: Observation['period']): string {
  const text = String(period).replace('-', '—');
  return /\d$/.test(text) ? `${text}年` : text;
}

/** Without verb and qualifier: 8% | 6%—6.5% | 下降 is not in it. */
function amountWords({ value, valueHigh, unit, measure }: Figure): string {
  const sized = (number: number) => (moves(measure) ? Math.abs(number) : number);
  const plain = (number: number) => numberWords(sized(number));
  if (valueHigh === undefined || valueHigh === value) return withMagnitude(sized(value), unit);
  const [low, high] = value < 0 && valueHigh < 0 && moves(measure) ? [valueHigh, value] : [value, valueHigh];
  return unit === '%' ? `${plain(low)}%—${plain(high)}%` : `${plain(low)}—${plain(high)}${unit}`;
}

function verbOf({ measure, value }: Figure): string {
  if (!moves(measure)) return '';
  const verb = value < 0 ? '下降' : measure === 'change' ? '提高' : '增长';
  return measure === 'avg_growth' ? `年均${verb}` : verb;
}

/** The figure says how something moved: its sign is in the verb. */
function moves(measure: Observation['measure']): boolean {
  return measure === 'growth' || measure === 'avg_growth' || measure === 'change';
}

/** 100000000元 → 1亿元, where the unit has no magnitude of its own. */
function withMagnitude(value: number, unit: string): string {
  const large = Math.abs(value) >= 1e8 && !/^[千百万亿]/u.test(unit);
  return large ? `${numberWords(value / 1e8)}亿${unit}` : numberWords(value) + unit;
}

/** 1234567.5 stays as a reader of Chinese reports expects it: without thousands marks. */
export function numberWords(value: number): string {
  return String(Number(value.toPrecision(12))).replace('-', '−');
}

import { type Observation, observationSchema } from '../schemas/observation.ts';
import { csv } from './csv.ts';
import type { Archive, Report } from './index-archive.ts';

type Cell = string | number | boolean | null | undefined;

/** A column of observations.csv: a Frictionless field, and where its value comes from. */
export interface Column {
  name: string;
  type: 'string' | 'number' | 'integer' | 'boolean';
  /** For the data page and datapackage.json. */
  description: string;
  constraints?: { required?: true; unique?: true; enum?: readonly string[] };
  value: (observation: Observation, report: Report | undefined) => Cell;
}

const { measure, qualifier, status } = observationSchema.shape;

export const columns: readonly Column[] = [
  column('id', 'string', '数字的编号', (o) => o.id, { required: true, unique: true }),
  column('report', 'string', '报告的编号，即 reports.json 的 id', (o) => o.report, { required: true }),
  column('region_code', 'string', '行政区划代码（GB/T 2260）', (_, report) => report?.region.code),
  column('region', 'string', '地区全称', (_, report) => report?.region.fullName),
  column('year', 'integer', '报告所安排的年份', (_, report) => report?.year),
  column('indicator', 'string', '规范指标名；没有规范名的数字为空', (o) => o.indicator),
  column('label', 'string', '原文的称呼', (o) => o.label),
  column('measure', 'string', 'growth 增速，level 数值，share 比率，change 变动，avg_growth 年均增速，cumulative 累计', (o) => o.measure, {
    required: true,
    enum: measure.options,
  }),
  column('value', 'number', '数值；下降为负', (o) => o.value, { required: true }),
  column('value_high', 'number', '区间的上端', (o) => o.valueHigh),
  column('unit', 'string', '原文的单位', (o) => o.unit),
  column('qualifier', 'string', '= 等于，>= 以上，<= 以内，~ 左右，range 区间', (o) => o.qualifier, {
    required: true,
    enum: qualifier.options,
  }),
  column('status', 'string', 'actual 结果，estimate 预计，target 目标', (o) => o.status, { required: true, enum: status.options }),
  column('period', 'string', '所说的年份，或 2021-2025 这样的起止年份', (o) => o.period, { required: true }),
  column('headline', 'boolean', '是否出自回顾的总述或主要预期目标', (o) => o.headline, { required: true }),
  column('scope', 'string', '只说地区的一部分时，这一部分的名称', (o) => o.scope),
  column(
    'verb',
    'string',
    '没有规范指标的数字：做了什么，照原文（新增、新建改造）；变动为增长、下降、提高到；单说数值或比率的没有',
    (o) => o.verb,
  ),
  column('object', 'string', '没有规范指标的数字：数的或量的是什么，照原文（停车位）', (o) => o.object),
  column('quote', 'string', '原文', (o) => o.quote, { required: true }),
  column('start', 'integer', '原文在种子文件里的起点（UTF-16 偏移）', (o) => o.start, { required: true }),
  column('end', 'integer', '终点', (o) => o.end, { required: true }),
  column('section', 'string', '所在的节', (o) => o.section),
  column('anchor', 'string', '所在段落的锚点：报告网址 + # + 锚点', (o) => o.anchor, { required: true }),
];

/** observations.csv of the whole archive or of one report. */
export function observationCsv(archive: Archive, observations: readonly Observation[]): string {
  const rows = observations.map((observation) => {
    const report = archive.reportById.get(observation.report);
    return columns.map((column) => column.value(observation, report));
  });
  return csv(
    columns.map((column) => column.name),
    rows,
  );
}

function column(
  name: string,
  type: Column['type'],
  description: string,
  value: Column['value'],
  constraints?: Column['constraints'],
): Column {
  return { name, type, description, value, ...(constraints && { constraints }) };
}

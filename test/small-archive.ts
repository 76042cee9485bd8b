import { indexArchive } from '../src/data/index-archive.ts';
import type { Observation } from '../src/schemas/observation.ts';
import type { Region } from '../src/schemas/region.ts';
import type { ReportRecord } from '../src/schemas/report.ts';
import type { Term } from '../src/schemas/term.ts';

/** Invented regions below a real province. */
export const regions = {
  province: { code: '430000', name: '湖南省', fullName: '湖南省', level: 'province', slug: 'hunan' },
  city: { code: '430100', name: '长沙市', fullName: '湖南省长沙市', level: 'prefecture', slug: 'hunan/changsha' },
  kaifu: { code: '430105', name: '开福区', fullName: '湖南省长沙市开福区', level: 'county', slug: 'hunan/changsha/kaifu' },
  yuelu: { code: '430104', name: '岳麓区', fullName: '湖南省长沙市岳麓区', level: 'county', slug: 'hunan/changsha/yuelu' },
  country: { code: '000000', name: '国务院', fullName: '中华人民共和国', level: 'national', slug: 'guowuyuan' },
} satisfies Record<string, Region>;

export function report(region: Region, year: number, over: Partial<ReportRecord> = {}): ReportRecord {
  const id = `${region.slug.replaceAll('/', '-')}-${year}`;
  return {
    id,
    kind: 'report',
    title: `${year}年${region.name}政府工作报告`,
    url: `/${region.slug}/${year}/`,
    seed: { path: `${id}.txt`, sha256: '0'.repeat(64), encoding: 'utf-8', start: 0, end: 100 },
    region,
    year,
    session: null,
    deliveredOn: `${year}-01-12`,
    speaker: null,
    completeness: 'complete',
    inferred: [],
    stated: [],
    outline: [],
    notes: [],
    projects: [],
    dropped: [],
    blocks: [],
    aliases: {},
    characters: 100,
    keywords: [],
    messages: [],
    ...over,
  };
}

export function observation(report: string, over: Partial<Observation> = {}): Observation {
  return {
    id: `${report}-o1`,
    report,
    indicator: '地区生产总值',
    label: '生产总值',
    measure: 'growth',
    value: 8,
    unit: '%',
    qualifier: '=',
    status: 'actual',
    period: 2019,
    headline: true,
    quote: '生产总值增长8%',
    start: 10,
    end: 18,
    section: 's1',
    anchor: 's1-p1',
    ...over,
  };
}

export function archiveOf(records: ReportRecord[], observations: Observation[] = [], terms: Term[] = []) {
  return indexArchive({ records, observations, terms });
}

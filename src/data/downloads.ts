import { zipSync } from 'fflate';
import type { ReportRecord } from '../schemas/report.ts';
import { dataPackage } from './data-package.ts';
import type { Archive } from './index-archive.ts';
import { observationCsv } from './observation-table.ts';

/** A file below /data/. */
export interface Download {
  name: string;
  mediatype: string;
  /** What it holds, in one line for readers. */
  title: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The earliest moment that a zip can name: the same bytes at every build. */
const zipTime = new Date(1980, 0, 1);

/** Every download of the data page; datapackage.json describes the ones before it, archive.zip holds them all. */
export function downloads(archive: Archive, about: { title: string; description: string; homepage: string; licence: string }): Download[] {
  const files = [
    download(
      'reports.json',
      'application/json',
      '每份文件的题名、地区、年份、来源、目录、名词解释、民生实事',
      lines(archive.records.map(published)),
    ),
    download('observations.csv', 'text/csv', '每个数字一行（带 BOM，可直接用 Excel 打开）', observationCsv(archive, archive.observations)),
    download('observations.json', 'application/json', '同上，JSON', lines(archive.observations)),
    download('terms.json', 'application/json', '名词，各地各年的释义和出处', lines(archive.terms)),
  ];
  const described = [
    ...files,
    download('datapackage.json', 'application/json', '以上文件的说明（Frictionless Data Package）', dataPackage(files, about)),
  ];
  return [...described, { name: 'archive.zip', mediatype: 'application/zip', title: '以上全部', bytes: zip(described) }];
}

/** The record without the positions of its blocks, which the report's own data.json has. */
function published({ blocks: _blocks, ...record }: ReportRecord): Omit<ReportRecord, 'blocks'> {
  return record;
}

/** A JSON array with one record a line: small, and readable line by line. */
function lines(records: readonly unknown[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}

function download(name: string, mediatype: string, title: string, text: string): Download {
  return { name, mediatype, title, bytes: new TextEncoder().encode(text) };
}

function zip(files: readonly Download[]): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
  return new Uint8Array(zipSync(entries, { level: 9, mtime: zipTime }));
}

import { createHash } from 'node:crypto';
import { columns } from './observation-table.ts';

interface File {
  name: string;
  mediatype: string;
  title: string;
  bytes: Uint8Array;
}

/** datapackage.json of the files beside it: Frictionless Data Package 1.0. */
export function dataPackage(
  files: readonly File[],
  about: { title: string; description: string; homepage: string; licence: string },
): string {
  const descriptor = {
    profile: 'data-package',
    name: 'government-work-reports',
    title: about.title,
    description: `${about.description}\n\n${about.licence}`,
    homepage: about.homepage,
    resources: files.map(resource),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function resource(file: File): Record<string, unknown> {
  const tabular = file.mediatype === 'text/csv';
  return {
    name: file.name.replace('.', '-'),
    path: file.name,
    title: file.title,
    profile: tabular ? 'tabular-data-resource' : 'data-resource',
    format: file.name.split('.').at(-1),
    mediatype: file.mediatype,
    encoding: 'utf-8',
    bytes: file.bytes.length,
    hash: `sha256:${createHash('sha256').update(file.bytes).digest('hex')}`,
    ...(tabular && {
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: schema(),
    }),
  };
}

function schema(): Record<string, unknown> {
  const fields = columns.map(({ name, type, description, constraints }) => ({
    name,
    type,
    description,
    ...(constraints && { constraints }),
  }));
  return { fields, primaryKey: 'id', missingValues: [''] };
}

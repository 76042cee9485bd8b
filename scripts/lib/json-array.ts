import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { ContentWriter } from './write-content.ts';

/** A JSON array that is written one element at a time, with the bytes of `JSON.stringify(array, null, 1)`. */
export interface JsonArray {
  push(element: unknown): void;
  close(): void;
}

export function writeJsonArray(writer: ContentWriter, path: string): JsonArray {
  let count = 0;
  writer.write(path, '[');
  return {
    push: (element) => {
      const lines = JSON.stringify(element, null, 1).split('\n');
      writer.append(path, `${count++ === 0 ? '' : ','}\n ${lines.join('\n ')}`);
    },
    close: () => writer.append(path, count === 0 ? ']\n' : '\n]\n'),
  };
}

/** The elements of a file that `writeJsonArray` wrote, one at a time: an array of objects, each of which begins and ends on lines of its own. */
export function* readJsonArray(file: string): Generator<unknown> {
  let lines: string[] = [];
  for (const line of readLines(file)) {
    if (line === '[' || line === ']' || line === '[]') continue;
    lines.push(line);
    if (line === ' }' || line === ' },') {
      yield JSON.parse(lines.join('\n').replace(/,$/, ''));
      lines = [];
    }
  }
  if (lines.some((line) => line.trim() !== '')) yield* JSON.parse(`[${lines.join('\n').replace(/^\s*\[|\]\s*$/g, '')}]`);
}

/** The lines of a file, without reading it as a whole. */
export function* readLines(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(1 << 16);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) {
      const lines = (rest + decoder.write(buffer.subarray(0, size))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    closeSync(descriptor);
  }
  if (rest !== '') yield rest;
}

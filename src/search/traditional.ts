import type { OpenArchive } from './open-archive.ts';
import type { Word } from './parse-query.ts';

/** `t2s.bin`: traditional characters, and the simplified ones in the same order. */
export interface TraditionalTable {
  from: string;
  to: string;
}

/** 加裝電梯 → 加装电梯; undefined where nothing changes. The table is loaded only when a query finds nothing as it is. */
export async function simplify(words: readonly Word[], archive: OpenArchive): Promise<Word[] | undefined> {
  const { from, to } = await archive.read<TraditionalTable>('t2s.bin', 'from');
  const targets = [...to];
  const table = new Map([...from].map((char, i) => [char, targets[i] ?? char]));
  const simple = words.map((word) => ({ ...word, text: [...word.text].map((char) => table.get(char) ?? char).join('') }));
  return simple.some((word, i) => word.text !== words[i]?.text) ? simple : undefined;
}

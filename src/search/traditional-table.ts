import { Converter } from 'opencc-js/t2cn';
import type { TraditionalTable } from './traditional.ts';

const firstHan = 0x4e00;
const lastHan = 0x9fff;

/** The traditional characters whose simplified form stands in a text of `characters`. */
export function traditionalTable(characters: ReadonlySet<string>): TraditionalTable {
  const simplify = Converter({ from: 't', to: 'cn' });
  let from = '';
  let to = '';
  for (let code = firstHan; code <= lastHan; code++) {
    const char = String.fromCharCode(code);
    const simple = simplify(char);
    if (simple === char || simple.length !== 1 || !characters.has(simple)) continue;
    from += char;
    to += simple;
  }
  return { from, to };
}

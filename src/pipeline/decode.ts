import type { Message } from './message.ts';

/** A seed as text. Where `refused` is true there is no text, and the last message says why. */
export interface Decoded {
  /** Well-formed UTF-16: survives JSON and UTF-8. Offsets of the whole archive count in it. */
  value: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `big5`; '' for a refused file. */
  encoding: string;
  messages: Message[];
  refused: boolean;
}

/** First bytes of files that hold no plain text, and what to do with one. */
const SIGNATURES: ReadonlyArray<[kind: string, action: string, bytes: readonly number[]]> = [
  ['JPEG 图片', '图片里的文字请先识别成文本', [0xff, 0xd8, 0xff]],
  ['PNG 图片', '图片里的文字请先识别成文本', [0x89, 0x50, 0x4e, 0x47]],
  ['GIF 图片', '图片里的文字请先识别成文本', [0x47, 0x49, 0x46, 0x38]],
  ['PDF 文件', '请另存为 .txt 或 .docx', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['压缩包或 Office 文件', '若是 Word 文件，扩展名应为 .docx', [0x50, 0x4b, 0x03, 0x04]],
  ['旧版 Office 文件', '请在 Word 里另存为 .docx', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RAR 压缩包', '请先解压', [0x52, 0x61, 0x72, 0x21]],
  ['gzip 压缩包', '请先解压', [0x1f, 0x8b, 0x08]],
  ['RTF 文件', '请在 Word 里另存为 .docx', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['可执行文件', '请移走它', [0x7f, 0x45, 0x4c, 0x46]],
];

const BYTE_ORDER_MARKS: ReadonlyArray<[encoding: string, bytes: readonly number[]]> = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Characters that every Chinese text is full of: what a wrong encoding never yields. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过民前面政府区市县省建设经济社会各推进展业全，。、；：“”（）',
);

/** How much of a text is read to judge an encoding. */
const SAMPLE = 65536;
/** Share of common characters in a Chinese text: about 0.5; in one that was read with a wrong encoding: below 0.1. */
const PLAUSIBLE = 0.2;

/**
 * Bytes of a seed file → its text. UTF-8 and UTF-16 (with or without a byte order mark), GB18030 and Big5 are detected; a doubt is a
 * message, and a person's word (`stated`) goes before detection; an empty or binary file is refused. No character is changed but lone surrogates, which become U+FFFD.
 */
export function decode(bytes: Uint8Array, path: string, stated?: string): Decoded {
  if (bytes.length === 0) return refuse('empty-file', `${path} 是空文件`, '请重新保存原文，或删去这个文件');
  const signature = SIGNATURES.find(([, , head]) => startsWith(bytes, head));
  if (signature) return refuse('binary-file', `${path} 是${signature[0]}，不是文本`, signature[1]);
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => startsWith(bytes, mark));
  const reading = stated ? readAs(stated, bytes) : marked ? readAs(marked[0], bytes.subarray(marked[1].length)) : detect(bytes);
  if (!reading) return refuse('unknown-encoding', `认不出 ${path} 的编码，或者它不是文本`, '请用 UTF-8 重新保存');
  if (reading.value.trim() === '') return refuse('empty-file', `${path} 里没有文字`, '请重新保存原文，或删去这个文件');
  return { ...settle(reading.value, reading.messages), encoding: reading.encoding, refused: false };
}

/** A refusal: no text, one message. */
export function refuse(rule: string, text: string, action: string): Decoded {
  return { value: '', encoding: '', messages: [{ rule, offset: 0, text, action }], refused: true };
}

/** Makes a text well-formed and says what in it cannot be shown. */
export function settle(text: string, messages: readonly Message[] = []): { value: string; messages: Message[] } {
  const found = [...messages];
  const value = text.toWellFormed();
  if (value !== text) {
    const offset = text.search(/\p{Surrogate}/u);
    found.push({ rule: 'lone-surrogate', offset, text: '有残缺的字符（半个代理对），以 U+FFFD 代替', action: '请核对原文' });
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const control = /[\0-\x08\x0b\x0e-\x1f\u202a-\u202e\u2066-\u2069]/.exec(value);
  if (control) {
    const code = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    found.push({
      rule: 'control-character',
      offset: control.index,
      text: `有不可见的控制字符（${code}），网页上不显示`,
      action: '一般不必处理；若文字顺序可疑，请核对原文',
    });
  }
  return { value, messages: found };
}

interface Reading {
  value: string;
  encoding: string;
  messages: Message[];
}

function detect(bytes: Uint8Array): Reading | null {
  const nuls = countNuls(bytes.subarray(0, SAMPLE));
  if (nuls === 0) {
    const utf8 = readAs('utf-8', bytes, 0);
    if (utf8) return utf8;
  }
  // A page may begin with more markup than that: its first character beyond ASCII is where encodings part.
  const from = nuls === 0 ? bytes.findIndex((byte) => byte >= 0x80) & ~1 : 0;
  const sample = bytes.subarray(from, from + SAMPLE);
  const ranked = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
    .filter((encoding) => nuls === 0 || nuls < sample.length / 100 || encoding.startsWith('utf-16'))
    .map((encoding) => ({ encoding, score: plausibility(sample, encoding) }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best || best.score < PLAUSIBLE / 2) return nuls < sample.length / 100 && isMostlyText(sample) ? readAs('utf-8', bytes) : null;
  const reading = readAs(best.encoding, bytes);
  const second = ranked[1]?.score ?? 0;
  if (reading && (best.score < PLAUSIBLE || second > best.score * 0.8)) {
    const text = `按 ${best.encoding} 读，但不能肯定`;
    reading.messages.push({
      rule: 'doubtful-encoding',
      offset: 0,
      text,
      action: '请看看文字是否正常；若是乱码，请用 UTF-8 重新保存，或在 seeds/manifest.yml 写明 encoding',
    });
  }
  return reading;
}

/** Reads `bytes` with `encoding`; null where more than `tolerance` of the characters are broken. */
function readAs(encoding: string, bytes: Uint8Array, tolerance = 0.02): Reading | null {
  try {
    return { value: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, messages: [] };
  } catch {
    if (tolerance === 0) return null;
  }
  const value = new TextDecoder(encoding).decode(bytes);
  const broken = value.split('\uFFFD').length - 1;
  if (broken > 2 + value.length * tolerance) return null;
  const text = `有 ${broken} 处字节不合 ${encoding} 编码，以 U+FFFD 代替`;
  return {
    value,
    encoding,
    messages: [
      { rule: 'broken-bytes', offset: Math.max(0, value.indexOf('\uFFFD')), text, action: '文件可能被截断或混有两种编码，请核对原文' },
    ],
  };
}

/** Share of the characters beyond ASCII that are common in Chinese; 0 where many are broken. */
function plausibility(sample: Uint8Array, encoding: string): number {
  let common = 0;
  let beyond = 0;
  let broken = 0;
  let total = 0;
  for (const c of new TextDecoder(encoding).decode(sample)) {
    total++;
    if (c === '\uFFFD') broken++;
    else if (COMMON.has(c)) common++;
    if (c > '\x7f') beyond++;
  }
  return beyond === 0 || broken > 4 + total * 0.02 ? 0 : common / beyond;
}

/** Text without Chinese, with some broken bytes. */
function isMostlyText(sample: Uint8Array): boolean {
  const printable = sample.reduce(
    (count, byte) => count + Number(byte >= 0x20 && byte < 0x7f ? 1 : byte === 9 || byte === 10 || byte === 13),
    0,
  );
  return printable > sample.length * 0.9;
}

function countNuls(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + Number(byte === 0), 0);
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

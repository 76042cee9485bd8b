import { isPersonName, mayBePersonName } from '../text/person-name.ts';

/** A field of the header with the UTF-16 offsets of its words in the text that was searched. */
export interface FoundField {
  value: string;
  start: number;
  end: number;
  doubt?: string;
}

const ORDINAL = '[一二三四五六七八九十百零〇\\d０-９\\s]{1,6}';
/** 第五届人民代表大会第五次会议, 第十届全国人民代表大会第一次会议, 五届人大五次会议; may be broken by line ends. */
const SESSION = new RegExp(
  `第?${ORDINAL}届\\s*(?:全国)?\\s*(?:人\\s*民\\s*代\\s*表\\s*大\\s*会|人大)(?:\\s*常务委员会)?\\s*第?${ORDINAL}次\\s*(?:全体)?\\s*会\\s*议`,
);
/** 长沙市开福区, XX市: the place before the ordinal. */
const PLACE_BEFORE = /[\u4e00-\u9fff×XxＸ*＊○〇]{1,24}\s?$/;

/** The session in which a report was delivered, without its line breaks: 广东省第十四届\n人民代表大会第五次会议上 */
export function findSession(text: string): FoundField | null {
  const match = SESSION.exec(text);
  if (!match) return null;
  const before = text.slice(Math.max(0, match.index - 30), match.index);
  const place = PLACE_BEFORE.exec(before)?.[0] ?? '';
  const dated = /\d\s*$/.test(before.slice(0, before.length - place.length));
  const start = match.index - place.length + placeStart(place, dated);
  const end = match.index + match[0].length;
  return { value: text.slice(start, end).replace(/\s/g, ''), start, end };
}

/** Where the place begins: behind the last 在, or behind what is left of a date (日于长沙市); 日照市 and 于都县 are names. */
function placeStart(words: string, dated: boolean): number {
  const at = words.lastIndexOf('在') + 1;
  if (at > 0) return at;
  return dated ? (/^日?\s*(?:上午|下午)?(?:于|向)?/.exec(words)?.[0].length ?? 0) : 0;
}

const OFFICE = '(?:代理|代)?(?:省长|市长|区长|县长|旗长|州长|盟长|主席|总理|主任|专员|行政长官)';
const NAME = '[\\u3400-\\u9fff](?:[ \\t\\u3000·•・]{0,4}[\\u3400-\\u9fff]){1,11}?';
/** 区长 谢伟峰, 广东省省长 孟凡利, 市长胡忠雄, 报告人：何 朝 晖 */
const OFFICE_NAME = new RegExp(
  `(?<!副)(?:${OFFICE}|报告人)[\\s:：（(]{0,6}(${NAME})(?=\\s*(?:[\\n）)，。(（]|$|同志|各位代表|作|向|\\s{2}|\\s\\d))`,
  'g',
);
const ADDRESS = /各位\s*(?:人大\s*)?(?:代\s*表|委\s*员)|同志们/;
/** Captions and credits of a portal: 本报记者 霍艳恩摄, 责任编辑：张三 */
const CREDIT = /(?:记者|编辑|作者|来源|通讯员|摄影|审核|校对|责编|摄|图)[^\n]{0,12}$/;

/**
 * The one who delivered the report, by name and without office and inner spaces (`何 朝 晖` → 何朝晖). `text`: the words from
 * the title to 各位代表 (what follows is not looked at).
 */
export function findSpeaker(text: string): FoundField | null {
  const address = ADDRESS.exec(text);
  const head = address ? text.slice(0, address.index) : text.slice(0, 600);
  for (const match of head.matchAll(OFFICE_NAME)) {
    const end = match.index + match[0].length;
    const field = named(match, end, /^\s*(?:[\n）)]|$)/.test(head.slice(end)) ? mayBePersonName : isPersonName);
    if (field && !creditBefore(head, match.index)) return field;
  }
  const session = findSession(head);
  const from = session ? session.end : address ? lastLines(head, 2) : head.length;
  return bareName(head, from);
}

/** The first name that stands by itself: 谢伟峰, （何　朝　晖） */
function bareName(head: string, from: number): FoundField | null {
  for (const piece of [/[^\n()（）—]+/g, /\S+/g]) {
    for (const match of head.slice(from).matchAll(piece)) {
      const words = match[0].trim();
      const start = from + match.index + match[0].indexOf(words);
      const value = words.replace(/\s/g, '');
      if (isPersonName(value) && !creditBefore(head, start)) return { value, start, end: start + words.length };
    }
  }
  return null;
}

function named(match: RegExpMatchArray, end: number, isName: (text: string) => boolean): FoundField | null {
  const words = match[1] ?? '';
  const value = words.replace(/\s/g, '');
  return isName(value) ? { value, start: end - words.length, end } : null;
}

function creditBefore(head: string, start: number): boolean {
  return CREDIT.test(head.slice(Math.max(0, start - 24), start));
}

/** Offset at which the last `count` lines with words begin. */
function lastLines(text: string, count: number): number {
  let at = text.trimEnd().length;
  for (let i = 0; i < count && at > 0; i++) at = text.lastIndexOf('\n', text.slice(0, at).trimEnd().length - 1);
  return Math.max(0, at);
}

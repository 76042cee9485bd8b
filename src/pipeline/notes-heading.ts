/** What a list of definitions is called, without what stands before it: 名词、术语注释 | 有关名词说明 | 专业术语解释 */
const listName = String.raw`(?:有关|相关|部分|主要|重点|重要|若干|专有|专业|专用|新|内容|文字|中|的|名词|术语|词语|用语|概念|词汇|词条|缩略[语词]|缩写|及|和|与|以及|、|[ \u3000])*(?:名词|术语|词语|用语|概念|词汇|词条|缩略[语词]|名称|内容|表述)[ \u3000]*(?:的)?(?:解释|注释|说明|释义|解读|简释|浅释|解析|注解|诠释|索引|释疑)[单表]?(?:(?:[与及和、]|以及)(?:解释|注释|说明|释义))?|注[ \u3000]*释|附注|尾注|脚注|注[ \u3000]*解|名词[ \u3000]*[:：]|注[ \u3000]*(?=[:：])`;
/** 附件：| 附件1：| 附 | 【 | 《2024年政府工作报告》中 */
const before = String.raw`(?:[一二三四五六七八九十]{1,2}、|附[ \u3000]*[件录表]?[ \u3000]*[\d一二三四五六七八九十]{0,2}[ \u3000]*[.．、:：—-]{0,2}[ \u3000]*)?[（(【[〔《<]?(?:[^。；;，,!！?？\n]{0,24}工作报告[》>]?[ \u3000]*)?[（(]?`;
const after = String.raw`[ \u3000]*[)）】\]〕》>]?(?:[ \u3000]*[（(][^（()）]{0,24}[)）])?[ \u3000]*[:：]?`;
/** 报告相关指标和名词（术语）解释: on a line of its own a list may be called by more words. */
const longName = String.raw`[\p{Script=Han}、“”]{0,12}(?:名词|术语|用语|词语|热词|新词|关键词|词汇|概念)[（(]?[\p{Script=Han}、]{0,6}[）)]?(?:的)?(?:解释|注释|说明|释义|解读|简释|浅释|浅析|解析|注解|诠释|简介)[单表]?`;
const heading = new RegExp(`^${before}(?:${listName}|${longName})${after}$`, 'u');
/** 做好名词解释工作 is a sentence. */
const sentence = /^(?:做好|加强|开展|强化|推进|完善|对|请|见|详见|为)/u;
/** 努力奋斗! 名词解释: 1、“四上”企业 — behind the end of a sentence or with 附件1, before the first number. */
const runIn = new RegExp(
  String.raw`(?:(?<=[。！!?？；;…”’）)】\s\u3000])|(?=附[ \u3000]*[件录][ \u3000]*[\d一二三]))(?:${before.replace('[^。；;，,!！?？\\n]{0,24}', '[^。；;，,!！?？\\s\\n]{0,24}')}(?:${listName})${after})(?=[ \u3000]*(?:1[.．、 :：]|[［[【〔（(][ \u3000]*1[ \u3000]*[］\]】〕）)]|[①⑴⒈“"]))`,
  'gu',
);
const longest = 60;
/** An entry of a list of attachments, not a heading: 附件：1. 政府工作报告名词注释 | 1．《政府工作报告》名词解释.doc */
const listed = /^(?:附[ \u3000]*[件录表]?[ \u3000]*[:：][ \u3000]*)?[\d（(]{1,3}[ \u3000]*[.．、)）]/u;

/** Whether a line is the heading of a list of definitions: 《政府工作报告》名词解释 | 附件：名词解释 | 注释： */
export function isNotesHeading(line: string): boolean {
  const text = line.trim();
  return text.length <= longest && heading.test(text) && !listed.test(text) && !sentence.test(text);
}

/** Whether a line only names a list of definitions that stands elsewhere: 1．《政府工作报告》有关名词解释.doc | 附件：1. 名词解释 */
export function namesNotes(line: string): boolean {
  const text = line.trim();
  const name = text.replace(listed, '').replace(/\.(?:docx?|pdf|xlsx?|wps|rar|zip)$/u, '');
  return name !== text && isNotesHeading(name);
}

/** A heading of definitions that runs on in a line: 努力奋斗!【名词解释:】1、“四上”企业:即… The last one; null where there is none. */
export function findNotesHeading(text: string): { start: number; end: number } | null {
  if (!/(?:[注解]|释|说明|索引|名词)/u.test(text)) return null;
  let found: { start: number; end: number } | null = null;
  for (const { index, 0: words } of text.matchAll(runIn)) {
    found = { start: index + words.length - words.trimStart().length, end: index + words.trimEnd().length };
  }
  return found;
}

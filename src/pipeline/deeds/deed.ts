import type { Loose } from '../figures.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Measured, measureOf } from '../measure.ts';
import type { Subject } from '../subjects.ts';
import { isAside } from './asides.ts';
import { described, ofPredicate, ofRecipients } from './counted.ts';
import { beforeNext, countedNoun, listEnd } from './counted-noun.ts';
import { done } from './done.ts';
import { moved, ofLevel, reached } from './level.ts';
import { named } from './named.ts';
import { recipients } from './recipients.ts';
import { ofShare } from './share.ts';
import { ofSubject } from './subject.ts';
import { allWords, type Before, comparison, type Deed, duration, levelled, measuring, movements, rated, type Told } from './told.ts';
import { bareOf, lastPiece, withoutAttribute } from './words.ts';

/** 空气质量优良天数达|288天 */
const lasting = /(?:天数|时间|时长|年限|寿命|年龄)(?:\d{4}年)?(?:达到?|为|仅|近|超过?|提高到|增至|突破)*$/;

const shorter = /控制在|压缩|缩短|缩减|压减|减少|提速/;

/** Reads verb and object of a quantity without a canonical subject; null where it is no deed: 24小时服务. */
export function deed(found: Loose, lex: Lexicon, before: Before): Deed | null {
  const loose = { ...found, until: listEnd(found, lex) };
  const { quantity, clause, subject, until } = loose;
  const all = allWords(loose);
  const behind = beforeNext(clause.text.slice(quantity.end, until), clause.text, until, lex)
    .replace(/\[\d*\]?|\d*\]/g, '')
    .replace(/[和及与、]+$/, '')
    .replace(/^\([^()\d]{1,3}\)$/, '')
    .replace(/^的(?=.{2})/, '');
  if (duration.test(quantity.unit) && !shorter.test(all) && !lasting.test(all) && !multiplied(quantity.unit, all)) return null;
  if (isAside(loose, all)) return described(loose, all, behind, lex);
  const served = recipients(loose, all, lex);
  if (subject && !served && !tellsAnother(loose, subject, all, behind, before, lex)) return ofSubject(loose, subject, all, behind, lex);
  // 12个社区公园和|5条公园带
  const listed = /、$|\d.*[和及与]$|^的$/.test(all);
  const words = listed ? '' : bareOf(all, lex);
  const measured = counted(
    measureOf(null, quantity, isTotal(loose, all) ? `累计${words}` : words.replace('累计', ''), behind, lex),
    quantity.unit,
    words,
    lex,
  );
  if (!measured) return null;
  const given = served && ofRecipients(served, measured, loose, lex);
  if (given) return given;
  const told: Told = { loose: listed ? { ...loose, joined: true } : loose, words, behind, measured, before };
  const plain = listed ? words : withoutAttribute(words, lex);
  const bare = plain === words ? null : tell({ ...told, words: plain }, listed, lex);
  return bare && bare.told !== 'ahead' ? bare : (tell(told, listed, lex) ?? bare);
}

/** Whether a figure with a subject tells of something else than that. */
function tellsAnother(loose: Loose, subject: Subject, words: string, behind: string, before: Before, lex: Lexicon): boolean {
  const { clause, quantity, joined } = loose;
  // 累计|17个|项目, 4.6公里的|10条|道路品质提升工程
  if (words === '的' || (words === '累计' && subject.end <= clause.from)) return countedNoun(behind, null, lex) !== null;
  // 新增上市公司3家、|市级专精特新企业10家 is a member of the list.
  return joined && subject.start >= clause.from && before.verb !== undefined && !/[%番倍]|百分点/.test(quantity.unit);
}

function tell(all: Told, listed: boolean, lex: Lexicon): Deed | null {
  const told = listed ? all : { ...all, words: lastPiece(all.words, lex) };
  const { words, behind, measured } = told;
  // 覆盖80%以上|的大城市
  const attribute = told.loose.clause.text[told.loose.quantity.end] === '的';
  if (measured.measure === 'share' && behind !== '' && (attribute || !rated.test(words.replace(levelled, '')))) return ofShare(told, lex);
  if (/^每[百千万]/.test(words) || lasting.test(words)) return ofLevel(told, lex);
  if (listed) return named(told, lex);
  // 对参保人员|人均补助80元
  if (/人均(?:补助|补贴|资助|奖励)(?:达到?|近|超过?)?$/.test(words))
    return ofLevel({ ...told, words: words.replace(/^[对向给为]/, '') }, lex);
  if (words === '') return ofPredicate(told, lex);
  // 新增6个事项、|累计达|45个事项
  if (/^(?:累计|总数|总量)(?:已|共)?达到?$/.test(allWords(told.loose))) return named(told, lex);
  if (comparison.test(words)) return null;
  return reached(told, lex) ?? (compound(words, lex) ? null : moved(told, lex)) ?? done(told, lex) ?? named(told, lex);
}

/** 累计创造岗位15万个、|新增就业13万人; not 全年累计获奖45个 */
function isTotal({ joined, lead }: Loose, words: string): boolean {
  const told = joined ? `${lead}、${words}` : words;
  return /累计(?!\d)/.test(told) && !/(?:全年|今年|当年|年内|去年)[^,;、]*累计/.test(told);
}

/** 道路完善提升等7项: things are counted; a movement in their name is none of theirs. */
function counted(measured: Measured | null, unit: string, words: string, lex: Lexicon): Measured | null {
  const things = /[项个家条座处所件名宗户栋幢台辆套亩]$|公里$/.test(unit) && !/(?:增加|减少|扩大|增)(?:了|近|约)?$/.test(words);
  return measured?.measure === 'change' && (things || compound(words, lex)) ? { measure: 'level', sign: 1 } : measured;
}

/** 保留提升|110公顷: the movement is part of a deed. */
function compound(words: string, lex: Lexicon): boolean {
  return words.search(movements) > 1 && lex.verbs.get(words) !== undefined;
}

/** 增长|6倍, 翻番; not 是十年前的3倍 */
function multiplied(unit: string, words: string): boolean {
  return unit === '番' || (/^[倍成]$/.test(unit) && measuring.test(words));
}

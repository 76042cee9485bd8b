import type { Quantity } from '../text/quantity.ts';
import type { Mention } from '../text/trie.ts';
import { conjuncts } from './conjuncts.ts';
import type { Lexicon, Name } from './lexicon.ts';
import { type Clause, leads, type Subject, subjectOf } from './subjects.ts';

/** 规模以上工业企业达7.6万家、增加值增长3%: the name that the subject before begins. */
export function completed(clause: Clause, [before, other]: readonly Subject[], lex: Lexicon): Subject[] {
  const { text, from, to } = clause;
  if (!before || other || before.end > from) return [];
  // 铺排落实省|重点项目304个、|完成投资4608亿元
  const all = text.slice(before.start, before.end);
  const at = [...all].findIndex((_, i) => (lex.names.longest(all.slice(i) + text.slice(from, to), 0)?.end ?? 0) > all.length - i);
  const label = all.slice(Math.max(at, 0));
  // 引进重点项目160个,投资总额1800亿元 is no investment of the year.
  const gained = /引进|引入|签约|招引|落地|储备|谋划/.test(all.slice(0, Math.max(at, 0)));
  const whole = at < 0 || label.length < 3 || gained ? null : lex.names.longest(label + text.slice(from, to), 0);
  if (!whole || whole.end <= label.length) return [];
  const end = from + whole.end - label.length;
  if (!leads(text.slice(end, to), lex)) return [];
  return [{ indicator: whole.value.indicator, growing: whole.value.growing, from: before.from, start: before.start, end }];
}

const perProduct = /每?(?:万元|单位)(?:GDP|地区生产总值|生产总值)/g;

/** 万元GDP能耗下降4%,|水耗下降3%: what the product is set against, said once in a sentence. */
export function perUnit({ text, from, to }: Clause, lex: Lexicon): Subject[] {
  const head = [...text.slice(0, from).matchAll(perProduct)].at(-1)?.[0];
  const whole = head ? lex.names.longest(head + text.slice(from, to), 0) : null;
  if (!head || !whole || whole.end <= head.length) return [];
  const end = from + whole.end - head.length;
  if (!leads(text.slice(end, to), lex)) return [];
  return [{ indicator: whole.value.indicator, growing: whole.value.growing, from, start: from, end }];
}

/** 完成200亿元固定资产投资: the subject stands behind its figure, which ends the clause. */
export function following(quantity: Quantity, { text, from, to }: Clause, until: number, names: readonly Mention<Name>[]): Subject[] {
  const at = quantity.end + (text[quantity.end] === '的' ? 1 : 0);
  const name = names.find(({ start }) => start === at);
  if (!name || name.end > until || !/^(?:目标|任务)?$/.test(text.slice(name.end, until))) return [];
  const persons = /[人名]$/.test(quantity.unit) && name.value.indicator.kind === 'count' && text.slice(from, to) === '';
  if (!persons && !/(?:完成|实现|新增|促进|帮助|帮扶|扶持|安置|^有|达到?|力争|确保|争取)$/.test(text.slice(from, to))) return [];
  return [{ indicator: name.value.indicator, growing: name.value.growing, from, start: name.start, end: name.end }];
}

/** 新增国家高新技术企业471家,总量突破5000家: the stock that was added to. */
export function stock(subject: Subject, text: string, lex: Lexicon): Subject {
  const label = text.slice(subject.start, subject.end);
  const bare = label.replace(/^(?:新增|净增|新认定|新申报|新登记|新设立?)(?:认定)?/, '');
  if (!subject.indicator || bare === label) return subject;
  return { ...subject, indicator: lex.names.get(bare)?.indicator ?? null };
}

const moved = /^分别(?:同比|均)?(?:增长|下降|提高|上升|减少|增加|降低)/;

/** 本地生产总值高位竞进,超过6500亿元: the clause before, which holds no figure, begins with the subject. */
export function announced(clause: Clause, end: number, count: number, names: readonly Mention<Name>[], lex: Lexicon): Subject[] {
  const { text } = clause;
  const from = text.lastIndexOf(',', clause.from - 2) + 1;
  const before = { text, from, to: clause.from - 1 };
  // 事故起数、受伤人数、死亡人数,|分别下降21%、27.1%、33.3%
  if (count > 1 && from >= end && moved.test(text.slice(clause.from, clause.to))) return conjuncts(before, count, lex, true);
  const name = names.find(({ start }) => start >= from);
  if (
    count !== 1 ||
    from < end ||
    !name ||
    name.end > before.to ||
    before.to - name.end > 8 ||
    name.value.growing ||
    /[、和与及]/.test(text.slice(name.end, before.to))
  )
    return [];
  const subject = subjectOf(before, name, lex);
  return name.start === from || (subject.indicator && !subject.scope && name.start - from <= 6) ? [subject] : [];
}

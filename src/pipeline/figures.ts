import { type Quantity, quantities } from '../text/quantity.ts';
import type { Mention } from '../text/trie.ts';
import { conjuncts } from './conjuncts.ts';
import type { Lexicon, Name } from './lexicon.ts';
import { type Measured, measureOf, plausible } from './measure.ts';
import { quantityLists } from './quantity-lists.ts';
import { type Clause, leads, nearest, type Subject, subjectOf } from './subjects.ts';

/** A quantity with its subject; the clause that says it is `text.slice(from, to)`. */
export interface Figure extends Measured {
  quantity: Quantity;
  subject: Subject;
  from: number;
  to: number;
}

/** A quantity without a canonical subject, with the clause that leads to it. */
export interface Loose {
  quantity: Quantity;
  clause: Clause;
  /** A subject that is not canonical: carried over (中欧班列发运411列,增长189%), or a member of a list. */
  subject: Subject | null;
  /** Where the next quantity or clause begins. */
  until: number;
  /** The clause goes on behind 、 after another figure: 新增学位3600个、病床400张 */
  joined: boolean;
}

const boundary = /[;:。—!?]|(?<!\d),|,(?!\d{3}(?!\d))/g;
/** What a figure ends before: 、, a bracket, another predicate. */
const closing = /^(?:$|[、()和及与并占]|以及|其中|达|增长|同比|下降|提高|较|比|高于|低于|总|实现|完成|居)/;
/** 由2010年的4.60万亿元: where a movement came from. */
const origin = /(?:由|从|自)(?:\d{4}年(?:底|末|初)?的?|去年的?|上年的?|建区时的?|[^,;。]{0,8}时的?)?$/;

/** The figures of a sentence, with subjects carried over commas: 出口总额1361亿美元,增长34.1%; `loose` takes the others. */
export function figures(text: string, lex: Lexicon, loose: (one: Loose) => void = () => {}): Figure[] {
  const all = quantities(text, lex.units).filter((quantity) => !quantity.rank);
  if (all.length === 0) return [];
  return new Reader(text, lex, loose).read(quantityLists(all, text));
}

/** Reads one sentence from left to right. */
class Reader {
  readonly #text: string;
  readonly #lex: Lexicon;
  readonly #loose: (one: Loose) => void;
  readonly #names: Mention<Name>[];
  readonly #found: Figure[] = [];
  /** The subjects of the last figures, and where these end. */
  #carried: Subject[] = [];
  /** All subjects since the last ;. */
  #told: Subject[] = [];
  #end = 0;
  #clause = 0;
  #before = 0;
  /** 新增 holds on over 、: 净增高新技术企业500家、专精特新企业30家 */
  #added = false;

  constructor(text: string, lex: Lexicon, loose: (one: Loose) => void) {
    this.#text = text;
    this.#lex = lex;
    this.#loose = loose;
    this.#names = lex.names.all(text);
  }

  read(groups: Quantity[][]): Figure[] {
    groups.forEach((group, i) => {
      const [first, last] = [group[0] as Quantity, group.at(-1) as Quantity];
      const next = groups[i + 1]?.[0]?.start ?? this.#text.length;
      if (this.#bracketed(first.start)) return;
      const joined = this.#startClause(first.start);
      const clause = { text: this.#text, from: this.#clause, to: first.start };
      if (groups[i + 1] && this.#measures(last, this.#text.slice(last.end, next))) return;
      if (!joined || this.#text[clause.from - 1] !== '、')
        this.#added = /^.{0,4}(?:新增|净增)/.test(this.#text.slice(clause.from, clause.to));
      if (!origin.test(this.#text.slice(clause.from, clause.to)) || i + 1 === groups.length)
        this.#readGroup(group, clause, this.#until(last.end, next), joined);
      else this.#keepOrigin(clause, last.end);
      this.#before = last.end;
    });
    return this.#found.filter((figure, i) => !passed(figure, this.#found[i + 1]));
  }

  /** 达到的500亿元(可比口径增长3%): what stands in brackets is another reading of the figure before. */
  #bracketed(at: number): boolean {
    return this.#text.lastIndexOf('(', at) > this.#text.lastIndexOf(')', at - 1) && this.#text.lastIndexOf('(', at) >= 0;
  }

  /** Moves to the clause that leads to the figure at `at`; true where it is joined to the figure before by 、. */
  #startClause(at: number): boolean {
    const between = this.#text.slice(this.#before, at);
    let mark = -1;
    for (const match of between.matchAll(boundary)) {
      mark = match.index + 1;
      if (match[0] === ';') [this.#carried, this.#told] = [[], []];
    }
    if (mark >= 0) this.#clause = this.#before + mark;
    else if (this.#before > 0 && this.#closes(between)) {
      this.#clause = this.#before + (/^(?:[)、和及与]|以及)*/.exec(between)?.[0].length ?? 0);
      return true;
    }
    return false;
  }

  #closes(rest: string): boolean {
    return (
      closing.test(rest) || leads(rest, this.#lex) || this.#lex.names.longest(rest, 0) !== null || this.#lex.verbs.longest(rest, 0) !== null
    );
  }

  /** Where the words behind a figure end. */
  #until(end: number, next: number): number {
    const mark = this.#text.slice(end, next).search(/[,;:。—、!?()]/);
    return mark < 0 ? next : end + mark;
  }

  /** 由4.7万元提高至6.8万元: the subject waits for the second figure. */
  #keepOrigin(clause: Clause, end: number): void {
    const to = clause.to - (origin.exec(this.#text.slice(clause.from, clause.to))?.[0].length ?? 0);
    const name = nearest({ ...clause, to }, this.#names, this.#lex);
    if (name) this.#carry([subjectOf(clause, name, this.#lex)], end);
    else if (leads(this.#text.slice(clause.from, to), this.#lex)) this.#end = end;
    else this.#carry([{ indicator: null, growing: false, from: clause.from, start: clause.from, end: to }], end);
  }

  #carry(subjects: Subject[], end: number): void {
    this.#told.push(...subjects);
    this.#carried = subjects;
    this.#end = end;
  }

  #readGroup(group: Quantity[], clause: Clause, until: number, joined: boolean): void {
    const last = group.at(-1) as Quantity;
    const subjects = this.#subjects(group, clause, until);
    group.forEach((quantity, i) => {
      const subject = subjects[i];
      const behind = this.#text.slice(last.end, until);
      const words = this.#predicate(subject, clause, subjects);
      const measured = subject?.indicator ? measureOf(subject.indicator, quantity, words, behind, this.#lex) : null;
      if (subject?.indicator && measured && this.#says(subject, measured, quantity)) {
        // A change (比上年提高4.6个百分点) is said by its own clause; a rate needs the name that it belongs to.
        const from = measured.measure === 'change' ? clause.from : Math.min(subject.from, clause.from);
        this.#found.push({ quantity, subject, ...measured, from, to: Math.max(last.end, subject.from >= clause.from ? subject.end : 0) });
      } else if (!subject?.indicator) {
        this.#loose({ quantity, clause, subject: subject ?? null, until: group.length > 1 ? last.end : until, joined });
      }
    });
    this.#remember(subjects, clause, last);
  }

  /** The words between a subject and its figure; 新增 before a stock (新增地铁运营里程171.7公里) is one of them. */
  #predicate(subject: Subject | undefined, clause: Clause, list: readonly Subject[]): string {
    if (!subject || subject.end <= clause.from || subject.start >= clause.to) return this.#text.slice(clause.from, clause.to);
    const own = /(?:新增|净增)$/.test(this.#text.slice(clause.from, subject.start));
    const shared = this.#added && subject.start === clause.from && subject.end === clause.to;
    const end = Math.max(...list.map((one) => one.end));
    return (own || shared ? '新增' : '') + this.#text.slice(Math.min(end, clause.to), clause.to);
  }

  /** 税收过亿元楼宇: the figure tells of the noun behind it. */
  #attributive(quantity: Quantity): boolean {
    if (quantity.qualifier !== '>=' && quantity.qualifier !== '<=') return false;
    const behind = this.#text.slice(quantity.end, quantity.end + 12);
    return !/^(?:$|[,;:。—、!?)(“]|的|大关|台阶|目标|任务|水平|规模|关口|位居|稳居|跻身|为|连续|创)/.test(behind) && !this.#closes(behind);
  }

  #says(subject: Subject, measured: Measured, quantity: Quantity): boolean {
    if (this.#attributive(quantity) && quantity.unit !== '%') return false;
    if (subject.growing && !/growth|cumulative/.test(measured.measure)) return false;
    return subject.indicator !== null && plausible(subject.indicator, quantity, measured);
  }

  /** 占全省48% tells of the subject before, and does not become one. */
  #remember(subjects: Subject[], clause: Clause, last: Quantity): void {
    const words = this.#text.slice(clause.from, clause.to);
    if (subjects.length > 0) this.#carry(subjects, last.end);
    else if (this.#lex.aside.test(words) || /^(?:其中)?(?:占|比|较)/.test(words)) this.#end = last.end;
    else this.#carry([{ indicator: null, growing: false, from: clause.from, start: clause.from, end: clause.to }], last.end);
  }

  #subjects(group: Quantity[], clause: Clause, until: number): Subject[] {
    const words = this.#text.slice(clause.from, clause.to);
    const behind = group.length === 1 ? this.#behind(group[0] as Quantity, clause, until) : [];
    if (behind.length > 0) return behind;
    if (words !== '' && leads(words, this.#lex) && !this.#counts(words, clause, until)) {
      if (!this.#carriedOver(clause)) return [];
      if (this.#carried.length !== group.length) return /分别/.test(words) && group.length > 1 ? this.#lastTold(group.length) : [];
      return /总|累计/.test(words) ? this.#carried.map((subject) => this.#stock(subject)) : this.#carried;
    }
    if (group.length > 1) return conjuncts(clause, group.length, this.#lex);
    const name = nearest(clause, this.#names, this.#lex);
    if (!name) return this.#completed(clause);
    return [subjectOf(clause, name, this.#lex)];
  }

  /** 规模以上工业企业达7.6万家、增加值增长3%: the name that the subject before begins. */
  #completed(clause: Clause): Subject[] {
    const [before, other] = this.#carried;
    if (!before || other || before.end > clause.from) return [];
    const label = this.#text.slice(before.start, before.end);
    const whole = this.#lex.names.longest(label + this.#text.slice(clause.from, clause.to), 0);
    if (!whole || whole.end <= label.length) return [];
    const end = clause.from + whole.end - label.length;
    if (!leads(this.#text.slice(end, clause.to), this.#lex)) return [];
    return [{ indicator: whole.value.indicator, growing: whole.value.growing, from: before.from, start: before.start, end }];
  }

  /** 完成200亿元固定资产投资 */
  #behind(quantity: Quantity, clause: Clause, until: number): Subject[] {
    const at = quantity.end + (this.#text[quantity.end] === '的' ? 1 : 0);
    const name = this.#names.find(({ start }) => start === at);
    if (!name || name.end > until || !/^(?:目标|任务)?$/.test(this.#text.slice(name.end, until))) return [];
    const words = this.#text.slice(clause.from, clause.to);
    if (!/(?:完成|实现|新增|达到?|力争|确保|争取)$/.test(words)) return [];
    return [{ indicator: name.value.indicator, growing: name.value.growing, from: clause.from, start: name.start, end: name.end }];
  }

  /** 存款余额1203.5亿元、贷款余额986.4亿元,分别增长9.1%和13.4% */
  #lastTold(count: number): Subject[] {
    const told = [...new Set(this.#told)].slice(-count);
    return told.length === count ? told : [];
  }

  /** 完成210家商户供气管道化改造: a new deed, not one of the subject before. */
  #counts(words: string, clause: Clause, until: number): boolean {
    const behind = /[^\d%万亿千百]{4,}$/.exec(this.#text.slice(clause.to, until))?.[0] ?? '';
    return /^(?:完成|实现|新增|净增)$/.test(words) && behind.length >= 5;
  }

  /** 投资100亿元以上|项目1个: the figure belongs to the noun that the next one counts. */
  #measures(quantity: Quantity, between: string): boolean {
    if (quantity.qualifier === '=' || /[,;:。—!?、()和及与]/.test(between) || between === '' || this.#closes(between)) return false;
    return this.#lex.inner.all(between).length === 0 && !leads(between, this.#lex);
  }

  /** 新增国家高新技术企业471家,总量突破5000家: the stock that was added to. */
  #stock(subject: Subject): Subject {
    const label = this.#text.slice(subject.start, subject.end);
    const bare = label.replace(/^(?:新增|净增|新认定|新申报|新登记|新设立?)(?:认定)?/, '');
    if (!subject.indicator || bare === label) return subject;
    return { ...subject, indicator: this.#lex.names.get(bare)?.indicator ?? null };
  }

  /** Only clauses that place the figure may stand between it and the next one: 3858亿元,跃居全市第二,增长9.8%. */
  #carriedOver(clause: Clause): boolean {
    return this.#text
      .slice(this.#end, clause.from)
      .split(/[,、:—()]/)
      .every((words) => words === '' || this.#lex.aside.test(words) || leads(words, this.#lex));
  }
}

/** 突破3万亿元、达3.6万亿元: the mark that was passed on the way is not the figure. */
function passed(figure: Figure, next: Figure | undefined): boolean {
  return (
    figure.quantity.qualifier === '>=' &&
    next !== undefined &&
    next.subject === figure.subject &&
    next.measure === figure.measure &&
    next.quantity.unit === figure.quantity.unit
  );
}

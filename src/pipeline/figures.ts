import { type Quantity, quantities } from '../text/quantity.ts';
import type { Mention } from '../text/trie.ts';
import { Carried } from './carried.ts';
import { conjuncts } from './conjuncts.ts';
import { announced, completed, following, perUnit, stock } from './implied-subjects.ts';
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
  /** The words before the first figure of such a list: 新增学位 */
  lead: string;
  /** Those of the list before: 净增经营主体 of 净增经营主体24万户,其中企业5万户 */
  before: string;
}

const boundary = /[;:。!?]|—{2,}|(?<!\d),|,(?!\d{3}(?!\d))/g;
/** The commas of (预计数,下同) end no clause. */
const asides = /\([^()]*\)/g;
/** What a figure ends before: 、, a bracket, another predicate. */
const closing = /^(?:$|[、()和及与并占]|以及|其中|达|增长|同比|下降|提高|较|比|高于|低于|总|实现|完成|居)/;
/** What may stand behind a bound (超过500亿元) that is the figure itself. */
const ending = /^(?:$|[,;:。—、!?)(“]|的|大关|台阶|目标|任务|水平|规模|关口|位居|稳居|跻身|为|连续|创)/;
/** 由2010年的4.60万亿元: where a movement came from. */
const origin =
  /(?:[比较]\d{4}年(?:底|末)?的|(?:由|从|自)(?:人均|每[人年月]{1,4}|\d{4}年(?:底|末|初)?的?|去年(?:[^,;。\d]{0,4}的)?|上年(?:[^,;。\d]{0,4}的)?|建区时的?|原(?:来|先)?的?|[^,;。]{0,8}时的?)?)$/;

const threshold = /(?:纳税|税收|产值|营收|营业收入|主营业务收入|销售收入|注册资本)$/;
const reached = /^的?[^,;:。、\d]{2,8}?(?:预计)?(?:新增|达到?|有|增至|分别)[^,;:。、]{0,3}$/;
const spent = /^[^,;:。—!?、()\d]{2,10}(?:投入|支出)$/;
const gain = /(?:新增|净增)$/;
/** Whose things the next figure counts: 7个|市直部门|22项职权 */
const owner = /^[^,;:。—!?、()和及与\d]{0,6}(?:部门|单位|街道|社区|小区|村|省份|领域|行业|乡镇)$/;

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
  readonly #carried = new Carried();
  /** Where the clause of the figure begins, and where the figure before it ends. */
  #clause = 0;
  #before = 0;
  /** The words before the first figure of a list: 净增高新技术企业500家、专精特新企业30家 */
  #lead = '';
  /** Those of the list before. */
  #leadBefore = '';

  constructor(text: string, lex: Lexicon, loose: (one: Loose) => void) {
    this.#text = text;
    this.#lex = lex;
    this.#loose = loose;
    this.#names = lex.names.all(text);
  }

  read(groups: readonly Quantity[][]): Figure[] {
    groups.forEach((group, i) => {
      const [first, last] = [group[0] as Quantity, group.at(-1) as Quantity];
      const next = groups[i + 1]?.[0]?.start ?? null;
      if (this.#bracketed(first.start)) return;
      const joined = this.#startClause(first.start);
      const clause = { text: this.#text, from: this.#clause, to: first.start };
      const unit = groups[i + 1]?.[0]?.unit ?? '';
      if (next !== null && this.#describes(last, this.#text.slice(last.end, next), unit)) return;
      const words = this.#text.slice(clause.from, clause.to);
      if (!joined) [this.#leadBefore, this.#lead] = [this.#lead, words];
      if (next !== null && origin.test(words)) this.#keepOrigin(clause, last.end);
      else this.#readGroup(group, clause, this.#until(last.end, next ?? this.#text.length), joined);
      this.#before = last.end;
    });
    return this.#found.filter((figure, i, all) => !isMark(figure, [all[i - 2], all[i - 1], all[i + 1]]));
  }

  /** 500亿元(可比口径增长3%): what stands in brackets is another reading of the figure before. */
  #bracketed(at: number): boolean {
    const open = this.#text.lastIndexOf('(', at);
    return open >= 0 && open > this.#text.lastIndexOf(')', at - 1);
  }

  /** 投资100亿元以上|项目1个, 承接7个部门|22项职权: the figure describes the noun that the next one counts. */
  #describes(quantity: Quantity, between: string, unit: string): boolean {
    // 9项|民生领域投入|171.7亿元
    if (/^[项个类]$/.test(quantity.unit) && unit.endsWith('元') && spent.test(between) && this.#lex.inner.all(between).length === 0)
      return true;
    if (owner.test(between)) return true;
    // 纳税超亿元|楼宇预计新增5栋
    const before = this.#text.slice(this.#clause, quantity.start);
    if (quantity.unit.endsWith('元') && quantity.qualifier === '>=' && threshold.test(before) && reached.test(between)) return true;
    if (quantity.qualifier === '=' || between === '' || /[,;:。—!?、()和及与]/.test(between) || this.#closes(between)) return false;
    return this.#lex.inner.all(between).length === 0;
  }

  /** Moves to the clause that leads to the figure at `at`; true where it is joined to the figure before by 、. */
  #startClause(at: number): boolean {
    const between = this.#text.slice(this.#before, at);
    let mark = -1;
    for (const match of between.replace(asides, (aside) => '·'.repeat(aside.length)).matchAll(boundary)) {
      mark = match.index + match[0].length;
      if (match[0] === ';') this.#carried.clear();
    }
    // 新增6个事项、|累计达45个; 签约7个项目、|金额15亿元
    const total = mark < 0 ? between.search(/(?<=^[^、]+、)(?:累计|总数|总量|总?金额|投资额|总投资)[^、]*$/) : -1;
    if (total >= 0) {
      this.#clause = this.#before + total;
      return false;
    }
    // 3家|总部企业和|3家投资企业
    const noun = /^[^、,;:()]{2,12}[和及与]$/.test(between) && this.#lex.names.longest(between, 0) !== null;
    const joined = mark < 0 && this.#before > 0 && !noun && this.#closes(between);
    if (mark >= 0) this.#clause = this.#before + mark;
    if (joined) this.#clause = this.#before + this.#joint(between);
    return joined;
  }

  /** Where a clause begins that is joined to a figure; an aside may stand between: 5.53万亿元、稳居全国前十强、增长4.8% */
  #joint(between: string): number {
    const last = between.lastIndexOf('、') + 1;
    if (last > 1 && leads(between.slice(last), this.#lex)) return last;
    return /^(?:[)、及与]|和(?!谐|平|美)|以及)*/.exec(between)?.[0].length ?? 0;
  }

  #closes(rest: string): boolean {
    const { names, verbs } = this.#lex;
    if (closing.test(rest) || leads(rest, this.#lex) || names.longest(rest, 0) !== null) return true;
    // 6家|保护机构、…14家运营机构 is no deed.
    const verb = verbs.longest(rest, 0);
    return verb !== null && !/^(?:机构|单位|企业|人员)/.test(rest.slice(verb.end));
  }

  /** Where the words behind a figure end. */
  #until(end: number, next: number): number {
    // 100个街心(社区)公园, 16个县(市、区)级平台: a short aside ends no noun, nor does a name in quotes.
    const words = this.#text.slice(end, next).replace(/\([^()\d]{1,6}\)|“[^“”]{1,16}”/g, (aside) => '·'.repeat(aside.length));
    const mark = words.search(/[,;:。—、!?()]/);
    return mark < 0 ? next : end + mark;
  }

  /** 由4.7万元提高至6.8万元: the subject waits for the second figure. */
  #keepOrigin(clause: Clause, end: number): void {
    const to = clause.to - (origin.exec(this.#text.slice(clause.from, clause.to))?.[0].length ?? 0);
    const name = nearest({ ...clause, to }, this.#names, this.#lex);
    if (name) this.#carried.carry([subjectOf(clause, name, this.#lex)], end);
    else if (leads(this.#text.slice(clause.from, to), this.#lex)) this.#carried.end = end;
    else this.#carried.carry([unknown({ ...clause, to })], end);
  }

  #readGroup(group: readonly Quantity[], clause: Clause, until: number, joined: boolean): void {
    const last = group.at(-1) as Quantity;
    const subjects = this.#subjects(group, clause, until).map((subject) => this.#gained(subject, clause));
    // 城乡居民人均可支配收入均增长8%: one figure for both.
    const told = subjects.length > group.length ? subjects.map(() => last) : group;
    const pass = (quantity: Quantity, subject: Subject | null): void =>
      this.#loose({
        quantity,
        clause,
        subject,
        until: group.length > 1 ? last.end : until,
        joined,
        lead: this.#lead,
        before: this.#leadBefore,
      });
    told.forEach((quantity, i) => {
      const subject = subjects[i];
      const { indicator } = subject ?? { indicator: null };
      const flow = subject !== undefined && this.#isFlow(subject, clause, joined);
      if (!subject || !indicator || flow) {
        pass(quantity, flow ? null : (subject ?? null));
        return;
      }
      const words = this.#predicate(subject, clause, subjects);
      const measured = measureOf(indicator, quantity, words, this.#text.slice(last.end, until), this.#lex);
      if (!measured) {
        // 劳务输出7000人次 is no number of people.
        if (group.length === 1 && subject.start >= clause.from && subject.end <= clause.to) pass(quantity, null);
        return;
      }
      if (!this.#says(subject, measured, quantity) || !plausible(indicator, quantity, measured)) return;
      // A change (比上年提高4.6个百分点) is said by its own clause; a rate needs the name that it belongs to.
      const from = measured.measure === 'change' ? clause.from : Math.min(subject.from, clause.from);
      this.#found.push({ quantity, subject, ...measured, from, to: Math.max(last.end, subject.from >= clause.from ? subject.end : 0) });
    });
    this.#remember(subjects, clause, last);
  }

  /** 引进培育专精特新企业125家、|高新技术企业95家: a list of those that came counts no stock. */
  #isFlow({ indicator, start }: Subject, { from }: Clause, joined: boolean): boolean {
    return (
      joined &&
      indicator?.kind === 'count' &&
      start - from <= 6 &&
      /^(?!.*累计).{0,6}(?:引进|引入|培育|认定|招引|引育|孵化|培养)/.test(this.#lead)
    );
  }

  /** 新增35家|规上企业; 新增上市公司3家、|规上企业100家: what is newly counted has a name of its own. */
  #gained(subject: Subject, clause: Clause): Subject {
    const { indicator, start, end } = subject;
    const behind = start >= clause.to && gain.test(this.#text.slice(clause.from, clause.to));
    if (indicator?.kind !== 'count' || !(behind || this.#sharesGain(subject, clause))) return subject;
    const gained = this.#lex.names.get(`新增${this.#text.slice(start, end)}`)?.indicator;
    return gained ? { ...subject, indicator: gained } : subject;
  }

  /** 新增 holds on over 、 */
  #sharesGain({ start, end }: Subject, { from, to }: Clause): boolean {
    return this.#text[from - 1] === '、' && start === from && end === to && /^.{0,4}(?:新增|净增)/.test(this.#lead);
  }

  /** The words between a subject and its figure; 新增 before a stock (新增地铁运营里程171.7公里) is one of them. */
  #predicate(subject: Subject, clause: Clause, list: readonly Subject[]): string {
    if (subject.end <= clause.from || subject.start >= clause.to) return this.#text.slice(clause.from, clause.to);
    const before = this.#text.slice(clause.from, subject.start);
    const own = /(?:新增|净增)(?:[^,;、]*的)?$/.test(before);
    // 累计完成|建筑业产值
    const total = /累计(?:完成|实现|投入)?$/.test(before) && !/(?:全年|今年|去年|年内)[^,;]*$/.test(before) ? '累计' : '';
    const counted = subject.indicator?.name.startsWith('新增');
    const end = Math.max(...list.map((one) => one.end));
    return (
      total + (!counted && (own || this.#sharesGain(subject, clause)) ? '新增' : '') + this.#text.slice(Math.min(end, clause.to), clause.to)
    );
  }

  #says(subject: Subject, measured: Measured, quantity: Quantity): boolean {
    if (subject.growing && !/growth|cumulative/.test(measured.measure)) return false;
    if (quantity.unit === '%' || (quantity.qualifier !== '>=' && quantity.qualifier !== '<=')) return true;
    // 税收过亿元楼宇: the figure tells of the noun behind it.
    const behind = this.#text.slice(quantity.end, quantity.end + 12);
    return ending.test(behind) || this.#closes(behind);
  }

  /** 占全省48% tells of the subject before, and does not become one. */
  #remember(subjects: readonly Subject[], clause: Clause, last: Quantity): void {
    const words = this.#text.slice(clause.from, clause.to);
    if (subjects.length > 0) this.#carried.carry(subjects, last.end);
    else if (this.#lex.aside.test(words) || /^(?:其中)?(?:占|比|较)/.test(words)) this.#carried.end = last.end;
    else this.#carried.carry([unknown(clause)], last.end);
  }

  #subjects(group: readonly Quantity[], clause: Clause, until: number): readonly Subject[] {
    const words = this.#text.slice(clause.from, clause.to);
    const behind = group.length === 1 ? following(group[0] as Quantity, clause, until, this.#names) : [];
    if (behind.length > 0) return behind;
    // ,突破500亿元: the predicate is part of the quantity.
    const [first] = group;
    const said = words !== '' || (first !== undefined && first.start < first.at);
    if (said && leads(words, this.#lex) && !this.#counts(words, clause, until)) return this.#spokenOf(group, clause, words);
    if (group.length > 1) return conjuncts(clause, group.length, this.#lex);
    const both = /(?:均|都|双双|分别|同步|、)/.test(words) ? conjuncts(clause, 2, this.#lex) : [];
    if (both.length === 2 && both[0]?.indicator !== both[1]?.indicator && this.#areTwo(both, words)) return both;
    const name = nearest(clause, this.#names, this.#lex);
    if (name) return [subjectOf(clause, name, this.#lex)];
    const whole = completed(clause, this.#carried.subjects, this.#lex);
    return whole.length > 0 ? whole : perUnit(clause, this.#lex);
  }

  /** 游客接待量、旅游总收入增长60%; of 制造业贷款余额、科技贷款余额均增长11% one has a name of its own. */
  #areTwo(both: readonly Subject[], words: string): boolean {
    const measured = both.every(({ start, end }) => /(?:余额|[额量率值]|收入|投资|支出)$/.test(this.#text.slice(start, end)));
    return both.every(({ indicator }) => indicator) || (measured && /(?:均|都|双双|分别)/.test(words));
  }

  /** ,同比增长34.1%: the subjects are those of the figures before. */
  #spokenOf(group: readonly Quantity[], clause: Clause, words: string): readonly Subject[] {
    if (!this.#carried.reaches(clause, this.#lex)) return announced(clause, this.#carried.end, group.length, this.#names, this.#lex);
    const { subjects } = this.#carried;
    if (subjects.length !== group.length) return /分别/.test(words) && group.length > 1 ? this.#carried.last(group.length) : [];
    return /总|累计/.test(words) ? subjects.map((subject) => stock(subject, this.#text, this.#lex)) : subjects;
  }

  /** 完成210家商户供气管道化改造: a new deed, not one of the subject before. */
  #counts(words: string, clause: Clause, until: number): boolean {
    const behind = /[^\d%万亿千百]{3,}$/.exec(this.#text.slice(clause.to, until))?.[0] ?? '';
    // 拓展航线2条,新增3个|组合港
    return behind.length >= (/^[新净]增$/.test(words) ? 3 : 5) && /^(?:完成|实现|新增|净增)$/.test(words);
  }
}

/** A subject that the dictionary does not know. */
function unknown({ from, to }: Clause): Subject {
  return { indicator: null, growing: false, from, start: from, end: to };
}

/** 突破3万亿元、达3.6万亿元; 达3.6万亿元,突破3万亿元: the mark that was passed on the way is not the figure. */
function isMark(figure: Figure, others: readonly (Figure | undefined)[]): boolean {
  if (figure.quantity.qualifier !== '>=') return false;
  return others.some((other) => {
    const same = other?.subject === figure.subject && other.measure === figure.measure && other.quantity.unit === figure.quantity.unit;
    return same && (other.quantity.at > figure.quantity.at || other.quantity.qualifier === '=');
  });
}

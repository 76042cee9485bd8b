import { escapeHtml, excerpt } from './excerpt.ts';
import { kindNames } from './filters.ts';
import type { DocumentFinding, Findings } from './find.ts';
import type { EntityHit } from './find-entities.ts';
import { fold } from './fold.ts';
import type { Scope } from './gather.ts';
import { sectionChain } from './match-record.ts';
import type { Word } from './parse-query.ts';
import type { Archive, DocumentEntry, Kind } from './published.ts';
import { ownPage, scatteredDocument, scatteredSection, scoreName, scorePassage } from './rank.ts';

export interface Hit {
  /** The page with the anchor of the smallest element that has all of the words. */
  url: string;
  /** Report, section and paragraph in one line. */
  title: string;
  /** HTML with `<mark>`. */
  excerpt: string;
  /** `url`, and what to mark there. */
  href: string;
  kind: Kind;
  /** `passage` | `section` and `document`, over which the words are scattered | `page` of a name. */
  scope: Scope['kind'] | 'page';
  /** Title of the document, headings down to the section, and the place in it: 第3段. */
  document: string;
  section: string[];
  place: string;
  year: number;
  region: string;
  /** Passages of a document that is meant by its place or year. */
  passages: { url: string; href: string; section: string[]; place: string; excerpt: string }[];
}

export interface HitContext {
  archive: Archive;
  /** URL of the site with its base. */
  base: URL;
  words: readonly Word[];
  sort: 'relevance' | 'year';
}

interface Scored {
  hit: Hit;
  score: number;
}

const passagesOfDocument = 5;
/** A document that a word means by its place or year comes before the others. */
const meantDocument = 20;

/** Findings → hits in their order. */
export function hitsOf(findings: Findings, context: HitContext): Hit[] {
  const scored = [
    ...findings.entities.map((entity) => entityHit(entity, context)),
    ...findings.documents.flatMap((document) => documentHits(document, context)),
  ];
  scored.sort((a, b) => b.score - a.score);
  if (context.sort === 'year') scored.sort((a, b) => b.hit.year - a.hit.year);
  return scored.map(({ hit }) => hit);
}

function documentHits({ document, scopes, besides, named }: DocumentFinding, context: HitContext): Scored[] {
  const meant = besides.length > 0 || named;
  const bonus = (meant ? meantDocument : 0) + document.year / 10_000;
  const literal = meant ? scopes.filter((scope) => scope.kind !== 'document') : scopes;
  const hits = literal.map((scope) => ({
    hit: scopeHit(scope, document, context),
    score: scoreScope(scope, context.words.length) + bonus,
  }));
  if (!meant) return hits;
  const best = [...besides].sort((a, b) => scoreScope(b, 1) - scoreScope(a, 1)).slice(0, passagesOfDocument);
  const passages = best
    .map((scope) => scopeHit(scope, document, context))
    .map(({ url, href, section, place, excerpt: html }) => ({ url, href, section, place, excerpt: html }));
  const score = named ? ownPage - 100 + bonus : scoreScope(best[0], 1) + meantDocument / 2 + bonus - meantDocument;
  const hit = {
    ...pageHit(document, context),
    excerpt: passages[0]?.excerpt ?? '',
    href: passages[0]?.href ?? pageUrl(document.url, context),
    passages,
  };
  return [...hits, { hit, score }];
}

function scoreScope(scope: Scope | undefined, words: number): number {
  const [piece] = scope?.pieces ?? [];
  if (!scope || !piece) return 0;
  if (scope.kind === 'section') return scatteredSection;
  return scope.kind === 'document' ? scatteredDocument : scorePassage(piece, words, isHeading(scope));
}

function isHeading({ anchor, record, section }: Scope): boolean {
  return anchor === 'title' || (anchor !== '' && record.sections[section]?.id === anchor);
}

export function scopeHit(scope: Scope, document: DocumentEntry, context: HitContext): Hit {
  const { record, anchor, kind } = scope;
  const headings = sectionChain(record, scope.section)
    .reverse()
    .map((at) => (record.sections[at]?.heading ?? '').replace(/[：:。；;，,]+$/u, ''));
  // The excerpt of a heading is the heading.
  const section = kind === 'passage' && isHeading(scope) && anchor !== 'title' ? headings.slice(0, -1) : headings;
  const place =
    kind === 'passage'
      ? placeOf(anchor, isHeading(scope), scope.pieces[0]?.block.text ?? '')
      : kind === 'section'
        ? '分散在本节各处'
        : '分散在全文各处';
  const page = pageHit(document, context);
  const url = page.url + (anchor ? `#${anchor}` : '');
  const printed = scope.pieces.flatMap(({ block, spans }) => spans.map(({ start, end }) => block.text.slice(start, end)));
  return {
    ...page,
    url,
    href: markedUrl(page.url, kind === 'passage' ? anchor : (scope.pieces[0]?.block.anchor ?? anchor), printed),
    title: [page.document, ...section, place].filter(Boolean).join(' · '),
    excerpt: scope.pieces.map(excerpt).join(' '),
    scope: kind,
    section,
    place,
  };
}

/** `s2-8-p3` → 第3段, or as it is numbered, 1.新建学校 → 第1项; `note-12` → 第12条 */
function placeOf(anchor: string, heading: boolean, text: string): string {
  if (heading) return '标题';
  const note = /^note-(\d+)/.exec(anchor)?.[1];
  if (note) return `第${note}条`;
  const item = /^[（(]?(\d{1,3})[)）、．.](?!\d)/u.exec(text)?.[1];
  if (item) return `第${item}项`;
  const paragraph = /(?:^|-)p(\d+)/.exec(anchor)?.[1];
  return paragraph ? `第${paragraph}段` : anchor ? '开头' : '';
}

function pageHit(document: DocumentEntry, context: HitContext): Hit {
  const url = pageUrl(document.url, context);
  const { title, kind, year, region } = document;
  return { url, href: url, title, excerpt: '', kind, scope: 'page', document: title, section: [], place: '', year, region, passages: [] };
}

function entityHit({ kind, entity: [path, name, aliases, summary] }: EntityHit, context: HitContext): Scored {
  const query = context.words.map((word) => word.text).join('');
  const url = pageUrl(path, context);
  // 长沙市开福区 is 开福区 as well as 湖南省长沙市开福区 is.
  const others = aliases.map(fold).map((alias) => (kind === 'region' && alias.endsWith(query) ? query : alias));
  const score = scoreName(fold(name), others, query, query.length);
  const region = kind === 'region' ? path.replace(/^\/|\/$/g, '') : '';
  const html = escapeHtml(summary || [name, ...aliases].join('、'));
  const hit: Hit = {
    ...{ url, href: url, title: `${name} · ${kindNames[kind]}`, excerpt: html, kind, scope: 'page', document: name },
    ...{ section: [], place: '', year: 0, region, passages: [] },
  };
  return { hit, score };
}

/** Path of the page on its site; with the origin where that is another one. */
function pageUrl(path: string, { base }: HitContext): string {
  const url = new URL(path.replace(/^\//, ''), base);
  return typeof location !== 'undefined' && url.origin !== location.origin ? url.href : url.pathname;
}

/** `…/2020/?mark=学位#s1-p3`: the words as printed, each once, for the script that marks them on arrival. */
function markedUrl(url: string, anchor: string, printed: readonly string[]): string {
  const words = [...new Set(printed.map((text) => text.replace(/\s/g, '')))].slice(0, 8);
  return `${url}?mark=${encodeURIComponent(words.join(' '))}${anchor ? `#${anchor}` : ''}`;
}

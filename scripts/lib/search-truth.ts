import type { IndexDocument } from '../../src/search/build-records.ts';
import { fold } from '../../src/search/fold.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import type { SearchSource } from '../../src/search/search-source.ts';

/** A document with its folded text by sections and by anchors: what a literal search has to find. */
export interface TruthDocument {
  url: string;
  /** Folded. */
  text: string;
  sections: { id: string; text: string; blocks: string[] }[];
  /** Anchor → folded text of its element: a paragraph, or a section with all that is in it. */
  elements: ReadonlyMap<string, string>;
  /** Anchor of a block → id of its section. */
  sectionOf: ReadonlyMap<string, string>;
}

export function readTruth(source: SearchSource): TruthDocument[] {
  return source.documents.map(({ entry, open }) => truthOf(entry.url, open()));
}

function truthOf(url: string, { blocks }: IndexDocument): TruthDocument {
  const sections = new Map<string, { id: string; text: string; blocks: string[] }>();
  const elements = new Map<string, string>();
  for (const { anchor, path, text } of blocks) {
    const id = path.at(-1) ?? '';
    const section = sections.get(id) ?? { id, text: '', blocks: [] };
    section.text += fold(text);
    section.blocks.push(text);
    sections.set(id, section);
    for (const element of new Set([...path, anchor])) elements.set(element, (elements.get(element) ?? '') + fold(text));
  }
  return {
    url,
    text: blocks.map((block) => fold(block.text)).join(''),
    sections: [...sections.values()],
    elements,
    sectionOf: new Map(blocks.map(({ anchor, path }) => [anchor, path.at(-1) ?? ''])),
  };
}

export interface Judgement {
  /** Sections and documents that have every word, and how many of them the hits name. */
  sections: { relevant: number; found: number };
  documents: { relevant: number; found: number };
  /** Hits that name a place in a document, and how many of these places have every word. */
  hits: { given: number; right: number };
  /** One of the first three hits is right. */
  early: boolean;
}

/** Judges the URLs of the hits (paths below the base) against the texts; a word is there when the text contains it literally. */
export function judge(query: string, urls: readonly string[], documents: readonly TruthDocument[]): Judgement {
  const words = parseQuery(query).map((word) => word.text);
  const hasAll = (text: string): boolean => words.every((word) => text.includes(word));
  const byUrl = new Map(documents.map((document) => [document.url, document]));
  const places = urls.map((url) => placeOf(url, byUrl));
  const named = new Set(places.flatMap((place) => (place ? [`${place.document.url}#${place.section}`, place.document.url] : [])));
  const sections = documents.flatMap(({ url, sections: all }) => all.filter(({ text }) => hasAll(text)).map(({ id }) => `${url}#${id}`));
  const whole = documents.filter(({ text }) => hasAll(text)).map(({ url }) => url);
  const right = places.map((place) => (place ? hasAll(place.text) : undefined));
  const judged = right.filter((value) => value !== undefined);
  return {
    sections: { relevant: sections.length, found: sections.filter((key) => named.has(key)).length },
    documents: { relevant: whole.length, found: whole.filter((key) => named.has(key)).length },
    hits: { given: judged.length, right: judged.filter(Boolean).length },
    early: right.slice(0, 3).some((value) => value !== false),
  };
}

/** What a URL names: the element of its anchor, or the whole text. Pages of names are not judged. */
function placeOf(
  url: string,
  byUrl: ReadonlyMap<string, TruthDocument>,
): { document: TruthDocument; section: string; text: string } | undefined {
  const [path = '', anchor = ''] = url.split('#');
  const document = byUrl.get(path);
  if (!document) return undefined;
  return {
    document,
    section: document.sectionOf.get(anchor) ?? anchor,
    text: anchor ? (document.elements.get(anchor) ?? '') : document.text,
  };
}

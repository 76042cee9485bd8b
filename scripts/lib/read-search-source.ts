import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { readDocuments } from '../../src/data/archive.ts';
import { dictionary } from '../../src/data/dictionary.ts';
import type { ReportRecord } from '../../src/schemas/report.ts';
import { readArticle } from '../../src/search/read-article.ts';
import {
  documentEntry,
  indexDocument,
  indicatorEntity,
  regionEntity,
  type SearchSource,
  synonymGroups,
  termEntity,
} from '../../src/search/search-source.ts';

/** What the search indexes: the text of the pages as built, with what content/ knows of it. Names without a page are left out. */
export function readSearchSource(dist: string, content: string): SearchSource {
  const archive = readDocuments(content);
  const hasPage = ({ url }: { url: string }): boolean => existsSync(join(dist, url, 'index.html'));
  const regions = [...archive.regions.values()].map(({ slug, name, fullName, level }) => ({ slug, name, fullName, level }));
  const indicators = [...dictionary().values()];
  const terms = [...archive.terms].sort((a, b) => b.occurrences.length - a.occurrences.length);
  return {
    documents: archive.records.filter(hasPage).map((record) => ({ entry: documentEntry(record), open: () => openPage(dist, record) })),
    entities: {
      term: terms.map(termEntity).filter(hasPage),
      indicator: indicators.map(indicatorEntity).filter(hasPage),
      region: regions.map(regionEntity).filter(hasPage),
    },
    regions,
    synonyms: synonymGroups(terms, indicators),
    keywords: keywordsOf(archive.records),
  };
}

function openPage(dist: string, record: ReportRecord): ReturnType<typeof indexDocument> {
  const path = join(dist, record.url, 'index.html');
  const article = parseHTML(readFileSync(path, 'utf8')).document.querySelector(`article[data-document="${record.id}"]`);
  if (!article) throw new Error(`${path} has no <article data-document="${record.id}">: the search has nothing to index`);
  return indexDocument(record, readArticle(article, new Set(record.blocks.map((block) => block.id))));
}

/** Key words that most documents share first. */
function keywordsOf(records: readonly ReportRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const word of records.flatMap((record) => record.keywords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

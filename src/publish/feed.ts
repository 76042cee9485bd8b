import { Feed } from 'feed';
import { archive as config } from '../../archive.config.ts';
import { correctionsOf } from '../data/corrections.ts';
import { documentDescription } from '../data/document-meta.ts';
import { documentName } from '../data/document-words.ts';
import { compare } from '../data/index-archive.ts';
import { href } from '../data/url.ts';
import type { Correction } from '../schemas/corrections.ts';
import type { ReportRecord } from '../schemas/report.ts';

/** How many entries a reader of feeds needs. */
const limit = 60;
/** RFC 4287 wants a date of every entry; a document without one was at least not written before this. */
const unknownDate = '2000-01-01';

interface Entry {
  id: string;
  title: string;
  description: string;
  url: string;
  date: string;
  author: string | null;
}

/**
 * An Atom feed: documents by the date on which they were delivered, and corrections by theirs, newest first.
 * No clock: the feed is as new as its newest entry.
 *
 * @param path the page that the feed belongs to: `/` or `/hunan/changsha/`
 */
export function atomFeed({
  title,
  path,
  records,
  site,
}: {
  title: string;
  path: string;
  records: readonly ReportRecord[];
  site: URL | undefined;
}): string {
  const absolute = (below: string) => new URL(href(below), site).href;
  const entries = [...records.map(documentEntry), ...records.flatMap(correctionEntries)]
    .sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id))
    .slice(0, limit);
  const feed = new Feed({
    id: absolute(path),
    link: absolute(path),
    title,
    description: config.description,
    language: config.language,
    copyright: config.licence,
    updated: midnight(entries[0]?.date ?? unknownDate),
    feedLinks: { atom: absolute(`${path}feed.xml`) },
    generator: false,
    author: { name: config.title },
  });
  for (const { id, title: name, description, url, date, author } of entries) {
    feed.addItem({
      id: absolute(url) + id,
      title: name,
      link: absolute(url),
      description,
      date: midnight(date),
      ...(author ? { author: [{ name: author }] } : {}),
    });
  }
  return feed.atom1();
}

function documentEntry(record: ReportRecord): Entry {
  return {
    id: '',
    title: documentName(record),
    description: documentDescription(record),
    url: record.url,
    date: record.deliveredOn ?? unknownDate,
    author: record.speaker,
  };
}

function correctionEntries(record: ReportRecord): Entry[] {
  return correctionsOf(record.id).map((correction) => ({
    id: `#correction-${correction.date}-${correction.quote}`,
    title: `更正：${documentName(record)}`,
    description: correctionWords(correction),
    url: record.url,
    date: correction.date,
    author: correction.by,
  }));
}

function correctionWords({ quote, replacement, reason }: Correction): string {
  return replacement ? `“${quote}”应作“${replacement}”。${reason}` : `“${quote}”应删去。${reason}`;
}

function midnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { contentFolder } from './data/archive.ts';

/** What the converter states of a text beside its words: an anchor, and a type where it is no heading or paragraph, for each flow block. */
const documentSchema = z.object({
  id: z.string(),
  kind: z.enum(['report', 'article']),
  title: z.string(),
  blocks: z.array(z.string()),
  aliases: z.record(z.string(), z.string()).default({}),
});

/** The text itself is rendered from the file: its store need not hold it a second time. */
const documents = (folder: string) =>
  defineCollection({
    loader: glob({
      base: `${contentFolder()}/${folder}`,
      pattern: '*.mdx',
      retainBody: false,
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: documentSchema,
  });

export const collections = { reports: documents('reports'), articles: documents('articles') };

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { recordSchema } from '../../src/schemas/report.ts';

export const records = z
  .array(recordSchema)
  .parse(JSON.parse(readFileSync(join(process.env.CONTENT || 'content', 'reports.json'), 'utf8')));

/** The report with most notes: it has everything that a reader may meet. */
const found = records.filter((record) => record.kind === 'report').sort((a, b) => b.notes.length - a.notes.length)[0];
if (!found) throw new Error('content/reports.json has no report; write it with `npm run convert`');
export const report = found;

const [one, two] = report.outline.filter((entry) => entry.depth === 2);
if (!one || !two) throw new Error(`${report.id} has no sections of the second level`);
export const [first, second] = [one, two];

export const term = (page: Page) => page.locator('a.term').first();
export const panel = (page: Page) => page.locator('dialog.panel');
export const scroll = (page: Page) => page.evaluate(() => scrollY);

/** The scripts of the text are there. */
export const readyForNotes = (page: Page) => page.waitForFunction(() => document.querySelector('.pilcrow') !== null);

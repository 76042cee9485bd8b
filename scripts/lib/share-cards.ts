import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { archive as config } from '../../archive.config.ts';
import { readArchive } from '../../src/data/archive.ts';
import { cardOf } from '../../src/publish/card-of.ts';
import { type CardNode, cardSize, type ShareCard, shareCard } from '../../src/publish/share-card.ts';

/** Drawn at two thirds of its design: messengers show it smaller still, and a thousand reports must fit into 1 GB. */
const width = 800;
const cache = 'node_modules/.cache/share-cards';
const fontFolder = 'node_modules/@fontsource/zcool-xiaowei/files';
const fontFiles = ['zcool-xiaowei-chinese-simplified-400-normal.woff', 'zcool-xiaowei-latin-400-normal.woff'];

/** The cards of an archive, its own and one a report: name (`archive`) → card. */
export function cardsOf(content: string): Map<string, ShareCard> {
  const { reports, observationsByReport } = readArchive(content);
  const own: ShareCard = { heading: config.title, line: '', figures: [], archive: config.description, accent: config.accent.light };
  const cards = new Map([['archive', own]]);
  for (const report of reports) cards.set(report.id, cardOf(report, observationsByReport.get(report.id) ?? [], config));
  return cards;
}

/** Draws the cards that the cache lacks; returns how many. A card is in the cache by its content. */
export async function drawShareCards(cards: ReadonlyMap<string, ShareCard>): Promise<number> {
  mkdirSync(cache, { recursive: true });
  let drawn = 0;
  for (const card of cards.values()) {
    const tree = shareCard(card);
    if (existsSync(cached(tree))) continue;
    const png = await draw(tree);
    // The memory of a drawn picture comes back only when the loop of events turns.
    await setImmediate();
    // A character that the font lacks would be an empty box: the archive's own card says less, but nothing wrong.
    if (!png) continue;
    writeFileSync(cached(tree), png);
    drawn++;
  }
  return drawn;
}

/** Writes cards as PNG files; what could not be drawn gets the archive's own card. */
export async function writeShareCards(folder: string, cards: ReadonlyMap<string, ShareCard>): Promise<void> {
  await drawShareCards(cards);
  mkdirSync(folder, { recursive: true });
  for (const [name, card] of cards) {
    const file = cached(shareCard(card));
    copyFileSync(existsSync(file) ? file : join(folder, 'archive.png'), join(folder, `${name}.png`));
  }
}

function cached(tree: CardNode): string {
  const hash = createHash('sha256')
    .update(`${width} ${JSON.stringify(tree)}`)
    .digest('hex');
  return join(cache, `${hash}.png`);
}

let fonts: { name: string; data: Buffer; weight: 400; style: 'normal' }[] | undefined;

/** PNG, or nothing where the font lacks a character. */
async function draw(tree: CardNode): Promise<Buffer | undefined> {
  fonts ??= fontFiles.map((file) => ({ name: 'XiaoWei', data: readFileSync(join(fontFolder, file)), weight: 400, style: 'normal' }));
  let complete = true;
  const svg = await satori(tree, {
    ...cardSize,
    fonts,
    loadAdditionalAsset: async () => {
      complete = false;
      return [];
    },
  });
  return complete
    ? new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng()
    : undefined;
}

import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { type CardNode, cardSize, type ShareCard, shareCard } from '../../src/publish/share-card.ts';

/** Drawn at two thirds of its design: messengers show it smaller still, and a thousand reports must fit into 1 GB. */
const width = 800;
const cache = 'node_modules/.cache/share-cards';
const fontFolder = 'node_modules/@fontsource/zcool-xiaowei/files';
const fontFiles = ['zcool-xiaowei-chinese-simplified-400-normal.woff', 'zcool-xiaowei-latin-400-normal.woff'];

/** Writes cards as PNG files: name (`archive`) → card. A card that was drawn before is taken from the cache by its content. */
export async function writeShareCards(folder: string, cards: ReadonlyMap<string, ShareCard>): Promise<{ drawn: number }> {
  mkdirSync(folder, { recursive: true });
  mkdirSync(cache, { recursive: true });
  let drawn = 0;
  for (const [name, card] of cards) {
    const tree = shareCard(card);
    const cached = join(
      cache,
      `${createHash('sha256')
        .update(`${width} ${JSON.stringify(tree)}`)
        .digest('hex')}.png`,
    );
    if (!existsSync(cached)) {
      const png = await draw(tree);
      // A character that the font lacks would be an empty box: the archive's own card says less, but nothing wrong.
      if (!png) continue;
      writeFileSync(cached, png);
      drawn++;
    }
    copyFileSync(cached, join(folder, `${name}.png`));
  }
  for (const name of cards.keys()) {
    const file = join(folder, `${name}.png`);
    if (!existsSync(file)) copyFileSync(join(folder, 'archive.png'), file);
  }
  return { drawn };
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

import { cardsOf, drawShareCards } from './lib/share-cards.ts';

const help = `node scripts/draw-cards.ts

Draws the share cards of content/ (CONTENT) that were not drawn before, into a cache from which \`scripts/finish.ts\` takes them.
They need nothing of the pages, so \`npm run build\` draws them while Astro is at work.`;

if (process.argv.includes('--help')) console.log(help);
else {
  const cards = cardsOf(process.env.CONTENT || 'content');
  const drawn = await drawShareCards(cards);
  console.log(`cards: ${cards.size}, ${drawn} of them drawn anew`);
}

/**
 * Other ways in which a text may use a term of a note: without its gloss (GEP for GEP（Gross Ecosystem Production）),
 * one of several terms (六稳 for “六稳”、“六保”; 碳达峰 for 碳达峰、碳中和), its quoted core (四上 for “四上”企业).
 */
export function termVariants(term: string): string[] {
  const bare = term.replace(/[（(][^（()）]*[）)]/gu, '').trim();
  const quoted = [...bare.matchAll(/[“"「『]([^“”"」』]+)[”"」』]/gu)].map((match) => match[1] ?? '');
  const parts = bare.split(/[、，,;；]|和(?=[“"])|及(?=[“"])|(?<=[”"])(?=[“"])/u);
  const glosses = [...term.matchAll(/[（(]([^（()）]{2,})[）)]/gu)].map((match) => match[1] ?? '');
  const all = [bare, ...(parts.length > 1 ? parts : []), ...quoted, ...glosses].map((variant) => variant.trim());
  return [...new Set(all)].filter((variant) => variant.length > 1 && variant !== term);
}

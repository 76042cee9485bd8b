import type { BlockMatch, Span } from './match-record.ts';

/** Characters shown before and behind a marked word, and of an excerpt at least. */
const before = 26;
const behind = 44;
const least = 96;

interface Piece {
  start: number;
  end: number;
}

/** HTML of the passage with the whole words marked: `…新增<mark>学位</mark>5856个…`. Every word that the block has is in it. */
export function excerpt({ block: { text }, spans }: BlockMatch): string {
  const shown = joinPieces(chooseSpans(spans).map((span) => around(text, span)));
  const only = shown[0];
  if (only && shown.length === 1) only.end = Math.min(text.length, Math.max(only.end, only.start + least));
  const html = shown.map((piece) => markUp(text, piece, spans)).join('…');
  return `${(shown[0]?.start ?? 0) > 0 ? '…' : ''}${html}${(shown.at(-1)?.end ?? 0) < text.length ? '…' : ''}`;
}

/** Of every word the occurrence that is nearest to the others: they are in order, so the tightest run that has all of them. */
export function chooseSpans(spans: readonly Span[]): Span[] {
  const words = new Set(spans.map((span) => span.word)).size;
  let best: Span[] = [];
  let width = Number.POSITIVE_INFINITY;
  for (let from = 0; from < spans.length; from++) {
    const chosen = new Map<number, Span>();
    for (let to = from; to < spans.length && chosen.size < words; to++) {
      const span = spans[to];
      if (span && !chosen.has(span.word)) chosen.set(span.word, span);
    }
    const found = [...chosen.values()];
    const size = Math.max(...found.map((span) => span.end)) - Math.min(...found.map((span) => span.start));
    if (found.length === words && size < width) [best, width] = [found, size];
  }
  return best;
}

function around(text: string, { start, end }: Span): Piece {
  const from = Math.max(0, start - before);
  const sentence = text.slice(from, start).search(/(?<=[。;；!！?？])[^。;；!！?？]*$/u);
  return { start: sentence > 0 ? from + sentence : from, end: Math.min(text.length, end + behind) };
}

function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && piece.start <= last.end + 8) last.end = Math.max(last.end, piece.end);
    else joined.push({ ...piece });
  }
  return joined;
}

function markUp(text: string, piece: Piece, spans: readonly Span[]): string {
  let html = '';
  let at = piece.start;
  for (const { start, end } of joinTouching(spans)) {
    if (start < at || end > piece.end) continue;
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at, piece.end));
}

/** `加装` and `电梯` side by side are one mark. */
function joinTouching(spans: readonly Span[]): Piece[] {
  const joined: Piece[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

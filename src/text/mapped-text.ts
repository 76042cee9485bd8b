/** A half-open range of UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/** `length` characters of a mapped text, from `at` on, that stand in the seed from `start` on. */
interface Segment {
  at: number;
  start: number;
  length: number;
}

/**
 * A text made of pieces of a seed, of which every character knows its seed offset.
 * What was dropped between two pieces (white space, a watermark) is not in `value`.
 */
export class MappedText {
  readonly value: string;
  readonly #segments: readonly Segment[];

  private constructor(value: string, segments: readonly Segment[]) {
    this.value = value;
    this.#segments = segments;
  }

  /** Joins ascending `ranges` of `seed`. */
  static of(seed: string, ranges: readonly Range[]): MappedText {
    const segments: Segment[] = [];
    let value = '';
    for (const { start, end } of ranges) {
      if (end <= start) continue;
      const last = segments.at(-1);
      if (last && last.start + last.length === start) last.length += end - start;
      else segments.push({ at: value.length, start, length: end - start });
      value += seed.slice(start, end);
    }
    return new MappedText(value, segments);
  }

  get length(): number {
    return this.value.length;
  }

  /** Seed offset of the first character; NaN for an empty text. */
  get start(): number {
    return this.#segments[0]?.start ?? Number.NaN;
  }

  /** Seed offset after the last character; NaN for an empty text. */
  get end(): number {
    const last = this.#segments.at(-1);
    return last ? last.start + last.length : Number.NaN;
  }

  /** Seed offset of the character at `index`. */
  seedOffset(index: number): number {
    const segment = this.#segments[this.#find(index)];
    if (!segment || index < 0 || index >= this.length) throw new RangeError(`no character ${index} in a text of ${this.length}`);
    return segment.start + index - segment.at;
  }

  /** The smallest seed range that covers the characters from `from` to `to` (exclusive). */
  seedRange(from = 0, to = this.length): Range {
    return { start: this.seedOffset(from), end: this.seedOffset(to - 1) + 1 };
  }

  /** The seed ranges of the characters from `from` to `to`, one for each unbroken piece. */
  pieces(from = 0, to = this.length): Range[] {
    const result: Range[] = [];
    for (let i = this.#find(from); i < this.#segments.length; i++) {
      const segment = this.#segments[i] as Segment;
      if (segment.at >= to) break;
      const first = Math.max(from, segment.at);
      const last = Math.min(to, segment.at + segment.length);
      if (last > first) result.push({ start: segment.start + first - segment.at, end: segment.start + last - segment.at });
    }
    return result;
  }

  slice(from: number, to = this.length): MappedText {
    const segments: Segment[] = [];
    let at = 0;
    for (const { start, end } of this.pieces(from, to)) {
      segments.push({ at, start, length: end - start });
      at += end - start;
    }
    return new MappedText(this.value.slice(from, to), segments);
  }

  /** This text and `other`, which stands behind it in the seed, with nothing between. */
  concat(other: MappedText): MappedText {
    const moved = other.#segments.map((segment) => ({ ...segment, at: segment.at + this.length }));
    return new MappedText(this.value + other.value, [...this.#segments, ...moved]);
  }

  /** Without white space at both ends. */
  trim(): MappedText {
    const from = this.value.length - this.value.trimStart().length;
    return this.slice(from, Math.max(from, this.value.trimEnd().length));
  }

  /** Index of the segment that holds the character at `index`. */
  #find(index: number): number {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle] as Segment).at <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

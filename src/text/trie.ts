interface Node<T> {
  next: Map<number, Node<T>>;
  value?: T;
}

/** A word found in a text: `text.slice(start, end)`. */
export interface Mention<T> {
  start: number;
  end: number;
  value: T;
}

/** Words that are looked for all at once; where several begin at one place, the longest is found. */
export class Trie<T> {
  readonly #root: Node<T> = { next: new Map() };

  /** A word that stands already keeps its value. */
  add(word: string, value: T): void {
    let node = this.#root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let child = node.next.get(code);
      if (!child) {
        child = { next: new Map() };
        node.next.set(code, child);
      }
      node = child;
    }
    node.value ??= value;
  }

  /** The longest word that begins at `at`. */
  longest(text: string, at: number): Mention<T> | null {
    let found: Mention<T> | null = null;
    let node = this.#root.next.get(text.charCodeAt(at));
    for (let i = at + 1; node; i++) {
      if (node.value !== undefined) found = { start: at, end: i, value: node.value };
      node = node.next.get(text.charCodeAt(i));
    }
    return found;
  }

  /** The value of exactly this word. */
  get(word: string): T | undefined {
    const found = this.longest(word, 0);
    return found?.end === word.length ? found.value : undefined;
  }

  /** The words of `text` from left to right, none inside another. */
  all(text: string): Mention<T>[] {
    const found: Mention<T>[] = [];
    for (let at = 0; at < text.length; ) {
      const mention = this.longest(text, at);
      if (mention) found.push(mention);
      at = mention?.end ?? at + 1;
    }
    return found;
  }
}

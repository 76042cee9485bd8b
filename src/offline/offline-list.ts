import { forgetPage, type KeptPage, keptPages, sizeWords } from './kept-pages.ts';

/** Lists what is kept and its size, each with a button that lets it go. */
class OfflineList extends HTMLElement {
  connectedCallback(): void {
    this.#list().catch(() => this.replaceChildren(paragraph('这个浏览器不能离线保存。')));
  }

  async #list(): Promise<void> {
    const base = this.dataset.base ?? '/';
    const pages = await keptPages(base);
    if (pages.length === 0) {
      this.replaceChildren(paragraph('还没有保存任何报告。'));
      return;
    }
    const list = document.createElement('ul');
    list.append(...pages.map((page) => this.#entry(base, page)));
    const total = pages.reduce((sum, page) => sum + page.bytes, 0);
    this.replaceChildren(paragraph(`保存了${pages.length}页，共${sizeWords(total)}。`), list);
  }

  #entry(base: string, page: KeptPage): HTMLLIElement {
    const link = document.createElement('a');
    link.href = page.url;
    link.textContent = page.title;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '删除';
    button.setAttribute('aria-label', `删除${page.title}`);
    button.addEventListener('click', () => forgetPage(base, page.url).then(() => this.#list()));
    const entry = document.createElement('li');
    entry.append(link, ` ${sizeWords(page.bytes)} `, button);
    return entry;
  }
}

function paragraph(words: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}

customElements.define('offline-list', OfflineList);

import { filesOfPage, forgetPage, isKept, keepPage, keptPages, sizeWords } from './kept-pages.ts';

/** Working HTML without it: the element is hidden until the page can be kept. */
class OfflineKeep extends HTMLElement {
  #url = location.origin + location.pathname;

  async connectedCallback(): Promise<void> {
    if (!('caches' in window) || !('serviceWorker' in navigator)) return;
    this.querySelector('button')?.addEventListener('click', () => this.#toggle());
    try {
      this.#show(await isKept(this.#base, this.#url));
      this.hidden = false;
    } catch {
      // Storage is forbidden (a private window): nothing to offer.
    }
  }

  get #base(): string {
    return this.dataset.base ?? '/';
  }

  async #toggle(): Promise<void> {
    try {
      const kept = await isKept(this.#base, this.#url);
      if (kept) await forgetPage(this.#base, this.#url);
      else {
        await navigator.serviceWorker.register(`${this.#base}sw.js`, { scope: this.#base });
        await keepPage(this.#base, this.#url, filesOfPage());
      }
      this.#show(!kept);
      this.#say(kept ? '已从本机删除。' : `已保存，断网也能读（${sizeWords(await this.#size())}）。`);
    } catch {
      this.#say('没有保存成功：可能没有网络，或者浏览器不允许保存。');
    }
  }

  async #size(): Promise<number> {
    const page = (await keptPages(this.#base)).find(({ url }) => url === this.#url);
    return page?.bytes ?? 0;
  }

  #show(kept: boolean): void {
    const button = this.querySelector('button');
    button?.setAttribute('aria-pressed', String(kept));
    this.querySelector('a')?.toggleAttribute('hidden', !kept);
    if (button) button.textContent = kept ? '不再离线保存' : '离线保存本页';
  }

  #say(words: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = words;
  }
}

customElements.define('offline-keep', OfflineKeep);

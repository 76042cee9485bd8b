import { attachCombobox } from './combobox.ts';
import { loadSearch } from './engine-module.ts';
import { renderFilters } from './page-filters.ts';
import { renderHits } from './page-hits.ts';
import { renderNotes, statusOf } from './page-notes.ts';
import { type PageState, readState, writeState } from './page-state.ts';
import { rememberSearch } from './recent.ts';
import type { SearchResult } from './search.ts';

const step = 20;

/** The page of the search. The address is its state: every change goes there first, and back and forward work. */
class SearchPage extends HTMLElement {
  state: PageState = readState(location.search);
  limit = step;
  /** Number of the newest search: a slower one before it is not shown. */
  run = 0;

  connectedCallback(): void {
    const input = this.need<HTMLInputElement>('input[name=q]');
    input.value = this.state.query;
    this.need('.search-form').addEventListener('submit', (event) => {
      event.preventDefault();
      rememberSearch(input.value);
      this.go({ ...this.state, query: input.value.trim() });
    });
    this.need('.search-more').addEventListener('click', () => this.more());
    addEventListener('popstate', () => {
      this.state = readState(location.search);
      input.value = this.state.query;
      this.limit = step;
      this.find();
    });
    if (matchMedia('(min-width: 60rem)').matches) this.need<HTMLDetailsElement>('details').open = true;
    if (this.state.query) this.find();
    else if (matchMedia('(hover: hover)').matches) input.focus();
    if (document.activeElement === input) attachCombobox(input);
  }

  go(state: PageState): void {
    this.state = state;
    this.limit = step;
    history.pushState(null, '', writeState(state) || location.pathname);
    this.find();
  }

  async more(): Promise<void> {
    const shown = this.limit;
    this.limit += step;
    await this.find();
    this.querySelectorAll<HTMLElement>('.search-hits > li > a')[shown]?.focus();
  }

  async find(): Promise<void> {
    const run = ++this.run;
    const { query, filters, sort, synonyms } = this.state;
    document.title = document.title.replace(/^.*?(?=搜索 )/u, query ? `${query} · ` : '');
    if (!query) return this.show(undefined);
    const status = this.need('.search-status');
    const slow = setTimeout(() => {
      status.textContent = '正在查找…';
    }, 250);
    try {
      const search = await loadSearch();
      const result = await search.search(query, { limit: this.limit, filters, sort, synonyms });
      const { regions } = await search.preload();
      if (run !== this.run) return;
      this.show(result);
      renderFilters(this.need('.search-filters form'), {
        state: this.state,
        counts: result.counts,
        regions,
        go: (state) => this.go(state),
      });
    } catch {
      if (run === this.run) status.textContent = '索引没有读到。请检查网络后再试；浏览器需要是 2023 年以后的版本。';
    } finally {
      clearTimeout(slow);
    }
  }

  show(result: SearchResult | undefined): void {
    const { state } = this;
    const filtered = Object.values(state.filters).some((values) => values.length > 0);
    this.need('.search-help').hidden = result !== undefined && result.hits.length > 0 && !result.nearest;
    this.need('.search-columns').hidden = !result || (result.hits.length === 0 && !filtered);
    this.need('.search-status').textContent = result ? statusOf(result) : '';
    renderNotes(this.need('.search-notes'), { state, result, filtered, go: (next) => this.go(next) });
    renderHits(this.need('.search-hits'), result?.hits ?? []);
    const more = this.need('.search-more');
    more.hidden = !result || result.nearest || result.hits.length >= result.total;
  }

  need<T extends HTMLElement>(selector: string): T {
    const element = this.querySelector<T>(selector);
    if (!element) throw new Error(`the search page has no ${selector}`);
    return element;
  }
}

customElements.define('search-page', SearchPage);

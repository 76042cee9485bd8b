import { base, bundle, searchUrl } from './address.ts';
import comboboxCss from './combobox.css?inline';
import { loadSearch } from './engine-module.ts';
import { loadPackedJson } from './load-packed.ts';
import type { Suggestion } from './published.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { addStyle } from './style.ts';
import { suggest } from './suggest.ts';

/** A line of the list: where it leads, what it says, and of what kind it is. */
interface Option {
  url: string;
  /** A search, which is put into the field; a page is opened. */
  query: string | null;
  name: string;
  kind: string;
}

const kindWords: Readonly<Record<Suggestion[2], string>> = { term: '名词', indicator: '指标', region: '地区', keyword: '关键词' };
const attached = new WeakSet<HTMLInputElement>();
let suggestions: Promise<Suggestion[]> | undefined;
let count = 0;

/**
 * Makes a search field a combobox with a list (ARIA 1.2): the focus stays in the field, the arrows walk through the list,
 * Enter opens what is chosen or searches what is typed, Escape closes. The field works without it.
 */
export function attachCombobox(input: HTMLInputElement): void {
  if (attached.has(input)) return;
  attached.add(input);
  addStyle(comboboxCss);
  suggestions ??= loadSuggestions();
  // Warm by the time that the first query is sent.
  loadSearch().then(
    (search) => search.preload(),
    () => {},
  );
  const list = document.createElement('ul');
  Object.assign(list, { id: `suggestions-${++count}`, className: 'suggestions', role: 'listbox', hidden: true });
  list.setAttribute('aria-label', '建议');
  for (const [name, value] of Object.entries({
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    input.setAttribute(name, value);
  // Beside the field and not around it: moving the field would take its focus.
  input.after(list);
  let options: Option[] = [];
  let active = -1;

  const activate = (index: number): void => {
    active = index;
    for (const [i, item] of [...list.querySelectorAll('[role=option]')].entries()) {
      item.setAttribute('aria-selected', String(i === active));
      if (i === active) item.scrollIntoView({ block: 'nearest' });
    }
    if (active >= 0) input.setAttribute('aria-activedescendant', `${list.id}-${active}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (): void => {
    input.parentElement?.classList.add('combobox');
    Object.assign(list.style, {
      left: `${input.offsetLeft}px`,
      top: `${input.offsetTop + input.offsetHeight}px`,
      width: `${input.offsetWidth}px`,
    });
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const close = (): void => {
    options = [];
    show();
    activate(-1);
  };
  const update = async (): Promise<void> => {
    const typed = input.value.trim();
    const found = typed ? suggest(typed, (await suggestions) ?? []).map(optionOf) : recentSearches().map(recentOption);
    if (input.value.trim() !== typed || document.activeElement !== input) return;
    options = found;
    list.replaceChildren(...options.map((option, i) => optionElement(option, `${list.id}-${i}`)));
    if (!typed && options.length > 0) list.append(forgetElement(close));
    show();
    activate(-1);
  };
  const choose = (option: Option): void => {
    if (option.query === null) location.assign(option.url);
    else {
      input.value = option.query;
      close();
      input.form?.requestSubmit();
    }
  };

  input.addEventListener('input', update);
  input.addEventListener('focus', update);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = options[active];
    if (step && options.length > 0) {
      event.preventDefault();
      // One place more than options: the field itself.
      activate(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (step === 1) update();
    else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  // Pressing must not take the focus from the field before the click is there.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const item = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const option = options[item ? [...list.children].indexOf(item) : -1];
    if (option) choose(option);
  });
  input.form?.addEventListener('submit', () => {
    rememberSearch(input.value);
    close();
  });
  update();
}

async function loadSuggestions(): Promise<Suggestion[]> {
  try {
    const file = await loadPackedJson(new URL(`${bundle}suggest.bin`, location.href).href);
    return isSuggestions(file) ? file.suggestions : [];
  } catch {
    // Without them the field still searches.
    return [];
  }
}

function isSuggestions(file: unknown): file is { suggestions: Suggestion[] } {
  return typeof file === 'object' && file !== null && 'suggestions' in file && Array.isArray(file.suggestions);
}

function optionOf([url, name, kind]: Suggestion): Option {
  const query = url ? null : name;
  return { url: query === null ? base + url.slice(1) : searchUrl(name), query, name, kind: kindWords[kind] };
}

function recentOption(query: string): Option {
  return { url: searchUrl(query), query, name: query, kind: '最近' };
}

function optionElement({ name, kind }: Option, id: string): HTMLLIElement {
  const item = document.createElement('li');
  Object.assign(item, { id, role: 'option' });
  item.setAttribute('aria-selected', 'false');
  const label = document.createElement('span');
  label.textContent = kind;
  item.append(name, label);
  return item;
}

function forgetElement(close: () => void): HTMLLIElement {
  const item = document.createElement('li');
  item.setAttribute('role', 'presentation');
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', textContent: '清空最近的搜索', tabIndex: -1 });
  button.addEventListener('click', () => {
    forgetSearches();
    close();
  });
  item.append(button);
  return item;
}

import { base, bundle } from './address.ts';
import comboboxCss from './combobox.css?inline';
import { loadSearch } from './engine-module.ts';
import { loadPackedJson } from './load-packed.ts';
import type { Suggestion } from './published.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts';
import { addStyle } from './style.ts';
import { suggest } from './suggest.ts';

/** A line of the list: what it says, of what kind it is, and what it does: open a page, search for words, forget the last searches. */
interface Option {
  name: string;
  kind: string;
  act: { open: string } | { search: string } | 'forget';
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
    const found = typed ? suggest(typed, (await suggestions) ?? []).map(optionOf) : recentOptions();
    if (input.value.trim() !== typed || document.activeElement !== input) return;
    options = found;
    list.replaceChildren(...options.map((option, i) => optionElement(option, `${list.id}-${i}`)));
    show();
    activate(-1);
  };
  const choose = (option: Option): void => {
    const { act } = option;
    if (act === 'forget') forgetSearches();
    else if ('open' in act) location.assign(act.open);
    else input.value = act.search;
    close();
    if (act !== 'forget' && 'search' in act) input.form?.requestSubmit();
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
  return { name, kind: kindWords[kind], act: url ? { open: base + url.slice(1) } : { search: name } };
}

function recentOptions(): Option[] {
  const recent = recentSearches().map((query): Option => ({ name: query, kind: '最近', act: { search: query } }));
  return recent.length === 0 ? [] : [...recent, { name: '清空最近的搜索', kind: '', act: 'forget' }];
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

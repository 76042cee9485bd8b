import type { Facets } from './facets.ts';
import { type FilterName, kindNames, levelNames, partNames } from './filters.ts';
import type { PageState } from './page-state.ts';
import type { RegionEntry } from './published.ts';

interface FiltersContext {
  state: PageState;
  counts: Facets;
  regions: readonly RegionEntry[];
  go: (state: PageState) => void;
}

interface Choice {
  value: string;
  label: string;
  /** Steps to the right in a tree. */
  depth?: number;
}

/** Groups of choices with the number of reports behind each; one with no report is left out unless it is chosen. */
export function renderFilters(form: HTMLElement, context: FiltersContext): void {
  const { counts, regions, state } = context;
  const focused = document.activeElement?.id;
  const years = [...new Set([...Object.keys(counts.year), ...state.filters.year])].sort().reverse();
  form.replaceChildren(
    sortGroup(context),
    group(
      context,
      'region',
      '地区',
      regions.map(({ slug, name }) => ({ value: slug, label: name, depth: slug.split('/').length - 1 })),
    ),
    group(context, 'level', '层级', choices(levelNames)),
    group(
      context,
      'year',
      '年份',
      years.map((year) => ({ value: year, label: `${year}年` })),
    ),
    group(context, 'part', '部分', choices(partNames)),
    group(context, 'kind', '种类', choices(kindNames)),
  );
  // The reader stays where the change was made.
  if (focused && form.contains(document.getElementById(focused))) document.getElementById(focused)?.focus();
}

function choices(names: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function group({ state, counts, go }: FiltersContext, name: FilterName, title: string, all: readonly Choice[]): HTMLElement {
  const chosen = state.filters[name];
  // Where a region or kind is chosen, the others may not have been counted: their part of the index is closed.
  const uncounted = (name === 'region' || name === 'kind') && chosen.length > 0;
  const shown = all.filter(({ value }) => (counts[name][value] ?? 0) > 0 || chosen.includes(value) || uncounted);
  const set = fieldset(title);
  for (const { value, label, depth = 0 } of shown) {
    const box = Object.assign(document.createElement('input'), {
      type: 'checkbox',
      id: `filter-${name}-${value}`,
      checked: chosen.includes(value),
    });
    box.addEventListener('change', () => {
      const values = box.checked ? [...chosen, value] : chosen.filter((item) => item !== value);
      go({ ...state, filters: { ...state.filters, [name]: values } });
    });
    set.append(line(box, label, depth, counts[name][value]));
  }
  set.hidden = shown.length === 0 || (shown.length === 1 && chosen.length === 0);
  return set;
}

function sortGroup({ state, go }: FiltersContext): HTMLElement {
  const set = fieldset('排序');
  for (const [value, label] of [
    ['relevance', '按相关'],
    ['year', '按年份'],
  ] as const) {
    const radio = Object.assign(document.createElement('input'), {
      type: 'radio',
      name: 'sort',
      id: `sort-${value}`,
      checked: state.sort === value,
    });
    radio.addEventListener('change', () => go({ ...state, sort: value }));
    set.append(line(radio, label, 0, undefined));
  }
  return set;
}

function fieldset(title: string): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  set.append(Object.assign(document.createElement('legend'), { textContent: title }));
  return set;
}

function line(input: HTMLInputElement, text: string, depth: number, count: number | undefined): HTMLLabelElement {
  const label = document.createElement('label');
  label.style.setProperty('--depth', String(depth));
  label.append(input, text);
  if (count !== undefined) label.append(Object.assign(document.createElement('span'), { textContent: String(count) }));
  return label;
}

import { openPanel } from './panel.ts';

const root = document.documentElement;
const choices = [
  ['theme', '配色', { '': '自动', light: '浅色', dark: '深色' }],
  ['size', '字号', { '93.75%': '小', '': '标准', '112.5%': '大', '131.25%': '特大' }],
] as const;
type Key = (typeof choices)[number][0];

/** Theme and size of the text, remembered on this device; `early.js` sets them before the first paint. */
export function openSettings(button: HTMLElement): void {
  openPanel(button, '字号与配色', ...choices.map(([key, name, values]) => group(key, name, Object.entries(values))));
}

function group(key: Key, name: string, values: [string, string][]): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = name;
  set.append(legend);
  for (const [value, words] of values) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: key, value, checked: current(key) === value });
    input.addEventListener('change', () => choose(key, value));
    label.append(input, words);
    set.append(label);
  }
  return set;
}

function current(key: Key): string {
  return key === 'theme' ? (root.dataset.theme ?? '') : root.style.fontSize;
}

function choose(key: Key, value: string): void {
  if (key === 'theme') root.dataset.theme = value;
  else root.style.fontSize = value;
  try {
    localStorage.setItem(`reading-${key}`, value);
  } catch {
    // Where storage is forbidden the choice lasts as long as the page.
  }
}

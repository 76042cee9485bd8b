import { openPanel } from './panel.ts';

const choices = [
  ['theme', '配色', { '': '自动', light: '浅色', dark: '深色' }],
  ['size', '字号', { small: '小', '': '标准', large: '大', huge: '特大' }],
] as const;

/** Theme and size of the text, remembered on this device. */
export function openSettings(button: HTMLElement): void {
  openPanel(button, '字号与配色', ...choices.map(([key, name, values]) => group(key, name, Object.entries(values))));
}

function group(key: 'theme' | 'size', name: string, values: [string, string][]): HTMLFieldSetElement {
  const root = document.documentElement;
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = name;
  set.append(legend);
  for (const [value, words] of values) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: key, value, checked: (root.dataset[key] ?? '') === value });
    input.addEventListener('change', () => choose(key, value));
    label.append(input, words);
    set.append(label);
  }
  return set;
}

function choose(key: 'theme' | 'size', value: string): void {
  document.documentElement.dataset[key] = value;
  try {
    if (value) localStorage.setItem(`reading-${key}`, value);
    else localStorage.removeItem(`reading-${key}`);
  } catch {
    // Where storage is forbidden the choice lasts as long as the page.
  }
}

import { gbt7714, placeWords, plainCitation, type Source } from './citation.ts';
import { copy } from './copy.ts';
import { openPanel } from './panel.ts';

/** What one can do with a place: copy its link or its citation, share it, read its section by itself. */
export function openCitation(button: HTMLElement, article: HTMLElement): void {
  const block = button.parentElement;
  const anchor = block?.id || block?.parentElement?.id || '';
  const source = readSource(article, anchor);
  const status = document.createElement('p');
  status.className = 'panel-status';
  status.setAttribute('role', 'status');
  const offer = (name: string, run: () => Promise<string>) => {
    const action = document.createElement('button');
    action.type = 'button';
    action.textContent = name;
    action.addEventListener('click', async () => {
      status.textContent = await run();
    });
    return action;
  };
  const list = document.createElement('div');
  list.className = 'panel-list';
  list.append(
    offer('复制链接', () => copy(source.url)),
    offer('复制引文（GB/T 7714）', () => copy(gbt7714(source))),
    offer('复制引文（通用）', () => copy(plainCitation(source))),
    offer('分享', () => share(source)),
  );
  const page = sectionPage(article, anchor);
  if (page) list.append(page);
  openPanel(button, '引用此处', list, status);
}

function readSource(article: HTMLElement, anchor: string): Source {
  const { author = '', name = document.title, added = '', date = '', kind } = article.dataset;
  const url = `${location.origin}${location.pathname}#${anchor}`;
  const accessed = new Date().toLocaleDateString('sv');
  const [sections, place] = [sectionWords(anchor), placeWords(anchor)];
  return { author, name, added, date, sections, place, url, accessed, isReport: kind === 'report' };
}

/** The headings above a place: 一、2019年工作回顾 | (一)聚焦三大攻坚战,守住发展底线 */
function sectionWords(anchor: string): string[] {
  const words: string[] = [];
  for (let node = document.getElementById(anchor); node; node = node.parentElement?.closest<HTMLElement>('section[id]') ?? null) {
    const heading = node.matches('section') ? node.querySelector('h1, h2, h3, h4') : null;
    if (heading) words.unshift((heading.textContent ?? '').replace(/。$/u, ''));
  }
  return words;
}

/** Sections without any below have a page of their own; lists of notes have none. */
function sectionPage(article: HTMLElement, anchor: string): HTMLAnchorElement | null {
  const section = document.getElementById(anchor);
  const isWhole = article.dataset.document !== undefined && article.dataset.kind === 'report';
  if (!isWhole || !section?.matches('section') || section.querySelector('section, .note')) return null;
  const link = document.createElement('a');
  link.href = `${anchor}/`;
  link.textContent = '单独阅读本节';
  return link;
}

async function share({ name, sections, url }: Source): Promise<string> {
  if (!navigator.share) return copy(url);
  try {
    await navigator.share({ title: name, text: sections.join('，'), url });
    return '';
  } catch {
    return '';
  }
}

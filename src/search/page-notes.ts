import type { PageState } from './page-state.ts';
import type { SearchResult } from './search.ts';

/** How much was found, for eyes and ears. */
export function statusOf({ total, complete, hits, nearest, words }: SearchResult): string {
  if (hits.length === 0) return '没有找到。';
  if (nearest) {
    const none = words.length > 1 ? '没有一处同时含有这些词' : `没有一处含有“${words[0] ?? ''}”`;
    return `${none}。下面是${hits.length}条相近结果，只含其中的一部分。`;
  }
  return complete ? `找到${total}处。` : `找到${total}处以上。`;
}

interface NotesContext {
  state: PageState;
  result: SearchResult | undefined;
  filtered: boolean;
  go: (state: PageState) => void;
}

const noFilters: PageState['filters'] = { region: [], level: [], year: [], kind: [], part: [] };

/** What was searched besides the words, and what to try where nothing was found; each can be changed where it is said. */
export function renderNotes(box: HTMLElement, { state, result, filtered, go }: NotesContext): void {
  box.replaceChildren();
  if (!result) return;
  const say = (text: string, action?: [label: string, next: PageState]): void => {
    const line = document.createElement('p');
    line.append(text);
    if (action) {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: action[0] });
      button.addEventListener('click', () => go(action[1]));
      line.append(button);
    }
    box.append(line);
  };
  for (const { word, names } of result.widened)
    say(`也查了“${word}”的别名：${names.slice(0, 5).join('、')}${names.length > 5 ? `等${names.length}个` : ''}。`, [
      '只查原词',
      { ...state, synonyms: false },
    ]);
  if (!state.synonyms) say('没有查别名。', ['也查别名', { ...state, synonyms: true }]);
  if (result.hits.length > 0 && !result.nearest) return;
  if (result.missing.length > 0 && result.missing.length < result.words.length)
    say(`${result.missing.map((word) => `“${word}”`).join('、')}在${filtered ? '筛选的范围' : '全部文本'}里都没有。`);
  if (filtered) say('现在有筛选条件。', ['去掉筛选', { ...state, filters: noFilters }]);
  if (result.hits.length === 0) say('可以少写几个词，换一个说法，或者只写其中的数字、地名。');
}

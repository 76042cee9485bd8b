/** Copies `text`, also where the page is not served by https, and says how it went. */
export async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return '已复制';
  } catch {
    return copyBySelection(text) ? '已复制' : `请手动复制：${text}`;
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

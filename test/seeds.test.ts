import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listSeeds, loadManifest, readSeed } from '../scripts/lib/seeds.ts';
import { writeContent } from '../scripts/lib/write-content.ts';
import { createGazetteer } from '../src/pipeline/gazetteer.ts';
import { statedRegion } from '../src/pipeline/stated-region.ts';

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seeds-'));
  dir = join(root, 'seeds');
  mkdirSync(join(dir, 'b'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text = '各位代表：现在，我向大会报告工作。') => writeFileSync(join(dir, path), text);
const hash = 'a'.repeat(64);

describe('listSeeds', () => {
  it('lists seeds sorted and leaves dictionaries and notes alone', () => {
    for (const path of ['z.txt', 'b/a.html', 'a.docx', 'manifest.yml', 'README.md', '.hidden.txt', 'c.json']) put(path);
    expect(listSeeds(dir)).toMatchObject({ files: ['a.docx', 'b/a.html', 'c.json', 'z.txt'].map((path) => ({ path })), messages: [] });
  });

  it('refuses links out of the folder, broken links and old Word files, by name', () => {
    writeFileSync(join(root, 'secret.txt'), 'x');
    put('good.txt');
    put('old.doc');
    symlinkSync(join(root, 'secret.txt'), join(dir, 'link.txt'));
    symlinkSync('/etc', join(dir, 'etc.txt'));
    symlinkSync(join(root, 'nowhere'), join(dir, 'broken.txt'));
    symlinkSync(join(dir, 'good.txt'), join(dir, 'inside.txt'));
    const { files, messages } = listSeeds(dir);
    expect(files.map(({ path }) => path)).toEqual(['good.txt', 'inside.txt']);
    expect(messages.map(({ path, rule }) => `${path}: ${rule}`).sort()).toEqual([
      'broken.txt: unreadable-file',
      'etc.txt: link-outside',
      'link.txt: link-outside',
      'old.doc: ignored-file',
    ]);
  });

  it('says what to do where the folder is missing', () => expect(() => listSeeds(join(root, 'none'))).toThrow(/--seeds DIR/));
});

describe('readSeed', () => {
  it('reads text and hash; a file that has gone is refused and named', async () => {
    put('a.txt', '各位代表：');
    const [file] = listSeeds(dir).files;
    if (!file) throw new Error('no seed was listed');
    expect(await readSeed(file, { texts: [] })).toMatchObject({
      path: 'a.txt',
      value: '各位代表：',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      stated: null,
    });
    rmSync(file.absolute);
    expect(await readSeed(file, { texts: [] })).toMatchObject({
      refused: true,
      messages: [{ rule: 'unreadable-file', text: 'a.txt 打不开（ENOENT）' }],
    });
  });

  it('stops where the manifest states another hash, and says what to do', async () => {
    put('a.txt');
    const [file] = listSeeds(dir).files;
    if (!file) throw new Error('no seed was listed');
    await expect(readSeed(file, { texts: [{ path: './a.txt', sha256: hash }] })).rejects.toThrow(/a\.txt has SHA-256 .*restore the file/);
  });
});

describe('loadManifest', () => {
  it('is empty where there is none', () => expect(loadManifest(dir)).toEqual({ manifest: { texts: [] }, messages: [] }));

  it('refuses rows that leave the folder and keeps the rest', () => {
    put('a.txt');
    put(
      'manifest.yml',
      `texts:\n  - { path: ../../etc/passwd, sha256: ${hash} }\n  - { path: /etc/passwd, sha256: ${hash} }\n  - { path: a.txt, sha256: ${hash} }\n`,
    );
    const { manifest, messages } = loadManifest(dir);
    expect(manifest.texts.map(({ path }) => path)).toEqual(['a.txt']);
    expect(messages).toMatchObject([{ rule: 'path-outside', text: expect.stringContaining('../../etc/passwd') }, { rule: 'path-outside' }]);
  });

  it.each([
    ['an unknown field', `texts: [{ path: a.txt, sha256: ${hash}, documents: [{ match: x, yaer: 2020 }] }]`, /yaer/],
    ['a hash that is none', 'texts: [{ path: a.txt, sha256: abc }]', /texts\.0\.sha256: is not a SHA-256/],
    ['two rows for a file', `texts: [{ path: a.txt, sha256: ${hash} }, { path: ./a.txt, sha256: ${hash} }]`, /two rows/],
    ['a file that is missing', `texts: [{ path: b.txt, sha256: ${hash} }]`, /b\.txt, which does not exist/],
  ])('throws for %s', (_, yaml, message) => {
    put('a.txt');
    put('manifest.yml', yaml);
    expect(() => loadManifest(dir)).toThrow(message);
  });
});

describe('statedRegion', () => {
  const gazetteer = createGazetteer();
  it.each(['430105', 'hunan/changsha/kaifu', '湖南省长沙市开福区', '开福区'])('%s', (words) => {
    expect(statedRegion(words, gazetteer)).toMatchObject({ code: '430105', slug: 'hunan/changsha/kaifu' });
  });
  it('takes functional areas, and nothing that is ambiguous or unknown', () => {
    expect(statedRegion('广东省深圳市大鹏新区', gazetteer)).toMatchObject({ code: null, slug: 'guangdong/shenzhen/dapeng' });
    expect(statedRegion('南山区', gazetteer)).toBeNull();
    expect(statedRegion('nowhere', gazetteer)).toBeNull();
  });
});

describe('writeContent', () => {
  const out = () => join(root, 'content');
  const fill = (text: string) =>
    writeContent(out(), (writer) => {
      writer.write('reports.json', text);
      writer.append('reports/a.mdx', 'a');
      writer.append('reports/a.mdx', 'b');
    });
  const reports = () => readFileSync(join(out(), 'reports.json'), 'utf8');

  it('replaces the folder as a whole', async () => {
    await fill('[1]');
    writeFileSync(join(out(), 'stale.mdx'), '');
    await fill('[2]');
    expect(reports()).toBe('[2]');
    expect(readFileSync(join(out(), 'reports/a.mdx'), 'utf8')).toBe('ab');
    expect(() => readFileSync(join(out(), 'stale.mdx'))).toThrow(/ENOENT/);
  });

  it('leaves the old one where a run fails, and brings it back where a run was killed', async () => {
    await fill('[1]');
    await expect(
      writeContent(out(), (writer) => {
        writer.write('reports.json', '[2]');
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(reports()).toBe('[1]');
    const killed = join(root, '.content.last');
    mkdirSync(killed);
    writeFileSync(join(killed, 'reports.json'), '[0]');
    rmSync(out(), { recursive: true });
    await expect(
      writeContent(out(), () => {
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(reports()).toBe('[0]');
  });

  it('writes nothing outside, and replaces no folder of somebody else', async () => {
    await expect(writeContent(out(), (writer) => writer.write('../escaped', 'x'))).rejects.toThrow(/outside/);
    mkdirSync(join(root, 'mine'));
    writeFileSync(join(root, 'mine', 'thesis.txt'), 'x');
    await expect(writeContent(join(root, 'mine'), () => {})).rejects.toThrow(/reports\.json/);
  });
});

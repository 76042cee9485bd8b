import { describe, expect, it } from 'vitest';
import { countWords, documentFrequencies, keywords } from '../src/pipeline/keywords.ts';
import { segment } from '../src/text/segment.ts';
import { Trie } from '../src/text/trie.ts';

const boilerplate = new Set(['建设', '工作']);
const count = (text: string, own: string[] = []) => countWords(segment(text), boilerplate, own);

describe('segment', () => {
  it('cuts into words with their part of speech', () => {
    expect(segment('推进旅游产业').map(({ word }) => word)).toEqual(['推进', '旅游', '产业']);
  });

  it('keeps words together that the caller knows, and forgets them', () => {
    const known = new Trie<true>();
    known.add('揭榜云轨', true);
    const words = (text: string, trie?: Trie<true>) => segment(text, trie).map(({ word }) => word);
    expect(words('建成揭榜云轨项目', known)).toEqual(['建成', '揭榜云轨', '项目']);
    expect(words('建成揭榜云轨项目')).not.toContain('揭榜云轨');
  });
});

describe('keywords', () => {
  it('counts no function words, boilerplate, names of the region, nor what stands once or twice', () => {
    const text = '盐田的建设工作和海洋航运。盐田的建设工作和海洋航运。盐田的建设工作和海洋航运。酒店';
    expect([...count(text, ['盐田区', '深圳市']).keys()].sort()).toEqual(['海洋', '航运']);
  });

  it('puts first what the other reports lack', () => {
    const archive = ['海洋航运', '旅游航运', '教育航运'].map((words) => count(`${words}。`.repeat(4)));
    const frequencies = documentFrequencies(archive);
    expect(frequencies.get('航运')).toBe(3);
    expect(keywords(archive[1] ?? new Map(), frequencies, archive.length)).toEqual(['旅游', '航运']);
  });

  it('gives at most so many as are asked for', () => {
    expect(keywords(count('海洋航运酒店旅游。'.repeat(4)), new Map(), 1, 2)).toHaveLength(2);
  });
});

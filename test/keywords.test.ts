import { describe, expect, it } from 'vitest';
import { countWords, documentFrequencies, keywords } from '../src/pipeline/keywords.ts';
import { namePattern, segment } from '../src/text/segment.ts';

const boilerplate = new Set(['建设', '工作']);
const count = (text: string, own: string[] = []) => countWords(segment(text), boilerplate, own);

describe('segment', () => {
  it('cuts into words with their part of speech', () => {
    expect(segment('推进旅游产业').map(({ word }) => word)).toEqual(['推进', '旅游', '产业']);
  });

  it('keeps names together, the longest first, and forgets them', () => {
    const names = namePattern(['揭榜', '揭榜云轨', 'ESI', '']);
    expect(segment('建成揭榜云轨项目', names).map(({ word }) => word)).toEqual(['建成', '揭榜云轨', '项目']);
    expect(segment('建成揭榜云轨项目').map(({ word }) => word)).not.toContain('揭榜云轨');
    expect(namePattern(['ESI'])).toBeNull();
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

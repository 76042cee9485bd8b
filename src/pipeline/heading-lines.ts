const endMark = /[。．.：:！!；;]+$/u;

/** (一)聚焦三大攻坚战,守住发展底线。 → 聚焦三大攻坚战,守住发展底线; 【2022年重点工作】 → 2022年重点工作 */
export const bareTitle = (text: string): string =>
  text
    .trim()
    .replace(endMark, '')
    .replace(/^【([^】]*)】$/u, '$1')
    .trim();

const topKeyword = '(?:回顾|总结|安排|任务|计划|重点|思路|目标|要求|部署|打算|建议|成就|情况|工作|形势)';
/** 2018年工作回顾 | “十五五”时期主要目标和2026年重点工作 | 未来五年工作思路和任务 | 重在落实加强政府自身建设 */
const topHeading = new RegExp(
  `(?:\\d{4}年|过去|五年|十[一二三四五六]五|今后|未来|新一届|本届|今年|当前|下一步|下一阶段).{0,24}${topKeyword}$|(?:政府)?自身建设$`,
  'u',
);
const sentenceMark = /[。，；：！？、,;:!?…]$/u;

/** Whether a line stands alone as an unnumbered heading: 产业实力不断壮大 */
export function isBareHeading(text: string): boolean {
  if (text.length < 4 || text.length > 34 || sentenceMark.test(text) || /[。；]/u.test(text)) return false;
  if (/^(?:各位|附|注|来源|序号|——|[●■▲◆★•·◇○-])/u.test(text) || text.includes('\t') || /[的和与及、]$/u.test(text)) return false;
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= Math.max(4, text.length * 0.5);
}

export const isTopHeading = (text: string): boolean => isBareHeading(text) && topHeading.test(bareTitle(text));

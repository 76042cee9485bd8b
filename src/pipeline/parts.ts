import type { Part } from '../schemas/report.ts';

const review = /回顾|总结|以来|成就|成绩|情况|历程|过去/u;
const plan =
  /安排|部署|重点|建议|计划|任务|目标|思路|打算|要求|展望|举措|今后|未来|下一步|主要工作|工作|自身建设|^(?:着力|加强|奋力|坚持|全面|推动|加快|努力|切实)/u;

/**
 * The part that a heading of depth 1 opens: 一、2019年工作回顾 → review; 二、2020年工作安排 → plan.
 * Behind the first plan there is no review any more (三、着力加强政府治理能力现代化建设 → plan), unless the heading says so.
 */
export function partOf(title: string, before: Part): Part {
  if (review.test(title) && !(before === 'plan' && !/回顾|总结/u.test(title))) return 'review';
  if (before === 'plan' || plan.test(title)) return 'plan';
  return before === 'front' ? 'body' : before;
}

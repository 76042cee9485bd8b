import type { Loose } from '../figures.ts';

/** What a figure says of the noun behind it: 总投资5亿元的项目 */
const attribute =
  /(?:占地|单笔|单户|单体|户均|人均|面积|投资|产值|税收|营收|收入|销售额|规模|产能|能力|案值|造价|估值|市值|资产|注册资本|长|宽)(?:超过?|达到?|约|近)*$/;

/** The attribute that says how large a thing is: 总规模|1000亿元|的基金 */
export const attributed =
  /(?:(?:处理|供应|生产)?能力|产能|案值|占地(?:面积)?|总?(?:建筑)?面积|(?:计划|概算|估算)?总?投资额?|(?:首期|总)?规模|长度?)(?:超过?|达到?|约|近|为|不[小少]于)*$/;

/** Figures that tell of no deed: names, what only compares, what was handed down before. */
export function isAside(loose: Loose, words: string): boolean {
  const { quantity, clause } = loose;
  // 已下放的49项职权
  if (/^超(?:计划|目标|任务)|就有$|高于|低于|快于|高出|大于|小于|已[^,]{1,8}的$/.test(words)) return true;
  // “安全生产15条”
  if (/[“"][^”"]*$/.test(words) && /[”"]/.test(clause.text[quantity.end] ?? '')) return true;
  // 将443个居委会调整为|351个社区: what there was before
  if (/^将/.test(words) && /(?:调整|整合|合并|归并|优化|压减|精简|缩减)[为到至]$/.test(clause.text.slice(quantity.end, loose.until)))
    return true;
  // 零就业家庭至少|1人|稳定就业
  if (quantity.value === 1 && /[人名]$/.test(quantity.unit) && /家庭|[每各]户/.test(words)) return true;
  // 居78个城市|第8
  if (/[居列]$/.test(words) && /^[^,;:。]*第\d*$/.test(clause.text.slice(quantity.end, loose.until))) return true;
  // 成为5个试点地区之一, 时速350公里
  if (/^[^,;:。]*之一/.test(clause.text.slice(quantity.end)) || (/时速$/.test(words) && /[公千]/.test(quantity.unit))) return true;
  // 实现两突破、两翻番
  if (quantity.unit === '番' && /[两双]$/.test(words)) return true;
  return (quantity.unit === '条' && words.endsWith('版')) || isDescription(loose, words);
}

/** 年收入5万元以下的“薄弱村”, 占地20万平方米的广场: the figure describes the noun behind it. */
function isDescription({ quantity, clause, until }: Loose, words: string): boolean {
  const phrase = clause.text.slice(quantity.at, quantity.end);
  const behind = clause.text.slice(quantity.end, quantity.end + 14);
  if (/^[^,;]{0,12}的(?:情况|基础|背景|前提|同时)/.test(behind)) return true;
  // 纳入国家102项重大工程的|285个项目
  if (/^[^,;:。、]*的$|^[^,;:。、]{2,}共$/.test(clause.text.slice(quantity.end, until)) && /\d/.test(clause.text[until] ?? '')) return true;
  if (attribute.test(words) && /^的[^,;:。、\d]{2}/.test(behind)) return true;
  if (/元$/.test(quantity.unit) && /^(?:级|产值|税收|营收|投资额?)(?:的|以上的?)?(?:企业|项目)/.test(behind)) return true;
  if (/平方米以[上下]$/.test(phrase) && /^的?[^,;:。、\d]{0,8}(?:单位|企业|场所|商场|超市|商户|工地|门店|餐厅)/.test(behind)) return true;
  // 5亿元以上|工业企业研发机构全覆盖
  if (/元.*以[上下]$/.test(phrase) && /^[^,;:。、的\d]{0,4}企业[^,;:。、]{2,}/.test(behind)) return true;
  const kind = /^的?[^,;:。、\d]{0,8}(?:项目|企业|家庭|村|人|户|群体)/;
  return /元.*以[上下]$/.test(phrase) && attribute.test(words) && kind.test(behind);
}

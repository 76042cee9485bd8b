import type { Lexicon } from '../lexicon.ts';
import { isNoun } from './counted-noun.ts';

/** 比前五年, 占全省 begin no noun. */
const notNoun =
  /^(?:相较|相比|与|如|即|包括|占|比|较|对(?![口外]|.*率$)|由|从(?![业教军])|以(?!.[换代促带养])|在(?![建线校岗职编园库册京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁新深穗]|[^,、]{2,8}的(?!基础|前提|情况|同时|背景))|向|按(?![时期])|因(?![公病灾])|不(?!动产|符合|合格|达标)|未(?=达|能|完|发)|其|到|增|为|灾后|[^,、]*[使让]$)|分别|同比|完成年|(?:基础上|过程中|范围内|方面|期间|[天月年]内)$/;
const generic =
  /^(?:[一二两三四五六七八九十\d]+年|跨?年度|全年|国家级?|省级|市级|区级|县级|总数|总量|总额|规模|保有量|数量|项目数|人数|总投资|投入|支出|其中|仅此一项|全部|全市|全区|全省|增加值|[增降涨跌]幅|增速|增量|[五三十两]年增量)$/;
const tail =
  /(?:拟?(?:控制|稳定|保持|维持)在|(?:始终|稳定|继续|持续)?(?<!水土)保持|总体|总数|总计|累计|合计|共计|年均|分别|高达|达到?|(?<!行)为|超过?|突破|首?破(?<!打破)|近|(?<![签节履违合公契邀])约|共|了|至|到|就|均|各|已|将|实际|同比|预计|首次|首(?=破|超)|力争|有|仍有|仅|只|可满足|可达|(?<![许认])可|得以|又|也|必须|大幅|全年|基本|比去年|比上年|较上年|较去年|首期|继续|连续(?:[一二三四五六七八九十\d]+年)?|\d{4}年|[三五十]年|双双|接连|先后|相继|已|[比较]\d{4}年)+$/;

/** The last 等 of an enumeration: 中铁南方等|总部企业; not 高等院校, 等级 */
const others = /(?<![高中初平同优均])等(?![级待候同效额]|.*(?<![高中初平同优均])等(?![级待候同效额]))/;

/** 试点|学校, 有效|投诉, 自治区|级: adverbs that belong to the noun. */
function kept(adverbs: string, words: string): string {
  if (words.slice(words.indexOf(adverbs) + adverbs.length)[0]?.match(/[级式型性]/)) return adverbs;
  return /(?:试点|有效)$/.test(adverbs) ? adverbs.slice(-2) : '';
}

/** The noun without the predicate behind it; of a long enumeration its last member. */
export function nounOf(words: string, lex: Lexicon): string | null {
  let object = words
    .replace(/\[\d+\]|^\([^()]*\)|(?<!县|园|区)\([^()]*\)$/g, '')
    .replace(tail, '')
    // 设立|试点学校, 有效投诉, 自治区级以上绿色工厂
    .replace(lex.adverbs, (adverbs: string, ...more: string[]) => kept(adverbs, more.at(-1) ?? ''))
    // 大班额全面消除、|中小学幼儿园
    .replace(/^.*(?:台阶|大关)、|^[^、“”]{3,}(?:全面|全部|均已?|都)[^、]{2,4}、/, '')
    .replace(/^[将把使]|^.{2,}成为|^仅?用[^,]{1,8}(?:时间|[天年月])[就便]/, '')
    // 总算力突破1.3万PF、|增长20倍
    .replace(/(?<=.{2})(?:突破|超过?|达到?|增至|为)[\d.]+[万亿千百]*(?:[A-Z]+|[元个家%吨])$/, '')
    // 新兴产业|实现|产值
    .replace(/(?<=.{2})(?:实现|完成)(?=(?:总?产值|营业收入|利润|税收|交易额|增加值|销售)[^、]*$)/, '')
    .replace(/^\d+(?:[个项条家座处名所件户批种]|大?类)(?=[^\d]{2})/, '');
  const listed = object.search(others);
  if (listed > 1 && listed < object.length - 2) object = object.slice(listed + 1).replace(/^地(?=国)/, '');
  if (object.length > 30) object = object.slice(object.lastIndexOf('、') + 1);
  // 平均浓度|从每立方米, 农村劳动力|高质量省外
  object = object
    .replace(/(?<=.{3})(?:高质量|省外|就地|就近|异地|跨省|新增)+$/, '')
    .replace(/(?<=.{3})[从由](?:去年|上年|年初|原|目前|每|人均|\d)[^的、]*$/, '')
    .replace(/(?:[的、:和及与并等]|以及)+$/, '')
    .replace(/^[、的]+/, '');
  if (/^“[^”]*$/.test(object) || /^[^“]*”$/.test(object)) object = object.replace(/[“”]/, '');
  return isNoun(object) && !notNoun.test(object) && !generic.test(object) && object.length <= 30 ? object : null;
}

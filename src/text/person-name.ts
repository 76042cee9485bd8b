/** Surnames of one character that office holders bear; common words that begin with one are sorted out below. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由布才';

const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|轩辕|钟离|宇文|长孙|鲜于|闾丘|端木|拓跋|呼延)/;

/** Words of two to four characters that begin like a name and are none. */
const NO_NAME =
  /^(?:关闭|关于|文字|文章|文件|时间|来源|方式|相关|全文|全屏|全国|全市|高级|简介|简体|公开|公告|索引|发布|信息|万元|同志|人民|各位|大会|会议|报告|工作|政府|国务|安全|平台|成文|成效|成果|解读|解放|明确|盛况|高质|高清|强化|和谐|和平|向大|安排|常务|应当|平稳|广东|乐享|花絮|支持|信访|居民|公报|公文|公众|布局|原文|原标|来信|来文|印发|路径|连接|连续|计划|宣传|温馨|古城|方便|方案|单位|管理|党政|党建|项目|任务|任免|目录|附件)|(?:报告|日报|晚报|摄|省|市|区|县|政府|会议|大会|工作|来源|作者|记者|网)$/;

/** 谢伟峰, 欧阳修, 艾尔肯·吐尼亚孜: whether `text` (no white space) reads as a name of a person. */
export function isPersonName(text: string): boolean {
  if (/^[\u3400-\u9fff]{1,8}(?:[·•・．][\u3400-\u9fff]{1,8}){1,3}$/.test(text)) return true;
  if (!/^[\u3400-\u9fff\ud840-\udfff]{2,5}$/.test(text) || NO_NAME.test(text)) return false;
  if (COMPOUND.test(text)) return text.length >= 3 && text.length <= 4;
  return SURNAMES.includes(text.charAt(0)) && text.length <= 4;
}

/** 格日勒图, 洛桑江村: whether `text`, which stands behind an office, may be a name of any people of China. */
export function mayBePersonName(text: string): boolean {
  return (
    isPersonName(text) ||
    (/^[\u3400-\u9fff]{2,6}$/.test(text) && !NO_NAME.test(text) && !/政府|会议|报告|代表|大会|政协|委员|区域|[的在于向并]/.test(text))
  );
}

"""Names of persons, as far as their form tells: a surname, and one or two characters."""

from __future__ import annotations

import re
from typing import Final

_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐伍庞颜庄聂章鲁"
    "岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟"
    "艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "甄丛仲虞敖巩明佘池查麻苑迟邝乔倪洪封匡鞠荆胥储鄢谌奚粟冼蔺厉仝郜阚屠廉禹漆狄晁芮阙雍辜裘亓邰茹嵇湛茅昝"
)
_LONG_SURNAMES: Final = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐"
SURNAME_BEGINS: Final = rf"(?=[{_SURNAMES}欧上司诸东皇尉公慕令])"
"""Looks ahead for a character with which a surname begins, before what takes longer to tell."""
_SURNAME: Final = rf"(?:{_LONG_SURNAMES}|[{_SURNAMES}])"

NAME: Final = rf"(?:{_SURNAME}[\u4e00-\u9fff]{{1,2}})"
"""A name where what surrounds it leaves little doubt, as a pattern."""

_FORM: Final = re.compile(NAME)

_PARTICLES: Final = (
    "的了是在和与及或不有这那之其被把将从向对于到也都就还又再各每等因受患获领享个名户件次项已曾均系为由并且"
)
NAME_IN_PROSE: Final = rf"(?:{_SURNAME}[^\W\d{_PARTICLES}A-Za-z]{{1,2}})"
"""A name in running text, without the characters that begin what follows it."""
LONG_NAME_IN_PROSE: Final = rf"(?:{_SURNAME}[^\W\d{_PARTICLES}A-Za-z]{{2}})"
"""The same with a given name of two characters."""

_HIDDEN: Final = re.compile(r"[某×xX*＊]")
_NO_NAMES: Final = re.compile(
    r"许多|许可|曾经|夏[季秋天令]|田[间地]|顾虑|余户|易地|易返|黄[金桃牛]|杨梅|陈[述旧]|谢绝|陆续"
    r"|范围|林[地下果业木]|高[兴度质龄山血标]|安[全置居心排]|方[便面式案法]"
    r"|全[部县村镇乡面覆年程家体]|和[谐睦美]|万[元余人户]|成[功立效为本年]|常[年态]|金[额融]"
    r"|何[时种]|时[间常装]|毛[病利]|任[务何]|温[暖饱]|纪[律检]|平均"
    r"|程[度序]|解[决困除]|管[理控护]"
    r"|关[爱心注怀键系]|包[括含]|项目|连[续片]|应[当享]|路[费边]|明[显确白]|游[客]|向[上县镇乡村]"
    r"|安抚|尚[未有]|申[请报诉]|时有|马上|于[是今]"
    r"|房[屋子产]|边缘|文[化件明书]|农[户业村民]"
    r"|单[独身位列人]|白[天]|左右|康复|甘[愿]|符合|盛[赞]|景[象况]|席[位]|车[辆]|石[头灰材]|计划|江[边]"
    r"|严[重格肃]|商[户]|师[生傅]|华侨|阳光|季[度节]"
    r"|连同|付[出款]|简[单介]|查[看询]|古[稀]"
    r"|施[工行]|左邻|兰花|庄稼|党[员委内组支]|盛产|明细|费用|应届|成员|梅花|麻烦|司法|辛[苦勤]"
    r"|童[年]|温馨|路上|古镇|宁静|文娱|方才|周[边围转]|史[上]|段[落]|白[内]"
    r"|成[人果]|水[牛]|毛[驴]|江[豚]|常住|高[血龄温校铁速]|党[群政风纪课建校费籍章代]|管[道委]"
    r"|鲁班|时[任候]|关[于联键]|有关|安[徽康]|江[苏西]|贵州|云南|湖[南北]"
    r"|万[名件]|宁[夏波]|华[为中北东南]|黄[河土]|石[油]|金[华]|温[州]|胡同|龙[头]|马[路]|牛[羊肉]"
    r"|范[例]|章[程节]|严[禁防]|戴[帽]|全[国省市体]"
    r"|单[亲]|苗[木]|花[卉]|余[人]|费[用]|贺[信]|柴[油]|雷[电]|时[期疫令]|计[生]|路[段]|洪[水涝灾峰]"
    r"|储[备蓄存]|廉[政洁租]|封[闭山控]|匡算|屠宰|荆[棘州]|奚落"
    r"|武[警装]|成[都]|申[领]|白[血]"
)
_PLACES: Final = re.compile(r"[村镇乡县市区组寨屯庄街道坊]$")
_TITLES: Final = re.compile(
    r".(?:书记|主任|局长|县长|镇长|乡长|村长|市长|省长|科长|所长|站长|院长|校长|队长|组长|部长"
    r"|会长|经理|厂长|支书|委员|老师|医生|大夫|护士|会计"
    r"|师傅|先生|女士|小姐|大爷|大妈|大娘|大伯|大叔|大姐|大哥|大嫂|奶奶|爷爷|阿姨|老汉|老太|老人"
    r"|同志|姓|氏|家)$"
)


def is_name(text: str) -> bool:
    """Whether a text is a name by its form, and neither hidden (张某), nor a word, a place or a title."""
    return _FORM.fullmatch(text) is not None and not (
        _HIDDEN.search(text) or _NO_NAMES.match(text) or _PLACES.search(text) or _TITLES.match(text)
    )

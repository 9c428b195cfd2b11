"""What befalls a person, said behind the name or before it: punishment, illness, petition, aid."""

from __future__ import annotations

import re
from typing import Final

from generators.checking.personal_data.harm import CONTEXT, DISABILITY, DISEASE, SANCTION
from generators.checking.personal_data.names import NAME_IN_PROSE, SURNAME_BEGINS

BEGINS: Final = (
    r"(?:^|(?<=[\s,。;:()、|“”\"'!?·\-0-9>])"
    r"|(?<=(?:村民|居民|党员|干部|职工|群众|学生|教师|医生|护士|司机|会计|书记|主任|委员|支书"
    r"|文书|镇长|乡长|村长|局长|科长|所长|站长|队长|组长|校长))"
    r"|(?<=(?:经理|院长|处长|部长|会长|厂长|股长|工人|农民|户主|同志|男子|女子|老人|妇女|孩子"
    r"|其中|关于|员工|社员|业主|组员|乡民|研员|队员|专员|对象|病人|患者|儿童))"
    r"|(?<=[对将给原有是由把和与及户]))"
)
"""What stands before a name: a break, an office, or a word that takes a person."""

_OTHERS: Final = rf"(?:[、和与及]{NAME_IN_PROSE}){{0,9}}(?:等[^,。;\n]{{0,5}}人|等)?"
_TOGETHER: Final = r"(?:同志|老人|夫妇|一户|一家|家庭|家|户)?(?:\([^()\n]{1,16}\))?"
_OF_AGE: Final = r"(?:,?[男女])?(?:,?(?:现年)?[0-9]{1,3}岁)?"
_BECAUSE: Final = r",?(?:因[^。;\n]{1,60}?,?)?"
_WHEN: Final = (
    r"(?:(?:[0-9年月日初底上下半旬]{1,12}|近日|去年|今年|此前|日前|先后|曾|已|于|两次|多次|分别|均),?){0,3}"
)
_NAMED: Final = rf"{SURNAME_BEGINS}{BEGINS}(?P<name>{NAME_IN_PROSE})(?={_OTHERS}{_TOGETHER}{_OF_AGE}"
"""A name; what follows it is looked at only, so that the next name of several is found too. Ends in ``)``."""

_OFFICES: Final = (
    r"(?:县|镇|区|市)?(?:纪委监委|纪委|监委|公安机关|公安局|派出所|公安|法院|检察院|组织|党组织)?"
    r"(?:依法|给予|处以|予以|判处|作出)?"
)
_OFFENCES: Final = (
    r"(?:严重|多次|长期|因|在[^。;,\n]{1,24}(?:中|期间))?(?:受贿|贪污|挪用|吸毒|酒驾|醉驾|酒后驾"
    r"|醉酒驾|聚众赌博|赌博|盗窃|诈骗|嫖娼|家暴|涉嫌"
    r"|违纪|违规|违法|犯罪|服刑|刑满|缓刑|失职失责|履职不力|优亲厚友|套取|骗取|截留|侵占|虚报冒领"
    r"|违反[^。;,\n]{1,12}(?:纪律|规定))"
)
_CRIME: Final = r"以[^。;,\n]{1,10}罪被?判处"
_PUNISHED: Final = re.compile(
    rf"{_NAMED}{_BECAUSE}{_WHEN}(?:(?:受到|受|被|获){_OFFICES}{SANCTION}|{_CRIME}|{_OFFENCES}))"
)
_UPON: Final = re.compile(
    rf"(?:对|给予|撤销|开除|逮捕|拘留|留置|诫勉|处分|立案审查|立案调查)(?P<name>{NAME_IN_PROSE})(?:同志)?"
    rf"(?:的?(?:立案|审查调查|诫勉|处分|处罚)|[^,。;\n]{{0,10}}(?:给予|作出|进行|处以|予以|实施"
    rf"|采取){SANCTION}"
    rf"|党内职务|党籍|公职|{SANCTION})"
)
_SENTENCED: Final = re.compile(
    rf"(?:判处|逮捕|行政拘留|刑事拘留|处分人|受处分人|被告)(?P<name>{NAME_IN_PROSE})(?=有期|拘役"
    rf"|[,。;:、\s(]|$)"
)

_KIN: Final = r"(?:,|的(?:妻子|丈夫|儿子|女儿|母亲|父亲|孙子|孙女|爱人))?"
_ILLNESS: Final = (
    rf"(?:{DISEASE}|因病(?:致贫|返贫|去世|卧床|瘫痪|住院)|[^,。;\n]{{0,4}}[一二三四1-4]级残疾|{DISABILITY}"
    r"|[ ]?(?:艾滋病毒?|HIV|梅毒)[^,。;\n()]{0,4}阳性|卧病|瘫痪在床)"
)
_ILL: Final = re.compile(rf"{_NAMED}{_KIN}(?:因|常年|长期|不幸|突然|身体|本人|{_WHEN}){{0,2}}{_ILLNESS})")
_RESPECTED: Final = (
    r"(?:村民|居民|群众|老人|党员|学生|职工|孩子|儿童|老党员|村干部|贫困户|低保户|脱贫户|困难户"
    r"|五保户|特困户|残疾人|女孩|男孩|患者|病人)?"
)
_ILL_BEFORE: Final = re.compile(
    rf"(?:{DISEASE}|[^,。;\n]{{0,4}}[一二三四1-4]级残疾|卧病在床|瘫痪在床|因病致贫|因病返贫"
    rf"|刑满释放|受过?处分|多次上访|长期上访|缠访)"
    rf"的{_RESPECTED}(?P<name>{NAME_IN_PROSE})(?=[,。;:()、\s“”|]|$|一家|家|同志|老人|说|夫妇|送|捐)"
)

_NO_OFFICE: Final = (
    r"(?!局|办|工作|接待|部门|干部|积案|专员|系统|室|联席|渠道|法治|条例|代办|件|电话|热线|信箱"
    r"|平台|中心|受理|箱|方式|群众|总量|量"
    r"|问题的?(?:化解|包案)|事项的?(?:化解|包案|办理))"
)
_MANNER: Final = (
    r"(?:再次|反复|长期|又|持续|(?:到|赴|去|向)[^,。;\n]{1,10}?|进京|赴省|越级|集体|写信|来信|来访|实名){0,4}"
)
_PETITIONING: Final = re.compile(
    rf"{_NAMED}{_BECAUSE}{_WHEN}{_MANNER}(?:上访|信访|越级访|缠访|闹访|非访|进京访|举报|投诉"
    rf"|控告){_NO_OFFICE})"
)
_PETITION_OF: Final = re.compile(
    rf"(?:关于|针对|答复|回复)(?P<name>{NAME_IN_PROSE})(?:等[^,。;\n]{{0,5}}人|同志)?的?(?:信访"
    rf"|上访|投诉|举报|控告|来信|来访|反映)"
)
_PETITION_BY: Final = re.compile(rf"{_NAMED}的(?:信访|上访|投诉|举报|控告)(?:件|事项|诉求|材料|问题|信))")

_IS: Final = re.compile(rf"{_NAMED}(?:系|是|为|属于?)[^,。;\n]{{0,6}}?{CONTEXT}(?=[,。;、)\s]|$))")
_IN_A_FORM: Final = re.compile(
    rf"(?:姓名|户主)[: ]{{0,2}}(?P<name>{NAME_IN_PROSE})(?=[,;\s][^。\n]{{0,20}}"
    r"(?:病情|病种|患病情况|残疾(?:等级|类别|情况)|致贫原因|低保类别|困难类型|处分种类|罪名)[:])"
)

AID: Final = (
    r"(?:低保|救助(?!资金|站|工作|中心|项目|体系|制度|政策|基金|管理)|特困|五保|困难补助|困难补贴"
    r"|残疾[^,。;\n]{0,4}补贴|大病|贫困户|脱贫户"
    r"|监测对象|监测户|慰问金|高龄津贴|高龄补贴|孤儿|护理补贴|抚恤金|困境儿童)"
)
"""Aid that only those in need are given, as a pattern."""

_AIDED: Final = re.compile(
    rf"{_NAMED}{_BECAUSE}{_WHEN}"
    r"(?:领取|领到|领|获得|获|享受|被纳入|纳入|列入|被列入|被认定为|认定为|识别为|被识别为|申请|申请到|申领)"
    rf"[^,。;\n]{{0,12}}?{AID})"
)
PAID: Final = re.compile(rf"(?:^|[:、,;。]){_RESPECTED}(?P<name>{NAME_IN_PROSE})\(?[0-9][0-9,.]{{0,9}}元")
"""A name with a sum of money; whether it is aid, the line says before."""

FATES: Final = (
    _PUNISHED,
    _UPON,
    _SENTENCED,
    _ILL,
    _ILL_BEFORE,
    _PETITIONING,
    _PETITION_OF,
    _PETITION_BY,
    _AIDED,
    _IS,
    _IN_A_FORM,
)

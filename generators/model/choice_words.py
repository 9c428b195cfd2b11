"""The Chinese words that editors use for the choices of a field, so that messages can say what to write."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generators.model.allowance import PersonalKind
from generators.model.area_map import CoordinateSystem
from generators.model.closing import ClosingStep
from generators.model.commitment import Cause, ReviewOutcome, Verdict
from generators.model.comparison import ComparedBy, Restart
from generators.model.computed import CommitmentShare, InspectionFigure, ProblemShare
from generators.model.consequence import ConsequenceKind, TriggerStatus
from generators.model.correction import RatioPart
from generators.model.division import DivisionKind, DivisionStep, Level
from generators.model.import_layout import ColumnUse, ImportKind
from generators.model.indicator import Goal, IndicatorKind, Role, Rollup
from generators.model.inspection import InspectionKind
from generators.model.ladder import Basis
from generators.model.language import Language
from generators.model.programme import RuleKind
from generators.model.scalars import Cadence, Choice, Disclosure, Qualifier
from generators.model.scheme import MissingPolicy, ScoredBy, VetoEffect
from generators.model.series import SeriesColumn

_WORDS: Final[Mapping[type[Choice], Mapping[Choice, str]]] = MappingProxyType(
    {
        Basis: {
            Basis.CHECKLIST: "清单 按标准 标准 达标",
            Basis.THRESHOLD: "指标 按指标 门槛 分数线",
            Basis.ASSESSMENT: "评定 认定 评估",
        },
        Cadence: {
            Cadence.WEEK: "周 每周 周报",
            Cadence.MONTH: "月 每月 月报",
            Cadence.QUARTER: "季 季度 每季 季报",
            Cadence.HALF_YEAR: "半年 每半年",
            Cadence.YEAR: "年 每年 年度 年报",
        },
        Cause: {
            Cause.FUNDING: "资金 资金原因 资金不到位 经费",
            Cause.POLICY: "政策 政策原因 政策调整 政策变化",
            Cause.FORCE_MAJEURE: "不可抗力 天灾",
            Cause.EFFORT: "主观 主观原因 工作不力 推进不力",
            Cause.WITHDRAWN: "撤回 取消 主动撤回",
        },
        ColumnUse: {
            ColumnUse.REMARK: "备注 说明",
            ColumnUse.NONE: "不要 无 跳过",
        },
        CommitmentShare: {
            CommitmentShare.KEPT: "兑现率 践诺率",
        },
        ComparedBy: {
            ComparedBy.YEAR_TO_DATE: "本年累计 累计",
            ComparedBy.YEAR_ON_YEAR: "同比 同比增速 比上年同期",
            ComparedBy.PERIOD_ON_PERIOD: "环比 环比增速 比上期",
            ComparedBy.CUMULATIVE_GROWTH: "本年累计同比 累计同比",
        },
        ConsequenceKind: {
            ConsequenceKind.REWARD: "奖 奖励 表彰 激励",
            ConsequenceKind.SANCTION: "惩 罚 惩处 处罚 问责 约谈",
        },
        Disclosure: {
            Disclosure.PUBLIC: "公开 主动公开",
            Disclosure.INTERNAL: "内部 不公开 内部资料",
        },
        DivisionKind: {
            DivisionKind.PROVINCE: "省 自治区",
            DivisionKind.CITY: "市 设区的市 地级市 自治州",
            DivisionKind.COUNTY: "县 自治县 旗",
            DivisionKind.DISTRICT: "区 市辖区",
            DivisionKind.COUNTY_CITY: "县级市",
            DivisionKind.TOWN: "镇 建制镇",
            DivisionKind.TOWNSHIP: "乡 民族乡 苏木",
            DivisionKind.SUBDISTRICT: "街道 街道办",
            DivisionKind.OFFICE: "办事处",
            DivisionKind.OTHER: "其他 农场 林场 开发区",
            DivisionKind.VILLAGE: "村 行政村 嘎查",
            DivisionKind.COMMUNITY: "社区 居委会",
        },
        DivisionStep: {
            DivisionStep.BEGUN: "设立 新设",
            DivisionStep.RENAMED: "更名 改名",
            DivisionStep.CONVERTED: "改设 撤乡设镇 撤县设区 转制",
            DivisionStep.MOVED: "改属 划转 划入",
            DivisionStep.MERGED: "并入 合并",
            DivisionStep.SPLIT: "拆分 分设",
            DivisionStep.ENDED: "撤销 撤并",
        },
        Language: {
            Language.CHINESE: "中文 汉语 简体中文 zh cn chinese",
            Language.ENGLISH: "英文 英语 english",
        },
        Goal: {
            Goal.AT_LEAST: "不低于 不少于 至少 以上",
            Goal.AT_MOST: "不高于 不超过 至多 控制数",
            Goal.EXACTLY: "正好 等于",
        },
        IndicatorKind: {
            IndicatorKind.CUMULATIVE: "累计 累计数",
            IndicatorKind.FLOW: "当期 当期数 流量",
            IndicatorKind.LEVEL: "时点 时点数 存量",
            IndicatorKind.RATIO: "比率 占比 百分比",
            IndicatorKind.FLAG: "是否 是非 有无",
        },
        InspectionFigure: {
            InspectionFigure.SCORE: "得分 分数 平均分",
            InspectionFigure.COVERAGE: "覆盖率 走访率",
        },
        ClosingStep: {ClosingStep.CLOSED: "结账", ClosingStep.REOPENED: "重开"},
        ImportKind: {
            ImportKind.RETURNS: "报送 报表 统计表",
            ImportKind.TARGETS: "目标 任务分解表",
        },
        InspectionKind: {
            InspectionKind.SCHEDULED: "定期 定期督查",
            InspectionKind.UNANNOUNCED: "暗访 明察暗访 不定期",
            InspectionKind.RETURN: "回头看 复查",
        },
        Level: {
            Level.PROVINCE: "省 省级",
            Level.CITY: "市 市级 地市",
            Level.COUNTY: "县 县级 区县",
            Level.TOWNSHIP: "镇 乡 街道 乡镇 镇级 乡级 乡镇（街道）",
            Level.VILLAGE: "村 社区 村级 村（社区）",
        },
        MissingPolicy: {
            MissingPolicy.REWEIGHT: "折算 按有数的权重折算",
            MissingPolicy.ZERO: "零分 记零分 记零",
            MissingPolicy.UNRANKED: "不排名 不参加排名",
        },
        PersonalKind: {
            PersonalKind.RESIDENT_ID: "身份证号 身份证 证件号码",
            PersonalKind.PASSPORT: "护照 护照号",
            PersonalKind.MOBILE: "手机 手机号",
            PersonalKind.LANDLINE: "座机 固定电话 电话",
            PersonalKind.EMAIL: "邮箱 电子邮箱",
            PersonalKind.BANK_CARD: "银行卡 银行卡号",
            PersonalKind.PLATE: "车牌 车牌号",
            PersonalKind.ADDRESS: "住址 家庭住址 地址",
            PersonalKind.PERSON: "姓名 人名 人",
            PersonalKind.ACCOUNT: "微信 微信号 QQ QQ号 账号",
            PersonalKind.BIRTHDAY: "生日 出生日期",
            PersonalKind.POSITION: "位置 拍摄位置",
            PersonalKind.AUTHOR: "作者",
            PersonalKind.ATTACHMENT: "附件",
        },
        ProblemShare: {
            ProblemShare.CLEARANCE: "销号率 整改率",
            ProblemShare.LASTING_CLEARANCE: "一次销号率",
            ProblemShare.ON_TIME: "按期整改率 按时整改率",
        },
        Qualifier: {
            Qualifier.OVER: "余 多",
            Qualifier.AT_LEAST: "以上 不少于 至少",
            Qualifier.AT_MOST: "以内 以下 不超过 至多",
            Qualifier.NEARLY: "近 接近",
            Qualifier.ABOUT: "约 大约 左右",
        },
        RatioPart: {
            RatioPart.NUMERATOR: "分子",
            RatioPart.DENOMINATOR: "分母",
        },
        ReviewOutcome: {
            ReviewOutcome.APPROVED: "通过 同意 审核通过",
            ReviewOutcome.RETURNED: "退回 不通过 退回修改",
        },
        Role: {
            Role.ACHIEVEMENT: "成效 成绩 业绩",
            Role.CONTEXT: "背景 参考",
        },
        Restart: {
            Restart.YEARLY: "每年 按年 年初",
        },
        Rollup: {
            Rollup.SUM: "相加 合计 求和 汇总",
            Rollup.RATIO: "比率 相除",
            Rollup.COUNT_WHERE: "计数 数出",
            Rollup.LATEST: "最近一期 最近 最新",
            Rollup.NONE: "不合成 不汇总 无",
        },
        RuleKind: {
            RuleKind.INSPECTION: "督查 检查",
            RuleKind.REPORTING: "报送 通报",
            RuleKind.ASSESSMENT: "考核 评价",
            RuleKind.REWARD: "奖励 表彰",
            RuleKind.SANCTION: "惩处 处罚 问责",
            RuleKind.SUPPORT: "支持 保障 帮扶",
        },
        SeriesColumn: {
            SeriesColumn.NEWS: "动态 新闻 要闻",
            SeriesColumn.NOTICES: "通知 公告 通知公告",
        },
        TriggerStatus: {
            TriggerStatus.MISSED: "未完成 没完成 逾期未完成",
            TriggerStatus.FAR_BEHIND: "严重滞后",
            TriggerStatus.BEHIND: "滞后 落后",
            TriggerStatus.UNREPORTED: "未报 未报送 没报",
            TriggerStatus.ON_PACE: "达到序时 序时 正常",
            TriggerStatus.ACHIEVED: "已完成 完成 达标",
        },
        Verdict: {
            Verdict.KEPT: "已兑现 兑现 全部兑现",
            Verdict.PARTLY: "部分兑现",
            Verdict.NOT_KEPT: "未兑现 没有兑现",
        },
        ScoredBy: {
            ScoredBy.VALUE: "数值",
            ScoredBy.GAP: "差距 序时差距 进度差",
            ScoredBy.YEAR_TO_DATE: "本年累计 累计",
            ScoredBy.YEAR_ON_YEAR: "同比 同比增速",
            ScoredBy.PERIOD_ON_PERIOD: "环比 环比增速",
            ScoredBy.CUMULATIVE_GROWTH: "本年累计同比 累计同比",
            ScoredBy.IMPROVEMENT: "进步 比上期增减 增减",
            ScoredBy.IMPROVEMENT_ON_YEAR: "比上年同期增减",
        },
        VetoEffect: {
            VetoEffect.UNRANKED: "不排名 不参加排名",
            VetoEffect.LAST: "最后 排在最后 末位",
            VetoEffect.LISTED: "列出 只列出",
        },
        CoordinateSystem: {
            CoordinateSystem.CGCS2000: "国家大地坐标系 2000国家大地坐标系",
        },
    }
)
"""By type of choice: the words for each, separated by spaces; the first is the usual one."""


def words_of(kind: type[Choice]) -> Mapping[str, Choice]:
    """Return the choices of ``kind`` by each word for them; raises ``KeyError`` for a type without words."""
    return {word: choice for choice, words in _WORDS[kind].items() for word in words.split()}


def usual_words(kind: type[Choice]) -> Mapping[str, str]:
    """Return the usual word for each value of ``kind``; none for a type without words."""
    return {choice.value: words.split()[0] for choice, words in _WORDS.get(kind, {}).items()}


def choice_for(word: str, allowed: frozenset[str]) -> str | None:
    """Return which of the values ``allowed`` a Chinese ``word`` means in a type that has them all.

    ``None`` if no such type knows the word.
    """
    for kind in _WORDS:
        if allowed <= {each.value for each in kind}:
            choice = words_of(kind).get(word)
            if choice is not None and choice.value in allowed:
                return choice.value
    return None

"""Accounts of messengers and of sites for videos; those of offices, firms and groups are no person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generators.checking.personal_data.surroundings import Surroundings
from generators.checking.personal_data.trace import Trace
from generators.model.allowance import PersonalKind

_WECHAT: Final = re.compile(
    r"(?:(?:微信|薇信|威信|V信|v信)(?:号码?|ID|id|账号|帐号)[ ]?(?:[:是为]|[(\[「【])?[ ]?"
    r"|(?:加(?:我|本人|其)?|本人|我的|个人)(?:微信|V信|v信|VX|vx|WX|wx|[Vv微薇](?![A-Za-z]))"
    r"[ ]?(?:[:是为])?[ ]?"
    r"|(?<![0-9A-Za-z])[VvWw][Xx][ ](?=[A-Za-z0-9_-]*[0-9_])"
    r"|(?:微信|薇信|威信|V信|v信|(?<![0-9A-Za-z])(?:VX|vx|Vx|WX|wx|[Ww]e[Cc]hat"
    r"|WECHAT))[ ]?(?:[:是为]|[(\[「【])[ ]?)"
    r"(?P<account>[A-Za-z][A-Za-z0-9_-]{5,19})(?![0-9A-Za-z_-])"
)
_WECHAT_ID: Final = re.compile(r"(?<![0-9A-Za-z])(?P<account>wxid_[0-9a-z]{6,20})(?![0-9A-Za-z_-])")
_WECHAT_COLUMN: Final = re.compile(r"^(?:微信|微信号|微信账号|WeChat|QQ|QQ号|QQ号码)$", re.IGNORECASE)
_IN_A_COLUMN: Final = re.compile(
    r"(?<=[|\t,\n])[ \"]*(?P<account>[A-Za-z][A-Za-z0-9_-]{5,19}|[1-9][0-9]{4,10})[ \"]*(?=[|\t,\n]|$)"
)
_NO_ACCOUNTS: Final = re.compile(
    r"(?:wechat|weixin|android|iphone|https?|harmonyos|windows|www)$", re.IGNORECASE
)
_OFFICIAL: Final = re.compile(
    r"(?:公众|官方|政务|订阅|服务|企业|视频号|小程序|本局|本镇|本县|我县|我镇|我局|群)[^。;]{0,10}$"
)

_QQ: Final = re.compile(
    r"(?:(?:(?<![A-Za-z0-9])[Qq]{2}|扣扣|企鹅)(?:号码|号|账号|帐号)?[ ]?(?:[:是为]"
    r"|[(\[「【])?|(?<![A-Za-z0-9])[Qq]号?[ ]?:(?=[ ]?[1-9][0-9]{5}))[ ]?(?P<account>[1-9][0-9]{4,10})"
    r"(?![0-9A-Za-z]|\.[0-9]|[ ]?(?:个|人|户|次|群|元|万|条|年))"
)
_VIDEOS: Final = re.compile(
    r"(?:抖音|快手|小红书|微博)(?:(?:号码|账号|帐号|号|ID|id)[ ]?(?:[:是为]|[(\[「【])?|[ ]?[:(\[「【])[ ]?"
    r"(?P<account>[A-Za-z0-9][A-Za-z0-9_.-]{4,23})"
    r"(?![0-9A-Za-z_-]|[ ]?(?:个|人|户|次|条|万|年|粉丝|播放))"
)
_OF_AN_OFFICE: Final = re.compile(
    r"(?:官方|政务|发布|融媒|媒体|文旅|旅游|宣传|普法|电视台|公司|合作社|企业|协会|直播|本局|[本我][镇县市区乡村]|我们"
    r"|关注|搜索|办公室|[镇县市区局院馆]|中心|公安|法院|平台|账号矩阵)[^。;]{0,10}$"
)
"""What stands before the account of an office or a firm, which is there to be known."""


_MESSENGERS: Final = re.compile(
    r"(?=[微薇威VvWw加])(?:[微薇威Vv]信|[VvWw][Xx]|[Ww]e[Cc]hat|WECHAT|加(?:我|本人|其)?[Vv微薇])"
)
"""In every text with an account of WeChat."""
_PENGUINS: Final = re.compile("[Qq][Qq]|扣扣|企鹅|[Qq]号?[ ]?:")
"""In every text with an account of QQ."""


def accounts(text: Surroundings) -> Iterator[Trace]:
    """Yield accounts that a text calls somebody's WeChat, QQ or account of videos, or that a column does."""
    for pattern, word, searched in (
        (_WECHAT, _MESSENGERS, text.text),
        (_WECHAT_ID, _MESSENGERS, text.text),
        (_QQ, _PENGUINS, text.digits),
    ):
        for match in pattern.finditer(searched) if word.search(searched) else ():
            if not _NO_ACCOUNTS.match(match["account"]) and not _OFFICIAL.search(text.before(match.start())):
                yield Trace(PersonalKind.ACCOUNT, *match.span("account"))
    for match in _VIDEOS.finditer(text.text):
        if not _OF_AN_OFFICE.search(text.before(match.start())):
            yield Trace(PersonalKind.ACCOUNT, *match.span("account"))
    for match in _IN_A_COLUMN.finditer(text.text) if re.search("微信|QQ|WeChat", text.text) else ():
        if _WECHAT_COLUMN.match(text.heading(match.start("account"))):
            yield Trace(PersonalKind.ACCOUNT, *match.span("account"))

"""The codes of the digests and signatures of a release, and the licence of its data."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
    "E160": CatalogueEntry(
        "没有可用的 OpenSSL", "请安装 OpenSSL 3（Debian：apt install openssl）；只核对散列不用它"
    ),
    "E161": CatalogueEntry("密钥读不出来", "请核对路径和权限；私钥不加口令，由文件的权限保护"),
    "E162": CatalogueEntry(
        "密钥的种类不对", "签名用 Ed25519 或 SM2 的私钥，核对用它的公钥；做法见 generators/signing.md"
    ),
    "E163": CatalogueEntry("私钥别人也能读", "请 chmod 600 该文件；别人可能读过的，另做一把"),
    "E164": CatalogueEntry("私钥放在项目或网站里", "请把私钥移到别处；已经提交或发布过的，作废，另做一把"),
    "E165": CatalogueEntry("签名对不上", "请核对公钥是不是发布单位公布的那一把；是的，不要用这份网站"),
    "E166": CatalogueEntry("没有签名", "请向发布单位要签名文件；或改用另一种算法的公钥核对"),
    "E167": CatalogueEntry("文件与 SHA256SUMS 不符", "请重新下载；还不符的，不要用这份网站"),
    "E168": CatalogueEntry("SHA256SUMS 读不出来", "请重新下载；该文件由发布时写出，不能手改"),
    "E169": CatalogueEntry(
        "不认识的数据许可", "请写 CC-BY-4.0 这样的许可名称，或主办单位使用条款的网址；没有许可的不写"
    ),
}

"""The console command ``tongbao``: one module for each subcommand, and modules that they share."""

import atexit
import gc
import os

# Suppresses a notice that Material prints about MkDocs 2, which this project excludes.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from typing import Final

import click

from generators.cli.group import ConsoleGroup

_ALLOCATIONS_BEFORE_COLLECTION: Final = 500_000
"""Nearly all that a build allocates is kept to its end; collecting more often takes a fifth of its time."""

COMMANDS: Final = {
    "build": "检查后生成网站；有任何错误就不发布，原有的网站保持不动。",
    "carry-over": "转到下一年：延长工作的期间，照搬可以照搬的目标，列出没有了结的；原有的记录都不改。",
    "check": "检查全部数据和文章，列出所有问题；没有错误时退出码为 0，有错误为 1，用法不对为 2。",
    "close": "结账：把一期公布的数、状态、得分和名次定下来；此后改动它们的，都是错误。",
    "deploy-kit": "写出部署用的一套文件：systemd 定时服务、nginx 配置、容器文件和不联网的安装包。",
    "docx": "检查后把通报写成 Word 文件，版式照 GB/T 9704；有任何错误就不写，原有的文件保持不动。",
    "draft": "从数据起草文稿，交编辑修改。",
    "import": "导入表格里的数和目标：xlsx、xls、et、csv。有一处不对就什么也不写，错处标在表格的副本上。",
    "import-docx": "把一期 Word 通报读成 Markdown：认出版头、各级标题、表格、脚注、图片和版记，先作内部。",
    "init": "新建一个项目：县、乡镇、一项工作；写出来就能检查、生成和预览。没有说的会逐项问。",
    "lint": "按公文习惯核对文字：标点、单位、文号、日期、标题层级和用语；有问题时退出码为 1。",
    "new": "写出新的文件：下一期通报、一篇案例、一项工作。",
    "pdf": "检查后把每期通报和每镇一页的成绩单排成 PDF，版式同打印；有任何错误就不写，原有的文件不动。",
    "publish": "生成、核对，再一步换上新的一版；有任何不对就不换，读者看到的总是完整的一版。",
    "releases": "列出保留的各版，标出读者现在看到的一版；最近一次发布没有成功的，写明原因。",
    "reopen": "重开一期已结的账，写明理由；原来的结账留在链上，页面上一直写明。",
    "returns": "写出各乡镇的报表（Excel、WPS 工作簿）：只列本期要报的和欠报的，上期数和目标在旁边。",
    "rollback": "换回以前的一版；不写哪一版，就换回现在这一版的前一版。先核对那一版完整，再一步换过去。",
    "schema": "写出每种数据文件和文首信息的 JSON Schema，供 VS Code 等编辑器提示和核对。",
    "serve": "本机预览；数据、文章、模板、样式一有改动就刷新。",
    "upgrade": "把旧版写法的项目改成现在的写法：逐处列出，一起改好；--dry-run 只列出。",
    "verify": "核对结账链：每个文件的散列、前后相接、清单齐全；有一处断开，退出码为 1。",
    "verify-release": "核对一版网站：文件的散列、压缩件、站内链接，给了公钥的还有签名；不符的，退出码为 1。",
}
"""The commands with the first paragraphs of their help; each is in the module of its name."""


@click.group(cls=ConsoleGroup, described=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tongbao", message="tongbao %(version)s", help="显示版本")
def main() -> None:
    """通报：把 data/ 与 content/ 变成可检索的通报与进度网站。"""
    gc.set_threshold(_ALLOCATIONS_BEFORE_COLLECTION)
    atexit.register(gc.freeze)  # memory goes with the process: no search for cycles in it at the end

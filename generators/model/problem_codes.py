"""The catalogue of problem codes: title and remedy of each.

A code is stable: it is never reused for another meaning. The families are E1 reading a file
(E13 a cluster, E14 publishing a release, E16 its signature),
E2 the form of a record, E3 references, E4 figures, E5 written documents and disclosure,
E6 personal data, E7 writing, E8 office documents, E9 closed periods and remarks on what was published;
W is a warning of the same family.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generators.model.problem import Problem, Severity
from generators.model.record import Place


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """The title and remedy of a problem code, in Chinese."""

    title: str
    remedy: str


CATALOGUE: Final[Mapping[str, CatalogueEntry]] = MappingProxyType(
    {
        "E101": CatalogueEntry("文件过大", "请拆分文件；数据文件每个不超过 2 MB"),
        "E102": CatalogueEntry("文件不是 UTF-8 编码", "请在编辑器中另存为 UTF-8 编码"),
        "E103": CatalogueEntry("文件不是文本", "请检查是否误放了图片、表格或压缩包"),
        "E104": CatalogueEntry("YAML 语法错误", "请核对缩进、冒号后的空格和引号是否成对"),
        "E105": CatalogueEntry("键重复", "请合并两处内容，只保留一个键"),
        "E106": CatalogueEntry("含义不明的写法", "请写成 true/false、普通数字，或给文字加上引号"),
        "E107": CatalogueEntry("日期不存在", "请按 年-月-日 写一个存在的日期，如 2017-06-30"),
        "E108": CatalogueEntry("嵌套过深", "请核对缩进；层次不应超过 20 层"),
        "E109": CatalogueEntry("引用（别名）过多", "请删去 & 与 * 的写法，直接写出内容"),
        "E110": CatalogueEntry("文件是空的", "请填写内容，或删去该文件"),
        "E111": CatalogueEntry("不支持的 YAML 写法", "请删去标签（!）、合并键（<<）或多余的 --- 分隔"),
        "E112": CatalogueEntry("文首信息缺失或未结束", "请在文件开头用两行 --- 括起文首信息"),
        "E113": CatalogueEntry("文件无法读取", "请检查文件是否存在、是否有读取权限"),
        "E114": CatalogueEntry("缺少必需的文件", "请按 data/README.md 补上该文件"),
        "E115": CatalogueEntry(
            "INHERIT 写错了", "INHERIT 写项目里另一个设置文件的路径，不能绕回自己；不需要就删去"
        ),
        "E116": CatalogueEntry(
            "mkdocs.yml 里有不允许的标签",
            "请删去；可用的是 !ENV、!relative，和 !!python/name:material.extensions.emoji.twemoji 等",
        ),
        "E117": CatalogueEntry("没有这项设置", "请核对拼写，或删去该项"),
        "E118": CatalogueEntry("设置的值不对", "请照说明改写；不需要的设置可以删去，自有默认的值"),
        "E119": CatalogueEntry("插件、扩展或 hooks 不能用", "请核对名称，先安装再用；不需要就删去"),
        "E120": CatalogueEntry("设置里的文件或文件夹不对", "请核对路径；路径从 mkdocs.yml 所在的文件夹算起"),
        "E121": CatalogueEntry("主题模板有误", "请改正这一行，或删去该文件，改用自带的模板"),
        "E122": CatalogueEntry("生成网站时出错", "请核对 mkdocs.yml 的设置、hooks 和主题；改正后再生成"),
        "E131": CatalogueEntry(
            "没有安装集群所需的程序", "请安装：pip install 'tongbao[cluster]'；不用集群就删去 --cluster"
        ),
        "E132": CatalogueEntry(
            "集群的地址写法不对", "请写成 tcp://主机名:端口，如 tcp://scheduler:8786；调度器启动时会显示"
        ),
        "E133": CatalogueEntry(
            "连不上集群的调度器", "请核对地址和防火墙，看调度器是否在运行；也可删去 --cluster，在本机生成"
        ),
        "E134": CatalogueEntry("集群里没有工作进程", "请在各台机器上启动 dask worker，连到这个调度器"),
        "E135": CatalogueEntry(
            "集群里的程序版本不同", "请在调度器和各台机器上按同一个锁文件安装通报和依赖，再重新启动它们"
        ),
        "E136": CatalogueEntry(
            "共享文件夹不共享", "请用 --shared 写一个各台机器上都能读写的文件夹或 fsspec 的地址，路径要相同"
        ),
        "E137": CatalogueEntry(
            "集群的工作进程接连中途终止", "多半是内存不足：请减少每台机器的工作进程，或加大 --memory-limit"
        ),
        "E138": CatalogueEntry(
            "集群上的任务出错", "请看工作进程的日志，排除后再生成；也可删去 --cluster，在本机生成"
        ),
        "E139": CatalogueEntry(
            "共享文件夹不能用", "请核对 --shared 的地址、权限和剩余空间；s3:// 等地址要另装 s3fs 等程序"
        ),
        "E140": CatalogueEntry("链接指向没有的文件", "请改正写这个链接的地方，再发布；网站仍是原来的一版"),
        "E141": CatalogueEntry("链接指向没有的位置", "请核对 # 后面的名称，再发布；网站仍是原来的一版"),
        "E142": CatalogueEntry(
            "公开网站里有内部文字", "请查清是怎样带出去的；两处本来就是同一句话的，把内部记录改一个说法"
        ),
        "E143": CatalogueEntry("网站太大", "请看是哪些附件太大；确实需要这么大的，用 --max-size 放宽"),
        "E144": CatalogueEntry("压缩件与原文件不符", "请重新下载，或重新发布"),
        "E145": CatalogueEntry("另一个发布正在进行", "请等它做完再试；它中途被终止，锁自会解开"),
        "E146": CatalogueEntry("不能发布到这个文件夹", "请核对路径、权限和剩余空间，或换一个文件夹"),
        "E147": CatalogueEntry("没有这一版", "请用 tongbao releases 列出现有的各版"),
        "E148": CatalogueEntry(
            "这一版不完整", "请不要使用；可删去这个文件夹，用 tongbao rollback 换回完整的一版"
        ),
        "E149": CatalogueEntry(
            "读者与现在的一版不同", "同一个文件夹里各版的读者要相同；要改，请换一个文件夹"
        ),
        "E150": CatalogueEntry(
            "离线安装包做不出来", "请按锁定文件重新安装这个环境，再做；不要安装包就加 --no-bundle"
        ),
        "W140": CatalogueEntry("时钟比上一版还早", "请核对本机的日期和时间；各版按编号排序，不受影响"),
        "E160": CatalogueEntry(
            "没有可用的 OpenSSL", "请安装 OpenSSL 3（Debian：apt install openssl）；只核对散列不用它"
        ),
        "E161": CatalogueEntry("密钥读不出来", "请核对路径和权限；私钥不加口令，由文件的权限保护"),
        "E162": CatalogueEntry(
            "密钥的种类不对", "签名用 Ed25519 或 SM2 的私钥，核对用它的公钥；做法见 generators/signing.md"
        ),
        "E163": CatalogueEntry("私钥别人也能读", "请 chmod 600 该文件；别人可能读过的，另做一把"),
        "E164": CatalogueEntry(
            "私钥放在项目或网站里", "请把私钥移到别处；已经提交或发布过的，作废，另做一把"
        ),
        "E165": CatalogueEntry("签名对不上", "请核对公钥是不是发布单位公布的那一把；是的，不要用这份网站"),
        "E166": CatalogueEntry("没有签名", "请向发布单位要签名文件；或改用另一种算法的公钥核对"),
        "E167": CatalogueEntry("文件与 SHA256SUMS 不符", "请重新下载；还不符的，不要用这份网站"),
        "E168": CatalogueEntry("SHA256SUMS 读不出来", "请重新下载；该文件由发布时写出，不能手改"),
        "E169": CatalogueEntry(
            "不认识的数据许可", "请写 CC-BY-4.0 这样的许可名称，或主办单位使用条款的网址；没有许可的不写"
        ),
        "E180": CatalogueEntry(
            "边界文件读不懂", "请导出为 GeoJSON 的 FeatureCollection，每个区划一项 Polygon 或 MultiPolygon"
        ),
        "E181": CatalogueEntry(
            "坐标系不对", "请转换为 CGCS2000（EPSG:4490）的经纬度，再写 coordinate_system: cgcs2000"
        ),
        "E182": CatalogueEntry("坐标不对", "坐标写 [经度, 纬度]，以度计，用 CGCS2000"),
        "E183": CatalogueEntry("环不成立", "一个环至少四个点，最后一个点与第一个点相同"),
        "E184": CatalogueEntry(
            "方格的位置不成立", "请核对 data/map.yml 的 tiles：一县之内，一个乡镇一个位置"
        ),
        "E185": CatalogueEntry(
            "边界对不上区划", "请在 properties 里写乡镇或县的标识，或不重复的全称，各写一项"
        ),
        "E186": CatalogueEntry(
            "两个区划的边界重叠", "请在制图软件里修拓扑；相差几百米的，多半混入了 GCJ-02 的边界"
        ),
        "E187": CatalogueEntry(
            "虚构的地图没有标明，或标错了", "虚构的区划用虚构的边界并写 fictional: true，真实的两样都不写"
        ),
        "E188": CatalogueEntry("审图号写得不对", "请照批文写，如 浙S(2026)12号；还没有批的不写这一项"),
        "E189": CatalogueEntry("边界自己相交", "请在制图软件里修复几何错误，再导出一次"),
        "E190": CatalogueEntry("网站的语言写重了", "每种语言只写一次；第一种在根目录，其余各在一个子目录"),
        "W180": CatalogueEntry(
            "公开的地图没有审图号", "请送审，批后写 map_approval；不公开的写 disclosure: internal"
        ),
        "W181": CatalogueEntry("有的区划没有边界", "请补上，或把这个县的边界都移走"),
        "W182": CatalogueEntry("边界之间有空隙", "请在制图软件里修拓扑；确是别处的飞地，可以不改"),
        "W183": CatalogueEntry("有的区划没有方格的位置", "请在 data/map.yml 的 tiles 里补上"),
        "W184": CatalogueEntry(
            "没有装画地图的库，边界没有画", '请运行 pip install "tongbao[maps]"；装好以前用方格'
        ),
        "E201": CatalogueEntry("缺少必填项", "请补上该项"),
        "E202": CatalogueEntry("未知的项", "请核对拼写，或删去该项"),
        "E203": CatalogueEntry("值的类型不符", "请按 data/README.md 改写该值"),
        "E204": CatalogueEntry("目标截止日期早于开始日期", "请核对起止日期"),
        "E205": CatalogueEntry("标识写法不合规定", "标识只用小写字母、数字和连字符"),
        "E206": CatalogueEntry("文件名与标识不一致", "请使文件（文件夹）名与其中的标识相同"),
        "E207": CatalogueEntry(
            "期间写法不合规定",
            "可写 2017、2017-H1、2017-Q3、2017-06、2017-W23、2017-06-30，或用 / 连接起止",
        ),
        "E208": CatalogueEntry("一个数值只能有一种写法", "请只写 value、numerator 或 not_applicable 之一"),
        "E209": CatalogueEntry("区划代码结构不符", "区划代码为 12 位数字，级别以下补零"),
        "E210": CatalogueEntry("只能有一种写法", "请按 data/README.md 只保留一种写法"),
        "E301": CatalogueEntry("没有这个区划", "请核对标识，或先在区划数据中登记"),
        "E302": CatalogueEntry("没有这项工作", "请核对标识，或先在 data/programmes/ 登记"),
        "E303": CatalogueEntry("没有这个指标", "请核对“工作/指标”，或先在该项工作中登记指标"),
        "E304": CatalogueEntry("没有这个出处", "请核对标识，或先在 data/sources.yml 登记"),
        "E305": CatalogueEntry("没有这个刊物", "请核对标识，或先在 data/series.yml 登记"),
        "E306": CatalogueEntry("引用的数据不存在", "请核对区划、指标与期间，或先登记该数据"),
        "E307": CatalogueEntry("链接指向不存在的页面", "请核对链接地址"),
        "E308": CatalogueEntry("重复登记", "请删去其中一处"),
        "E309": CatalogueEntry("区划的隶属关系不成立", "请核对 within：上级须存在，且级别更高，不得循环"),
        "E310": CatalogueEntry("文件放错了位置", "请按 data/README.md 移动或删去该文件"),
        "E312": CatalogueEntry("没有这个考核办法或考核项", "请核对“工作/办法”与加减分项、否决项的标识"),
        "E313": CatalogueEntry(
            "简短文字里写了链接", "请把链接移到正文里；这里只能用 division(...)、source(...) 等引用"
        ),
        "W311": CatalogueEntry("附件没有被任何页面引用", "请在页面中引用，或删去该附件"),
        "E401": CatalogueEntry("报送期间超出工作期间", "请核对期间，或修改该项工作的起止日期"),
        "E402": CatalogueEntry("同一期间重复报送", "请只保留一次；数值改变时请在 corrections.yml 登记更正"),
        "E403": CatalogueEntry("计量单位不一致", "请换算成指标的计量单位"),
        "E404": CatalogueEntry("数量为负", "请核对数值"),
        "E405": CatalogueEntry("分子大于分母", "请核对分子与分母"),
        "E406": CatalogueEntry("口径核对不平", "请核对合计与各分项"),
        "E407": CatalogueEntry("没有写明出处", "请写明 source 的 document 与 at"),
        "E408": CatalogueEntry("累计数变小了", "请核对数值；确有减少时请在 corrections.yml 登记更正"),
        "E409": CatalogueEntry("更正与原报数不符", "请核对 corrections.yml 中的期间与 old"),
        "E410": CatalogueEntry("报送日期不成立", "报送日期不得早于期间开始，也不得是将来"),
        "E411": CatalogueEntry("报送期间互相重叠", "当期数的各期间不得重叠，请核对"),
        "E412": CatalogueEntry("数值的写法与指标类型不符", "请按指标的类型填写"),
        "E413": CatalogueEntry("节点目标不成立", "节点日期须在起止之间，数值须向目标推进"),
        "E414": CatalogueEntry("百分数超出范围", "请核对数值"),
        "E415": CatalogueEntry("目标重复", "请合并同一区划、同一指标、同一时段的目标"),
        "E416": CatalogueEntry("不应直接报送的指标", "该指标由其他指标算出，请报送其分子、分母或下级数据"),
        "W417": CatalogueEntry("口径核对从未用到", "请核对指标名，或补齐数据"),
        "W418": CatalogueEntry("自报数与汇总数不一致", "请与下级核对"),
        "E419": CatalogueEntry("指标定义不完整", "请按 data/README.md 补齐或删去该项"),
        "E420": CatalogueEntry("框架所列项数不符", "请核对 declared 与所列条目"),
        "E421": CatalogueEntry("考核权重不成立", "权重须大于零"),
        "E422": CatalogueEntry("计分方式与指标不符", "请按指标的类型选择计分方式"),
        "E423": CatalogueEntry("计分方式不成立", "请核对上下限、档次的次序与分值"),
        "E424": CatalogueEntry("考核办法的版本不成立", "版本须由早到晚，from 须与考核周期相符"),
        "E425": CatalogueEntry("考核分组不成立", "一个区划只属于一组，且须在考核范围内"),
        "E426": CatalogueEntry("加减分项不成立", "分值与上限须大于零，标识不得重复"),
        "E427": CatalogueEntry("加减分与考核办法不符", "请核对区划、期间和日期"),
        "E428": CatalogueEntry("加减分超出规定", "请核对分值与该项的上限"),
        "E429": CatalogueEntry("计分所用的报送没有写报送日期", "请补上 on，以便判定是否在截止前报送"),
        "E430": CatalogueEntry("问题不属于该乡镇", "division 只写该乡镇或其所辖的村（社区）；不写即为该乡镇"),
        "E431": CatalogueEntry("台账没有从发现问题开始", "第一个事件须为 found"),
        "E432": CatalogueEntry("台账的步骤不合规定", "请核对事件的次序；已登记的事件不得改写"),
        "E433": CatalogueEntry("台账事件重复", "请删去其中一处"),
        "E434": CatalogueEntry("台账事件的日期不成立", "事件由早到晚排列，不得早于前一个事件，也不得是将来"),
        "E435": CatalogueEntry("整改期限不成立", "期限不得早于交办日期；延期须在原期限内办理，且晚于原期限"),
        "E436": CatalogueEntry("销号手续不全", "请写明核验单位 by 与依据 evidence"),
        "E437": CatalogueEntry("整改单位自行销号", "销号须由整改单位以外的单位核验"),
        "E438": CatalogueEntry(
            "由内部数据算出的指标没有写明是否公开", "请写明 disclosure: public 或 internal"
        ),
        "E440": CatalogueEntry("没有这个标准、条目或等次", "请核对标识，或先在该项工作中登记"),
        "E441": CatalogueEntry("标准或等次用错了区划", "请核对级别与范围；标准、等次只用于写明的一级"),
        "E442": CatalogueEntry("重复验收或评定", "请删去其中一处；重新验收前须先登记撤销（revoked）"),
        "E443": CatalogueEntry("撤销早于验收", "请核对两个日期"),
        "E444": CatalogueEntry("验收、评定或区划变更的日期是将来", "请核对日期"),
        "E445": CatalogueEntry("验收、撤销或评定没有写明依据", "请写明 evidence、reason 或 by"),
        "E446": CatalogueEntry("标准或等次的定义不成立", "请按 data/README.md 补齐；等次由低到高列出"),
        "E447": CatalogueEntry("按规则划分的等次不能另行评定", "请删去评定，或把 by 改为 assessment"),
        "E448": CatalogueEntry("区划的撤并登记不成立", "请核对 into、out_of：须是另一个同级、当时存在的区划"),
        "E449": CatalogueEntry("不再存在的区划又有登记", "请改登记在并入的区划，或核对日期"),
        "E450": CatalogueEntry("承诺不属于该乡镇", "division 只写该乡镇或其所辖的村（社区）；不写即为该乡镇"),
        "E451": CatalogueEntry("承诺没有从定诺开始", "第一个事件须为 made"),
        "E452": CatalogueEntry("承诺的步骤不合规定", "请核对事件的次序；已登记的事件不得改写"),
        "E453": CatalogueEntry("承诺事件重复", "请删去其中一处"),
        "E454": CatalogueEntry("承诺事件的日期不成立", "事件由早到晚排列，不得早于前一个事件，也不得是将来"),
        "E455": CatalogueEntry("承诺期限不成立", "期限不得早于定诺日期；延期须在原期限内办理，且晚于原期限"),
        "E456": CatalogueEntry("评诺理由不成立", "部分兑现、未兑现须写且只写一个 reason；已兑现不写 reason"),
        "E457": CatalogueEntry("承诺单位自己审诺或评诺", "审诺、评诺须由承诺单位以外的单位进行"),
        "E458": CatalogueEntry("承诺分值不成立", "points 须大于零"),
        "E460": CatalogueEntry("督查的起止日期不成立", "to 不得早于 from"),
        "E461": CatalogueEntry("走访日期不成立", "走访须在该次督查的起止日期以内，也不得是将来"),
        "E462": CatalogueEntry("督查发现的问题没有登记", "请核对标识，或先在该乡镇的 problems.yml 登记"),
        "E463": CatalogueEntry(
            "问题是另一次督查发现的", "请核对 findings，或问题的 found 事件中的 inspection"
        ),
        "E464": CatalogueEntry("重复走访", "一次督查对一个地方只登记一次，请合并"),
        "E465": CatalogueEntry(
            "回头看不成立", "kind: return 须写 returns_to：同一工作中更早的一次督查；其他督查不写"
        ),
        "E466": CatalogueEntry("没有这次督查", "请核对标识，或先在 data/inspections/ 登记"),
        "E467": CatalogueEntry("走访了不该走访的地方", "请核对区划：须在该项工作的范围内，且当时仍然存在"),
        "E468": CatalogueEntry("督查得分不成立", "得分按百分制，须在0至100之间"),
        "E470": CatalogueEntry("奖惩的依据没有登记", "请核对考核办法、指标、等次序列与等次的标识"),
        "E471": CatalogueEntry(
            "奖惩的名次写法不成立", "first、last 须写且只写一个，从1起；bands 只用于 first"
        ),
        "E472": CatalogueEntry(
            "奖惩的分档不成立", "各档由高到低，first 依次增大，不超过总名额；金额须大于零，写明单位"
        ),
        "E473": CatalogueEntry(
            "奖惩用错了级别", "level 须与所依据的考核办法、等次序列相同，且在该项工作的范围内"
        ),
        "E474": CatalogueEntry("奖惩的条件不成立", "请按 data/README.md 改写该条件"),
        "E475": CatalogueEntry("红榜、黑榜的名额不成立", "red_list 的 first、black_list 的 last 从1起"),
        "E476": CatalogueEntry("红榜、黑榜的名额太多", "两榜名额合计不得超过参加排名的单位数"),
        "E477": CatalogueEntry("黑榜公开，排名却不公开", "请删去黑榜的 disclosure，或先公开考核办法和工作"),
        "W478": CatalogueEntry("权重合计与满分不同", "请核对各项权重与 total；得分按权重合计折算"),
        "E480": CatalogueEntry("区划变更写得不全或多写了", "请按 data/README.md“区划变更”写明该种变更的各项"),
        "E481": CatalogueEntry(
            "区划变更的先后不成立", "变更由早到晚排列；设立在最前，撤销、并入、拆分在最后"
        ),
        "E482": CatalogueEntry(
            "区划变更前后不相接", "was 写变更以前的；name、kind、word、within 写现在的，两者须不同"
        ),
        "E483": CatalogueEntry("设立以前就有登记", "请改登记在原来的区划，或核对设立日期"),
        "E484": CatalogueEntry(
            "上级不再存在，下级没有去向", "请在该区划登记 moved 和 within，或登记它同日撤并"
        ),
        "E485": CatalogueEntry("乡镇排序写错了", "order 每个乡镇列一次：本文件夹的写文件夹名，划来的写全称"),
        "W486": CatalogueEntry("乡镇排序没有列全", "请在 county.yml 的 order 补上"),
        "W487": CatalogueEntry("一次报送跨过改属日期", "请以改属之日为界，分两次报送"),
        "E494": CatalogueEntry(
            "同比、环比、本年累计写得不成立", "请按 data/README.md“同比、环比与本年累计”改写 comparisons"
        ),
        "E495": CatalogueEntry("restarts 写得不成立", "restarts: yearly 只用于每年从零起算的累计数"),
        "E496": CatalogueEntry(
            "计分项的 by 写得不成立",
            "按差距、增速、增减计分的用 goalposts 或 steps；时点数、比率没有本年累计，是与否不能比较",
        ),
        "E497": CatalogueEntry("同分怎样排写得不成立", "tie_breaks 列这一版计分项的标识，各一次"),
        "W490": CatalogueEntry(
            "数值比上期多到十倍或少到十分之一",
            "请核对是否多写、少写了一位；核对无误的，在该数下写明 confirmed: 理由",
        ),
        "W491": CatalogueEntry("数量不应为负", "请核对数值；确是负数的，在该数下写明 confirmed: 理由"),
        "W492": CatalogueEntry(
            "数量不是整数", "请核对数值和计量单位；核对无误的，在该数下写明 confirmed: 理由"
        ),
        "W493": CatalogueEntry("核对说明没有用到", "请删去 confirmed"),
        "E501": CatalogueEntry("正文里的数字没有取自数据", "请改用 value(...) 或 target(...) 引用"),
        "E502": CatalogueEntry("正文里的引用写法有误", "请核对 {{ }} 内的写法"),
        "E503": CatalogueEntry(
            "公开的文章没有审核记录", "请补上 reviewed: {by: 审核单位, on: 日期}，或改为 internal"
        ),
        "E504": CatalogueEntry("公开的内容引用了内部事项", "请删去该引用，或改为 internal"),
        "E505": CatalogueEntry(
            "公开的数可以算出内部的数",
            "请把该数也公开，或把合计、另一个分项也标为 disclosure: internal",
        ),
        "W507": CatalogueEntry(
            "声明公开的汇总有一部分没有公开",
            "只是说明，不改也行：其余的汇总照常公开；列出的也要公开，须由更多的单位合成，或把这些记录公开",
        ),
        "E510": CatalogueEntry("期号重复", "请核对两期的期号；第N期、增刊在一年内不重，总第M期始终不重"),
        "E511": CatalogueEntry("期号不连续", "请核对期号；确有缺期的，在 data/series.yml 写明 missing"),
        "E512": CatalogueEntry("总期号不连续", "请核对总期号；确有缺期的，在 data/series.yml 写明 missing"),
        "E513": CatalogueEntry("期号与总期号不同步", "请核对这两期的 number 与 total"),
        "E514": CatalogueEntry("期号与日期的先后不符", "请核对两期的期号与日期"),
        "E515": CatalogueEntry("新的一年没有从第1期编起", "请从第1期编起"),
        "E516": CatalogueEntry("增刊期号不连续", "请核对期号；确有缺期的，在 data/series.yml 写明 missing"),
        "E517": CatalogueEntry("不编期号的刊物写了期号", "请删去期号，或删去该刊物的 numbered: false"),
        "E518": CatalogueEntry("编期号的刊物缺少期号", "请补上 number；原件没有期号的刊物写 numbered: false"),
        "E519": CatalogueEntry("增刊又写了期号", "增刊只写 supplement；不是增刊的，删去 supplement"),
        "E520": CatalogueEntry("缺期登记不成立", "请核对 data/series.yml 的 begins 与 missing"),
        "E521": CatalogueEntry("没有用来替代的文章", "superseded_by 写同类文章的标识，如 刊物/年/期号"),
        "E522": CatalogueEntry("文章的替代成了循环", "请核对 superseded_by：一篇文章不能最后由自己替代"),
        "E523": CatalogueEntry("替代的文章早于被替代的文章", "请核对 superseded_by 与两篇文章的日期"),
        "E524": CatalogueEntry(
            "审核、发布或废止的日期不成立", "先成文、审核，再发布，最后才废止，请核对日期"
        ),
        "W525": CatalogueEntry("公开晚于20个工作日", "政府信息自形成之日起20个工作日内公开；请核对日期"),
        "W526": CatalogueEntry(
            "公开期限将到或已过",
            "请尽快审核公开；已经公开的，补上发布日期 published；转载的，写 reprinted: true",
        ),
        "E530": CatalogueEntry("网站标识码写法不合规定", "网站标识码是10位数字，或 bm 加8位数字"),
        "E531": CatalogueEntry(
            "网站地址写法不合规定",
            "请写完整的网址，如 https://example.gov.cn/，不带 ?、#，中文域名写 xn-- 形式",
        ),
        "W532": CatalogueEntry(
            "链接指向页面里没有的位置", "请核对 # 后面的部分；在要指向的标题后写明 {: #标识 }"
        ),
        "E540": CatalogueEntry("起草模板有误", "请改正 templates/ 里的这一行，或删去该文件，改用自带的模板"),
        "E541": CatalogueEntry(
            "正文里有不允许的网页代码",
            "请删去，或改用 Markdown 的写法；图片和附件放进 content/ 再引用",
        ),
        "E542": CatalogueEntry("正文的写法超出排版的限度", "请删去多余的符号，或拆成几段、几页"),
        "E543": CatalogueEntry(
            "附件里有会运行的内容", "请换成 PDF、PNG、JPEG、CSV 等格式；矢量图删去脚本和外部链接后再放"
        ),
        "E545": CatalogueEntry(
            "文章没有写完", "请写上内容，或删去占位的字和空的标题；还在起草的，先不要公开，也不写 reviewed"
        ),
        "W546": CatalogueEntry("草稿没有写完", "公开或审核以前，请写上内容，或删去占位的字和空的标题"),
        "E601": CatalogueEntry("疑似证件号码", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
        "E602": CatalogueEntry("疑似个人电话号码", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
        "E603": CatalogueEntry("疑似个人电子邮箱", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
        "E604": CatalogueEntry("疑似银行卡号", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
        "E605": CatalogueEntry("疑似车牌号", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"),
        "E606": CatalogueEntry("疑似家庭住址", "请删去门牌；确可公开的，登记到 data/allowed.yml 并写明理由"),
        "E607": CatalogueEntry(
            "疑似可以认出的困难对象或受处理的人",
            "请隐去姓名，如写作“张某”；确可公开的，登记到 data/allowed.yml 并写明理由",
        ),
        "E608": CatalogueEntry(
            "疑似个人微信号、QQ号、抖音号等", "请删去；确可公开的，登记到 data/allowed.yml 并写明理由"
        ),
        "E609": CatalogueEntry(
            "疑似个人出生日期", "请只写到年，或删去；确可公开的，登记到 data/allowed.yml 并写明理由"
        ),
        "E610": CatalogueEntry(
            "图片属性里有拍摄位置",
            "请去掉图片属性里的位置，或截图后另存；确可公开的，登记到 data/allowed.yml 并写明理由",
        ),
        "W611": CatalogueEntry("放行登记没有用到", "请从 data/allowed.yml 删去，或核对文件名与遮盖后的值"),
        "W612": CatalogueEntry(
            "内部内容中有个人信息", "不必要的请删去；确有必要的，登记到 data/allowed.yml 并写明理由"
        ),
        "W613": CatalogueEntry(
            "附件的内容没有检查过", "请打开看一遍有没有个人信息，再把 sha256 登记到 data/allowed.yml"
        ),
        "W614": CatalogueEntry(
            "附件属性里有姓名", "请用“检查文档”之类的功能去掉作者等属性；可以公开的，登记到 data/allowed.yml"
        ),
        "E701": CatalogueEntry("用语表自相矛盾", "请核对 data/terms.yml，只保留一种改法"),
        "W701": CatalogueEntry("范围的前一个数没有单位", "两个数都写单位，如 9亿～16亿、15%～30%"),
        "W702": CatalogueEntry("百分数之差没有用百分点", "请把“%”改为“个百分点”，或写明是增长率"),
        "W703": CatalogueEntry("文号写法不合规定", "年份用〔〕，序号不加“第”，不补零，如〔2026〕12号"),
        "W704": CatalogueEntry("标题跳级", "标题由“##”起逐级写，序数依次用一、（一）1.（1）"),
        "W705": CatalogueEntry("中文里用了半角标点", "请改用全角标点"),
        "W706": CatalogueEntry("引号写法不合规定", "引号用“”，引号里再用‘’"),
        "W707": CatalogueEntry("中文里有空格", "请删去空格；分列几项的，用顿号或逗号隔开"),
        "W708": CatalogueEntry("用了全角的数字或字母", "请改用半角"),
        "W709": CatalogueEntry("省略号或破折号写法不合规定", "省略号为“……”，破折号为“——”"),
        "W710": CatalogueEntry("期号、序号补了零", "序号不补零，如第13期"),
        "W711": CatalogueEntry("月、日补了零", "月、日不补零，如2026年1月5日"),
        "W712": CatalogueEntry("标点重复", "请只留一个"),
        "W713": CatalogueEntry("用语与用语表不符", "请按用语表改写；本单位另有规定的，写在 data/terms.yml"),
        "W714": CatalogueEntry("日期写法不合规定", "日期写全年、月、日，如2026年4月1日"),
        "W715": CatalogueEntry("成对的标点只对了一半", "两半用同一种：（）、“”、《》、〔〕"),
        "W716": CatalogueEntry(
            "字形相同、编码不同的字", "多半是从 PDF 复制来的，请改用普通汉字；看不见的字符请删去"
        ),
        "E801": CatalogueEntry(
            "打不开表格", "请在 WPS 或 Excel 里打开核对，另存为 xlsx、xls、et 或 csv 再导入"
        ),
        "E802": CatalogueEntry("表格加了密码", "请用 --password 写明密码，或取消密码以后再导入"),
        "E803": CatalogueEntry("表格太大", "请只留要导入的表，删去多余的行、列和图片，另存以后再导入"),
        "E804": CatalogueEntry("公式没有算出结果", "请在 WPS 或 Excel 里打开、保存一次，或改填数"),
        "E805": CatalogueEntry("公式出错", "请改正公式，或改填数"),
        "E806": CatalogueEntry("表格认不出来", "请核对乡镇（村）的名称有没有登记，表头在不在"),
        "E807": CatalogueEntry(
            "列和指标没有对上", "请核对 data/imports/ 里的导入格式，写上是哪个指标；不要的列写 use: none"
        ),
        "E808": CatalogueEntry("不知道是哪个地方", "请核对名称，写登记的全称"),
        "E809": CatalogueEntry("同一个数填了两处", "请只留一处"),
        "E810": CatalogueEntry("单元格里不是数", "请改填一个数；没有此项写 /，没报写“未报”"),
        "E811": CatalogueEntry("计量单位不符", "请换算成指标的单位，或写明单位"),
        "E812": CatalogueEntry("合计不等于各行之和", "请核对各行和合计；合计是公式的，核对公式的范围"),
        "E813": CatalogueEntry(
            "不知道是哪一期的", "请把期间写在标题里，如 2026年3月；或用 --period 2026-03 写明"
        ),
        "E814": CatalogueEntry(
            "已经报过的数不能改", "核对以后确要更正的，用 --reason 写明理由，登记为更正；否则请改正表格"
        ),
        "E815": CatalogueEntry("累计、当期与指标的类型不符", "请核对这一列是哪个指标"),
        "E816": CatalogueEntry("分子、分母缺了一个", "请两个都填；没有此项的，两个都写 /"),
        "E817": CatalogueEntry("百分数看不出有没有乘100", "请写上 %"),
        "E818": CatalogueEntry("已经登记的目标不能改", "请核对表格；目标调整的，在数据文件里登记"),
        "E819": CatalogueEntry("日期不存在", "请写成 2026年4月3日 或 2026-04-03"),
        "E820": CatalogueEntry(
            "网站发出的表格被改动了", "请重新用 tongbao returns 写出，只填空格，不动表头和隐藏的行列"
        ),
        "E821": CatalogueEntry("数据文件添不进去", "请按 data/README.md 的写法整理该文件，再导入"),
        "E822": CatalogueEntry("督查登记得不全", "新的督查在第一次出现的那一行写明名称、性质和起、止日期"),
        "W851": CatalogueEntry("整行没有报", "不作零，也不登记；报了以后再导入"),
        "W852": CatalogueEntry("有隐藏的行、列，或没有读的工作表", "请核对要不要导入；不要的请删去"),
        "W853": CatalogueEntry("合计没有核对", "请在 WPS 或 Excel 里打开、保存一次，或核对公式的范围"),
        "W854": CatalogueEntry("表下的说明没有读懂", "请核对；要紧的，在数据文件里补上"),
        "E861": CatalogueEntry("没有这项工作", "请写 data/programmes/ 里工作的标识"),
        "E862": CatalogueEntry(
            "期间不对", "可写 2026-W40、2026-10、2026-Q3、2026-H1、2026，要在工作起止以内"
        ),
        "E863": CatalogueEntry("没有要报的", "请核对期间；指标写了 cadence，或目标还没有到期，才要报"),
        "E864": CatalogueEntry("没有这个单位", "请写乡镇的标识或全称；不写就是全县"),
        "E865": CatalogueEntry("文件夹写不进去", "请换一个文件夹，或核对权限和磁盘的空间"),
        "E866": CatalogueEntry("文件已经有了", "请换一个文件夹，或先把原来的移走；填过的表不会被盖掉"),
        "E871": CatalogueEntry("不是 Word 文档，或已损坏", "请用 Word 或 WPS 打开，另存为 .docx 再试"),
        "E872": CatalogueEntry("Word 文档加了密码", "请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再试"),
        "E873": CatalogueEntry("旧版的 .doc、.wps 文档", "请用 Word 或 WPS 打开，另存为 .docx 再试"),
        "E874": CatalogueEntry("Word 文档里有宏", "请另存为不带宏的 .docx；来历不明的不要打开"),
        "E875": CatalogueEntry("Word 文档太大", "请压缩图片，或分成几个文件；来历不明的不要打开"),
        "E876": CatalogueEntry(
            "Word 文档里有不该有的 XML 声明", "Word 和 WPS 写不出这样的文件；请向来文单位核实，重新要一份"
        ),
        "E877": CatalogueEntry(
            "Word 文档的图片或模板在文件之外", "请在 Word 里断开链接，把图片存进文档，再另存为 .docx"
        ),
        "E878": CatalogueEntry(
            "没有找到标题或正文", "请用 --title 写明标题；或在 Word 里给标题用“标题”样式，或居中、用二号字"
        ),
        "E879": CatalogueEntry("这一期已经有了", "请核对文中的期号；要改正已有的一期，请改它的文件"),
        "W891": CatalogueEntry("有内容没有带过来", "请对照原文，需要的补进正文"),
        "W892": CatalogueEntry("有图片没有带过来", "请另存为 PNG 或 JPEG，放在文章旁边再引用"),
        "W893": CatalogueEntry("文中的期号接不上", "请核对文中的期号；缺的各期在 data/series.yml 写明"),
        "W894": CatalogueEntry("没有写成文日期", "请核对，或用 --date 写明"),
        "W895": CatalogueEntry(
            "图片属性里有个人信息", "请去掉图片的属性，或截图后另存；公开时 check 还会指出"
        ),
        "E901": CatalogueEntry(
            "结账文件不是原来的样子", "结账文件由 tongbao close 写出，不能手改；请从版本库取回原来的文件"
        ),
        "E902": CatalogueEntry("结账文件的名字与内容不符", "请从版本库取回原来的文件名和位置"),
        "E903": CatalogueEntry("结账文件的内容被改动", "散列对不上；请从版本库取回原来的文件"),
        "E904": CatalogueEntry("结账链断开", "各环的次序和前一环的散列不能变；请从版本库取回原来的文件"),
        "E905": CatalogueEntry("结账文件缺失", "结了账的各期不能删；请从版本库取回该文件"),
        "E906": CatalogueEntry(
            "结账清单里没有的文件", "结账时中断的，再运行一次同样的 tongbao close；其他的请移走"
        ),
        "E907": CatalogueEntry("结账清单不是原来的样子", "请从版本库取回 data/closed/chain.jsonl"),
        "E910": CatalogueEntry(
            "已结账的数据被改动",
            "请改回原样，在 data/corrections.yml 登记更正；确要重算的，用 tongbao reopen",
        ),
        "E911": CatalogueEntry(
            "已结账的规定被改动", "请改回原样；新的规定从以后的期间起写；确要重算的，用 tongbao reopen"
        ),
        "E912": CatalogueEntry(
            "已结账的依据被删去或改了名", "请放回原样；确要重算的，用 tongbao reopen 写明理由"
        ),
        "E913": CatalogueEntry(
            "结账以后补登了数据", "请照实写登记的日期，记入以后的期间；确要重算的，用 tongbao reopen"
        ),
        "E914": CatalogueEntry("更正的日期早于结账", "请照实写更正的日期，不早于结账那一天"),
        "E915": CatalogueEntry(
            "依据没有改，算出的数与结账时不同",
            "请看 CHANGELOG 改了什么算法；认可新算法的，用 tongbao reopen 写明理由，再结账",
        ),
        "E920": CatalogueEntry("说明没有写明是哪个数", "说数的写 indicator，说名次的写 scheme，只写一个"),
        "E921": CatalogueEntry("公开的说明没有审核", "请补上 reviewed（审核单位和日期），或改为 internal"),
        "E922": CatalogueEntry("说明的对象不对", "说明只能由本镇或它的村作出；说名次的，期间须是考核的一期"),
        "E923": CatalogueEntry("说明的日期不成立", "先有这一期，再有说明，再有审核，都不在将来"),
        "E924": CatalogueEntry("公开的说明说的是内部事项", "请改为 internal"),
        "E931": CatalogueEntry(
            "延长的日期不成立", "一次比一次延得晚，也定得晚；period 没有写 to 的工作不用延长"
        ),
        "E932": CatalogueEntry("转到的年份不对", "请写计算日期所在的一年或下一年，或用 --as-of 写明日期"),
        "E933": CatalogueEntry(
            "这项工作早已结束", "只转到接着的一年；确要接着做的，请先在 extensions 里写明延长到哪一天"
        ),
        "E934": CatalogueEntry(
            "新一年的依据没有写明", "请先把文件登记在 data/sources.yml，再写 --source 标识、--at 文件中的位置"
        ),
    }
)


def problem(code: str, place: Place, detail: str, remedy: str = "") -> Problem:
    """Return the problem ``code`` at ``place``; its severity follows from the code's first letter.

    Raises ``KeyError`` for a code that is not in the catalogue.
    """
    entry = CATALOGUE[code]
    severity = Severity.WARNING if code.startswith("W") else Severity.ERROR
    return Problem(place, code, detail, remedy or entry.remedy, severity)

"""The codes of building on several machines."""

from __future__ import annotations

from typing import Final

from generators.model.codes.entry import CatalogueEntry

CODES: Final = {
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
}

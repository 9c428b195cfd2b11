"""Why the system refuses to read or write, in Chinese."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

_REASONS: Final = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EEXIST: "已经有同名的文件或文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EFBIG: "文件太大",
    errno.EROFS: "这里只能读，不能写",
    errno.EIO: "磁盘读写出错",
    errno.EBADF: "输出已经关闭",
    errno.EPIPE: "接收输出的程序已经结束",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENOMEM: "内存不够",
    errno.EBUSY: "正被别的程序占用",
    errno.EINVAL: "系统不接受",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕回了自己",
    errno.EXDEV: "不能跨磁盘移动",
    errno.EADDRINUSE: "这个端口已被占用",
    errno.EADDRNOTAVAIL: "本机没有这个地址",
}


def resolved(path: Path) -> Path:
    """Return ``path`` as an absolute one without symbolic links; raises ``OSError`` if they lead in a circle.

    Before Python 3.13 ``Path.resolve`` raises ``RuntimeError`` for that.
    """
    try:
        return path.resolve()
    except RuntimeError as error:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error


def reason_of(error: OSError) -> str:
    """Return the reason of ``error`` in a few Chinese words; the system's own words for a rare one."""
    known = _REASONS.get(error.errno) if error.errno is not None else None
    return known or error.strerror or str(error)


def with_file(error: OSError) -> str:
    """Return the file that ``error`` is about, if it names one, and the reason."""
    if error.filename is None:
        return reason_of(error)
    names = "、".join(str(each) for each in (error.filename, error.filename2) if each is not None)
    return f"{names}：{reason_of(error)}"

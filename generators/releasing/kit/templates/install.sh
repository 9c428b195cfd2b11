#!/bin/sh
# 不联网安装通报：sh install.sh [文件夹]，默认 /usr/local/lib/tongbao；命令连到 /usr/local/bin/tongbao。
# 另一个安装位置、不要命令的：sh install.sh 文件夹 ''
set -eu
folder=${1-/usr/local/lib/tongbao}
command=${2-/usr/local/bin/tongbao}
python=${PYTHON:-python3}
case $folder in /*) ;; *) folder=$PWD/$folder ;; esac
cd "$(dirname "$0")"

sha256sum --check --quiet --strict SHA256SUMS || { echo '安装包不完整，请重新拷贝' >&2; exit 1; }
"$python" - <<'CHECK' || exit 1
import platform, sys
wanted = ("@@{python}", "@@{system}", "@@{machine}")
found = ("%d.%d" % sys.version_info[:2], platform.system(), platform.machine())
if found != wanted:
    sys.exit("这个安装包是给 Python %s、%s %s 做的，这里是 Python %s、%s %s；"
             "请在同样的系统上重做，或用 PYTHON=… 指明另一个 Python" % (wanted + found))
CHECK

# 不带 pip 也能建虚拟环境，Debian 不必另装 python3-venv；pip 用安装包里的。
# 旧的环境留到新的装好以后。
new=$folder.new
rm -rf "$new"
"$python" -m venv --without-pip "$new"
"$new/bin/python" wheels/@@{pip}/pip install --quiet --disable-pip-version-check \
    --no-index --no-deps --no-cache-dir --require-hashes -r requirements.txt
rm -rf "$folder.old"
if [ -e "$folder" ]; then mv "$folder" "$folder.old"; fi
mv "$new" "$folder"
rm -rf "$folder.old"
# 虚拟环境里的命令写着旧的路径：用环境自己的 Python 运行。
printf '#!/bin/sh\nexec "%s/bin/python" -m generators "$@"\n' "$folder" > "$folder/bin/tongbao"
chmod 755 "$folder/bin/tongbao"
if [ -n "$command" ]; then ln -sf "$folder/bin/tongbao" "$command"; fi
"$folder/bin/tongbao" --version

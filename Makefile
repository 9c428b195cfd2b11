# One plain line a step; what a tool has to say appears when it fails.
# PYTHON chooses the interpreter of a new .venv, JOBS how many tests run at once, DEMO where make demo serves.
PYTHON ?= python3
JOBS ?= 2
UPGRADE ?=
DEMO ?= 127.0.0.1:8000

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
LOCKED := --require-hashes --no-build-isolation --use-pep517
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links $(UPGRADE)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo site pdf serve test bench lock clean

help: ## 列出全部命令
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

demo: $(VENV)/.mapped ## 生成示例县（虚构）的网站，在本机预览
	@echo '生成示例县（虚构）的公开网站，好了以后请在浏览器里打开 http://$(DEMO)/，按 Ctrl-C 结束'
	@$(BIN)/tongbao serve --project examples/shili --audience public --as-of 2026-10-15 --address $(DEMO)

site: $(VENV)/.installed ## 准备环境，检查数据，生成 site/public/ 和 site/internal/
	@$(BIN)/tongbao build

pdf: $(VENV)/.typeset ## 每期通报、每个乡镇的一页成绩单排成 PDF，写到 site/pdf/；先装排版引擎
	@$(BIN)/tongbao pdf

serve: $(VENV)/.installed ## 本机预览；数据、文章、模板、样式一有改动就刷新
	@$(BIN)/tongbao serve

test: $(VENV)/.tooled ## 全部检验，包括浏览器检验
	@.ci/browser
	@echo '核对写法（ruff）'
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo '请运行 $(BIN)/ruff format' >&2; exit 1; }
	@echo '核对类型（mypy）'
	@$(BIN)/mypy --no-error-summary
	@echo '核对各阶段的依赖方向（import-linter）'
	@said=$$($(BIN)/lint-imports --no-logo --no-cache 2>&1) || { echo "$$said" >&2; exit 1; }
	@echo '运行检验（pytest）'
	@$(BIN)/pytest --quiet --numprocesses $(JOBS)

bench: $(VENV)/.tooled ## 与原装 MkDocs 比较生成一千页的用时
	@$(BIN)/python -m tests.bench

lock: $(VENV)/.tooled ## 按 pyproject.toml 重写锁定文件；UPGRADE=--upgrade 取新版
	@echo '重写 requirements-build.lock、requirements.lock、requirements-pdf.lock、requirements-cluster.lock、requirements-maps.lock、requirements-dev.lock'
	@$(COMPILE) --group build --output-file requirements-build.lock
	@$(COMPILE) --group dev --extra pdf --extra cluster --extra maps --constraints requirements-build.lock --output-file requirements-dev.lock pyproject.toml
	@$(COMPILE) --constraints requirements-dev.lock --output-file requirements.lock pyproject.toml
	@$(COMPILE) --extra pdf --constraints requirements-dev.lock --output-file requirements-pdf.lock pyproject.toml
	@$(COMPILE) --extra cluster --constraints requirements-dev.lock --output-file requirements-cluster.lock pyproject.toml
	@$(COMPILE) --extra maps --constraints requirements-dev.lock --output-file requirements-maps.lock pyproject.toml

clean: ## 删去生成的一切，包括 .venv
	@rm -rf site build dist *.egg-info .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache $(VENV)
	@find generators tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A changed lock makes a new environment, so that nothing of the old one stays behind.
$(VENV)/.locked: requirements-build.lock requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo '需要 Python 3.11 或更新的版本：请安装，或用 PYTHON=python3.12 make … 指明' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '$(PYTHON) 缺少 venv 模块：Debian、Ubuntu 请运行 apt-get install python3-venv，或用 PYTHON=… 指明另一个 Python' >&2; exit 1; }
	@echo '建立虚拟环境 $(VENV)'
	@$(PYTHON) -m venv --clear $(VENV)
	@echo '安装锁定的依赖（逐个核对哈希）'
	@$(PIP) --require-hashes -r requirements-build.lock
	@$(PIP) $(LOCKED) -r requirements.lock
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml setup.py
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.typeset: $(VENV)/.installed requirements-pdf.lock
	@echo '安装锁定的 PDF 排版引擎（逐个核对哈希）'
	@$(PIP) $(LOCKED) -r requirements-pdf.lock
	@touch $@

$(VENV)/.mapped: $(VENV)/.installed requirements-maps.lock
	@echo '安装锁定的地图库（逐个核对哈希）'
	@$(PIP) $(LOCKED) -r requirements-maps.lock
	@touch $@

$(VENV)/.tooled: $(VENV)/.installed requirements-dev.lock
	@echo '安装锁定的检验工具（逐个核对哈希）'
	@$(PIP) $(LOCKED) -r requirements-dev.lock
	@touch $@

"""The MkDocs plugin: gives MkDocs the pages of one audience, and nothing else.

Pages are in memory only: there are no stale files and no rebuild loops. Of the files below ``content/``
only the attachments that the audience may see are passed on.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.utils import is_error_template

from generators.clock import as_of_date
from generators.diagnostics import render_text
from generators.disclosing import Audience
from generators.languages import activate, gettext
from generators.model.language import Language
from generators.model.problem import Problem, holds_errors
from generators.model.problem_codes import problem
from generators.model.record import Place
from generators.pipeline import examine
from generators.publishing.configuration.problems import configuration_problems
from generators.publishing.content_security import FOLDER, with_policy
from generators.publishing.defaults import complete, project_of, theme_folders, use_language
from generators.publishing.failures import ProjectError, guarded
from generators.publishing.html_blocks import HtmlBlocks
from generators.publishing.navigation import navigation_of
from generators.publishing.offline.file_links import with_file_links
from generators.publishing.page_file import download_file, page_file
from generators.publishing.plain_text import PlainText, has_only_own_extensions
from generators.publishing.repeated_parts import draw_repeated_parts_once
from generators.publishing.search.index import collect_pages, quick_index, search_entries
from generators.publishing.search.scripts import write_search
from generators.publishing.search.unsearched import with_unsearched, without_unsearched
from generators.publishing.shipped import PROGRAM
from generators.publishing.unbroken import with_unbroken_numbers
from generators.reading.configuration.files import CONFIGURATION
from generators.reading.project_files import is_left_behind
from generators.reading.quoting import quoted
from generators.rendering import RenderedPage, RenderedSite
from generators.rendering.environment import COMPILED_TEMPLATES, Environment, install_messages
from generators.rendering.foreign import with_chinese_marked

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_OF_SERVERS: Final = frozenset({"404.html", "sitemap.xml"})
"""Pages of the theme for servers and search engines, which an offline edition is not for."""

_LOG: Final = logging.getLogger("mkdocs.plugins.tongbao")


def _escaped(value: object) -> Any:  # noqa: ANN401 - metadata has many shapes
    """Return metadata with every text HTML-escaped: MkDocs' templates print it without escaping."""
    if isinstance(value, str):
        return escape(value)
    return [_escaped(each) for each in value] if isinstance(value, list) else value


def _is_of_the_theme(file: File) -> bool:
    return not any(map(is_left_behind, file.src_uri.split("/")))


def _refuse_one_for_another(files: Iterable[File]) -> None:
    """Raise ``PluginError`` if a file would replace another; on many systems A and a are the same."""
    taken: dict[str, File] = {}
    for file in files:
        first = taken.setdefault(file.dest_uri.casefold(), file)
        if first is not file:
            names = f"{quoted(first.src_uri)}与{quoted(file.src_uri)}"
            detail = f"{names}在网站里是同一个地址：{quoted(file.dest_uri)}；请改名"
            own = first if first.generated_by is None else file
            raise ProjectError([problem("E310", Place(f"theme/{own.src_uri}"), detail)])


def _edition_address(address: str | None, site: RenderedSite) -> str:
    """Return the address of an edition of the site that ``mkdocs.yml`` has at ``address``, empty for none."""
    return f"{address.rstrip('/')}/{site.facts.folder}" if address else ""


def _is_preview(config: MkDocsConfig) -> bool:
    """Whether MkDocs serves the site: to each page it then adds a script that is never the same."""
    host, port = config.dev_addr
    return (config.site_url or "").startswith(f"http://{host}:{port}/")


class TongbaoConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves it untyped
    """The options of the plugin in ``mkdocs.yml``; each defaults to an environment variable."""

    # Any value: the check of the configuration says in Chinese, with its place, what is wrong with it.
    audience: Any = BaseConfigOption()
    as_of: Any = BaseConfigOption()


class TongbaoPlugin(BasePlugin[TongbaoConfig]):  # type: ignore[no-untyped-call] # the same
    """Generates the site's pages from ``data/`` and ``content/`` beside ``mkdocs.yml``.

    Set ``rendered`` before the build if the project has already been examined; otherwise the plugin
    examines it. ``on_page_done`` is called after each page that MkDocs writes.
    """

    rendered: RenderedSite | None = None
    on_page_done: Callable[[], None] | None = None

    def __init__(self) -> None:
        """Create the plugin without pages."""
        super().__init__()
        self._pages: dict[str, RenderedPage] = {}
        self._meta: dict[str, dict[str, Any]] = {}
        self._shown: Callable[[str], str] = str

    # Before the search plugin reads its settings, and before themes look at the site's name.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Examine the project; return ``config`` with the site's name, menu, facts and our defaults.

        Raises ``PluginError`` with every problem if the project has errors.
        """
        site = self.rendered or self._examined(config)
        self.rendered = site
        self._pages, self._meta = {page.path: page for page in site.pages}, {}
        complete(config)
        if site.facts.language is not Language.CHINESE:
            use_language(config)
        config.site_name = escape(site.facts.title)
        # MkDocs sets its own address while serving.
        config.site_url = _edition_address(config.site_url, site) or site.facts.address or None
        config.nav = navigation_of(site)
        if site.facts.is_offline:
            config.theme.static_templates -= _OF_SERVERS
        # Python-Markdown accepts extension objects as well as names.
        ours = [HtmlBlocks(), PlainText()] if has_only_own_extensions(config) else [HtmlBlocks()]
        config.markdown_extensions = [*config.markdown_extensions, *ours]
        config.extra.update(
            audience=site.facts.audience,
            as_of=site.facts.as_of,
            notice=escape(site.facts.notice),
            footer=[
                escape(gettext("%(label)s：%(text)s", label=label, text=text))
                for label, text in site.facts.footer
            ],
            language=site.facts.language.value,
            editions=[list(each) for each in site.facts.others],
            names=[[name, escape(text)] for name, text in site.facts.names],
        )
        return config

    @property
    def _is_offline(self) -> bool:
        return self.rendered is not None and self.rendered.facts.is_offline

    def _examined(self, config: MkDocsConfig) -> RenderedSite:
        file = config.config_file_path or CONFIGURATION
        project = project_of(config)
        examined = examine(project, *self._days()).with_problems(
            configuration_problems(project, Path(file).name)
        )
        if examined.errors:
            raise ProjectError(examined.problems)
        for each in examined.problems:
            _LOG.info(render_text([each]))
        activate(examined.languages[0])  # plain MkDocs makes one edition
        return examined.alone().site(self._audience())

    def _audience(self) -> Audience:
        written = self.config.audience or os.environ.get("TONGBAO_AUDIENCE") or Audience.PUBLIC.value
        try:
            return Audience(written)
        except ValueError:
            raise PluginError(f"TONGBAO_AUDIENCE“{written}”不是 public 或 internal") from None

    def _days(self) -> tuple[date, date]:
        """Return the day of measurement, and today; raises ``PluginError`` for an invalid date."""
        written = os.environ.get("TONGBAO_AS_OF")
        try:
            today = as_of_date(None)
            if not self.config.as_of:
                return as_of_date(written) if written else today, today
        except ValueError as error:
            raise PluginError(f"TONGBAO_AS_OF 或 SOURCE_DATE_EPOCH 不是日期：{error}") from None
        try:
            return as_of_date(str(self.config.as_of)), today
        except ValueError:
            return today, today  # an error of the configuration, which is told with its place

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let the search plugin, which has made its index in ``on_config``, collect pages in ours."""
        collect_pages(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Return the theme's files, the visible attachments, the generated pages and downloads."""
        site = self.rendered
        if site is None:
            raise PluginError("on_config has not run")
        # MkDocs copies a template that it does not draw.
        undrawn = _OF_SERVERS if self._is_offline else frozenset()
        own = {file.src_uri for file in files if file.src_dir == config.docs_dir}
        kept = [
            file
            for file in files
            if (file.src_uri in site.attachments if file.src_uri in own else _is_of_the_theme(file))
            and file.src_uri not in undrawn
        ]
        kept += [page_file(config, page) for page in site.pages]
        kept += [download_file(config, each) for each in site.downloads]
        _refuse_one_for_another(kept)
        return Files(kept)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs' signature
        """Return the theme's environment, which compiles and draws nothing twice that it need not."""
        env.bytecode_cache = COMPILED_TEMPLATES
        install_messages(env)
        draw_repeated_parts_once(env, config)
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Describe the page; return ``markdown`` unchanged."""
        self.describe(page)
        return markdown

    def describe(self, page: Page) -> None:
        """Set the page's metadata and date of last change."""
        rendered = self._pages.get(page.file.src_uri)
        if rendered is not None and self.rendered is not None:
            if page.file.src_uri not in self._meta:
                self._meta[page.file.src_uri] = {
                    name: _escaped(value) for name, value in rendered.meta.items()
                }
            page.meta = dict(self._meta[page.file.src_uri])
            page.update_date = (rendered.changed or self.rendered.day).isoformat()

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Return the HTML of a page with the numbers in its headings kept whole."""
        return with_unbroken_numbers(html)

    # One before and one after the search plugin, which reads the page in the same event.
    @event_priority(100)
    def _hide_unsearched(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002 - MkDocs' signature
    ) -> TemplateContext:
        content = page.content or ""
        index = quick_index(config)
        if index is not None and index.add_quickly(page):
            page.content, self._shown = "", lambda _: content
        else:
            page.content, unsearched = without_unsearched(content)
            self._shown = lambda seen: with_unsearched(seen, unsearched)
        return context

    @event_priority(-100)
    def _show_unsearched(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs' signature
        nav: Navigation,  # noqa: ARG002 - MkDocs' signature
    ) -> TemplateContext:
        page.content = self._shown(page.content or "")
        return context

    on_page_context = CombinedEvent(_hide_unsearched, _show_unsearched)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Call ``on_page_done``; return ``output`` with its Content-Security-Policy."""
        if self.on_page_done is not None:
            self.on_page_done()
        output = self._in_its_languages(output)
        if _is_preview(config):
            return output
        if self._is_offline:
            return with_file_links(with_policy(output, page.content or "", FOLDER))
        return with_policy(output, page.content or "")

    def _in_its_languages(self, html: str) -> str:
        """Return a page with what is Chinese on it marked, if its frame is in another language."""
        is_chinese = self.rendered is None or self.rendered.facts.language is Language.CHINESE
        return html if is_chinese else with_chinese_marked(html)

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,
    ) -> TemplateContext:
        """Let a page of errors, whose links are absolute, find its edition on a site without address.

        MkDocs takes the root of the server for its folder then.
        """
        if self.rendered is not None and is_error_template(template_name) and not config.site_url:
            context["base_url"] = f"/{self.rendered.facts.folder}"
        return context

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Return a page of the theme, such as that of 404, with its policy; other files unchanged."""
        if not template_name.endswith(".html"):
            return output_content
        page = self._in_its_languages(output_content)
        return page if _is_preview(config) else with_policy(page, "")

    # After the search plugin has written its index.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files of the search in the place of the plugin's index."""
        index = Path(config.site_dir) / "search" / "search_index.json"
        if index.is_file():
            index.unlink()
            write_search(index.parent, search_entries(config))

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., Any],  # noqa: ARG002 - MkDocs' signature
    ) -> LiveReloadServer:
        """Watch data, theme and templates as well (MkDocs watches the content); return ``server``.

        While there are errors the last good site stays up.
        """
        project = project_of(config)

        def errors() -> tuple[Problem, ...]:
            file = Path(config.config_file_path or CONFIGURATION).name
            found = configuration_problems(project, file)
            return found if holds_errors(found) else ()

        server.builder = guarded(server.builder, errors, project, _LOG.error)
        if config.config_file_path and not Path(config.config_file_path).is_file():
            server.unwatch(config.config_file_path)  # does not exist: the default is used
        for folder in (project_of(config) / "data", *theme_folders(config), PROGRAM / "rendering"):
            if folder.is_dir():
                server.watch(str(folder))
        return server

"""View models become Markdown, HTML fragments and SVG; the only user of Jinja templates."""

from generators.rendering.site import RenderedPage, RenderedSite, render

__all__ = ["RenderedPage", "RenderedSite", "render"]

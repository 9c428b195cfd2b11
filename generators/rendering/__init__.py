"""Renders view models as Markdown, HTML fragments and SVG. Only this stage uses the Jinja page templates."""

from generators.rendering.site import RenderedPage, RenderedSite, render

__all__ = ["RenderedPage", "RenderedSite", "render"]

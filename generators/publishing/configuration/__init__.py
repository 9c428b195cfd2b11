"""Checks the project's ``mkdocs.yml`` and theme, and explains what MkDocs says about them."""

"""Reader of the project's ``mkdocs.yml``: what is written and where, without running anything."""

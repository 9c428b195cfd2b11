"""Publishing: writes sites and PDF files; the only stage that uses MkDocs."""

from generators.publishing.engine import ENGINE as ENGINE  # before any module of MkDocs is imported

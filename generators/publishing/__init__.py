"""Publishing: writes sites and PDF files; the only stage that uses MkDocs."""

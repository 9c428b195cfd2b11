"""PDF files of bulletins."""

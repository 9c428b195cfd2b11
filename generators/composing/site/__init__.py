"""The site as a whole: home, sections, open data, quality, methods, and the composition of all pages."""

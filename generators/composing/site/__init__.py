"""The site as a whole: the list of sections, its own pages, menu and heads, and the composition of it all."""

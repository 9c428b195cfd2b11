"""Maps and tile grids: the divisions of an area, each with its mark, by borders or by tiles."""

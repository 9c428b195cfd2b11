"""Boards: the targets of a programme as a heat map, on one page or by area."""

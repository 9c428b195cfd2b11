"""Boards: a programme's targets as a heat map, whole or by area."""

"""Reads the borders of divisions, ``data/map.geojson``."""

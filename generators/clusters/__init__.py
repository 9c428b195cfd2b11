"""A Dask cluster: its workers, the folder that they share, and what is told if one of them will not do.

Nothing here knows what the tasks are; ``publishing/on_cluster/`` hands out the pages of a site.
"""

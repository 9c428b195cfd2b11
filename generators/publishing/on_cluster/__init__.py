"""The pages of a site made by the workers of a cluster, a unit a task.

A forked process inherits what pages are made from; a worker of a cluster does not. The build packs it once
into the shared folder, and each worker unpacks it once.
"""

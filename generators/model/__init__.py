"""The records of a project as written in its files, one module for each kind, and their problems."""

"""Checks of the whole dataset; a run reports all problems, not only the first.

    checks          the table of checks, and the function that runs them
    kit/context     the input of every check
    kit/check       the type of a check
    others          the checks, one module for each subject

The docstring of a check is its rule. Checks measure no progress, change nothing and read no file.
"""

from generators.checking.checks import CHECKS, check_dataset

__all__ = ["CHECKS", "check_dataset"]

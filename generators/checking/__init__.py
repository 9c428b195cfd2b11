"""Rules over the whole dataset: every problem of a run, never only the first.

    checks          the table of checks, and how they are run
    context         what every check looks at
    check           what a check is
    one file an idea beside them, each rule the docstring of its function

Checking judges; it measures no progress, changes nothing and reads no file.
"""

from generators.checking.checks import CHECKS, check_dataset

__all__ = ["CHECKS", "check_dataset"]

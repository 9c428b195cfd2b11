"""Runs the console command as ``python -m generators``, if ``tongbao`` is not on the path."""

from generators.cli import main

if __name__ == "__main__":
    main(prog_name="python -m generators")

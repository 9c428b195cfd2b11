"""The packages of the wheel: the program, and within it the theme, which has its own folder here."""

from setuptools import find_namespace_packages, setup

_THEME = "generators.theme"

setup(
    packages=[*find_namespace_packages(include=["generators", "generators.*"]), _THEME],
    package_dir={_THEME: "theme"},
)

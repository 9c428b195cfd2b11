"""The packages of the wheel: the program, and within it theme and guides, which have folders of their own."""

from setuptools import find_namespace_packages, setup

_ELSEWHERE = {
    "generators.theme": "theme",
    "generators.guides.content": "content",
    "generators.guides.data": "data",
}
"""Only the guides of the last two are packed: what stands beside them is this repository's own county."""

setup(
    packages=[*find_namespace_packages(include=["generators", "generators.*"]), *_ELSEWHERE],
    package_dir=_ELSEWHERE,
)

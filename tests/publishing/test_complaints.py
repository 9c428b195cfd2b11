from __future__ import annotations

import logging

from generators.publishing.complaints import collected_complaints

_LOGGER = logging.getLogger("mkdocs.plugins.any")


def test_warnings_and_errors_are_collected_in_their_order() -> None:
    with collected_complaints() as complaints:
        _LOGGER.info("一")
        _LOGGER.warning("二%s", "三")
        _LOGGER.error("四")
    assert complaints == ["二三", "四"]


def test_afterwards_nothing_is_collected() -> None:
    with collected_complaints() as complaints:
        pass
    _LOGGER.warning("一")
    assert complaints == []

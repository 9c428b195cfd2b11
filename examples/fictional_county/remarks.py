"""What a township has to say: on the figure that was corrected, and in a draft on its rank."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from examples.fictional_county import situations
from examples.fictional_county.places import Township
from examples.fictional_county.reports import CORRECTED_INDICATOR
from examples.fictional_county.yaml_text import Node

_SCHEME: Final = "shili-1357/quarterly"
_REVIEWER: Final = "示例县委办公室"


def remarks_of(township: Township) -> dict[str, Node]:
    """Return the remarks of the township whose figure was corrected, as ``remarks.yml`` has them."""
    said = situations.CORRECTED_ON + timedelta(days=1)
    year, _, month = situations.CORRECTION.period.partition("-")
    quarter = (int(month) + 2) // 3
    return {
        "village-counted-early": {
            "indicator": CORRECTED_INDICATOR,
            "period": situations.CORRECTION.period,
            "text": "多计的一个村已经整改到位，四月已报请县里验收。",
            "by": township.committee,
            "on": said,
            "reviewed": {"by": _REVIEWER, "on": said + timedelta(days=2)},
            "disclosure": "public",
        },
        "rank-of-the-quarter": {
            "scheme": _SCHEME,
            "period": f"{year}-Q{quarter}",
            "text": "本镇两处工地因春汛停工，三月底才复工。",
            "by": township.committee,
            "on": said,
        },
    }

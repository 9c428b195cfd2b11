"""``data/allowed.yml``: what looks like personal data, is none or may be told, and why."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generators.model.record import Record
from generators.model.scalars import Choice


class PersonalKind(Choice):
    """What tells of a person; ``attachment`` is a file whose contents no program can look into."""

    RESIDENT_ID = "resident-id"
    PASSPORT = "passport"
    MOBILE = "mobile"
    LANDLINE = "landline"
    EMAIL = "email"
    BANK_CARD = "bank-card"
    PLATE = "plate"
    ADDRESS = "address"
    PERSON = "person"
    ATTACHMENT = "attachment"


class Allowance(Record):
    """One thing that a person looked at and let pass.

    ``masked`` is the value as the message shows it. Neither the value itself nor a hash of it is written
    down: eleven digits can be tried out. Of an attachment, ``sha256`` is that of the file looked at, so
    that another file of the same name is asked about again.
    """

    file: str
    kind: PersonalKind
    masked: str = ""
    sha256: str = ""
    reason: str = Field(min_length=1)

    @model_validator(mode="after")
    def _says_what_is_allowed(self) -> Self:
        wanted, other = ("sha256", "masked") if self.kind is PersonalKind.ATTACHMENT else ("masked", "sha256")
        if not getattr(self, wanted) or getattr(self, other):
            message = "kind: {kind} 须写 {wanted}，不写 {other}"
            raise PydanticCustomError(
                "E210", message, {"kind": self.kind.value, "wanted": wanted, "other": other}
            )
        return self

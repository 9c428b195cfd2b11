"""``data/allowed.yml``: findings of personal data that a person has reviewed and allowed, with the reason."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generators.model.record import Record
from generators.model.scalars import Choice


class PersonalKind(Choice):
    """A kind of personal data; ``attachment`` is a file that a program cannot read, or not all of it."""

    RESIDENT_ID = "resident-id"
    PASSPORT = "passport"
    MOBILE = "mobile"
    LANDLINE = "landline"
    EMAIL = "email"
    BANK_CARD = "bank-card"
    PLATE = "plate"
    ADDRESS = "address"
    PERSON = "person"
    ACCOUNT = "account"
    BIRTHDAY = "birthday"
    POSITION = "position"
    AUTHOR = "author"
    ATTACHMENT = "attachment"


class Allowance(Record):
    """One finding that a person has reviewed and allowed.

    ``masked`` is the value as the message shows it. Neither the value nor a hash of it is stored: a hash of
    eleven digits can be reversed by trying them all. For an attachment ``sha256`` identifies the file
    reviewed, so that another file of the same name is reported again.
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

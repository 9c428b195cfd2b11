"""The one gate between what is known and what an audience sees."""

from generators.disclosing.gate import disclose
from generators.disclosing.publication import Publication
from generators.model.visibility import Audience

__all__ = ["Audience", "Publication", "disclose"]

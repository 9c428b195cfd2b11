"""Selects from the dataset and its measurements what an audience may see."""

from generators.disclosing.gate import disclose
from generators.disclosing.publication import Publication
from generators.model.visibility import Audience

__all__ = ["Audience", "Publication", "disclose"]

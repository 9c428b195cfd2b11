"""Publications: what an audience may see of a dataset, as composing takes it."""

from __future__ import annotations

from datetime import date

from generators.disclosing import Audience, Publication, disclose
from generators.measuring.snapshot import measure
from generators.model.dataset import Dataset
from generators.pipeline import Examined, measured_whole


def disclosed(dataset: Dataset, as_of: date, audience: Audience = Audience.INTERNAL) -> Publication:
    """Return what ``audience`` may see of what is measured on one day: no ranking and no comparison."""
    return disclose(dataset, measure(dataset, as_of), audience)


def disclosed_whole(dataset: Dataset, as_of: date, audience: Audience = Audience.INTERNAL) -> Publication:
    """Return what ``audience`` may see of everything that is measured, earlier days included."""
    return disclose(dataset, measured_whole(dataset, as_of), audience)


def disclosed_project(examined: Examined, audience: Audience = Audience.INTERNAL) -> Publication:
    """Return what ``audience`` may see of a project, which has no errors."""
    assert examined.dataset is not None
    assert examined.measurements is not None
    return disclose(examined.dataset, examined.measurements, audience)

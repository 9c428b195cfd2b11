"""Which column of a sheet is which indicator: by a layout on record, or proposed from the heads."""

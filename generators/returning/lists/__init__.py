"""Lists of records as forms: problems, commitments, checks, targets; what is on record is locked."""

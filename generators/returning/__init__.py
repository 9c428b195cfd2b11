"""Makes the workbooks that offices fill in: what each owes for a period, and the lists of records."""

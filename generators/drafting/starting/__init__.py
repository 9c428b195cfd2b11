"""A new project: its county, townships and programme as asked, and the files that they make."""

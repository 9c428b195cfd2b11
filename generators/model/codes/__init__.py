"""Problem codes with their titles and remedies, a module for each subject."""

"""What an import changes in a project's files: compared with what is on record, and written as a whole."""

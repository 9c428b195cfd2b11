"""The nouns of the project, as editors write them: frozen records, one file a noun."""

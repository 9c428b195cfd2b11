"""JSON Schema of the files of a project: written from the model, explained by the guides to the files."""

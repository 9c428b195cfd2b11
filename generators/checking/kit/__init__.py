"""What checks share: the context they look at, wording, repetitions and the texts of a project."""

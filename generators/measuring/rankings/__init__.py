"""Rankings: normalised components, scores, ranks and their intervals."""

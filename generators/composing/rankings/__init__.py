"""Rankings: pages, histories, scores, lists, charts and downloads."""

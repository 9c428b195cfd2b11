"""The rules, one module for each group; each takes masked text and yields its slips."""

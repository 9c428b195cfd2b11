"""One file a group of conventions; each rule takes covered text and gives its slips."""

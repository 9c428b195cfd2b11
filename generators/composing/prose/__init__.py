"""The functions that calls in prose use: figures, links, rankings and facts of past periods."""

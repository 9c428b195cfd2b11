"""What calls in prose print: figures, ranks and facts of past periods."""

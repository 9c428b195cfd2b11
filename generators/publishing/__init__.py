"""The only writer, and the only stage that knows MkDocs."""

"""The offline edition: a folder, and an archive of it, that is opened without a server."""

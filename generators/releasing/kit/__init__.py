"""What an office's machine needs to publish and to serve: configuration files, and the program offline."""

"""What proves a release to those who download it: digests of its files, and signatures of the digests."""

"""What measuring returns: plain frozen records, without the code that computes them."""

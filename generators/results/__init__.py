"""The results of measuring: frozen records, without the code that computes them."""

"""Checks that need the measured figures and what the gate shows of them: the last ones before a site."""

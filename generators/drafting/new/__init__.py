"""New files for an editor to continue: bulletins and cases."""

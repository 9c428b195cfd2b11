"""New files for an editor to go on with: bulletins and cases."""

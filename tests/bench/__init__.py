"""``make bench``: how long our builds take, as ratios to stock MkDocs over the same pages in the same run.

Processes take turns, each measured as a whole. Ours go from the YAML of a fictional area to the site; stock
MkDocs with Material and its search starts from the Markdown that ours gives its own engine. Each kind of
work has a limit; the benchmark fails where one is missed by more than the margin for noise, where a build
fails, where a seed does not give the same twice, or where a page that compares a whole city has grown beyond
a megabyte. No test measures time: machines differ, and are shared.
"""

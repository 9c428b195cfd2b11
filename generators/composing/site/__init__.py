"""The whole site: its sections, the pages that belong to no noun, menu, page heads, and its composition."""

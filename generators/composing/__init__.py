"""From a Publication to page view models, tables and downloads: every URL, order and label."""

"""What every page kind is made with: addresses, pages, links, numbers, dates, statuses. It knows no noun."""

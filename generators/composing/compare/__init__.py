"""Two to four places side by side, put together in the browser."""

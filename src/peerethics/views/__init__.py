"""Views: what is shown of a value, as a page, as Markdown, as JSON."""

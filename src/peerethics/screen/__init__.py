"""The screen: what the terminal can do, drawing pages on it, paging, the clipboard."""

"""An ethics reference for peer support specialists: the codes as data, look-up, search, comparison."""

__version__ = "0.1.0"

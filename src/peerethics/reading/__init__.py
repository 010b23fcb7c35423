"""Reading data files: YAML text to typed values, with every problem named by line and column."""

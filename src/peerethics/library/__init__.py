"""What is held: finds data files, loads them through a cache, and answers look-ups by id."""

"""Comparing two codes: texts word by word, duties by relation, strength by its words."""

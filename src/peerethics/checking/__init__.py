"""Checks: proves data files against their sources and against each other."""

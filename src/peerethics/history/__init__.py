"""A learner's history: every answer as it was given, kept on this machine and nowhere else."""

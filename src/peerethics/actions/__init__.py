"""What the commands do once their options are known; no command-line library is needed for it."""

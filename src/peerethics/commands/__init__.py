"""The commands, a verb each: take the options, call what does the work, hand the result to the screen."""

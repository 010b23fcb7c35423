"""Makes further kinds of questions out of the codes and the crosswalk, each maker in a file of its own."""

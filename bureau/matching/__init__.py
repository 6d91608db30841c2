"""Whether two descriptions may be of the same: what speaks for it and against; never a merge."""

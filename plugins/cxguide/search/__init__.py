"""Search: what words are the same for a reader, and an index of the built pages."""

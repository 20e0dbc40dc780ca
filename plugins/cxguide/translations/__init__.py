"""Pages and short texts in other languages: what is there, what is missing, what is stale."""

"""What every other package stands on: places, sources, languages, numbers, short texts."""

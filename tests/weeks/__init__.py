"""Series of weeks of offices that do not exist: clean ones, and the same with one slip each."""

"""The archive seen from outside: what lies in an output folder, whatever became of the runs that wrote it."""

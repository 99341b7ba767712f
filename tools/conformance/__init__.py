"""Whether finished papers stand as GB/T 9704-2012 asks, measured in their pages, and whether PDF and Word agree."""

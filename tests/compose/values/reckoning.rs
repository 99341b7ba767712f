//! What offices reckon, exactly, and where it comes from.

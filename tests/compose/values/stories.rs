//! What templates do with values, told one by one.

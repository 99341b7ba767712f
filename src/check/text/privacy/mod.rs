//! What belongs to persons and must not be published: it is masked, and no message repeats it.

pub mod accounts;
pub mod addresses;
pub mod cards;
mod digits;
pub mod phones;
pub mod plates;

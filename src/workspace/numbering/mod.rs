//! Document numbers given to papers that have none, and numbers that no paper gets.
//!
//! The next number is the one behind the greatest that any record of the office states in that year. So all of them are
//! read, and from then until the number is written nobody else gives numbers in the office: its folder is locked. What
//! cannot be known is not guessed: then no number is given.

mod assigned;
mod missing;
mod opened;
mod place;
mod refusal;
mod set_aside;
mod used;
mod wish;
mod written_file;

pub use assigned::{Assigned, number_papers};
pub use opened::Watch;
pub use set_aside::{NumbersSetAside, SetAsideWish, Which, set_numbers_aside};
pub use wish::Wish;

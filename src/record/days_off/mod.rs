//! Days off: those that the State Council announces, those that an office adds, and the working days between two days.

mod announced;
mod working_days;

pub use announced::{announced_years, is_announced_off};
pub use working_days::{Counted, WorkingDays};

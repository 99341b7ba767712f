//! Dates in prose: that they exist, fall on the day of the week that is stated, and lie where the week is.

pub mod backward_period;
pub mod existing;
mod mistyped_year;
pub mod outside_week;
pub mod short_year;
pub mod spoken_day;
pub mod up_to_day;
pub mod weekday;
pub mod written;
pub mod wrong_year;

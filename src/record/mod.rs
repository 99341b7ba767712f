//! What the writers typed, as typed records: weeks, offices, and the field's values, every one with its place.
//!
//! What the values mean together (a date outside the week, a firm that nobody knows) is not this room's affair but
//! `check`'s.

pub mod acknowledgement;
pub mod built_in;
pub mod bytes;
pub mod cadence;
pub mod case;
pub mod case_counts;
pub mod catalogue;
pub mod change;
pub mod checks;
pub mod compared_with;
pub mod complaint;
pub mod complaint_counts;
pub mod days_off;
pub mod edition;
pub mod file_part;
pub mod filing;
pub mod find;
mod folder_names;
pub mod format;
mod generations;
pub mod incoming;
pub mod inspection;
pub mod issued_number;
pub mod issuing;
mod leadership;
pub mod line_end;
mod names;
pub mod notice;
pub mod notice_identity;
mod notice_kinds;
pub mod office;
mod office_columns;
mod office_comparisons;
pub mod office_ledgers;
pub mod office_numbers;
pub mod own;
pub mod paper;
pub mod paper_condition;
pub mod paper_numbers;
pub mod paragraphs;
pub mod per;
mod period_of;
mod reading;
pub mod recorded;
pub mod register;
pub mod section;
pub mod series;
pub mod set_aside_number;
pub mod text;
pub mod typed_number;
pub mod value;
pub mod week;
pub mod word_fonts;

pub use catalogue::{Described, Walk};
pub use generations::{OfficeFrom, generations};
pub use office_columns::{columns_in_time, columns_of_generations, week_shape};
pub use period_of::period_of;
pub use reading::{read, read_week, read_week_without_office};

//! What several rule sets look things up with.

pub mod alike;
pub mod complaints;
pub mod days;
pub mod events;
pub mod firms_and_units;
pub mod full_names;
pub mod han;
pub mod inward_papers;
pub mod issue_years;
pub mod listed_names;
pub mod names;
pub mod notices;
pub mod own_columns;
pub mod own_records;
pub mod parties;
pub mod propose;
pub mod recorded_persons;
pub mod referred_complaint;
pub mod surnames;
pub mod title_marks;
pub mod unquoted;
pub mod wrong_years;

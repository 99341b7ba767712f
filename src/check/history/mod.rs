//! Rules over the weeks of an office among one another.

pub mod carried_over;
pub mod carried_over_counts;
pub mod complaint_twice;
pub mod cumulative;
pub mod cumulative_figures;
pub mod document_numbers;
pub mod inspections;
pub mod issue_numbers;
pub mod missing_weeks;
pub mod notice_numbers;
pub mod open_notices;
pub mod overlaps;
pub mod papers_sent;
pub mod referred_missing;
pub mod referred_open;
pub mod set_aside_numbers;
pub mod silent_units;
pub mod standing;
pub mod total_issues;

//! Rules over an office's own file.

pub mod addressees;
pub mod ambiguous_names;
pub mod changes;
pub mod district;
pub mod document_code;
pub mod filing;
pub mod habits;
pub mod holidays;
pub mod own_columns;
pub mod own_figures;
pub mod paper_conditions;
pub mod paper_files;
pub mod paper_formats;
pub mod paper_items;
pub mod paper_names;
pub mod repeated_names;
pub mod set_aside_numbers;
pub mod short_names;
pub mod title_marks;

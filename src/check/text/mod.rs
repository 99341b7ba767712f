//! Rules on free text: slips of the pen, and what must not be published.

pub mod brackets;
pub mod clock_times;
pub mod confused_words;
pub mod dates;
pub mod document_number_form;
pub mod doubled_words;
pub mod field_braces;
pub mod figures;
pub mod line;
pub mod measures;
pub mod near_names;
mod pairs;
pub mod paper_titles;
pub mod parts;
pub mod passage;
pub mod person_names;
pub mod points;
pub mod privacy;
pub mod punctuation;
pub mod recorded_persons;
pub mod typed_signs;
pub mod walk;
mod word_boundaries;

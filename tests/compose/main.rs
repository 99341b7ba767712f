//! From records and templates to a paper's content: whole papers as text, and what is said where one would be wrong.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod attachments;
mod charts;
mod elements;
mod endless;
mod forms;
mod office;
mod office_file;
mod open_notices;
mod shown;
mod tables;
mod values;

//! The tables of a paper as a workbook (Office Open XML, ECMA-376 transitional) and as CSV.
//!
//! A sheet shows what the paper prints, to the character. Numbers and days are numbers and days there, by which a reader
//! may reckon; whatever might be a name or a code stays text.

mod csv;
mod error;
mod grid;
mod heights;
mod look;
mod page;
mod part;
mod sheet_name;
mod sum;
#[cfg(test)]
mod testing;
mod value;
mod width;
mod workbook;

pub use csv::{Encoding, csv};
pub use error::SheetError;
pub use part::{count_tables, unsaid};
pub use workbook::workbook;

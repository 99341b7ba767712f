//! The fonts of a paper: of each face, the glyphs that the paper shows.

mod bits;
mod cff;
mod code_book;
mod coded;
mod face_codes;
mod face_notes;
mod outlines;
mod subset;
mod subsets;
mod to_unicode;
mod truetype;
mod used;

pub use self::subsets::Subsets;

//! The numbers of a file's objects.

use pdf_writer::Ref;

/// The last number that was given.
#[derive(Debug, Default)]
pub struct Refs(i32);

impl Refs {
    pub fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

//! An office's pictures: its seal and the stamp of its signatory.

mod dots;
mod image_file;
mod office_pictures;

pub use office_pictures::Pictures;

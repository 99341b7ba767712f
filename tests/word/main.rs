//! The Word writer: what stands in its files, and what other programs make of them.

mod file;
mod judges;
mod support;

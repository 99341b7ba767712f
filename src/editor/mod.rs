//! The language server: what an editor is told while a record is being typed.
//!
//! `server` talks, `desks` remember offices and their weeks, everything else is a pure function from a place in a
//! text to an answer. Why no framework: `docs/decisions/0024-language-server.md`.

mod actions;
mod completion;
mod cursor;
mod definition;
mod desks;
mod document;
mod figures;
mod findings;
mod frames;
mod hover;
mod position;
mod registers;
mod server;
mod shape;
mod sketch;
mod symbols;
mod uri;

pub use server::{Ended, serve};

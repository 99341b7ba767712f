//! The language server: what an editor is told while a record is being typed.
//!
//! `server` talks, `desks` remember offices and their weeks, everything else is a pure function from a place in a
//! text to an answer. Why no framework: `docs/decisions/0024-language-server.md`.

mod cursor;
mod document;
mod frames;
mod position;
mod registers;
mod shape;
mod sketch;
mod uri;

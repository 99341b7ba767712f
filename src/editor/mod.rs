//! The language server: what an editor shows while a record is being typed.
//!
//! `server` talks, `session` remembers what is open, with its offices and their weeks, `requests` puts answers into the
//! protocol's words; everything else is a pure function from a place in a text to an answer. Why no framework: `docs/decisions/0024-language-server.md`.

mod acknowledge;
mod actions;
mod braces;
mod client;
mod completion;
mod cursor;
mod declared_names;
mod definition;
mod document;
mod figures;
mod findings;
mod frames;
mod hover;
mod lenient;
mod office_file;
mod offices;
mod position;
mod registers;
mod requests;
mod server;
mod session;
mod shape;
mod symbols;
mod uri;

pub use server::{Ended, serve};

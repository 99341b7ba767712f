//! `zhoubao`: from what a command centre records each week to the official papers that it must send.
//!
//! Data flows one way: `record` → `check` → `metrics` → `compose` → `document` → `word`, `pdf` → `archive`.
//! See `docs/architecture.md`.

#![forbid(unsafe_code)]

pub mod diagnostic;
pub mod document;
pub mod layout;
pub mod source;
pub mod word;

//! `zhoubao`: from what a command centre records each week to the official papers that it must send.
//!
//! Data flows one way: `yaml` → `record` → `check` → `metrics` → `compose` → `document` → `word`, `pdf` → `archive`.
//! See `docs/architecture.md`.

#![forbid(unsafe_code)]

pub mod archive;
pub mod chart;
pub mod check;
pub mod cli;
pub mod compose;
pub mod diagnostic;
pub mod disk;
pub mod document;
pub mod editor;
pub mod layout;
pub mod metrics;
pub mod pdf;
pub mod press;
pub mod record;
pub mod report;
pub mod schema;
pub mod sheet;
pub mod source;
pub mod word;
pub mod workspace;
pub mod yaml;

//! The program as its users run it: whole outputs, exit codes, and what lies in the output folder afterwards.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod archive;
mod build;
mod cases;
mod changes;
mod compared;
mod comparing;
mod counts;
mod damage;
mod explain;
mod fixing;
mod formats;
mod inspections;
mod items;
mod ledger_examples;
mod ledger_names;
mod ledger_sums;
mod ledgers;
mod ledgers_empty;
mod ledgers_typical;
mod ledgers_unprinted;
mod limits;
mod messages;
mod numbers;
mod offices;
mod packages;
mod pages;
mod periods;
mod program;
mod public;
mod reading;
mod record_figures;
mod registers;
mod reminders;
mod seals;
mod sections;
mod shards;
mod sheets;
mod templates;
mod termination;
mod title_lines;
mod word_fonts;
mod wording;

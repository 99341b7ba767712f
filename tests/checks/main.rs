//! Every rule finds its slip, at its place, and leaves alone what only looks like one.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod cadence;
mod case;
mod case_sums;
mod changes;
mod complaints;
mod deadlines;
mod events;
mod fixture;
mod fixture_tests;
mod issues;
mod notices;
mod numbers;
mod office;
mod overlaps;
mod own;
mod own_codes;
mod own_dates;
mod own_figures;
mod paper_kinds;
mod papers;
mod persons;
mod registered;
mod returns;
mod sections;
mod standing;
mod sums;
mod text_dates;
mod text_marks;
mod text_privacy;
mod text_words;
mod weeks;

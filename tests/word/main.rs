//! The Word writer: what stands in its files, and what other programs make of them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where it fails")]

mod file;
mod judges;
mod papers;
mod samples;
mod support;

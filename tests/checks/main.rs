//! Every rule finds its slip, at its place, and leaves alone what only looks like one.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod deadlines;
mod desk;
mod desk_tests;
mod events;
mod issues;
mod notices;
mod numbers;
mod registered;
mod weeks;

//! How far a template may run: its loops, lists in brackets, components and growing texts are counted while it is
//! filled, because the engine itself knows no bounds and a loop that prints nothing fills no buffer.
//!
//! Before the engine reads a template, a call of a counting function is put behind every tag that begins a loop or a
//! component; what expressions go through and make is counted by [`expression`](super::expression). What is printed is bounded by itself.

mod calls;
mod functions;
mod output;
mod spending;

pub(super) use calls::calls;
pub(super) use functions::{TURN, escape, register};
pub(super) use output::{Output, too_long};
pub(super) use spending::{LONGEST_TEXT, begin, endless, is_spent, spend, spend_on_text};

//! Which of the things that a week records a paper is about.

/// What a paper is about, as its template sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The week as a whole.
    Week,
    /// The notice at that place in the week's list, counted from 0.
    Notice(usize),
    /// The unit at that place among those that have not reported, counted from 0.
    Unit(usize),
    /// The item at that place of a ledger, both counted from 0, the ledger among the office's.
    Item { ledger: usize, at: usize },
}

//! What of persons was masked in a paper that is published.

use super::origin::Place;

/// What was masked, and where it was written; what it was, nobody is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// 姓名, 号码, …
    pub kind: &'static str,
    /// `None` where it cannot be told.
    pub place: Option<Place>,
    /// How many times.
    pub count: usize,
}

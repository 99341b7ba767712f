//! How many findings of one file are shown one by one, and which.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::diagnostic::Diagnostic;

/// Keeps a file that is wrong all over from hiding what is wrong elsewhere.
pub(super) struct Limit {
    most: usize,
    /// How many findings of each file were shown.
    shown: HashMap<String, usize>,
}

impl Limit {
    pub(super) fn new(most: usize) -> Self {
        Self { most, shown: HashMap::new() }
    }

    /// The heaviest of `findings`, all of which are about one file or about none, in their order: all of them, or as
    /// many as may still be shown of that file.
    pub(super) fn heaviest<'a>(&mut self, findings: &'a [Diagnostic]) -> Vec<&'a Diagnostic> {
        let Some(file) = findings.first().and_then(file_of) else { return findings.iter().collect() };
        let shown = self.shown.entry(file.to_owned()).or_default();
        let room = (self.most - *shown).min(findings.len());
        *shown += room;
        let mut by_weight: Vec<usize> = (0..findings.len()).collect();
        by_weight.sort_by_key(|at| Reverse((findings[*at].acknowledged.is_none(), findings[*at].severity)));
        by_weight.truncate(room);
        by_weight.sort_unstable();
        by_weight.into_iter().map(|at| &findings[at]).collect()
    }
}

/// The file that a finding points at.
pub(super) fn file_of(finding: &Diagnostic) -> Option<&str> {
    finding.primary.as_ref().map(|label| label.span.source().name())
}

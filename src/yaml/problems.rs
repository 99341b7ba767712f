//! The sink for what is wrong with the data: nothing stops at the first problem.

use std::any::Any;
use std::sync::Arc;

use super::further::Further;
use crate::diagnostic::{Diagnostic, add_new};

/// Collects findings in the order in which they were met.
#[derive(Debug, Default)]
pub struct Problems {
    found: Vec<Diagnostic>,
    /// What is known besides the file while it is being read.
    further: Option<Arc<dyn Further>>,
}

impl Problems {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// From here on records may have further keys.
    pub fn know(&mut self, further: Arc<dyn Further>) {
        self.further = Some(further);
    }

    /// What is known besides the file.
    #[must_use]
    pub fn further(&self) -> Option<&Arc<dyn Further>> {
        self.further.as_ref()
    }

    /// What is known besides the file, as what it is.
    #[must_use]
    pub fn known<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let known: Arc<dyn Any + Send + Sync> = Arc::clone(self.further.as_ref()?) as _;
        known.downcast().ok()
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds those of `more` that are not there yet.
    pub fn extend_by_new(&mut self, more: Self) {
        add_new(&mut self.found, more.found);
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many of them hold up the papers.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.found.iter().filter(|problem| problem.holds_up()).count()
    }

    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.found
    }
}

impl Extend<Diagnostic> for Problems {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, more: I) {
        self.found.extend(more);
    }
}

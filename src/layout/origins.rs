//! Where a galley's text comes from: each glyph has the number of an origin that the galley keeps once.

use std::sync::Arc;

use crate::document::Origin;

/// The place of an origin in its galley's list of origins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct OriginId(u32);

/// The origins of a galley's text, in the order in which it was measured. One may be there more than once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Origins(Vec<Arc<Origin>>);

impl Origins {
    /// Takes an origin in, unless it is the one that came last.
    pub fn add(&mut self, origin: &Arc<Origin>) -> OriginId {
        if self.0.last().is_none_or(|last| !Arc::ptr_eq(last, origin)) {
            self.0.push(Arc::clone(origin));
        }
        OriginId(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    #[must_use]
    pub fn get(&self, id: OriginId) -> Option<&Arc<Origin>> {
        self.0.get(usize::try_from(id.0).ok()?)
    }
}

//! Keys that offices have for persons besides those that everybody has.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};

use super::whose::Whose;

static KEPT: RwLock<BTreeMap<String, Whose>> = RwLock::new(BTreeMap::new());

/// Whether there are any: most offices have none, and every key of every record is asked about.
static ARE_KEPT: AtomicBool = AtomicBool::new(false);

/// From here on, what stands behind `key` is a person's.
pub fn keep_key(key: &str, whose: Whose) {
    KEPT.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), whose);
    ARE_KEPT.store(true, Ordering::Release);
}

/// What stands behind `key`, where an office has such a key.
pub(super) fn kept_key(key: &str) -> Option<Whose> {
    if !ARE_KEPT.load(Ordering::Acquire) {
        return None;
    }
    KEPT.read().unwrap_or_else(PoisonError::into_inner).get(key).copied()
}

/// Those behind which names and the like stand, which have no form by which they could be known.
pub(super) fn kept_keys() -> Vec<String> {
    let kept = KEPT.read().unwrap_or_else(PoisonError::into_inner);
    kept.iter().filter(|(_, whose)| **whose != Whose::Number).map(|(key, _)| key.clone()).collect()
}

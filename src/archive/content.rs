//! What a paper says and shows, as a hash: where it is the same, and fonts and layout are, so are the paper's bytes.

use super::hash::{Hash, Short};
use crate::document::Document;

/// Where a text comes from does not count.
pub(super) fn content(document: &Document) -> Short {
    // The model has no map with other keys than texts, which is all that could fail.
    let text = serde_json::to_vec(document).unwrap_or_default();
    Hash::of(&text).short()
}

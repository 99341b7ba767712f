//! Fields in braces, by which prose names another field of its record: {被投诉}.

use std::ops::Range;

use super::lenient::{Leaf, Step};

/// The field in braces around `offset`, and where it stands with its braces.
pub(super) fn field(leaf: &Leaf, text: &str, offset: usize) -> Option<(String, Range<usize>)> {
    let prose = text.get(leaf.range.clone())?;
    let at = offset.checked_sub(leaf.range.start)?;
    let open = prose.get(..at)?.rfind('{').or_else(|| prose.get(at..)?.starts_with('{').then_some(at))?;
    let inner = prose.get(open + 1..)?.split(['}', '{', '\n', '\r']).next()?;
    let end = open + 1 + inner.len();
    (prose.get(end..)?.starts_with('}') && at <= end)
        .then(|| (inner.to_owned(), leaf.range.start + open..leaf.range.start + end + 1))
}

/// The way to the field of the record in which `leaf` is prose.
pub(super) fn field_path(field: &str, leaf: &Leaf) -> Option<Vec<Step>> {
    let (_, record) = leaf.path.split_last()?;
    Some([record, &[Step::Key(field.to_owned())]].concat())
}

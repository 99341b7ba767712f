//! Kinds of papers that are asked for.

use std::collections::BTreeSet;

use crate::record::find::OfficeFolder;
use crate::workspace::{kinds, open};
use crate::yaml::Problems;

/// A kind of papers that was asked for and that no office makes.
pub(super) struct UnknownKind<'a> {
    pub(super) asked: &'a str,
    pub(super) known: BTreeSet<String>,
}

/// `None` too where an office could not be read: it may be the one that makes them.
pub(super) fn unknown_kind<'a>(asked: &'a [String], folders: &[OfficeFolder]) -> Option<UnknownKind<'a>> {
    if asked.is_empty() {
        return None;
    }
    let mut known = BTreeSet::new();
    for folder in folders {
        let office = open(folder, &mut Problems::new())?;
        for generation in office.generations() {
            known.extend(kinds(&generation.office).into_iter().map(|kind| kind.name));
        }
    }
    let unknown = asked.iter().find(|kind| !known.is_empty() && !known.contains(*kind))?;
    Some(UnknownKind { asked: unknown, known })
}

//! Fixing: what findings know how to change is changed in their file, of which a backup is kept.
//!
//! All but the changed characters stays as it is, byte for byte. A file is written only where it still is what was
//! read, whole or not at all.

mod backup;
mod draft;
mod edits;
mod places;
mod refusal;
mod replace;

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::record::bytes::MOST_BYTES;

pub use draft::Draft;
pub use places::FixedPlaces;
pub(super) use refusal::{changed, failed, unread};
pub(super) use replace::rewrite;

/// One fix may let the reader come to the next slip; more than this in a row is no file that was typed.
const MOST_ROUNDS: usize = 200;

/// Makes those fixes of `findings` in the file `name` that are wanted, and those that reading it then asks for; none
/// where this run has fixed something before, and none after which the file could be read no longer.
///
/// `None` where nothing is wanted.
///
/// # Errors
/// The file is no longer what the findings are about.
pub fn fix(
    name: &str,
    findings: &[Diagnostic],
    fixed: &mut FixedPlaces,
    wanted: &mut impl FnMut(&Diagnostic) -> bool,
) -> Result<Option<Draft>, Diagnostic> {
    let chosen = chosen(findings, fixed, wanted);
    let Some(label) = chosen.first().and_then(|finding| finding.primary.as_ref()) else { return Ok(None) };
    let before = label.span.source();
    let bytes = disk::bytes(Path::new(name), MOST_BYTES).map_err(|error| unread(name, &error))?;
    let mut draft = Draft::new(name, bytes, before);
    if draft.text().is_none_or(|text| text.text() != before.text()) {
        return Err(changed(name));
    }
    draft.make(&chosen, fixed);
    for _ in 0..MOST_ROUNDS {
        let found = draft.misread();
        let chosen = self::chosen(&found, fixed, wanted);
        if chosen.is_empty() || !draft.make(&chosen, fixed) {
            break;
        }
    }
    Ok(Some(draft).filter(Draft::is_changed))
}

/// Those findings that a program can fix and whose fix is wanted.
fn chosen<'a>(
    findings: &'a [Diagnostic],
    fixed: &FixedPlaces,
    wanted: &mut impl FnMut(&Diagnostic) -> bool,
) -> Vec<&'a Diagnostic> {
    findings.iter().filter(|finding| is_fixable(finding, fixed) && wanted(finding)).collect()
}

/// Whether a program can fix it, has not fixed anything there before, and nobody wants it to stand.
fn is_fixable(finding: &Diagnostic, fixed: &FixedPlaces) -> bool {
    let Some(fix) = &finding.fix else { return false };
    finding.acknowledged.is_none() && !fix.edits.iter().any(|edit| fixed.touch(&edit.place.range()))
}

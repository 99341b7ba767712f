//! Papers that were sent and then corrected: each stays beside the one that took its place.

use std::path::Path;

use super::output::{OnDisk, OutputFolder, write_finding};
use crate::archive::MOST_PAPER_BYTES;
use crate::archive::manifest::{Entry, Manifest, Seal, former_path, kept_path};
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::press::hash::Hash;
use crate::record::find::display;
use crate::workspace::write::{self, WriteError};
use crate::yaml::bytes::unreadable;

/// Copies a paper that was sent and may be replaced now, and adds the copy to the manifest.
///
/// # Errors
/// Where the disk does not take the copy: then the paper may not be replaced.
pub(super) fn keep(
    output: &OutputFolder,
    lines: &mut Manifest,
    (path, entry): (&str, &Entry),
) -> Result<(), Diagnostic> {
    if entry.seal != Seal::TakenOff || output.order.only_explain || output.on_disk(path, entry) != OnDisk::Right {
        return Ok(());
    }
    let (file, kept) = (output.folder.join(path), kept_path(path, entry));
    let bytes = read(&file)?;
    if Hash::of_bytes(&bytes) == entry.hash {
        write::whole(&output.folder.join(&kept), &bytes).map_err(|error| write_finding(&error))?;
        lines.sent.insert(kept, entry.clone());
    }
    Ok(())
}

/// Moves a paper that was sent and that no record gives any more to where such papers are kept.
///
/// # Errors
/// Where it cannot be moved.
pub(super) fn put_aside(
    output: &OutputFolder,
    lines: &mut Manifest,
    (path, entry): (&str, &Entry),
) -> Result<(), Diagnostic> {
    let (file, kept) = (output.folder.join(path), kept_path(path, entry));
    let entry = Entry { seal: Seal::TakenOff, ..entry.clone() };
    if !output.order.only_explain {
        std::fs::rename(&file, output.folder.join(&kept))
            .map_err(|error| write_finding(&WriteError { path: file.clone(), error }))?;
    }
    lines.sent.insert(kept, entry);
    Ok(())
}

/// Takes those copies out of the manifest whose papers are the same again, and returns them: they may be removed once the
/// manifest is written.
pub(super) fn settle(lines: &mut Manifest) -> Vec<String> {
    let mut same = Vec::new();
    for (kept, sent) in &lines.sent {
        let Some(path) = former_path(kept) else { continue };
        let Some(entry) = lines.papers.get_mut(&path).filter(|entry| entry.hash == sent.hash) else { continue };
        if entry.seal == Seal::None {
            entry.seal = Seal::TakenOff;
        }
        same.push(kept.clone());
    }
    lines.sent.retain(|kept, _| !same.contains(kept));
    same
}

fn read(file: &Path) -> Result<Vec<u8>, Diagnostic> {
    disk::bytes(file, MOST_PAPER_BYTES).map_err(|error| unreadable(&format!("读不出「{}」", display(file)), &error))
}

//! A paper's file as it lies in the output folder: packed only where it is the one that the manifest names, made from the
//! records that are packed with it.

use std::path::Path;

use super::item::Item;
use crate::archive::MOST_PAPER_BYTES;
use crate::archive::manifest::{Entry, Inputs, Manifest};
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::press::hash::Hash;
use crate::record::find::display;
use crate::workspace::findings;

/// The bytes of an item's file below the office's output folder `own`, whose manifest is `known`.
///
/// # Errors
/// Where they are not what is to be handed over.
pub(super) fn file(own: &Path, known: &Manifest, item: &Item) -> Result<Vec<u8>, Diagnostic> {
    let path = own.join(item.place());
    let Ok(found) = path.symlink_metadata() else { return Err(unpacked(&path, "还没有做", MAKE)) };
    if !found.is_file() {
        return Err(unpacked(&path, "是链接，或者不是普通文件", "换成文件本身，再做归档包"));
    }
    let Some(entry) = known.papers.get(&item.place()) else { return Err(unpacked(&path, "清单里没有", MAKE)) };
    if !item.inputs.as_ref().is_some_and(|now| is_made_from(entry, now)) {
        return Err(unpacked(&path, "不是照现在的记录、office.yaml 和模板做的", MAKE));
    }
    match disk::bytes(&path, MOST_PAPER_BYTES) {
        Ok(bytes) if bytes.len() as u64 == entry.size && Hash::of_bytes(&bytes) == entry.hash => Ok(bytes),
        Ok(_) => Err(unpacked(&path, "与清单不符，损坏了或者被改动过", MAKE)),
        Err(_) => Err(unpacked(&path, "读不出", "核对有没有读取的权限，再做归档包")),
    }
}

/// The bytes of a file that was sent and corrected since.
///
/// # Errors
/// Where it is no longer the one that was sent.
pub(super) fn sent(path: &Path, entry: &Entry) -> Result<Vec<u8>, Diagnostic> {
    match disk::bytes(path, MOST_PAPER_BYTES) {
        Ok(bytes) if bytes.len() as u64 == entry.size && Hash::of_bytes(&bytes) == entry.hash => Ok(bytes),
        _ => Err(unpacked(path, "是发出以后更正过的原件，不见了或者损坏了", "从备份取回，再做归档包")),
    }
}

const MAKE: &str = "不带 --format 和 --kind，把整个指挥中心的文书做一遍，再做归档包";

/// Whether a paper was made from these records, and by this office and template. A sealed one stays as it was sent,
/// whatever office and template have become since.
fn is_made_from(entry: &Entry, now: &Inputs) -> bool {
    let was = &entry.inputs;
    let same_template = was.template == now.template && was.template_hash == now.template_hash;
    was.records == now.records && (entry.is_sealed() || was.office == now.office && same_template)
}

fn unpacked(path: &Path, what: &str, help: &str) -> Diagnostic {
    findings::PACKAGE_PAPER.finding(format!("「{}」{what}，归档包没有做", display(path))).help(help)
}

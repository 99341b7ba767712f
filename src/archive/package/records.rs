//! What the papers were made from, as it lies in the office's folder.

use std::path::{Component, Path};

use super::bag::Bag;
use super::gather::Gathered;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::press::hash::Hash;
use crate::record::bytes::{MOST_BYTES, decode};
use crate::record::find::{OFFICE_FILE, OfficeFolder, TEMPLATES, display};
use crate::yaml::rules::FILE_UNREADABLE;

/// Adds the office's file, its weeks, templates and pictures, each at its place in the office's folder.
pub(super) fn add(bag: &mut Bag, folder: &OfficeFolder, gathered: &Gathered) -> Result<(), Diagnostic> {
    let records = &gathered.records;
    let templates = records.templates.iter().map(|file| folder.path.join(TEMPLATES).join(file));
    let pictures = records.pictures.iter().map(|picture| folder.path.join(picture));
    let weeks = records.weeks.keys().cloned();
    for path in std::iter::once(folder.path.join(OFFICE_FILE)).chain(weeks).chain(templates).chain(pictures) {
        let place = within(&folder.path, &path).ok_or_else(|| unpacked(&path, "不在指挥中心的文件夹里"))?;
        let bytes = disk::bytes(&path, MOST_BYTES).map_err(|error| unpacked(&path, &format!("读不出：{error}")))?;
        if records.weeks.get(&path).is_some_and(|hash| !is_text_of(&bytes, *hash)) {
            return Err(unpacked(&path, "在打包的时候被改动了"));
        }
        bag.add(&format!("records/{place}"), bytes);
    }
    Ok(())
}

/// Whether the bytes are those of a record whose text has that hash.
fn is_text_of(bytes: &[u8], hash: Hash) -> bool {
    decode("", bytes).is_ok_and(|source| Hash::of_text(source.text()) == hash)
}

/// A record that keeps the package from being made.
fn unpacked(path: &Path, what: &str) -> Diagnostic {
    let message = format!("「{}」{what}，归档包没有做", display(path));
    FILE_UNREADABLE.finding(message).help("把它放在指挥中心的文件夹里，核对权限，再做一次")
}

/// Where a file lies in the office's folder, with `/` between; `None` outside of it.
fn within(folder: &Path, path: &Path) -> Option<String> {
    let relative = if let Ok(relative) = path.strip_prefix(folder) {
        relative.to_path_buf()
    } else {
        // The folder and the week may have been named each in its own way.
        let parent = path.parent()?.canonicalize().ok()?;
        parent.strip_prefix(folder.canonicalize().ok()?).ok()?.join(path.file_name()?)
    };
    let mut parts = Vec::new();
    for component in relative.components() {
        match component {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir => {}
            _ => return None,
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_offices_folder_has_a_place_in_the_bag() {
        let folder = Path::new("data/panlong");
        let inside = within(folder, Path::new("data/panlong/./2021/第 1 周.yaml"));
        assert_eq!(inside.as_deref(), Some("2021/第 1 周.yaml"));
        for outside in ["data/panlong/../yunling/office.yaml", "data/panlong", "/etc/hosts", "data/office.yaml"] {
            assert_eq!(within(folder, Path::new(outside)), None, "{outside}");
        }
    }
}

//! What a file is to the office that it belongs to.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::record::find::{OFFICE_FILE, TEMPLATES, owner};

/// A file of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OfficeFile {
    /// The office's.
    pub(super) folder: PathBuf,
    pub(super) kind: FileKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Office,
    Week,
    Template,
}

impl OfficeFile {
    /// `None` where the file is none of an office's.
    pub(super) fn find(path: &Path) -> Option<Self> {
        let folder = owner(path)?;
        let below = path.strip_prefix(&folder).ok()?;
        let kind = if below == Path::new(OFFICE_FILE) {
            FileKind::Office
        } else if ends_in(path, "md") && below.parent() == Some(Path::new(TEMPLATES)) {
            FileKind::Template
        } else if (ends_in(path, "yaml") || ends_in(path, "yml"))
            && below.iter().all(|name| name != OsStr::new(TEMPLATES))
        {
            FileKind::Week
        } else {
            return None;
        };
        Some(Self { folder, kind })
    }
}

fn ends_in(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension))
}

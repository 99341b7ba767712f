//! Folders: what lies in them, and that it lies there for good.

use std::fs::{DirEntry, File, read_dir};
use std::io;
use std::path::Path;

use super::error::ReadError;

/// What lies in a folder, by name; `None` only where nothing at all lies at its path.
///
/// # Errors
/// Where something lies there and cannot be read as a folder: a file, a link that leads nowhere, a folder that may not be
/// opened.
pub fn entries(folder: &Path) -> Result<Option<Vec<DirEntry>>, ReadError> {
    let found = read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<DirEntry>>>);
    match found.map_err(|error| ReadError::from_system(folder, error)) {
        Ok(mut entries) => {
            entries.sort_by_key(DirEntry::file_name);
            Ok(Some(entries))
        }
        Err(ReadError::Missing) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Opens a folder itself, to lock it.
///
/// # Errors
/// Where it is none or cannot be opened.
pub fn open_folder(folder: &Path) -> io::Result<File> {
    if !folder.metadata()?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    File::open(folder)
}

/// Sees to it that a power cut does not undo what was moved into a folder. Only Unix has to be asked for that, and where
/// a file system does not know it, nothing more can be done.
pub fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(open) = open_folder(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
    {
        let _ = open.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_that_is_not_there_has_nothing_in_it() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("templates");
        assert!(entries(&folder).unwrap().is_none());
        std::fs::write(&folder, "x").unwrap();
        assert!(matches!(entries(&folder), Err(ReadError::NoFolder)) || cfg!(windows));
        let names: Vec<_> = entries(room.path()).unwrap().unwrap().iter().map(DirEntry::file_name).collect();
        assert_eq!(names, ["templates"]);
        sync_folder(room.path());
        sync_folder(&folder);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_no_missing_folder() {
        let room = tempfile::tempdir().unwrap();
        let link = room.path().join("templates");
        std::os::unix::fs::symlink("none", &link).unwrap();
        assert!(matches!(entries(&link), Err(ReadError::Link)));
    }
}

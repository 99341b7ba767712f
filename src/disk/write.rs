//! Files on the disk: whole or not at all.

use std::fmt;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{bytes, display};

/// A file or folder that could not be written, and what the system said.
#[derive(Debug)]
pub struct WriteError {
    pub path: PathBuf,
    pub error: io::Error,
}

impl WriteError {
    /// What the writer can do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self.error.kind() {
            io::ErrorKind::PermissionDenied => "文件若正在 Word 或 WPS 里打开，先关掉它；否则请核对有没有写入的权限",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                "磁盘满了或超出了限额：腾出空间，再做一次"
            }
            io::ErrorKind::ReadOnlyFilesystem => "这个磁盘是只读的：用 --out 换一个文件夹",
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists | io::ErrorKind::IsADirectory => {
                "那里已有同名的文件或文件夹：移走它，或用 --out 换一个文件夹"
            }
            _ => "请核对磁盘和路径，再做一次；原有的文件没有动",
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "写不了「{}」", display(&self.path))
    }
}

/// Whether nothing on the way from `root` to `folder` leads elsewhere.
///
/// # Errors
/// The link that does.
pub fn no_link(root: &Path, folder: &Path) -> Result<(), WriteError> {
    for path in folder.ancestors().take_while(|path| *path != root) {
        if path.symlink_metadata().is_ok_and(|found| found.is_symlink()) {
            return Err(WriteError { path: path.to_path_buf(), error: io::ErrorKind::NotADirectory.into() });
        }
    }
    Ok(())
}

/// Removes what runs that were killed have left half-written, at `folder` and one level below.
pub fn remove_leftovers(folder: &Path) {
    remove_leftovers_in(folder);
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_leftovers_in(&entry.path());
        }
    }
}

fn remove_leftovers_in(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_leftover(&entry.path()) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Whether a file is one that was not whole yet when its run was killed, or a lock that a former version has left.
#[must_use]
pub fn is_leftover(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.starts_with(PREFIX) && (name.ends_with(SUFFIX) || name.ends_with(LOCK))
}

/// Names of files that are not whole yet.
const PREFIX: &str = ".zhoubao-";
const SUFFIX: &str = ".tmp";
const LOCK: &str = ".lock";

/// Whether the file already holds just these bytes.
#[must_use]
pub fn is_right(path: &Path, wanted: &[u8]) -> bool {
    let same_size = path.symlink_metadata().is_ok_and(|found| found.is_file() && found.len() == wanted.len() as u64);
    same_size && bytes(path, wanted.len() as u64).is_ok_and(|found| found == wanted)
}

/// Writes the file beside its place and moves it there, so that the old file stays until the new one is whole. That it was
/// moved is safe from a power cut once the folder is synchronised, which whoever writes many files does once for all.
pub fn whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    put_or_say_why(path, bytes).map_err(|error| WriteError { path: path.to_path_buf(), error })
}

fn put_or_say_why(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_data()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_moved_into_place_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let occupied = folder.path().join("weekly.pdf");
        std::fs::create_dir(&occupied).unwrap();
        std::fs::write(occupied.join("x"), "x").unwrap();
        assert!(whole(&occupied, b"new").is_err());
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["weekly.pdf"]);
    }
}

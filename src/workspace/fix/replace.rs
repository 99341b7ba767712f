//! A record's new text in the place of the old one: whole or not at all, and in all else as the file was.

use std::fs::{File, Metadata, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::refusal::{self, changed, failed, read_only, unread};
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::record::bytes::MOST_BYTES;

/// Gives the file that the user knows as `name` a new text in the place of `was`, without a backup.
///
/// # Errors
/// The file cannot be written, or was changed since it was read; then it is as it was.
pub(in crate::workspace) fn rewrite(name: &str, path: &Path, was: &[u8], now: &[u8]) -> Result<(), Diagnostic> {
    let (target, _) = target(name, path)?;
    replace(name, &target, was, now)
}

/// What is written where `path` is: a link stays one, and what it leads to is written. With its permissions.
///
/// # Errors
/// Where it is not there or may not be written.
pub(super) fn target(name: &str, path: &Path) -> Result<(PathBuf, Permissions), Diagnostic> {
    let target = path.canonicalize().map_err(|error| failed(name, &error))?;
    let permissions = target.metadata().map_err(|error| failed(name, &error))?.permissions();
    if permissions.readonly() {
        return Err(read_only(name));
    }
    Ok((target, permissions))
}

/// Replaces the file at `path`, which the user knows as `name`, if it still holds `was`.
///
/// The new file is built beside it and moved in. From the start nobody may read it who may not read the old one; it gets
/// that one's owner, group, permissions and extended attributes.
///
/// # Errors
/// The file stays as it is where it was changed meanwhile, where it has a second name (a hard link, which would go on
/// holding the old text) or where what it has cannot be given to the new one.
pub(super) fn replace(name: &str, path: &Path, was: &[u8], now: &[u8]) -> Result<(), Diagnostic> {
    let io_failed = |error: io::Error| failed(name, &error);
    let found = path.metadata().map_err(io_failed)?;
    if system::names(&found) > 1 {
        return Err(refusal::has_other_names(name, system::names(&found)));
    }
    let mut file = beside(path).map_err(io_failed)?;
    file.write_all(now).map_err(io_failed)?;
    make_alike(file.as_file(), path, &found).map_err(|error| refusal::unlike(name, &error))?;
    file.as_file().sync_all().map_err(io_failed)?;
    match disk::bytes(path, MOST_BYTES) {
        Ok(found) if found == was => {}
        Ok(_) => return Err(changed(name)),
        Err(error) => return Err(unread(name, &error)),
    }
    file.persist(path).map_err(|error| io_failed(error.error))?;
    disk::sync_folder(path.parent().unwrap_or(Path::new(".")));
    Ok(())
}

/// A new file beside the one at `path`, which nobody but this user may read as yet.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    tempfile::Builder::new().prefix(".zhoubao-").suffix(".tmp").tempfile_in(folder)
}

/// Gives a new file what the one at `path` has besides its text; permissions come last, since they let others in.
fn make_alike(file: &File, path: &Path, found: &Metadata) -> io::Result<()> {
    system::give_owner(file, found)?;
    system::copy_attributes(path, file)?;
    file.set_permissions(found.permissions())
}

#[cfg(unix)]
mod system {
    use std::fs::{File, Metadata};
    use std::io;
    use std::os::unix::fs::{MetadataExt as _, fchown};

    #[cfg(any(target_os = "linux", target_os = "macos"))]
    pub(super) use attributes::copy_attributes;

    /// How many names the file has.
    pub(super) fn names(found: &Metadata) -> u64 {
        found.nlink()
    }

    /// Gives the file the owner and the group of the other, where they differ.
    pub(super) fn give_owner(file: &File, wanted: &Metadata) -> io::Result<()> {
        let has = file.metadata()?;
        let owner = Some(wanted.uid()).filter(|owner| *owner != has.uid());
        let group = Some(wanted.gid()).filter(|group| *group != has.gid());
        if owner.is_some() || group.is_some() { fchown(file, owner, group) } else { Ok(()) }
    }

    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    pub(super) fn copy_attributes(_: &std::path::Path, _: &File) -> io::Result<()> {
        Ok(())
    }

    /// Extended attributes: labels, access lists, and what other programs keep with a file.
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    mod attributes {
        use std::ffi::CStr;
        use std::fs::File;
        use std::io;
        use std::path::Path;

        use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fsetxattr};
        use rustix::io::Errno;

        use crate::disk;

        /// What a file system answers that has none.
        const NONE: [Errno; 2] = [Errno::NOTSUP, Errno::NOSYS];

        /// Sets those attributes of the file at `path` that `to` does not have already.
        pub(in super::super) fn copy_attributes(path: &Path, to: &File) -> io::Result<()> {
            let from = disk::open(path).map_err(|error| io::Error::other(error.to_string()))?;
            let names = match whole(|buffer| flistxattr(&from, buffer)) {
                Err(error) if NONE.contains(&error) => return Ok(()),
                names => names?,
            };
            for name in names.split_inclusive(|byte| *byte == 0) {
                let Ok(name) = CStr::from_bytes_with_nul(name) else { continue };
                let value = whole(|buffer| fgetxattr(&from, name, buffer))?;
                let is_there = whole(|buffer| fgetxattr(to, name, buffer)).is_ok_and(|there| there == value);
                if !is_there {
                    fsetxattr(to, name, &value, XattrFlags::empty())?;
                }
            }
            Ok(())
        }

        /// Linux has no longer value and no longer list of names (`XATTR_SIZE_MAX`, `XATTR_LIST_MAX`); elsewhere a longer
        /// one is an error.
        const MOST_BYTES: usize = 65_536;

        /// All that a call has to say.
        fn whole(call: impl FnOnce(&mut [u8]) -> Result<usize, Errno>) -> Result<Vec<u8>, Errno> {
            let mut bytes = vec![0; MOST_BYTES];
            let length = call(&mut bytes)?;
            bytes.truncate(length);
            Ok(bytes)
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::{File, Metadata};
    use std::io;
    use std::path::Path;

    /// Windows says nothing of it.
    pub(super) fn names(_: &Metadata) -> u64 {
        1
    }

    pub(super) fn give_owner(_: &File, _: &Metadata) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn copy_attributes(_: &Path, _: &File) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_was_changed_meanwhile_stays_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("周.yaml");
        fs::write(&path, "编辑器里又改过").unwrap();
        let refused = replace("周.yaml", &path, "读到的".as_bytes(), "改好的".as_bytes()).unwrap_err();
        assert!(refused.message.contains("又被改动过"), "{}", refused.message);
        assert_eq!(fs::read_to_string(&path).unwrap(), "编辑器里又改过");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn from_the_start_nobody_reads_the_new_file_who_may_not_read_the_old_one() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("周.yaml");
        fs::write(&path, "甲").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let new = beside(&path).unwrap();
        assert_eq!(new.as_file().metadata().unwrap().permissions().mode() & 0o177, 0);
        drop(new);
        replace("周.yaml", &path, "甲".as_bytes(), "乙".as_bytes()).unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

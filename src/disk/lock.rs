//! One run at a time in a folder.

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Held as long as it lives; the system takes it back from a run that was killed.
#[derive(Debug)]
pub struct Lock {
    /// `None` where the file system knows no locks.
    held: Option<File>,
}

const PAUSE: Duration = Duration::from_millis(50);

impl Lock {
    /// Waits until the folder is free; `waiting` is called once where it is not, `stopped` says whether to give up.
    /// Where the file system knows no locks, goes on without one.
    ///
    /// # Errors
    /// Where the folder cannot be opened. `None` where the wait was given up.
    pub fn take(folder: &Path, waiting: impl FnOnce(), stopped: impl Fn() -> bool) -> io::Result<Option<Self>> {
        let mut not_yet_said = Some(waiting);
        loop {
            match system::attempt(folder)? {
                Attempt::Held(lock) => return Ok(Some(lock)),
                Attempt::Gone => continue,
                Attempt::Busy => {}
            }
            if let Some(waiting) = not_yet_said.take() {
                waiting();
            }
            if stopped() {
                return Ok(None);
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Whether the folder really is locked, and not only as good as its file system allows.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }
}

enum Attempt {
    Held(Lock),
    Busy,
    /// What was locked lies there no more: its last holder has removed it.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows locks a file, which no holder removes while it is held"))]
    Gone,
}

#[cfg(not(windows))]
mod system {
    use super::{Attempt, File, Lock, Path, io};
    use crate::disk::open_folder;
    use std::fs::TryLockError;
    use std::os::unix::fs::MetadataExt as _;

    /// Locks the folder itself, so that nothing is left in it.
    pub(super) fn attempt(folder: &Path) -> io::Result<Attempt> {
        let file = open_folder(folder)?;
        Ok(match file.try_lock() {
            Ok(()) if is_there(&file, folder) => Attempt::Held(Lock { held: Some(file) }),
            Ok(()) => Attempt::Gone,
            Err(TryLockError::WouldBlock) => Attempt::Busy,
            Err(TryLockError::Error(_)) => Attempt::Held(Lock { held: None }),
        })
    }

    /// Whether the open file is still the one that lies there.
    fn is_there(file: &File, path: &Path) -> bool {
        let (Ok(here), Ok(there)) = (file.metadata(), path.metadata()) else { return false };
        (here.dev(), here.ino()) == (there.dev(), there.ino())
    }
}

#[cfg(windows)]
mod system {
    use super::{Attempt, File, Lock, Path, io};
    use std::os::windows::fs::OpenOptionsExt as _;

    /// `FILE_FLAG_DELETE_ON_CLOSE`
    const GONE_WHEN_CLOSED: u32 = 0x0400_0000;
    /// `ERROR_SHARING_VIOLATION`
    const IN_USE: i32 = 32;

    /// Windows cannot lock a folder: a hidden file in it stands for it, and goes when the run ends.
    pub(super) fn attempt(folder: &Path) -> io::Result<Attempt> {
        let mut options = File::options();
        options.write(true).create(true).share_mode(0).custom_flags(GONE_WHEN_CLOSED);
        match options.open(folder.join(".zhoubao.lock")) {
            Ok(file) => Ok(Attempt::Held(Lock { held: Some(file) })),
            Err(error) if error.raw_os_error() == Some(IN_USE) => Ok(Attempt::Busy),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(folder: &Path) -> Option<Lock> {
        Lock::take(folder, || {}, || true).unwrap()
    }

    #[test]
    fn only_one_holds_a_folder_and_nothing_is_left_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let first = attempt(folder.path()).unwrap();
        assert!(attempt(folder.path()).is_none());
        drop(first);
        assert!(attempt(folder.path()).is_some());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left");
    }

    #[test]
    fn a_folder_that_its_last_holder_has_removed_is_looked_for_again() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("panlong");
        std::fs::create_dir(&folder).unwrap();
        let holder = attempt(&folder).unwrap();
        std::thread::scope(|scope| {
            let wait = || {
                std::fs::remove_dir(&folder).unwrap();
                std::fs::create_dir(&folder).unwrap();
                drop(holder);
            };
            let second = scope.spawn(|| Lock::take(&folder, wait, || false).unwrap().unwrap());
            let held = second.join().unwrap();
            assert!(attempt(&folder).is_none(), "what lies there now is locked");
            drop(held);
        });
    }

    #[test]
    fn a_folder_that_is_not_there_cannot_be_locked() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Lock::take(&folder.path().join("none"), || {}, || true).is_err());
    }
}

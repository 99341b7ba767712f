//! One run at a time in an office's output folder.

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Held as long as it lives; the system takes it back from a run that was killed.
#[derive(Debug)]
pub struct Lock {
    _held: Option<File>,
}

/// How a run uses the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Nobody else at the same time.
    Alone,
    /// Others of the same kind too: shards, each with papers of its own.
    Shared,
}

const PAUSE: Duration = Duration::from_millis(50);

impl Lock {
    /// Waits until the folder is free; `waiting` is called once where it is not, `stopped` says whether to give up.
    /// Where the file system knows no locks, goes on without one.
    ///
    /// # Errors
    /// Where the folder cannot be opened. `None` where the wait was given up.
    pub fn take(
        folder: &Path,
        how: Use,
        waiting: impl FnOnce(),
        stopped: impl Fn() -> bool,
    ) -> io::Result<Option<Self>> {
        let mut waiting = Some(waiting);
        loop {
            match system::attempt(folder, how)? {
                Attempt::Held(held) => return Ok(Some(Self { _held: held })),
                Attempt::Busy => {}
            }
            if let Some(waiting) = waiting.take() {
                waiting();
            }
            if stopped() {
                return Ok(None);
            }
            std::thread::sleep(PAUSE);
        }
    }
}

enum Attempt {
    Held(Option<File>),
    Busy,
}

#[cfg(not(windows))]
mod system {
    use super::{Attempt, File, Path, Use, io};
    use std::fs::TryLockError;

    /// Locks the folder itself, so that nothing is left in it.
    pub(super) fn attempt(folder: &Path, how: Use) -> io::Result<Attempt> {
        let file = File::open(folder)?;
        let locked = match how {
            Use::Alone => file.try_lock(),
            Use::Shared => file.try_lock_shared(),
        };
        Ok(match locked {
            Ok(()) => Attempt::Held(Some(file)),
            Err(TryLockError::WouldBlock) => Attempt::Busy,
            Err(TryLockError::Error(_)) => Attempt::Held(None),
        })
    }
}

#[cfg(windows)]
mod system {
    use super::{Attempt, File, Path, Use, io};
    use std::os::windows::fs::OpenOptionsExt as _;

    /// `FILE_FLAG_DELETE_ON_CLOSE`
    const GONE_WHEN_CLOSED: u32 = 0x0400_0000;
    /// `ERROR_SHARING_VIOLATION`
    const IN_USE: i32 = 32;
    /// `FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE`
    const FOR_EVERYBODY: u32 = 7;

    /// Windows cannot lock a folder: a hidden file in it stands for it, and goes when the run ends.
    pub(super) fn attempt(folder: &Path, how: Use) -> io::Result<Attempt> {
        let mut options = File::options();
        options.write(true).create(true);
        match how {
            Use::Alone => options.share_mode(0).custom_flags(GONE_WHEN_CLOSED),
            Use::Shared => options.share_mode(FOR_EVERYBODY),
        };
        match options.open(folder.join(".zhoubao.lock")) {
            Ok(file) => Ok(Attempt::Held(Some(file))),
            Err(error) if error.raw_os_error() == Some(IN_USE) => Ok(Attempt::Busy),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(folder: &Path, how: Use) -> Option<Lock> {
        Lock::take(folder, how, || {}, || true).unwrap()
    }

    #[test]
    fn alone_means_alone_and_shards_share() {
        let folder = tempfile::tempdir().unwrap();
        let alone = attempt(folder.path(), Use::Alone).unwrap();
        assert!(attempt(folder.path(), Use::Alone).is_none());
        assert!(attempt(folder.path(), Use::Shared).is_none());
        drop(alone);
        let one = attempt(folder.path(), Use::Shared).unwrap();
        let two = attempt(folder.path(), Use::Shared).unwrap();
        assert!(attempt(folder.path(), Use::Alone).is_none());
        drop((one, two));
        assert!(attempt(folder.path(), Use::Alone).is_some());
    }

    #[test]
    fn a_folder_that_is_not_there_cannot_be_locked() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Lock::take(&folder.path().join("none"), Use::Alone, || {}, || true).is_err());
    }
}

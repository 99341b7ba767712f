//! One run at a time in an office's output folder.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::shard::Shard;
use crate::workspace::write::lock_file;

/// Held as long as it lives; the system takes it back from a run that was killed.
#[derive(Debug)]
pub struct Lock {
    held: Vec<File>,
    /// A file that stands for the lock and goes with it.
    token: Option<PathBuf>,
}

/// How a run uses the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Nobody else at the same time.
    Alone,
    /// Other shards too, each with papers of its own, but no other run of the same one.
    Shard(Shard),
}

/// The file that stands for a shard while a run makes it.
fn shard_file(folder: &Path, shard: Shard) -> PathBuf {
    lock_file(folder, &format!("{}-of-{}", shard.index(), shard.count()))
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
                Attempt::Held(lock) => return Ok(Some(lock)),
                Attempt::Gone => continue,
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

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(token) = &self.token {
            // One that stays is swept by the next run that has the folder for itself.
            let _ = std::fs::remove_file(token);
        }
    }
}

enum Attempt {
    Held(Lock),
    Busy,
    /// What was locked lies there no more: its last holder has removed it.
    Gone,
}

#[cfg(not(windows))]
mod system {
    use super::{Attempt, File, Lock, Path, Use, io, shard_file};
    use std::fs::TryLockError;
    use std::os::unix::fs::MetadataExt as _;

    /// Locks the folder itself, so that nothing is left in it; for a shard also a file of its own.
    pub(super) fn attempt(folder: &Path, how: Use) -> io::Result<Attempt> {
        let mut lock = Lock { held: Vec::new(), token: None };
        let whole = File::open(folder)?;
        let locked = match how {
            Use::Alone => whole.try_lock(),
            Use::Shard(_) => whole.try_lock_shared(),
        };
        if let Some(failed) = hold(&mut lock, &locked, whole, folder) {
            return Ok(failed);
        }
        let Use::Shard(shard) = how else { return Ok(Attempt::Held(lock)) };
        let path = shard_file(folder, shard);
        if path.symlink_metadata().is_ok_and(|found| !found.is_file()) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let token = File::options().write(true).create(true).truncate(false).open(&path)?;
        let locked = token.try_lock();
        if let Some(failed) = hold(&mut lock, &locked, token, &path) {
            return Ok(failed);
        }
        lock.token = Some(path);
        Ok(Attempt::Held(lock))
    }

    /// What came of it where the file at `path` is not held.
    fn hold(lock: &mut Lock, locked: &Result<(), TryLockError>, file: File, path: &Path) -> Option<Attempt> {
        match locked {
            Ok(()) if is_there(&file, path) => lock.held.push(file),
            Ok(()) => return Some(Attempt::Gone),
            Err(TryLockError::WouldBlock) => return Some(Attempt::Busy),
            Err(TryLockError::Error(_)) => {}
        }
        None
    }

    /// Whether the open file is still the one that lies there.
    fn is_there(file: &File, path: &Path) -> bool {
        let is_same =
            |here: std::fs::Metadata, there: std::fs::Metadata| (here.dev(), here.ino()) == (there.dev(), there.ino());
        file.metadata().is_ok_and(|here| path.metadata().is_ok_and(|there| is_same(here, there)))
    }
}

#[cfg(windows)]
mod system {
    use super::{Attempt, File, Lock, Path, Use, io, lock_file};
    use std::os::windows::fs::OpenOptionsExt as _;

    /// `FILE_FLAG_DELETE_ON_CLOSE`
    const GONE_WHEN_CLOSED: u32 = 0x0400_0000;
    /// `ERROR_SHARING_VIOLATION`
    const IN_USE: i32 = 32;
    /// `FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE`
    const FOR_EVERYBODY: u32 = 7;

    /// Windows cannot lock a folder: a hidden file in it stands for it, and goes when the run ends.
    pub(super) fn attempt(folder: &Path, how: Use) -> io::Result<Attempt> {
        let mut lock = Lock { held: Vec::new(), token: None };
        let whole = folder.join(".zhoubao.lock");
        let files = match how {
            Use::Alone => vec![(whole, true)],
            Use::Shard(shard) => vec![(whole, false), (shard_file(folder, shard), true)],
        };
        for (path, alone) in files {
            let mut options = File::options();
            options.write(true).create(true);
            if alone {
                options.share_mode(0).custom_flags(GONE_WHEN_CLOSED);
            } else {
                options.share_mode(FOR_EVERYBODY);
            }
            match options.open(path) {
                Ok(file) => lock.held.push(file),
                Err(error) if error.raw_os_error() == Some(IN_USE) => return Ok(Attempt::Busy),
                Err(error) => return Err(error),
            }
        }
        Ok(Attempt::Held(lock))
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
        let shard = |text: &str| Use::Shard(text.parse().unwrap());
        assert!(attempt(folder.path(), shard("1/2")).is_none());
        drop(alone);
        let one = attempt(folder.path(), shard("1/2")).unwrap();
        let two = attempt(folder.path(), shard("2/2")).unwrap();
        assert!(attempt(folder.path(), Use::Alone).is_none());
        assert!(attempt(folder.path(), shard("2/2")).is_none(), "another run makes the same shard");
        drop(two);
        assert!(attempt(folder.path(), shard("2/2")).is_some());
        drop(one);
        assert!(attempt(folder.path(), Use::Alone).is_some());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left");
    }

    #[test]
    fn a_folder_that_its_last_holder_has_removed_is_looked_for_again() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("panlong");
        std::fs::create_dir(&folder).unwrap();
        let holder = attempt(&folder, Use::Alone).unwrap();
        std::thread::scope(|scope| {
            let wait = || {
                std::fs::remove_dir(&folder).unwrap();
                std::fs::create_dir(&folder).unwrap();
                drop(holder);
            };
            let second = scope.spawn(|| Lock::take(&folder, Use::Alone, wait, || false).unwrap().unwrap());
            let second = second.join().unwrap();
            assert!(attempt(&folder, Use::Alone).is_none(), "what lies there now is locked");
            drop(second);
        });
    }

    #[test]
    fn a_folder_that_is_not_there_cannot_be_locked() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Lock::take(&folder.path().join("none"), Use::Alone, || {}, || true).is_err());
    }
}

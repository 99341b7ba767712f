//! A folder on the disk: whole or not at all.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::bag::{Files, PAYLOAD};
use crate::disk::sync_folder;
use crate::workspace::write::{WriteError, is_right};

/// Where a folder of just some files is to stand.
///
/// It is built beside its place and moved there; what was there before is moved aside for that, and only then removed.
/// A run that was killed on the way leaves the old one at one of these places, from which the next run takes it back.
/// What is left of either is known by its list of checksums, which is written first and removed last.
pub(super) struct Place<'a> {
    path: &'a Path,
    folder: &'a Path,
    /// Where the new folder is built.
    new: PathBuf,
    /// Where the old one waits until the new one stands.
    old: PathBuf,
}

impl<'a> Place<'a> {
    /// The place at `path`, where what a killed run has left is put in order.
    pub(super) fn open(path: &'a Path) -> Result<Self, WriteError> {
        let place = Self::beside(path);
        place.recover().map_err(|error| WriteError { path: path.to_path_buf(), error })?;
        Ok(place)
    }

    /// Whether something lies there.
    pub(super) fn is_taken(&self) -> bool {
        self.path.symlink_metadata().is_ok()
    }

    /// Whether the folder is already there just so.
    pub(super) fn holds(&self, files: &Files) -> bool {
        holds(self.path, files)
    }

    /// What a run that was killed may have left beside `path`, as far as something lies there.
    pub(super) fn leftovers(path: &Path) -> Vec<PathBuf> {
        let Place { new, old, .. } = Place::beside(path);
        [new, old].into_iter().filter(|leftover| leftover.symlink_metadata().is_ok()).collect()
    }

    /// Puts a folder of just these files there, in the place of what is there.
    pub(super) fn put(&self, files: &Files) -> Result<(), WriteError> {
        let done = self.fill(files).and_then(|()| self.exchange());
        if done.is_err() {
            // What could not be removed now is removed by the next run.
            let _ = removed(&self.new);
        }
        done.map_err(|error| WriteError { path: self.path.to_path_buf(), error })
    }

    fn beside(path: &'a Path) -> Self {
        let folder = path.parent().unwrap_or(Path::new("."));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let [new, old] = ["new", "old"].map(|state| folder.join(format!(".zhoubao-{name}.{state}")));
        Self { path, folder, new, old }
    }

    /// Sees to it that the folder is there and that a run that was killed left nothing.
    fn recover(&self) -> io::Result<()> {
        fs::create_dir_all(self.folder)?;
        sync_folder(self.folder.parent().unwrap_or(Path::new(".")));
        for link in [self.folder, self.path] {
            if link.symlink_metadata().is_ok_and(|found| !found.is_dir()) {
                return Err(ErrorKind::NotADirectory.into());
            }
        }
        if self.path.symlink_metadata().is_err() && self.old.symlink_metadata().is_ok() {
            fs::rename(&self.old, self.path)?;
        }
        removed(&self.old)?;
        removed(&self.new)
    }

    fn fill(&self, files: &Files) -> io::Result<()> {
        let mut folders = BTreeSet::new();
        let (payload, about): (Vec<_>, Vec<_>) = files.iter().partition(|(place, _)| place.starts_with(PAYLOAD));
        for (place, bytes) in about.into_iter().chain(payload) {
            let path = below(&self.new, place);
            let folder = path.parent().unwrap_or(&self.new);
            fs::create_dir_all(folder)?;
            let above = folder.ancestors().take_while(|above| above.starts_with(&self.new));
            folders.extend(above.map(Path::to_path_buf));
            let mut file = File::create_new(path)?;
            file.write_all(bytes)?;
            file.sync_data()?;
        }
        for folder in &folders {
            sync_folder(folder);
        }
        Ok(())
    }

    fn exchange(&self) -> io::Result<()> {
        let is_there = self.path.symlink_metadata().is_ok();
        if is_there {
            fs::rename(self.path, &self.old)?;
        }
        if let Err(error) = fs::rename(&self.new, self.path) {
            if is_there {
                fs::rename(&self.old, self.path)?;
            }
            return Err(error);
        }
        // The old one goes when the new one is there for good.
        sync_folder(self.folder);
        removed(&self.old)
    }
}

/// A place in a bag as a path of this system.
fn below(folder: &Path, place: &str) -> PathBuf {
    place.split('/').fold(folder.to_path_buf(), |path, part| path.join(part))
}

fn removed(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Ok(found) if found.is_dir() => {
            removed(&path.join(PAYLOAD.trim_end_matches('/')))?;
            fs::remove_dir_all(path)
        }
        Ok(_) => fs::remove_file(path),
        Err(_) => Ok(()),
    }
}

/// Whether the folder holds just these files.
fn holds(folder: &Path, files: &Files) -> bool {
    count(folder).is_ok_and(|found| found == files.len())
        && files.iter().all(|(place, bytes)| is_right(&below(folder, place), bytes))
}

/// How many files are in the folder, at any depth; links are counted, not followed.
fn count(folder: &Path) -> io::Result<usize> {
    let mut files = 0;
    for entry in WalkDir::new(folder) {
        files += usize::from(!entry?.file_type().is_dir());
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether it was already there.
    fn put(path: &Path, files: &Files) -> Result<bool, WriteError> {
        let place = Place::open(path)?;
        if place.holds(files) {
            return Ok(true);
        }
        place.put(files).map(|()| false)
    }

    fn files(text: &str) -> Files {
        let texts = [("bagit.txt", "BagIt"), ("data/记录/第 1 周.yaml", text)];
        texts.into_iter().map(|(place, text)| (place.to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_is_left_alone_where_it_is_right_and_else_replaced_whole() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("package").join("panlong-2021");
        assert!(!put(&path, &files("一")).unwrap());
        assert!(put(&path, &files("一")).unwrap());
        fs::write(path.join("data").join("别人的.txt"), "x").unwrap();
        assert!(!put(&path, &files("一")).unwrap(), "a foreign file is no part of it");
        assert!(!put(&path, &files("二")).unwrap());
        assert_eq!(fs::read(path.join("data/记录/第 1 周.yaml")).unwrap(), "二".as_bytes());
        assert_eq!(names(&path.join("data")), ["记录"]);
        assert_eq!(names(path.parent().unwrap()), ["panlong-2021"]);
    }

    #[test]
    fn a_run_killed_between_two_moves_has_lost_nothing() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("panlong-2021");
        put(&path, &files("一")).unwrap();
        fs::rename(&path, room.path().join(".zhoubao-panlong-2021.old")).unwrap();
        fs::create_dir(room.path().join(".zhoubao-panlong-2021.new")).unwrap();
        assert!(put(&path, &files("一")).unwrap(), "the old one is taken back");
        assert_eq!(names(room.path()), ["panlong-2021"]);
    }

    #[test]
    fn what_cannot_be_built_leaves_the_old_one_in_its_place() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("panlong-2021");
        put(&path, &files("一")).unwrap();
        let mut wrong = files("二");
        wrong.insert("bagit.txt/x".to_owned(), Vec::new());
        assert!(put(&path, &wrong).is_err());
        assert!(holds(&path, &files("一")));
        assert_eq!(names(room.path()), ["panlong-2021"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_out_of_the_output_folder() {
        let room = tempfile::tempdir().unwrap();
        let elsewhere = room.path().join("elsewhere");
        fs::create_dir(&elsewhere).unwrap();
        for linked in ["package", "package/panlong-2021"] {
            let out = tempfile::tempdir().unwrap();
            let link = out.path().join(linked);
            fs::create_dir_all(link.parent().unwrap()).unwrap();
            std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
            assert!(put(&out.path().join("package/panlong-2021"), &files("一")).is_err(), "{linked}");
        }
        assert_eq!(names(&elsewhere), [""; 0]);
    }
}

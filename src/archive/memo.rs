//! What a run remembers for the next one on the same machine: which files it has seen, and which weeks it found
//! nothing wrong with. It saves time and nothing else: without it, or with a program or data that differ, everything is
//! looked at again.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use super::MOST_PAPER_BYTES;
use crate::diagnostic::gate::may_be_shown;
use crate::disk;
use crate::press::hash::Hash;
use crate::record::series::day_of;
use crate::workspace::Due;
use crate::workspace::write;

const HEADER: &str = "zhoubao-memo 1";

/// So many offices are remembered; the one that was built longest ago is forgotten first.
const MOST_OFFICES: usize = 512;

/// What is remembered of ten thousand weeks takes some 20 MB.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A file's size, and when its content and all else about it changed, as the system tells them. The first of the times
/// can be set back by anybody, the second by nobody; Windows does not keep it.
type Stamp = (u64, u128, u128);

/// What is remembered of an office.
#[derive(Debug, Default)]
pub struct Memo {
    /// `None` where nothing can be kept.
    file: Option<PathBuf>,
    /// What stands in it.
    text: String,
    program: String,
    before: Facts,
    now: Mutex<Facts>,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Facts {
    files: HashMap<PathBuf, (Stamp, Hash)>,
    weeks: HashMap<Hash, SoundWeek>,
    offices: Vec<Hash>,
}

/// A week with which nothing is wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SoundWeek {
    /// By which its papers are filed.
    pub name: String,
    pub due: Vec<Due>,
}

impl Memo {
    /// What is remembered of the papers in `folder`.
    #[must_use]
    pub fn for_folder(folder: &Path) -> Self {
        let Some(cache) = cache_folder() else { return Self::default() };
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        let name = Hash::of_bytes(folder.as_os_str().as_encoded_bytes()).short();
        let file = cache.join(format!("{name}.txt"));
        let program = program();
        let text = disk::text(&file, MOST_BYTES).unwrap_or_default();
        let before = Facts::parse(&text, &program).unwrap_or_default();
        Self { file: Some(file), text, program, before, now: Mutex::default() }
    }

    /// The file's hash; it is read where it is not as it was when it was last read. `None` where it is no file.
    #[must_use]
    pub fn hash_of(&self, path: &Path) -> Option<(u64, Hash)> {
        let metadata = path.symlink_metadata().ok()?;
        if !metadata.is_file() {
            return None;
        }
        let stamp = stamp(&metadata);
        let known = self.before.hash(path, stamp).or_else(|| self.now().hash(path, stamp));
        let hash = known.or_else(|| Hash::of_file(path, MOST_PAPER_BYTES).ok().map(|(_, hash)| hash))?;
        self.note(path, stamp, hash);
        Some((metadata.len(), hash))
    }

    /// Remembers a file that was just written.
    pub fn wrote(&self, path: &Path, hash: Hash) {
        if let Ok(metadata) = path.symlink_metadata() {
            self.note(path, stamp(&metadata), hash);
        }
    }

    fn note(&self, path: &Path, stamp: Stamp, hash: Hash) {
        self.now().files.insert(path.to_path_buf(), (stamp, hash));
    }

    /// Whether nothing was wrong with the week that `key` stands for, and what is due for it.
    #[must_use]
    pub fn sound_week(&self, key: &Hash) -> Option<SoundWeek> {
        let week = self.before.weeks.get(key)?.clone();
        self.now().weeks.insert(*key, week.clone());
        Some(week)
    }

    pub fn week_is_sound(&self, key: Hash, week: SoundWeek) {
        self.now().weeks.insert(key, week);
    }

    /// Whether nothing was wrong among the weeks that `key` stands for.
    #[must_use]
    pub fn office_is_known_sound(&self, key: &Hash) -> bool {
        let is_known = self.before.offices.contains(key);
        if is_known {
            self.office_is_sound(*key);
        }
        is_known
    }

    pub fn office_is_sound(&self, key: Hash) {
        self.now().offices.push(key);
    }

    fn now(&self) -> std::sync::MutexGuard<'_, Facts> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what this run has seen. That it cannot be kept is no trouble: the next run takes longer.
    pub fn keep(&self) {
        let Some(file) = &self.file else { return };
        // What stands in the file was read by this very program.
        if !self.before.files.is_empty() && *self.now() == self.before {
            return;
        }
        let text = self.now().print(&self.program);
        // What would tell of a person is not kept, nor anything beside it: the next run has to read the records again.
        if self.now().files.keys().any(|path| !may_be_shown(&path.to_string_lossy())) {
            return;
        }
        if text == self.text {
            return;
        }
        if !file.exists() {
            forget_the_oldest(file);
        }
        let _ = write::whole(file, text.as_bytes());
    }
}

impl Facts {
    /// The file's hash, where it was seen with that stamp.
    fn hash(&self, path: &Path, stamp: Stamp) -> Option<Hash> {
        let (known, hash) = self.files.get(path)?;
        (*known == stamp).then_some(*hash)
    }

    fn print(&self, program: &str) -> String {
        let mut lines = Vec::with_capacity(self.files.len() + self.weeks.len() + self.offices.len());
        for (path, ((size, written, changed), hash)) in &self.files {
            if let Some(path) = path.to_str().filter(|path| !path.contains('\n')) {
                lines.push(format!("file {size} {written} {changed} {hash} {path}"));
            }
        }
        for (key, week) in &self.weeks {
            let mut line = format!("week {key} {}", week.name);
            for due in &week.due {
                let _ = write!(line, " {due}");
            }
            lines.push(line);
        }
        lines.extend(self.offices.iter().map(|key| format!("office {key}")));
        lines.sort_unstable();
        let body = format!("{}\n", lines.join("\n"));
        format!("{HEADER} {program}\n{}\n{body}", Hash::of_bytes(body.as_bytes()))
    }

    /// `None` where another program remembers, or the file is not whole: a week's line that was cut off between two words
    /// would have fewer papers.
    fn parse(text: &str, program: &str) -> Option<Self> {
        let (header, rest) = text.split_once('\n')?;
        let (hash, body) = rest.split_once('\n')?;
        if header.strip_prefix(HEADER)?.trim_start() != program || hash != Hash::of_bytes(body.as_bytes()).to_string() {
            return None;
        }
        let mut facts = Self::default();
        for line in body.lines() {
            let (kind, rest) = line.split_once(' ')?;
            match kind {
                "file" => facts.files.extend([parse_file(rest)?]),
                "week" => facts.weeks.extend([parse_week(rest)?]),
                _ => facts.offices.push(rest.parse().ok()?),
            }
        }
        Some(facts)
    }
}

fn parse_file(line: &str) -> Option<(PathBuf, (Stamp, Hash))> {
    let mut words = line.splitn(5, ' ');
    let size = words.next()?.parse().ok()?;
    let written = words.next()?.parse().ok()?;
    let changed = words.next()?.parse().ok()?;
    let hash = words.next()?.parse().ok()?;
    Some((words.next()?.into(), ((size, written, changed), hash)))
}

fn parse_week(line: &str) -> Option<(Hash, SoundWeek)> {
    let mut words = line.split(' ');
    let key = words.next()?.parse().ok()?;
    let name = words.next().filter(|name| day_of(name).is_some())?.to_owned();
    let due = words.map(|word| word.parse().ok()).collect::<Option<_>>()?;
    Some((key, SoundWeek { name, due }))
}

fn stamp(metadata: &Metadata) -> Stamp {
    let written = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    (metadata.len(), written.map_or(0, |time| time.as_nanos()), changed(metadata))
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> u128 {
    use std::os::unix::fs::MetadataExt as _;
    let [seconds, nanoseconds] =
        [metadata.ctime(), metadata.ctime_nsec()].map(|part| u128::try_from(part).unwrap_or_default());
    seconds * 1_000_000_000 + nanoseconds
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> u128 {
    0
}

/// This very program: another one may find other things.
fn program() -> String {
    let file = std::env::current_exe().ok().and_then(|path| path.metadata().ok());
    let (size, written, changed) = file.as_ref().map(stamp).unwrap_or_default();
    format!("{} {size} {written} {changed}", env!("CARGO_PKG_VERSION"))
}

/// Where the system wants such things kept; `None` where the environment names no such folder.
fn cache_folder() -> Option<PathBuf> {
    if cfg!(windows) {
        folder_in("LOCALAPPDATA").map(|data| data.join("zhoubao").join("cache"))
    } else if cfg!(target_os = "macos") {
        folder_in("HOME").map(|home| home.join("Library/Caches/zhoubao"))
    } else {
        let cache = folder_in("XDG_CACHE_HOME").filter(|cache| cache.is_absolute());
        cache.or_else(|| folder_in("HOME").map(|home| home.join(".cache"))).map(|cache| cache.join("zhoubao"))
    }
}

/// The folder that a variable of the environment names.
fn folder_in(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Makes room for a new file beside the others.
fn forget_the_oldest(file: &Path) {
    let Some(entries) = file.parent().and_then(|folder| std::fs::read_dir(folder).ok()) else { return };
    let mut all = Vec::new();
    for entry in entries.flatten() {
        if let Ok(written) = entry.metadata().and_then(|found| found.modified()) {
            all.push((written, entry.path()));
        }
    }
    all.sort();
    let too_many = (all.len() + 1).saturating_sub(MOST_OFFICES);
    for (_, oldest) in all.into_iter().take(too_many) {
        let _ = std::fs::remove_file(oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_known_again_to_the_same_program_only() {
        let mut facts = Facts::default();
        facts.files.insert("/out/第 1 周/weekly.pdf".into(), ((12, 34, 56), Hash::of_bytes(b"a")));
        let due = ["weekly:weekly:docx+pdf:week", "notice:reply:pdf:notice:1:8:2"].map(|word| word.parse().unwrap());
        let week = SoundWeek { name: "2021-01-08".to_owned(), due: due.to_vec() };
        facts.weeks.insert(Hash::of_bytes(b"week"), week.clone());
        facts.offices.push(Hash::of_bytes(b"office"));
        let kept = facts.print("0.1.0 1 2");
        let known = Facts::parse(&kept, "0.1.0 1 2").unwrap();
        assert_eq!(known.files, facts.files);
        assert_eq!(known.weeks.get(&Hash::of_bytes(b"week")), Some(&week));
        assert_eq!(known.offices, facts.offices);
        assert!(Facts::parse(&kept, "0.1.0 1 3").is_none());
        for (end, _) in kept.char_indices() {
            assert!(Facts::parse(&kept[..end], "0.1.0 1 2").is_none(), "cut at {end}");
        }
    }

    #[test]
    fn a_file_that_changed_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("weekly.pdf");
        std::fs::write(&path, "one").unwrap();
        let mut memo = Memo::default();
        assert_eq!(memo.hash_of(&path), Some((3, Hash::of_bytes(b"one"))));
        let seen = std::mem::take(&mut *memo.now());
        memo.before = seen;
        std::fs::write(&path, "three").unwrap();
        assert_eq!(memo.hash_of(&path), Some((5, Hash::of_bytes(b"three"))));
        std::fs::remove_file(&path).unwrap();
        assert_eq!(memo.hash_of(&path), None);
    }
}

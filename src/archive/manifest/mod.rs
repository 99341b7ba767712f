//! The manifest of an office's papers: a readable text, one line a file, in an order that never changes.
//!
//! It names only files that are on the disk as it says. Before a file is written anew its line is taken out; it comes
//! back when the file is whole.

mod entry;
mod escape;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

pub use entry::{Entry, Inputs, TemplateName};
use escape::{escaped, unescaped};

use super::shard::{Parts, Shard};
use crate::diagnostic::Diagnostic;
use crate::press::hash::{Hash, Short};
use crate::record::find::display;
use crate::workspace::findings;

/// The manifest's name in an office's folder.
pub const MANIFEST: &str = "manifest.txt";

const HEADER: &str = "zhoubao-manifest 1";

const UNFINISHED: &str = "unfinished";

const LEGEND: &str = "\
# 一行一个文件：大小、SHA-256、面数，以及它由什么做成：周记录、office.yaml 里用得到的内容、模板、字体、版式版本、
# 正文、程序版本。写着 sealed 的已经封存。由 zhoubao build 写成，不要手改；zhoubao verify 核对。
";

/// What is known of an office's papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// By where they lie below the office's folder, with `/` between folders.
    pub papers: BTreeMap<String, Entry>,
    /// What the entries' offices were, part by part.
    pub offices: BTreeMap<Short, BTreeMap<String, Short>>,
    /// What the entries' fonts were: names and hashes, in the order in which they are asked.
    pub fonts: BTreeMap<Short, Vec<(String, Hash)>>,
    /// Lines of files that a run may be writing anew just now: they are true, or their files are being replaced.
    pub remaking: BTreeMap<String, Entry>,
    /// Lines about papers that cannot be read, counted from 1.
    pub broken: Vec<usize>,
    /// Of a shard: files that it may be writing just now, or has written, whatever other manifests say of them.
    pub doubtful: BTreeSet<String>,
    /// Of a shard: which shards have work, and the names of the offices in which they have it.
    pub parts: Parts,
    /// Of a shard: it is at work in this office, or was stopped in it.
    pub is_unfinished: bool,
}

/// Why a file is no manifest that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// It is something else, which nobody may overwrite.
    NoManifest,
    /// A later program wrote it.
    Newer,
}

impl Manifest {
    /// The text, the same for the same content. Of offices and fonts only those that papers were made from are named.
    #[must_use]
    pub fn print(&self) -> String {
        let mut text = format!("{HEADER}\n{LEGEND}");
        let offices: BTreeSet<_> = self.papers.values().map(|entry| entry.inputs.office).collect();
        let fonts: BTreeSet<_> = self.papers.values().map(|entry| entry.inputs.fonts).collect();
        for (name, faces) in self.fonts.iter().filter(|(name, _)| fonts.contains(name)) {
            let _ = write!(text, "fonts {name}");
            for (face, hash) in faces {
                let _ = write!(text, " {}:{hash}", escaped(face));
            }
            text.push('\n');
        }
        for (name, parts) in self.offices.iter().filter(|(name, _)| offices.contains(name)) {
            let _ = write!(text, "office {name}");
            for (part, hash) in parts {
                let _ = write!(text, " {}:{hash}", escaped(part));
            }
            text.push('\n');
        }
        for (index, offices) in &self.parts {
            let offices: Vec<String> = offices.iter().map(|office| escaped(office)).collect();
            let _ = writeln!(text, "part {index} {}", offices.join(" "));
        }
        if self.is_unfinished {
            let _ = writeln!(text, "{UNFINISHED}");
        }
        for path in &self.doubtful {
            let _ = writeln!(text, "doubtful {}", escaped(path));
        }
        for (path, entry) in &self.remaking {
            let _ = writeln!(text, "re{}", entry.line(path));
        }
        for (path, entry) in &self.papers {
            text.push_str(&entry.line(path));
            text.push('\n');
        }
        text
    }

    /// Reads a manifest as people and version control leave it: lines in any order, some twice, some that are none. Of
    /// two different lines about one file a sealed one holds, else neither: the paper is looked at anew.
    ///
    /// # Errors
    /// Where the file is no manifest, or one of a later program.
    pub fn parse(text: &str) -> Result<Self, Foreign> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = (1..).zip(text.lines());
        // A merge may have put its marks above the first line.
        let first = lines.find(|(_, line)| !line.starts_with("<<<<<<<"));
        match first.map(|(_, line)| line.trim_end()) {
            None | Some("") => return Ok(Self::default()),
            Some(HEADER) => {}
            Some(other) if other.starts_with("zhoubao-manifest ") => return Err(Foreign::Newer),
            Some(_) => return Err(Foreign::NoManifest),
        }
        let mut manifest = Self::default();
        let mut clashing = BTreeSet::new();
        for (at, line) in lines {
            let line = line.trim_end();
            manifest.is_unfinished |= line == UNFINISHED;
            let Some((kind, rest)) = line.split_once(' ') else { continue };
            match kind {
                "paper" => match Entry::parse(rest) {
                    Some((path, entry)) => manifest.add_paper(path, entry, &mut clashing),
                    None => manifest.broken.push(at),
                },
                "repaper" => manifest.remaking.extend(Entry::parse(rest)),
                "office" => {
                    if let Some((name, parts)) = defined(rest) {
                        manifest.offices.insert(name, parts.into_iter().collect());
                    }
                }
                "fonts" => {
                    if let Some((name, faces)) = defined(rest) {
                        manifest.fonts.insert(name, faces);
                    }
                }
                "doubtful" => manifest.doubtful.extend(unescaped(rest)),
                "part" => manifest.read_part(rest),
                _ => {}
            }
        }
        manifest.papers.retain(|path, entry| entry.sealed || !clashing.contains(path));
        Ok(manifest)
    }

    fn read_part(&mut self, line: &str) {
        let mut words = line.split(' ');
        if let Some(index) = words.next().and_then(|word| word.parse().ok()) {
            self.parts.entry(index).or_default().extend(words.filter_map(unescaped));
        }
    }

    fn add_paper(&mut self, path: String, entry: Entry, clashing: &mut BTreeSet<String>) {
        match self.papers.get(&path) {
            Some(known) if *known == entry => {}
            Some(known) => {
                let holds = entry.sealed && !known.sealed;
                clashing.insert(path.clone());
                if holds {
                    self.papers.insert(path, entry);
                }
            }
            None => {
                self.papers.insert(path, entry);
            }
        }
    }

    /// What a run that was killed was about to write anew holds where its file is as it was.
    pub fn settle(&mut self, is_true: impl Fn(&str, &Entry) -> bool) {
        let left = std::mem::take(&mut self.remaking);
        self.papers.extend(left.into_iter().filter(|(path, entry)| is_true(path, entry)));
    }

    /// Takes over what a shard says; of a paper in both the shard's word holds.
    pub fn extend(&mut self, shard: Self) {
        self.papers.extend(shard.papers);
        self.offices.extend(shard.offices);
        self.fonts.extend(shard.fonts);
    }

    /// The papers of the week whose folder is `week`.
    pub fn week<'a>(&'a self, week: &'a str) -> impl Iterator<Item = (&'a String, &'a Entry)> {
        let is_of = move |path: &str| path.strip_prefix(week).is_some_and(|rest| rest.starts_with('/'));
        self.papers
            .range(week.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(week))
            .filter(move |(path, _)| is_of(path))
    }
}

/// A name, and the words `key:hash` behind it.
fn defined<H: std::str::FromStr>(rest: &str) -> Option<(Short, Vec<(String, H)>)> {
    let mut words = rest.split(' ');
    let name = words.next()?.parse().ok()?;
    let pair = |word: &str| {
        let (key, hash) = word.rsplit_once(':')?;
        Some((unescaped(key)?, hash.parse().ok()?))
    };
    Some((name, words.map(pair).collect::<Option<_>>()?))
}

/// The file in an office's folder that a run writes: a shard has its own.
#[must_use]
pub fn file(folder: &Path, shard: Option<Shard>) -> PathBuf {
    match shard {
        Some(shard) => folder.join(format!("manifest.{}-of-{}.txt", shard.index(), shard.count())),
        None => folder.join(MANIFEST),
    }
}

/// The manifests that lie in an office's folder.
#[derive(Debug, Default)]
pub struct Found {
    /// The office's own.
    pub whole: Manifest,
    /// Those of shards, which have not been put together yet.
    pub shards: BTreeMap<Shard, Manifest>,
}

impl Found {
    /// [`Manifest::settle`], of all of them.
    pub fn settle(&mut self, is_true: impl Fn(&str, &Entry) -> bool) {
        self.whole.settle(&is_true);
        self.shards.values_mut().for_each(|shard| shard.settle(&is_true));
    }

    /// What all of them say together: a shard's word holds over the office's own manifest, and where two shards
    /// contradict each other, neither's.
    #[must_use]
    pub fn together(&self) -> Manifest {
        let (mut made, mut doubtful, mut clashing) = (Manifest::default(), BTreeSet::new(), BTreeSet::new());
        for shard in self.shards.values() {
            for (path, entry) in &shard.papers {
                made.add_paper(path.clone(), entry.clone(), &mut clashing);
            }
            made.offices.extend(shard.offices.clone());
            made.fonts.extend(shard.fonts.clone());
            doubtful.extend(shard.doubtful.iter().cloned());
        }
        let mut all = self.whole.clone();
        let holds =
            |path: &String, entry: &mut Entry| !doubtful.contains(path) && (entry.sealed || !clashing.contains(path));
        all.papers.retain(holds);
        made.papers.retain(holds);
        all.extend(made);
        all
    }
}

/// Reads all manifests in an office's folder; none where there is no such folder.
///
/// # Errors
/// The file that cannot be read or is no manifest.
pub fn find(folder: &Path) -> Result<Found, Diagnostic> {
    let mut found = Found::default();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(found),
        Err(_) => {
            let message = format!("文件夹「{}」打不开", display(folder));
            return Err(findings::MANIFEST.finding(message).help("里面的清单读不到：核对路径和读取的权限，再做一次"));
        }
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        if name == MANIFEST {
            found.whole = read(&entry.path())?;
        } else if let Some(shard) = shard_of(name) {
            found.shards.insert(shard, read(&entry.path())?);
        }
    }
    Ok(found)
}

/// Whether a folder has a manifest.
#[must_use]
pub fn is_in(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_str().is_some_and(is_name))
}

/// Whether a file of that name in an office's folder is a manifest.
#[must_use]
pub fn is_name(name: &str) -> bool {
    name == MANIFEST || shard_of(name).is_some()
}

fn shard_of(name: &str) -> Option<Shard> {
    name.strip_prefix("manifest.")?.strip_suffix(".txt")?.replacen("-of-", "/", 1).parse().ok()
}

fn read(path: &Path) -> Result<Manifest, Diagnostic> {
    let unreadable =
        |what: &str, help: &str| findings::MANIFEST.finding(format!("清单「{}」{what}", display(path))).help(help);
    let text = std::fs::read_to_string(path)
        .map_err(|_| unreadable("读不出", "核对有没有读取的权限；文件坏了的，从版本库取回，或者移走它再做一次"))?;
    let manifest = Manifest::parse(&text).map_err(|foreign| match foreign {
        Foreign::NoManifest => unreadable("不是 zhoubao 写的", "这个文件名留给清单：给原来的文件改名，再做一次"),
        Foreign::Newer => unreadable("是更新的程序写的", "换用新版的 zhoubao"),
    })?;
    match manifest.broken.first() {
        None => Ok(manifest),
        Some(line) => Err(unreadable(
            &format!("的第 {line} 行读不出"),
            "从版本库取回清单；没有备份的，删掉这一行（它写的文书若已封存，不要再运行 build），再做一次",
        )),
    }
}

#[cfg(test)]
mod tests;

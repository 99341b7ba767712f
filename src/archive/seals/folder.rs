//! The seals in an office's output folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::seal::Seal;
use crate::archive::MOST_MANIFEST_BYTES;
use crate::archive::manifest::{Entry, Manifest, week_folder};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ReadError};
use crate::record::find::display;
use crate::workspace::findings;
use crate::workspace::write::{self, WriteError};
use crate::yaml::bytes::unreadable;

/// Where seals lie in an office's folder.
pub const FOLDER: &str = "seals";

/// How the file ends that holds a seal, and the one beside it that takes it off.
const ENDING: &str = ".txt";
const TAKEN_OFF: &str = ".unsealed.txt";

/// What a file says that takes a seal off.
const TAKEN_OFF_TEXT: &str = "zhoubao-unseal 1\n# 旁边同名的封存已经用 --unseal 解除。\n";

/// All seals of an office.
#[derive(Debug, Default)]
pub struct Seals {
    folder: PathBuf,
    /// Those that hold, by their files' names without the ending.
    holding: BTreeMap<String, Seal>,
    /// How many each week has ever had.
    counts: BTreeMap<String, usize>,
}

/// A paper of which a seal and the manifest say different things.
#[derive(Debug)]
pub struct Unborne<'a> {
    /// The seal's file.
    pub seal: PathBuf,
    pub path: &'a str,
    pub sealed: &'a Entry,
    /// What the manifest says of the paper.
    pub said: Option<&'a Entry>,
}

impl Unborne<'_> {
    /// What is found of it in an office's folder: both are named.
    pub fn finding(&self, office: &Path) -> Diagnostic {
        let said = match self.said {
            None => "清单里没有这一份".to_owned(),
            Some(said) if !said.is_same_paper(self.sealed) => {
                format!("清单里的是另一份（SHA-256 {}，封存的是 {}）", said.hash, self.sealed.hash)
            }
            Some(_) => "清单里没有写着封存".to_owned(),
        };
        let (paper, seal) = (display(&office.join(self.path)), display(&self.seal));
        let help = "清单被别处的盖掉了，或者被改动过：从版本库或备份取回 manifest.txt；文书还是发出去的那一份的，\
                    用 --seal 运行这一周，就照封存补回清单；确实要更正，用 --unseal";
        findings::SEALED.finding(format!("「{paper}」已经封存（{seal}），{said}")).help(help)
    }
}

impl Seals {
    /// Reads the seals in an office's folder.
    ///
    /// # Errors
    /// The file that cannot be read or is no seal: it may have been one.
    pub fn read(office: &Path) -> Result<Self, Diagnostic> {
        let folder = office.join(FOLDER);
        let mut seals = Self { folder: folder.clone(), ..Self::default() };
        let entries = disk::entries(&folder).map_err(|error| unread(&folder, &error))?;
        let mut taken_off = BTreeSet::new();
        for entry in entries.into_iter().flatten() {
            let path = entry.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if write::is_leftover(&path) {
                continue;
            }
            if let Some(stem) = name.strip_suffix(TAKEN_OFF) {
                taken_off.insert(stem.to_owned());
                continue;
            }
            let text = disk::text(&path, MOST_MANIFEST_BYTES).map_err(|error| unread(&path, &error))?;
            let seal = Seal::parse(&text).filter(|seal| format!("{}{ENDING}", seal.stem()) == name);
            let seal = seal.ok_or_else(|| unusable(&path, "被改动过，或者不是封存的文件"))?;
            *seals.counts.entry(seal.week.clone()).or_default() += 1;
            seals.holding.insert(seal.stem(), seal);
        }
        seals.holding.retain(|stem, _| !taken_off.contains(stem));
        Ok(seals)
    }

    /// All papers that are sealed.
    pub fn papers(&self) -> impl Iterator<Item = (&String, &Entry)> {
        self.holding.values().flat_map(|seal| &seal.papers)
    }

    /// Papers that are sealed, and of which the manifest says something else.
    pub fn unborne<'a>(&'a self, manifest: &'a Manifest) -> Vec<Unborne<'a>> {
        let mut unborne = Vec::new();
        for (stem, seal) in &self.holding {
            for (path, sealed) in &seal.papers {
                let said = manifest.papers.get(path);
                if !said.is_some_and(|said| said.is_sealed() && said.is_same_paper(sealed)) {
                    unborne.push(Unborne { seal: self.file(stem), path, sealed, said });
                }
            }
        }
        unborne
    }

    /// Papers that the manifest says are sealed, and that no seal names.
    pub fn unnamed<'a>(&self, manifest: &'a Manifest) -> Vec<(&'a String, &'a Entry)> {
        let named: BTreeSet<&String> = self.holding.values().flat_map(|seal| seal.papers.keys()).collect();
        manifest.sealed().filter(|(path, _)| !named.contains(path)).collect()
    }

    /// Writes seals for the papers that the manifest says are sealed and that no seal names.
    ///
    /// # Errors
    /// Where the disk does not take them.
    pub fn add(&mut self, manifest: &Manifest) -> Result<(), WriteError> {
        let mut weeks: BTreeMap<String, BTreeMap<String, Entry>> = BTreeMap::new();
        for (path, entry) in self.unnamed(manifest) {
            weeks.entry(week_folder(path).to_owned()).or_default().insert(path.clone(), entry.clone());
        }
        for (week, papers) in weeks {
            let nth = self.counts.entry(week.clone()).or_default();
            *nth += 1;
            let seal = Seal { week, nth: *nth, papers };
            write::whole(&self.file(&seal.stem()), seal.print().as_bytes())?;
            self.holding.insert(seal.stem(), seal);
        }
        Ok(())
    }

    /// Takes off all seals that name one of these papers. What else they name is to be sealed anew.
    ///
    /// # Errors
    /// Where the disk does not take it; those seals hold then.
    pub fn take_off(&mut self, papers: &BTreeSet<String>) -> Result<(), WriteError> {
        let names_one = |seal: &Seal| seal.papers.keys().any(|path| papers.contains(path));
        let stems: Vec<String> =
            self.holding.iter().filter(|(_, seal)| names_one(seal)).map(|(stem, _)| stem.clone()).collect();
        for stem in stems {
            write::whole(&self.folder.join(format!("{stem}{TAKEN_OFF}")), TAKEN_OFF_TEXT.as_bytes())?;
            self.holding.remove(&stem);
        }
        Ok(())
    }

    fn file(&self, stem: &str) -> PathBuf {
        self.folder.join(format!("{stem}{ENDING}"))
    }
}

fn unread(path: &Path, error: &ReadError) -> Diagnostic {
    if error.is_of_machine() {
        return unreadable(&format!("封存的文件「{}」读不出", display(path)), error);
    }
    unusable(path, &format!("读不出：{error}"))
}

fn unusable(path: &Path, what: &str) -> Diagnostic {
    findings::SEALED
        .finding(format!("封存的文件「{}」{what}", display(path)))
        .help("从版本库或备份取回它：没有它，不知道哪些文书已经发出去")
}

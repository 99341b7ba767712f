//! One line of a manifest: a file, and what it was made from.

use std::fmt;
use std::iter::Peekable;
use std::path::Path;
use std::str::{FromStr, Split};

use crate::record::edition::Edition;
use crate::record::value::Date;

use super::escape::{escaped, unescaped};
use crate::archive::MOST_PAPER_BYTES;
use crate::press::hash::{Hash, Short};

/// A paper's file as it was written, and what it depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// In bytes.
    pub size: u64,
    pub hash: Hash,
    /// `None` where its format has no pages.
    pub pages: Option<usize>,
    pub inputs: Inputs,
    /// What the paper says and shows, before it is set.
    pub content: Short,
    /// The program that wrote the file.
    pub program: String,
    pub seal: Seal,
}

/// Whether a file was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Seal {
    /// Nobody has said so.
    #[default]
    None,
    /// It was: nothing about it may change.
    Sealed,
    /// It was, and its seal was taken off: another may take its place, but it is not lost.
    TakenOff,
}

impl Seal {
    const ALL: [Self; 3] = [Self::None, Self::Sealed, Self::TakenOff];

    /// The last word of a file's line.
    fn word(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Sealed => Some("sealed"),
            Self::TakenOff => Some("unsealed"),
        }
    }
}

/// What a paper is made from; where all of it is the same, so is the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    /// The files of records, from the office's folder on, with `/` between folders, and their hashes: the week's own, and
    /// behind it those of the weeks with which the paper compares it.
    pub records: Vec<(String, Hash)>,
    pub edition: Edition,
    /// What papers can print of the office's file, as it holds on the week's first day.
    pub office: Short,
    pub template: TemplateName,
    pub template_hash: Short,
    pub fonts: Short,
    /// [`VERSION`](crate::layout::VERSION) of the program.
    pub layout: u32,
}

impl Inputs {
    /// The name of its week's own record.
    #[must_use]
    pub fn own_record(&self) -> &str {
        self.records.first().map_or("", |(name, _)| name)
    }
}

/// A template and the day from which it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateName {
    pub name: String,
    pub from: Option<Date>,
}

impl fmt::Display for TemplateName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.from.map_or(Ok(()), |from| write!(f, "@{from}"))
    }
}

impl FromStr for TemplateName {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (name, from) = text.split_once('@').map_or((text, None), |(name, from)| (name, Some(from)));
        let from = from.map(|day| Date::from_iso(day).ok_or(())).transpose()?;
        Ok(Self { name: name.to_owned(), from })
    }
}

impl Entry {
    /// Whether `file` is the one that was written; it is read for that.
    #[must_use]
    pub fn is_of(&self, file: &Path) -> bool {
        Hash::of_file(file, self.size.min(MOST_PAPER_BYTES)).is_ok_and(|found| found == (self.size, self.hash))
    }

    /// Whether its week is sealed: nothing about it may change.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        self.seal == Seal::Sealed
    }

    /// Whether both say the same of the file and of the records that it came from.
    #[must_use]
    pub fn is_same_paper(&self, other: &Self) -> bool {
        self.size == other.size && self.hash == other.hash && self.inputs.records == other.inputs.records
    }

    /// What is said of the file that lies at `path` below the office's folder. A file without pages has no word for them; each
    /// record has a word of its own.
    pub(super) fn words(&self, path: &str) -> String {
        let Self { size, hash, pages, inputs, content, program, seal } = self;
        let Inputs { records, edition, office, template, template_hash, fonts, layout } = inputs;
        let mut words = vec![escaped(path), format!("size={size}"), format!("sha256={hash}")];
        words.extend(pages.map(|pages| format!("pages={pages}")));
        words.extend(records.iter().map(|(name, hash)| format!("week={}:{hash}", escaped(name))));
        if *edition != Edition::Internal {
            words.push(format!("edition={}", edition.word()));
        }
        words.push(format!("office={office}"));
        words.push(format!("template={}:{template_hash}", escaped(&template.to_string())));
        words.push(format!("fonts={fonts}"));
        words.push(format!("layout={layout}"));
        words.push(format!("content={content}"));
        words.push(format!("program={program}"));
        words.extend(seal.word().map(str::to_owned));
        words.join(" ")
    }

    /// Reads [`words`](Self::words); `None` where it is something else, or the path leads out of the office's folder.
    pub(in crate::archive) fn parse(text: &str) -> Option<(String, Self)> {
        let mut words = Words(text.split(' ').peekable());
        let path = unescaped(words.0.next()?).filter(|path| stays_inside(path))?;
        let size = words.value("size")?.parse().ok()?;
        let hash = words.value("sha256")?.parse().ok()?;
        let pages = match words.value_if_there("pages") {
            Some(pages) => Some(pages.parse().ok()?),
            None => None,
        };
        let mut records = Vec::new();
        while let Some(record) = words.value_if_there("week") {
            records.push(name_and_hash(record)?);
        }
        let edition = match words.value_if_there("edition") {
            Some(edition) => edition.parse().ok().filter(|edition| *edition != Edition::Internal)?,
            None => Edition::Internal,
        };
        let office = words.value("office")?.parse().ok()?;
        let (template, template_hash) = name_and_hash(words.value("template")?)?;
        let inputs = Inputs {
            records,
            edition,
            office,
            template: template.parse().ok()?,
            template_hash,
            fonts: words.value("fonts")?.parse().ok()?,
            layout: words.value("layout")?.parse().ok()?,
        };
        let content = words.value("content")?.parse().ok()?;
        let program = words.value("program")?.to_owned();
        let last = words.0.next();
        let seal = Seal::ALL.into_iter().find(|seal| seal.word() == last)?;
        let is_whole = words.0.next().is_none();
        is_whole.then_some((path, Self { size, hash, pages, inputs, content, program, seal }))
    }
}

/// Whether a path names a file below the folder from which it goes on.
fn stays_inside(path: &str) -> bool {
    let has_plain_parts = path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']));
    has_plain_parts && !path.contains('\0')
}

/// The words of a line.
struct Words<'a>(Peekable<Split<'a, char>>);

impl<'a> Words<'a> {
    /// What stands behind `key=` in the next word, which must be there.
    fn value(&mut self, key: &str) -> Option<&'a str> {
        value_of(self.0.next()?, key)
    }

    /// What stands behind `key=` in the next word; no word is taken where it has another key.
    fn value_if_there(&mut self, key: &str) -> Option<&'a str> {
        let value = value_of(self.0.peek()?, key)?;
        self.0.next();
        Some(value)
    }
}

fn value_of<'a>(word: &'a str, key: &str) -> Option<&'a str> {
    word.strip_prefix(key)?.strip_prefix('=')
}

/// A word `name:hash`.
pub(super) fn name_and_hash<H: FromStr>(word: &str) -> Option<(String, H)> {
    let (name, hash) = word.rsplit_once(':')?;
    Some((unescaped(name)?, hash.parse().ok()?))
}

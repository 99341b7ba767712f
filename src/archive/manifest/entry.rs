//! One line of a manifest: a file, and what it was made from.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::record::value::Date;

use super::escape::{escaped, unescaped};
use crate::press::hash::{Hash, Short};

/// A paper's file as it was written, and what it depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// In bytes.
    pub size: u64,
    pub hash: Hash,
    pub pages: usize,
    pub inputs: Inputs,
    /// What the paper says and shows, before it is set.
    pub content: Short,
    /// The program that wrote the file.
    pub program: String,
    /// Its week is sealed: nothing about it may change.
    pub sealed: bool,
}

/// What a paper is made from; where all of it is the same, so is the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inputs {
    /// The week's file, from the office's folder on, with `/` between folders.
    pub week: String,
    pub week_hash: Hash,
    /// What papers can print of the office's file, as it holds on the week's first day.
    pub office: Short,
    pub template: TemplateName,
    pub template_hash: Short,
    pub fonts: Short,
    /// [`VERSION`](crate::layout::VERSION) of the program.
    pub layout: u32,
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
        std::fs::read(file).is_ok_and(|bytes| bytes.len() as u64 == self.size && Hash::of(&bytes) == self.hash)
    }

    /// The line of the file that lies at `path` below the office's folder.
    pub(super) fn line(&self, path: &str) -> String {
        let Self { size, hash, pages, inputs, content, program, sealed } = self;
        let Inputs { week, week_hash, office, template, template_hash, fonts, layout } = inputs;
        let (path, week) = (escaped(path), escaped(week));
        let template = escaped(&template.to_string());
        let sealed = if *sealed { " sealed" } else { "" };
        format!(
            "paper {path} size={size} sha256={hash} pages={pages} week={week}:{week_hash} office={office} \
             template={template}:{template_hash} fonts={fonts} layout={layout} content={content} \
             program={program}{sealed}"
        )
    }

    /// What stands behind the word `paper`; `None` where it is no such line.
    pub(super) fn parse(text: &str) -> Option<(String, Self)> {
        let mut words = text.split(' ');
        let path = unescaped(words.next()?)?;
        let mut next = |key: &str| words.next()?.strip_prefix(key)?.strip_prefix('=');
        let size = next("size")?.parse().ok()?;
        let hash = next("sha256")?.parse().ok()?;
        let pages = next("pages")?.parse().ok()?;
        let (week, week_hash) = next("week")?.rsplit_once(':')?;
        let office = next("office")?.parse().ok()?;
        let (template, template_hash) = next("template")?.rsplit_once(':')?;
        let fonts = next("fonts")?.parse().ok()?;
        let layout = next("layout")?.parse().ok()?;
        let content = next("content")?.parse().ok()?;
        let program = next("program")?.to_owned();
        let sealed = match words.next() {
            None => false,
            Some("sealed") => true,
            Some(_) => return None,
        };
        let inputs = Inputs {
            week: unescaped(week)?,
            week_hash: week_hash.parse().ok()?,
            office,
            template: unescaped(template)?.parse().ok()?,
            template_hash: template_hash.parse().ok()?,
            fonts,
            layout,
        };
        let is_whole = words.next().is_none();
        is_whole.then_some((path, Self { size, hash, pages, inputs, content, program, sealed }))
    }
}

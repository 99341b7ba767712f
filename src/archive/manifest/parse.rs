//! A manifest read from its text.

use std::collections::BTreeSet;
use std::str::FromStr;

use super::entry::{Entry, name_and_hash};
use super::lines::{HEADER, Manifest};
use crate::press::hash::Short;

/// Why a file is no manifest that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// It is something else, which nobody may overwrite.
    NoManifest,
    /// A later program wrote it.
    Newer,
}

impl Manifest {
    /// Reads a manifest as people and version control leave it: lines in any order, some twice, some that are none. Of
    /// two different lines about one file a sealed one holds, else neither: the paper is looked at anew.
    ///
    /// # Errors
    /// Where the file is no manifest, or one of a later program.
    pub fn parse(text: &str) -> Result<Self, Foreign> {
        let mut lines = (1..).zip(text.strip_prefix('\u{feff}').unwrap_or(text).lines());
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
        for (number, line) in lines {
            let Some((kind, rest)) = line.trim_end().split_once(' ') else { continue };
            match kind {
                "paper" => match Entry::parse(rest) {
                    Some((path, entry)) => manifest.add_paper(path, entry, &mut clashing),
                    None => manifest.broken.push(number),
                },
                "repaper" => manifest.remaking.extend(Entry::parse(rest)),
                "office" => {
                    if let Some((name, parts)) = definition(rest) {
                        manifest.offices.insert(name, parts.into_iter().collect());
                    }
                }
                "fonts" => manifest.fonts.extend(definition(rest)),
                _ => {}
            }
        }
        manifest.papers.retain(|path, entry| entry.sealed || !clashing.contains(path));
        Ok(manifest)
    }

    fn add_paper(&mut self, path: String, entry: Entry, clashing: &mut BTreeSet<String>) {
        let Some(known) = self.papers.get(&path) else {
            self.papers.insert(path, entry);
            return;
        };
        if *known == entry {
            return;
        }
        clashing.insert(path.clone());
        if entry.sealed && !known.sealed {
            self.papers.insert(path, entry);
        }
    }
}

/// A name, and the words `key:hash` behind it.
fn definition<H: FromStr>(rest: &str) -> Option<(Short, Vec<(String, H)>)> {
    let mut words = rest.split(' ');
    let name = words.next()?.parse().ok()?;
    Some((name, words.map(name_and_hash).collect::<Option<_>>()?))
}

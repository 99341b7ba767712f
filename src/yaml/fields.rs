//! Reading a map with fixed keys.

use super::decode::{self, Decode};
use super::keys::{self, IsKey};
use super::nearest::{nearest, only_nearest};
use super::problems::Problems;
use super::tree::Node;
use super::wrong::shown;
use crate::diagnostic::{Certainty, Diagnostic, Fix};
use crate::source::{Span, Spanned};
use crate::yaml::rules;

/// The entries of a map while a record is being read from it.
#[derive(Debug)]
pub struct Fields<'a> {
    entries: &'a [(Spanned<String>, Node)],
    owner: &'a Span,
    /// Known keys that an unknown one was probably meant to be: not reported a second time as missing.
    meant: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Reports every key that is not among `keys`; `None` if `node` is no map.
    pub fn open(
        node: &'a Node,
        keys: &[(&'static str, &'static str)],
        is_key: IsKey,
        problems: &mut Problems,
    ) -> Option<Self> {
        let entries = decode::map(node, is_key, problems)?;
        let mut absent: Vec<&'static str> = keys.iter().map(|(key, _)| *key).collect();
        absent.retain(|key| entries.iter().all(|(written, _)| written.value != *key));
        let mut meant: Vec<&'static str> = Vec::new();
        for (written, _) in entries {
            if keys.iter().any(|(key, _)| *key == written.value) {
                continue;
            }
            let typed = written.value.split(['：', ':']).next().unwrap_or_default().trim();
            let cut = absent.iter().copied().find(|key| *key == typed);
            let guess = cut.or_else(|| nearest(&written.value, absent.iter().copied()));
            let mut finding = unknown_key(written, guess, keys);
            let colons = keys::colons(&written.span, is_key);
            if cut.is_some() && !colons.is_empty() {
                finding.fix = Fix::edits(Certainty::Certain, "改用半角冒号，后面空一格", colons);
                meant.extend(guess);
            } else if let Some(guess) = guess.filter(|guess| !meant.contains(guess)) {
                // No key has a digit: one that stands there is of the value.
                let is_sure = only_nearest(&written.value, absent.iter().copied()).is_some()
                    && !written.value.contains(char::is_numeric);
                finding.fix = is_sure.then(|| Fix::word(Certainty::Likely, written.span.clone(), guess));
                meant.push(guess);
            }
            problems.push(finding);
        }
        Some(Self { entries, owner: &node.span, meant })
    }

    /// The value under `key`, or what stands for it where it is missing.
    pub fn take<T: Decode>(&self, key: &'static str, problems: &mut Problems) -> Option<T> {
        match self.entries.iter().find(|(written, _)| written.value == key) {
            Some((_, node)) => T::decode(node, problems),
            None if self.meant.contains(&key) => T::missing(key, self.owner, &mut Problems::new()),
            None => T::missing(key, self.owner, problems),
        }
    }
}

fn unknown_key(written: &Spanned<String>, guess: Option<&str>, keys: &[(&str, &str)]) -> Diagnostic {
    let allowed = keys.iter().map(|(key, _)| *key).collect::<Vec<_>>().join("、");
    let help = match guess {
        Some(guess) => format!("是不是想写「{guess}」？这里可以写的键：{allowed}"),
        None => format!("这里可以写的键：{allowed}"),
    };
    rules::UNKNOWN_KEY
        .finding(format!("没有「{}」这个键", shown(&written.value)))
        .at(written.span.clone(), "认不出")
        .help(help)
}

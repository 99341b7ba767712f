//! Reading a map with fixed keys.

use std::sync::Arc;

use super::decode::{self, Decode, missing_key};
use super::keys::{self, IsKey};
use super::nearest::{nearest, only_nearest};
use super::problems::Problems;
use super::tree::{Node, note_all};
use super::wrong::shown;
use crate::diagnostic::persons::{Whose, note_value};
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
    /// [`Fields::open`] for the record `record`, which may have further keys.
    pub fn open_record(
        node: &'a Node,
        record: &str,
        keys: &[(&'static str, &'static str)],
        is_key: IsKey,
        problems: &mut Problems,
    ) -> Option<Self> {
        let Some(further) = problems.further() else { return Self::open(node, keys, is_key, problems) };
        if further.has_any(record) {
            return Some(Self { entries: decode::map(node, is_key, problems)?, owner: &node.span, meant: Vec::new() });
        }
        let all = [keys, &further.keys(record)].concat();
        Self::open_known(node, record, &all, is_key, problems)
    }

    /// [`Fields::open`] for the record `record`, of which it may be known what other keys it has at other times.
    pub fn open_known(
        node: &'a Node,
        record: &str,
        keys: &[(&'static str, &'static str)],
        is_key: IsKey,
        problems: &mut Problems,
    ) -> Option<Self> {
        Self::open_as(node, Some(record), keys, is_key, problems)
    }

    /// Reports every key that is not among `keys`; `None` if `node` is no map.
    pub fn open(
        node: &'a Node,
        keys: &[(&'static str, &'static str)],
        is_key: IsKey,
        problems: &mut Problems,
    ) -> Option<Self> {
        Self::open_as(node, None, keys, is_key, problems)
    }

    fn open_as(
        node: &'a Node,
        record: Option<&str>,
        keys: &[(&'static str, &'static str)],
        is_key: IsKey,
        problems: &mut Problems,
    ) -> Option<Self> {
        let known = record.and_then(|record| Some((record, Arc::clone(problems.further()?))));
        let entries = decode::map(node, is_key, problems)?;
        let mut absent: Vec<&'static str> = keys.iter().map(|(key, _)| *key).collect();
        absent.retain(|key| entries.iter().all(|(written, _)| written.value != *key));
        let mut meant: Vec<&'static str> = Vec::new();
        for (written, value) in entries {
            if keys.iter().any(|(key, _)| *key == written.value) {
                continue;
            }
            if let Some((record, further)) = &known {
                note_persons(&written.value, value, &further.persons(record), &absent);
                if let Some(when) = further.at_another_time(record, &written.value) {
                    problems.push(of_another_time(written, when, keys));
                    continue;
                }
            }
            let typed = written.value.split(['：', ':']).next().unwrap_or_default().trim();
            let cut = absent.iter().copied().find(|key| *key == typed);
            let guess = cut.or_else(|| nearest(&written.value, absent.iter().copied()));
            let mut finding = unknown_key(written, guess, keys);
            let colon_fix = keys::colon_fix(&written.span, is_key);
            if cut.is_some() && colon_fix.is_some() {
                finding.fix = colon_fix;
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

    /// What stands under `key`, where it is written.
    #[must_use]
    pub fn written(&self, key: &str) -> Option<&'a Node> {
        self.entries.iter().find(|(written, _)| written.value == key).map(|(_, node)| node)
    }

    /// Says that the record lacks `key`, unless another key was probably meant to be it.
    pub fn report_missing(&self, key: &'static str, problems: &mut Problems) {
        if !self.meant.contains(&key) {
            problems.push(missing_key(key, self.owner));
        }
    }

    /// The value under `key`, or what stands for it where it is missing.
    pub fn take<T: Decode>(&self, key: &'static str, problems: &mut Problems) -> Option<T> {
        match self.written(key) {
            Some(node) => T::decode(node, problems),
            None if self.meant.contains(&key) => T::missing(key, self.owner, &mut Problems::new()),
            None => T::missing(key, self.owner, problems),
        }
    }
}

/// Keeps what stands behind an unknown key that may have been meant as one of the keys of `persons`: it is like one of them, or
/// like none of the record's `absent` keys.
fn note_persons(written: &str, value: &Node, persons: &[(&'static str, Whose)], absent: &[&'static str]) {
    // Behind a colon that is none to YAML the value is a part of the key.
    let (key, rest) = written.split_once(['：', ':']).unwrap_or((written, ""));
    let is_like_none = nearest(key, absent.iter().copied()).is_none();
    for (person, whose) in persons {
        if is_like_none || nearest(key, [*person]).is_some() {
            note_value(rest, *whose);
            note_all(value, *whose);
        }
    }
}

fn of_another_time(written: &Spanned<String>, when: &str, keys: &[(&str, &str)]) -> Diagnostic {
    let allowed = keys.iter().map(|(key, _)| *key).collect::<Vec<_>>().join("、");
    rules::UNKNOWN_KEY
        .finding(format!("「{}」{when}", shown(&written.value)))
        .at(written.span.clone(), "这一期没有")
        .help(format!("删掉它；日期不对的，改 office.yaml 的「变更」。这里可以写的键：{allowed}"))
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

//! Reading a map with fixed keys.

use super::decode::{self, Decode, missing_key};
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
        let further = problems.further().cloned();
        let when = |key: &str| further.as_ref()?.at_another_time(record, key).map(str::to_owned);
        Self::open_if(node, keys, is_key, &when, problems)
    }

    /// Reports every key that is not among `keys`; `None` if `node` is no map.
    pub fn open(
        node: &'a Node,
        keys: &[(&'static str, &'static str)],
        is_key: IsKey,
        problems: &mut Problems,
    ) -> Option<Self> {
        Self::open_if(node, keys, is_key, &|_| None, problems)
    }

    /// `when`: since or until when there is a key that is not among `keys`.
    fn open_if(
        node: &'a Node,
        keys: &[(&'static str, &'static str)],
        is_key: IsKey,
        when: &dyn Fn(&str) -> Option<String>,
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
            if let Some(when) = when(&written.value) {
                problems.push(of_another_time(written, &when, keys));
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

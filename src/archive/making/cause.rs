//! Why a file would be made.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::archive::inputs::PERSONS;
use crate::archive::manifest::{Entry, Inputs, Manifest};
use crate::press::hash::{Hash, Short};
use crate::record::built_in::KINDS;

/// One reason for making a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// `--force`.
    Asked,
    /// No manifest names it.
    NeverMade,
    Missing,
    /// The file is not the one that was written.
    Damaged,
    Week(String),
    /// The record of another week that the paper compares its own with.
    Compared(String),
    /// Keys of the office's file; empty where nothing is known of what they were.
    Office(Vec<String>),
    Template(String),
    /// A built-in template that another program had otherwise: nobody has changed it.
    BuiltIn(String),
    /// Families whose files differ.
    Fonts(Vec<String>),
    Layout(u32, u32),
    /// Another kind of cause: what is printed differs, though nothing of the above does.
    Program(String),
}

impl Cause {
    /// In messages to programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Asked => "force",
            Self::NeverMade => "never-made",
            Self::Missing => "missing",
            Self::Damaged => "damaged",
            Self::Week(_) => "week",
            Self::Compared(_) => "week-compared",
            Self::Office(_) => "office",
            Self::Template(_) => "template",
            Self::BuiltIn(_) => "built-in",
            Self::Fonts(_) => "fonts",
            Self::Layout(..) => "layout",
            Self::Program(_) => "program",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Asked => f.write_str("要求全部重做（--force）"),
            Self::NeverMade => f.write_str("清单里没有它"),
            Self::Missing => f.write_str("文件不见了"),
            Self::Damaged => f.write_str("文件被改动过，或者损坏了"),
            Self::Week(week) => write!(f, "周记录「{week}」变了"),
            Self::Compared(week) => write!(f, "用到的另一期记录「{week}」变了"),
            Self::Office(keys) if keys.is_empty() => f.write_str("office.yaml 变了"),
            Self::Office(keys) if *keys == [PERSONS] => write!(f, "{PERSONS}变了"),
            Self::Office(keys) => write!(f, "office.yaml 的「{}」变了", keys.join("」「")),
            Self::Template(name) => write!(f, "模板「{name}」变了"),
            Self::BuiltIn(name) => write!(f, "内置模板「{name}」随程序更新了"),
            Self::Fonts(families) if families.is_empty() => f.write_str("字体变了"),
            Self::Fonts(families) => write!(f, "字体变了：{}", families.join("、")),
            Self::Layout(before, now) => write!(f, "程序的版式版本从 {before} 变为 {now}"),
            Self::Program(version) => write!(f, "它由程序的另一个版本（{version}）做成，印出来的内容不同"),
        }
    }
}

/// Records of `now` that `was` does not have, or where there are none such, those of `was` that are no more.
pub(super) fn changed_records(
    was: &Inputs,
    now: &Inputs,
    is_same: impl Fn(&(String, Hash), &(String, Hash)) -> bool,
) -> Vec<Cause> {
    let mut changed: Vec<Cause> = Vec::new();
    for (at, record) in now.records.iter().enumerate() {
        if !was.records.iter().any(|known| is_same(known, record)) {
            changed.push(changed_record(at, record));
        }
    }
    if changed.is_empty() {
        for (at, known) in was.records.iter().enumerate() {
            if !now.records.iter().any(|record| is_same(known, record)) {
                changed.push(changed_record(at, known));
            }
        }
    }
    changed
}

/// The first record is the week's own.
fn changed_record(at: usize, (name, _): &(String, Hash)) -> Cause {
    if at == 0 { Cause::Week(name.clone()) } else { Cause::Compared(name.clone()) }
}

/// In what `now` differs from what `before` was made from; `known` says what offices and fonts were.
pub(in crate::archive) fn differences(before: &Entry, now: &Inputs, known: &Manifest, here: &Manifest) -> Vec<Cause> {
    let was = &before.inputs;
    let mut causes = Vec::new();
    causes.extend(changed_records(was, now, |was, now| was == now));
    if was.office != now.office {
        let keys = match (known.offices.get(&was.office), here.offices.get(&now.office)) {
            (Some(was), Some(now)) => changed_keys(was, now),
            _ => Vec::new(),
        };
        causes.push(Cause::Office(keys));
    }
    if was.template != now.template || was.template_hash != now.template_hash {
        let name = now.template.to_string();
        causes.push(if is_built_in(was) && is_built_in(now) { Cause::BuiltIn(name) } else { Cause::Template(name) });
    }
    if was.fonts != now.fonts {
        let families = match (known.fonts.get(&was.fonts), here.fonts.get(&now.fonts)) {
            (Some(was), Some(now)) => changed_families(was, now),
            _ => Vec::new(),
        };
        causes.push(Cause::Fonts(families));
    }
    if was.layout != now.layout {
        causes.push(Cause::Layout(was.layout, now.layout));
    }
    causes
}

/// Whether a template that is built in, or was in an earlier program, makes the paper.
fn is_built_in(inputs: &Inputs) -> bool {
    let Some(kind) = KINDS.iter().find(|kind| kind.name == inputs.template.name) else { return false };
    let hash = inputs.template_hash;
    inputs.template.from.is_none()
        && (Hash::of_text(kind.template).short() == hash || kind.former.contains(&hash.to_string().as_str()))
}

/// Keys of the office's file whose values differ, sorted.
fn changed_keys(was: &BTreeMap<String, Short>, now: &BTreeMap<String, Short>) -> Vec<String> {
    let keys: BTreeSet<&String> = was.keys().chain(now.keys()).collect();
    keys.into_iter().filter(|key| was.get(*key) != now.get(*key)).cloned().collect()
}

/// Families of faces that only one of them has, sorted.
fn changed_families(was: &[(String, Hash)], now: &[(String, Hash)]) -> Vec<String> {
    let mut families = BTreeSet::new();
    for face in was.iter().chain(now) {
        if !(was.contains(face) && now.contains(face)) {
            families.insert(face.0.clone());
        }
    }
    families.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::manifest::TemplateName;
    use crate::record::edition::Edition;

    fn made_by(template: &str, hash: &str) -> Inputs {
        Inputs {
            records: Vec::new(),
            edition: Edition::Internal,
            office: Hash::of_bytes(b"office").short(),
            template: template.parse::<TemplateName>().unwrap(),
            template_hash: hash.parse().unwrap(),
            fonts: Hash::of_bytes(b"fonts").short(),
            layout: 1,
        }
    }

    #[test]
    fn a_built_in_template_is_known_also_as_earlier_programs_had_it() {
        let now = Hash::of_text(KINDS[0].template).short().to_string();
        assert!(is_built_in(&made_by("weekly", &now)));
        assert!(is_built_in(&made_by("weekly", "e65dc3ab3c1c9ee5")));
        // Another kind's, one of a day, and an office's own.
        assert!(!is_built_in(&made_by("notice", &now)));
        assert!(!is_built_in(&made_by("weekly@2021-01-01", &now)));
        assert!(!is_built_in(&made_by("weekly", "0123456789abcdef")));
        assert!(!is_built_in(&made_by("monthly", &now)));
    }
}

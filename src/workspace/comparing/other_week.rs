//! A week that was read to be compared with, and what is said where it cannot be.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::compose::Comparison;
use crate::diagnostic::{Diagnostic, add_unlike};
use crate::record::find::display;
use crate::record::week::Week;
use crate::workspace::findings::COMPARED;

/// Another week that was read to be compared with.
#[derive(Debug)]
pub(in crate::workspace) struct OtherWeek {
    pub(super) comparison: Comparison,
    pub(super) path: PathBuf,
    pub(super) week: Week,
}

/// What keeps a week from being composed: of what is wrong in the prose of another, that it is compared with it.
pub(in crate::workspace) fn told_of_others(
    week: &Week,
    others: &[OtherWeek],
    findings: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for finding in findings {
        let source = finding.primary.as_ref().map(|label| label.span.source());
        let other =
            others.iter().find(|other| source.is_some_and(|source| Arc::ptr_eq(source, other.week.span.source())));
        let finding = match other {
            Some(OtherWeek { comparison, path, .. }) => erroneous(*comparison, week, path, Some(finding)),
            None => finding,
        };
        add_unlike(&mut told, [finding]);
    }
    told
}

/// That something is `wrong` in the file `path`.
pub(super) fn erroneous(comparison: Comparison, week: &Week, path: &Path, wrong: Option<Diagnostic>) -> Diagnostic {
    let finding = unusable(comparison, week, path, &format!("{}的记录有错误", comparison.word()));
    match wrong.and_then(|wrong| wrong.primary) {
        Some(label) => finding.and_at(label.span, "先改好这里"),
        None => finding,
    }
}

/// That a week cannot be compared with the one in the file `path`.
pub(super) fn unusable(comparison: Comparison, week: &Week, path: &Path, what: &str) -> Diagnostic {
    let wanted = match comparison {
        Comparison::Register => "登记簿要列今年各期的记录".to_owned(),
        Comparison::Before | Comparison::YearBefore => format!("模板要用{}的数", comparison.word()),
    };
    COMPARED
        .finding(format!("{wanted}，{what}：「{}」", display(path)))
        .at(week.period.span.clone(), "这一期的文书没有做")
        .help("先改好那份记录；不该有它的，移到别处")
}

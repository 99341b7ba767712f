//! `zhoubao explain`: figures of the papers, how they came about and from which lines.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::arguments::ExplainOptions;
use super::exit::Exit;
use super::persons::know_persons_around;
use super::reporters::report;
use super::threads::use_threads;
use super::usage;
use crate::diagnostic::{Diagnostic, add_unlike};
use crate::metrics::FigureName;
use crate::record::find::{OfficeFolder, find};
use crate::report::{Event, Report, Work};
use crate::workspace::{
    CheckedWeek, Explained, Explanation, OfficeWorkspace, findings_without_office, know_persons, open,
};
use crate::yaml::Problems;

pub(super) fn run(options: &ExplainOptions) -> Exit {
    let (asked, path) = meant(options);
    let report = report(options.message_format.into());
    use_threads(None);
    let mut problems = Problems::new();
    let folders = find(std::slice::from_ref(&path), &mut problems);
    if !problems.is_empty() {
        know_persons_around(&[path]);
    }
    report.findings(problems.into_vec());
    let (mut weeks, mut own_names) = (Vec::new(), Vec::new());
    for folder in &folders {
        weeks.extend(explained_weeks(folder, asked, &report, &mut own_names));
    }
    let has_figures = weeks.iter().any(|week| !week.figures.is_empty());
    if let Some(asked) = asked.filter(|_| !has_figures && !weeks.is_empty()) {
        if asked.parse::<FigureName>().is_err() && !own_names.contains(&asked) {
            return usage::unknown_figure(asked, &own_names);
        }
        report.emit(&Event::NoFigure { asked });
    }
    for Week { office, name, figures } in weeks.iter().filter(|week| !week.figures.is_empty()) {
        report.emit(&Event::Figures { office, week: name, figures, in_full: asked.is_some() });
    }
    report.finish(Work::Check).into()
}

/// What is asked for, and where. A lone path is no figure.
fn meant(options: &ExplainOptions) -> (Option<&str>, PathBuf) {
    match (options.figure.as_deref(), &options.path) {
        (figure, Some(path)) => (figure, path.clone()),
        (Some(path), None) if path.parse::<FigureName>().is_err() && Path::new(path).exists() => {
            (None, PathBuf::from(path))
        }
        (figure, None) => (figure, PathBuf::from("data")),
    }
}

/// A week that could be read.
struct Week {
    office: String,
    /// By which its papers are filed.
    name: String,
    /// Those that were asked for; there may be none.
    figures: Vec<Explained>,
}

/// The weeks of an office that can be read; what holds up papers of theirs, and what is wrong with others, is reported. Adds
/// the names of the office's own figures.
fn explained_weeks(
    folder: &OfficeFolder,
    asked: Option<&str>,
    report: &Report,
    own_names: &mut Vec<&'static str>,
) -> Vec<Week> {
    let mut problems = Problems::new();
    let office = open(folder, &mut problems);
    report.emit(&Event::Office { name: &folder.name });
    report.emit(&Event::Weeks { count: folder.weeks.len() });
    if !problems.is_empty() {
        know_persons(std::slice::from_ref(folder));
    }
    // What may be let stand is reported by `check`.
    report.findings(problems.into_vec().into_iter().filter(Diagnostic::holds_up).collect());
    let Some(office) = office else {
        report.findings(folder.weeks.iter().flat_map(|path| findings_without_office(path)).collect());
        return Vec::new();
    };
    own_names.extend(office.own_figure_names());
    let opened = office.weeks(folder).into_par_iter();
    let explained: Vec<_> = opened.map(|week| explained(&office, week, asked)).collect();
    let (mut weeks, mut findings) = (Vec::new(), Vec::new());
    for (week, held_up) in explained {
        weeks.extend(week);
        // What is wrong with a template would be told again by every week.
        add_unlike(&mut findings, held_up);
    }
    report.findings(findings);
    weeks
}

/// What is known of a week, where its record can be read, and what holds up its papers.
fn explained(office: &OfficeWorkspace, opened: CheckedWeek, asked: Option<&str>) -> (Option<Week>, Vec<Diagnostic>) {
    let Explanation { figures, held_up } = match (opened.sound(), &opened.week) {
        (Some(week), _) => office.explain(week, asked),
        (None, Some(week)) => office.explain_record(week, asked),
        (None, None) => Explanation::default(),
    };
    let week =
        opened.week.as_ref().map(|week| Week { office: office.name.clone(), name: office.filed_as(week), figures });
    let mut findings = held_up;
    if opened.sound().is_none() {
        add_unlike(&mut findings, opened.findings);
    }
    (week, findings)
}

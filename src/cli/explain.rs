//! `zhoubao explain`: figures of the papers, how they came about and from which lines.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::json;

use super::Exit;
use super::arguments::{ExplainOptions, FigureFormat};
use super::report::{Report, line, no_colour, out, written};
use super::usage;
use crate::diagnostic::{Diagnostic, Human, Label, spans_to_json};
use crate::record::Problems;
use crate::record::find::find;
use crate::workspace::{CheckedWeek, Due, Explained, FIGURES, OpenOffice, findings_without_office, open};

pub(super) fn run(options: &ExplainOptions) -> Exit {
    let (asked, path) = meant(options);
    let mut report = Report::new(options.message_format.into());
    let mut problems = Problems::new();
    let offices = find(&[path], &mut problems);
    report.findings(problems.into_vec());
    let (mut weeks, mut told) = (0, Vec::new());
    for folder in &offices {
        let mut problems = Problems::new();
        let desk = open(folder, &mut problems);
        report.office(&folder.name);
        report.weeks += folder.weeks.len();
        // What may be let stand is told by `check`.
        report.findings(problems.into_vec().into_iter().filter(Diagnostic::holds_up).collect());
        let Some(desk) = desk else {
            report.findings(folder.weeks.iter().flat_map(|path| findings_without_office(path)).collect());
            continue;
        };
        let opened = desk.weeks(folder).into_par_iter();
        let explained: Vec<_> = opened.map(|week| explained(&desk, week, asked)).collect();
        for (start, figures) in explained {
            match figures {
                Ok(figures) => {
                    weeks += 1;
                    told.push(Week { office: desk.name.clone(), start, figures });
                }
                Err(findings) => report.findings(findings),
            }
        }
    }
    told.retain(|week| !week.figures.is_empty());
    if let Some(asked) = asked.filter(|_| told.is_empty() && weeks > 0) {
        if !FIGURES.contains(&asked) {
            return usage::unknown_figure(asked);
        }
        if report.is_for_people() {
            out(&format!("这里的各周都没有「{asked}」"));
        }
    }
    for week in &told {
        match options.message_format {
            FigureFormat::Json => week.as_json(),
            FigureFormat::Human => week.for_people(asked.is_some()),
        }
    }
    report.finish(false)
}

/// What is asked for, and where. A lone path is no figure.
fn meant(options: &ExplainOptions) -> (Option<&str>, PathBuf) {
    match (options.figure.as_deref(), &options.path) {
        (figure, Some(path)) => (figure, path.clone()),
        (Some(path), None) if !FIGURES.contains(&path) && Path::new(path).exists() => (None, PathBuf::from(path)),
        (figure, None) => (figure, PathBuf::from("data")),
    }
}

/// The week's first day, and its figures or why there are none.
fn explained(
    desk: &OpenOffice,
    opened: CheckedWeek,
    asked: Option<&str>,
) -> (String, Result<Vec<Explained>, Vec<Diagnostic>>) {
    match opened.sound() {
        Some(week) => (week.period.value.start().value.to_string(), desk.explain(week, asked)),
        None => (String::new(), Err(opened.findings)),
    }
}

struct Week {
    office: String,
    /// Its first day.
    start: String,
    figures: Vec<Explained>,
}

impl Week {
    fn as_json(&self) {
        for figure in &self.figures {
            let told = |paper: Option<&Due>, text: Option<String>| {
                line(&json!({
                    "reason": "figure",
                    "office": self.office,
                    "week": self.start,
                    "paper": paper.map(|due| json!({
                        "kind": due.kind,
                        "number": due.number(),
                    })),
                    "name": figure.name,
                    "of": figure.of,
                    "value": figure.value(),
                    "rule": figure.rule,
                    "text": text,
                    "spans": spans_to_json(&labels(figure)),
                }));
            };
            if figure.printed.is_empty() {
                told(None, None);
            }
            figure.printed.iter().for_each(|printed| told(Some(&printed.paper), Some(printed.text())));
        }
    }

    fn for_people(&self, in_full: bool) {
        out(&format!("{} {}", self.office, self.start));
        let human = Human { color: std::io::stdout().is_terminal() && !no_colour() };
        for figure in &self.figures {
            if in_full {
                let told = human.explain(&title(figure), &notes(figure), &labels(figure));
                written(writeln!(anstream::stdout(), "\n{told}"));
            } else {
                let printed = if figure.printed.is_empty() { "（本周没有印出）" } else { "" };
                out(&format!("  {}{printed}", title(figure)));
            }
        }
        out("");
    }
}

fn title(figure: &Explained) -> String {
    let name = figure.name.unwrap_or("记录里的值");
    let of = figure.of.as_ref().map_or_else(String::new, |of| format!("（{of}）"));
    format!("{name}{of}：{}", figure.value())
}

fn notes(figure: &Explained) -> Vec<(&'static str, String)> {
    let mut notes: Vec<(&'static str, String)> = Vec::new();
    for printed in &figure.printed {
        notes.push(("文中", format!("{}：{}", printed.paper.name(), printed.sentence())));
    }
    if notes.is_empty() {
        notes.push(("文中", "本周没有印出".to_owned()));
    }
    notes.push(("算法", figure.rule.clone()));
    notes
}

fn labels(figure: &Explained) -> Vec<Label> {
    figure.from.iter().map(|place| Label { span: place.clone(), text: String::new() }).collect()
}

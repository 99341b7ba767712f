//! For programs: one JSON object a line, on stdout. `docs/command-line.md` says which there are.

use serde_json::{Value, json};

use super::event::Event;
use super::reporter::Reporter;
use super::stdout::note;
use super::summary::{Ending, Summary};
use super::unwritten::remember;
use super::wording;
use crate::archive::making::{Made, Stale};
use crate::diagnostic::gate::Stream;
use crate::diagnostic::{spans_to_json, to_json};
use crate::layout::LineCount;
use crate::record::find::display;
use crate::record::set_aside_number::SetAside;
use crate::record::value::NoticeNumber;
use crate::workspace::Masked;
use crate::workspace::numbering::{Assigned, NumbersSetAside};
use crate::workspace::{Due, Explained, Printed};

pub struct JsonReporter;

impl Reporter for JsonReporter {
    fn report(&mut self, event: &Event) {
        for object in objects(event) {
            remember(&Stream::Stdout.object(object));
        }
        match event {
            Event::Finished { summary, .. } if summary.ending == Ending::Stopped => {
                note(wording::STOPPED);
            }
            _ => {
                if let Some(words) = wording::note(event) {
                    note(&words);
                }
            }
        }
    }
}

/// An event as objects: one for most, several for figures, none for what is only for people.
fn objects(event: &Event) -> Vec<Value> {
    match event {
        Event::Finding(finding) => vec![to_json(finding)],
        Event::LeftOut { file, count } => vec![json!({"reason": "left-out", "file": file, "count": count})],
        Event::Fixed { file, edits, backup, diff } => {
            let backup = display(backup);
            vec![json!({"reason": "fixed", "file": file, "edits": edits, "backup": backup, "diff": diff})]
        }
        Event::Paper { office, week, made } => vec![paper(office, week, made)],
        Event::Stale { office, week, stale } => vec![self::stale(office, week, stale)],
        Event::HeldUp { office, week, due } => vec![held_up(office, week, due)],
        Event::Lines { office, week, due, lines } => vec![self::lines(office, week, due, lines)],
        Event::Package { office, year, packaged } => vec![json!({
            "reason": "package",
            "office": office,
            "year": year,
            "path": display(&packaged.path),
            "papers": packaged.papers,
            "fresh": packaged.fresh,
        })],
        Event::Masked { office, week, due, masked } => {
            masked.iter().map(|masked| self::masked(office, week, due, masked)).collect()
        }
        Event::Figures { office, week, figures, .. } => {
            figures.iter().flat_map(|figure| self::figures(office, week, figure)).collect()
        }
        Event::Numbered { office, assigned, is_written } => vec![numbered(office, assigned, *is_written)],
        Event::SetAside { office, numbers, is_written } => vec![set_aside(office, numbers, *is_written)],
        Event::Finished { summary, .. } => vec![finished(summary)],
        _ => Vec::new(),
    }
}

/// An object about a paper: which it is, and what `more` says of it.
fn of_paper(reason: &str, office: &str, week: &str, due: &Due, more: Value) -> Value {
    let mut object = json!({
        "reason": reason,
        "office": office,
        "week": week,
        "kind": due.kind,
        "number": number(due),
        "unit": due.subject.unit(),
        "item": due.subject.item(),
    });
    if let (Value::Object(fields), Value::Object(more)) = (&mut object, more) {
        fields.extend(more);
    }
    object
}

fn paper(office: &str, week: &str, made: &Made) -> Value {
    let more = json!({
        "format": made.format.word(),
        "path": display(&made.path),
        "sha256": made.sha256,
        "pages": made.pages,
        "fresh": made.fresh,
    });
    of_paper("paper", office, week, &made.due, more)
}

fn stale(office: &str, week: &str, stale: &Stale) -> Value {
    let mut causes = Vec::new();
    for (cause, message) in stale.causes.iter().zip(wording::causes(stale)) {
        causes.push(json!({"code": cause.code(), "message": message}));
    }
    let more = json!({
        "format": stale.format.word(),
        "path": display(&stale.path),
        "causes": causes,
    });
    of_paper("stale", office, week, &stale.due, more)
}

fn held_up(office: &str, week: &str, due: &Due) -> Value {
    of_paper("held-up", office, week, due, json!({}))
}

fn masked(office: &str, week: &str, due: &Due, masked: &Masked) -> Value {
    let place = wording::place_of(masked);
    let more = json!({
        "what": masked.kind,
        "count": masked.count,
        "file": place.map(|(file, _)| file),
        "line": place.map(|(_, line)| line),
    });
    of_paper("masked", office, week, due, more)
}

fn lines(office: &str, week: &str, due: &Due, lines: &LineCount) -> Value {
    let mut fragile = Vec::new();
    for line in &lines.fragile {
        fragile.push(json!({"page": line.page, "text": line.text}));
    }
    let more = json!({
        "lines": lines.lines,
        "spaced": lines.spaced,
        "widest": lines.widest.pt().0,
        "fragile": fragile.len(),
        "fragile_lines": fragile,
        "closed_up": lines.closed_up.map(|close| json!({
            "lines_a_page": close.lines_a_page,
            "pitch": close.pitch.map(|pitch| pitch.pt().0),
            "paragraphs": close.paragraphs,
            "pages": close.pages,
            "pages_else": close.pages_else,
        })),
    });
    of_paper("lines", office, week, due, more)
}

/// The number of what a paper is about: digits, or a text, or nothing.
fn number(due: &Due) -> Value {
    match due.number() {
        Some(NoticeNumber::Digits(digits)) => (*digits).into(),
        Some(NoticeNumber::Text(text)) => text.as_str().into(),
        None => Value::Null,
    }
}

/// A figure, once for each line that prints it, or once where none does.
fn figures(office: &str, week: &str, figure: &Explained) -> Vec<Value> {
    if figure.printed.is_empty() {
        return vec![self::figure(office, week, figure, None)];
    }
    figure.printed.iter().map(|printed| self::figure(office, week, figure, Some(printed))).collect()
}

fn figure(office: &str, week: &str, figure: &Explained, printed: Option<&Printed>) -> Value {
    json!({
        "reason": "figure",
        "office": office,
        "week": week,
        "paper": printed.map(|printed| json!({"kind": printed.paper.kind, "number": number(&printed.paper), "unit": printed.paper.subject.unit(), "item": printed.paper.subject.item()})),
        "name": figure.name,
        "of": figure.of,
        "value": figure.value(),
        "rule": figure.rule,
        "text": printed.map(Printed::text),
        "spans": spans_to_json(&figure.labels()),
    })
}

fn numbered(office: &str, assigned: &Assigned, is_written: bool) -> Value {
    let due = &assigned.due;
    let more = json!({
        "year": assigned.year,
        "document_number": assigned.number,
        "text": assigned.printed(),
        "file": display(&assigned.file),
        "line": assigned.line,
        "written": is_written,
    });
    of_paper("numbered", office, &assigned.week, due, more)
}

fn set_aside(office: &str, set_aside: &NumbersSetAside, is_written: bool) -> Value {
    let reason = match set_aside.what {
        SetAside::Reserved => "reserved",
        SetAside::Void => "voided",
    };
    json!({
        "reason": reason,
        "office": office,
        "year": set_aside.year,
        "document_numbers": set_aside.numbers,
        "why": set_aside.why,
        "file": display(&set_aside.file),
        "line": set_aside.line,
        "written": is_written,
    })
}

fn finished(summary: &Summary) -> Value {
    json!({
        "reason": "finished",
        "offices": summary.offices.len(),
        "weeks": summary.weeks,
        "papers": summary.papers,
        "stale": summary.stale,
        "held_up": summary.held_up,
        "compared": summary.compared,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "advice": summary.advice,
        "acknowledged": summary.acknowledged,
        "fixed": summary.fixed,
        "numbered": summary.numbered,
        "seconds": summary.seconds(),
    })
}

//! Findings as a person reads them in a terminal.

use super::excerpt::excerpt;
use super::finding::{Diagnostic, Label};
use super::fix::Certainty;
use super::gate::discreet;
use super::severity::Severity;
use crate::source::Source;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use std::sync::Arc;

/// Renders findings with the line that they are about and a mark under the characters that are meant.
///
/// The frame is drawn in ASCII: Chinese terminals give box-drawing characters two cells, and the marks would slip.
#[derive(Debug, Clone, Copy)]
pub struct Human {
    /// Whether to colour the output.
    pub color: bool,
}

/// In terminal cells, for the lines of a source; line number and frame come to it.
const WIDTH: usize = 72;

impl Human {
    /// Several lines, without a line end behind the last.
    #[must_use]
    pub fn render(self, diagnostic: &Diagnostic) -> String {
        if let Some(reason) = &diagnostic.acknowledged {
            return acknowledged(diagnostic, reason);
        }
        let level = level(diagnostic.severity);
        let mut group = Group::with_title(level.primary_title(discreet(&diagnostic.message)).id(diagnostic.rule.code));
        let primary = diagnostic.primary.iter().map(|label| (label, true));
        group = show_all(group, primary.chain(diagnostic.others.iter().map(|label| (label, false))));
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.with_name("帮助").message(discreet(help)));
        }
        if let Some(fix) = &diagnostic.fix {
            let how = match fix.certainty {
                Certainty::Certain => "zhoubao check --fix 可以替你改",
                Certainty::Likely => "zhoubao check --fix 会问过你再改",
            };
            group = group.element(Level::HELP.with_name("改正").message(discreet(&format!("{}；{how}", fix.label))));
        }
        self.renderer().render(&[group])
    }

    /// Something that is no finding: what it is, what there is to say of it, each with a word before it, and the places
    /// that it came from.
    #[must_use]
    pub fn explain(self, title: &str, notes: &[(&str, String)], places: &[Label]) -> String {
        let mut group = Group::with_title(Level::NOTE.no_name().primary_title(discreet(title)));
        for (name, note) in notes {
            group = group.element(Level::NOTE.with_name(*name).message(discreet(note)));
        }
        group = show_all(group, places.iter().map(|label| (label, true)));
        self.renderer().render(&[group])
    }

    fn renderer(self) -> Renderer {
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        renderer.term_width(WIDTH)
    }
}

fn level(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE,
    };
    level.with_name(severity.word())
}

/// One line: it is listed, and need not be looked at again.
fn acknowledged(diagnostic: &Diagnostic, reason: &str) -> String {
    let place = diagnostic.primary.as_ref().map_or_else(String::new, |label| {
        let start = label.span.start();
        format!("{}:{}:{}：", label.span.source().name(), start.line, start.column)
    });
    discreet(&format!("已认可[{}]: {place}{}；理由：{reason}", diagnostic.rule.code, diagnostic.message))
}

/// A label and whether it is the primary one.
type Marked<'a> = (&'a Label, bool);

fn show_all<'a>(group: Group<'a>, labels: impl Iterator<Item = Marked<'a>>) -> Group<'a> {
    by_source(labels).into_iter().fold(group, |group, (source, labels)| show(group, source, &labels))
}

/// The labels by the file in which they lie, that of the first one first.
fn by_source<'a>(labels: impl Iterator<Item = Marked<'a>>) -> Vec<(&'a Arc<Source>, Vec<Marked<'a>>)> {
    let mut files: Vec<(&Arc<Source>, Vec<Marked<'_>>)> = Vec::new();
    for marked in labels {
        let source = marked.0.span.source();
        match files.iter_mut().find(|(known, _)| Arc::ptr_eq(known, source)) {
            Some((_, labels)) => labels.push(marked),
            None => files.push((source, vec![marked])),
        }
    }
    files
}

fn show<'a>(group: Group<'a>, source: &'a Source, labels: &[Marked<'a>]) -> Group<'a> {
    let plain: Vec<&Label> = labels.iter().map(|(label, _)| *label).collect();
    let excerpt = excerpt(source, &plain);
    let annotations = labels.iter().zip(excerpt.places).map(|((label, primary), place)| {
        let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        annotation(kind.span(place), &label.text)
    });
    let snippet = Snippet::source(excerpt.text).path(discreet(source.name())).line_start(excerpt.first_line);
    group.element(snippet.annotations(annotations))
}

fn annotation<'a>(annotation: Annotation<'a>, text: &'a str) -> Annotation<'a> {
    if text.is_empty() { annotation } else { annotation.label(discreet(text)) }
}

//! Tabs at the beginning of lines, which YAML does not take, and the spaces that were meant by them.

use crate::diagnostic::{Certainty, Edit, Fix};
use crate::source::{Source, Span};
use granit_parser::Parser;
use std::sync::Arc;

/// Spaces for the tabs at the beginning of lines: two for each, or as many as the line above has before its key;
/// `None` where neither can be read to the last of them, or it is not clear which is meant.
pub(super) fn without_tabs(source: &Arc<Source>) -> Option<Fix> {
    let count = source.position(source.text().len()).line;
    let tabbed: Vec<usize> = (1..=count).filter(|number| is_tabbed(source.line(*number))).collect();
    let last = *tabbed.last()?;
    let (label, indents): (_, Vec<String>) = if tabbed.iter().all(|number| fits(source, *number)) {
        let indents = tabbed.iter().map(|number| two_for_each(source.line(*number))).collect();
        ("把缩进里的制表符换成空格，一个换两格", indents)
    } else {
        let [number] = tabbed.as_slice() else { return None };
        ("把缩进里的制表符换成空格，与上一行左边对齐", vec![aligned(source, *number)])
    };
    let mut edits = Vec::new();
    for (number, text) in tabbed.into_iter().zip(indents) {
        let start = source.line_start(number);
        let place = Span::new(source, start..start + indent(source.line(number)).len());
        edits.push(Edit { place, text });
    }
    let is_read = reads_beyond(&mended_text(source, &edits), last);
    Fix::edits(Certainty::Likely, label, edits).filter(|_| is_read)
}

/// Whether two spaces for a tab are as deep as the line above: where lines with tabs and lines with spaces meet, they may
/// be another level than was meant.
fn fits(source: &Source, number: usize) -> bool {
    let Some(above) = line_above(source, number).filter(|above| !is_tabbed(above)) else { return true };
    let (column, wanted) = (two_for_each(source.line(number)).len(), key_column(above));
    column == wanted || above.trim_end().ends_with(':') && column > wanted
}

/// As many spaces as the line above has before its key.
fn aligned(source: &Source, number: usize) -> String {
    match line_above(source, number) {
        Some(above) => " ".repeat(key_column(&above.replace('\t', "  "))),
        None => String::new(),
    }
}

/// The nearest line above that is not blank.
fn line_above(source: &Source, number: usize) -> Option<&str> {
    (1..number).rev().map(|number| source.line(number)).find(|line| !line.trim().is_empty())
}

fn is_tabbed(line: &str) -> bool {
    indent(line).contains('\t')
}

fn two_for_each(line: &str) -> String {
    indent(line).replace('\t', "  ")
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// At which column (in bytes, from 0) the key of a line stands, behind hyphens.
pub(super) fn key_column(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '-']).len()
}

fn mended_text(source: &Source, edits: &[Edit]) -> String {
    let mut text = source.text().to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.place.range(), &edit.text);
    }
    text
}

/// Whether the parser comes beyond a line.
fn reads_beyond(text: &str, line: usize) -> bool {
    let source = Source::new("", text);
    let error = Parser::new_from_str(text).find_map(Result::err);
    error.is_none_or(|error| source.position(error.marker().byte_offset().unwrap_or(0)).line > line)
}

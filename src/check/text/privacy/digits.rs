//! Runs of digits, and what stands before them.

use std::ops::Range;

use crate::check::text::line::Line;

/// The runs of digits that no letter goes on to, as in A12345.
pub fn plain_runs(line: &Line) -> impl Iterator<Item = Range<usize>> {
    line.digit_runs().filter(|run| !follows_letter(line, run))
}

/// The runs of digits with a letter before them.
pub fn lettered_runs(line: &Line) -> impl Iterator<Item = Range<usize>> {
    line.digit_runs().filter(|run| follows_letter(line, run))
}

fn follows_letter(line: &Line, run: &Range<usize>) -> bool {
    line.before(run.start).is_ascii_alphabetic() || ends_a_dotted_plate(line, run)
}

/// No plate has more characters behind its dot.
const LONGEST_TAIL: usize = 10;

/// 云A·12345: the digits behind the dot, if no letter stands among them.
fn ends_a_dotted_plate(line: &Line, run: &Range<usize>) -> bool {
    let has_dot = matches!(line.before(run.start), '·' | '•') && run.start > 1;
    has_dot
        && line.before(run.start - 1).is_ascii_uppercase()
        && !(run.end..line.len().min(run.end + LONGEST_TAIL))
            .map(|at| line.c(at))
            .take_while(char::is_ascii_alphanumeric)
            .any(|c| c.is_ascii_digit())
}

/// Digits that are typed in groups, such as 6222 0200 1111 2222.
pub struct Groups {
    pub cells: Range<usize>,
    pub first: Range<usize>,
    pub digits: String,
}

/// Where two groups of digits or more stand with a space or a dash between each two.
pub fn groups(line: &Line) -> Vec<Groups> {
    let mut all = Vec::new();
    let mut runs = line.digit_runs().peekable();
    while let Some(first) = runs.next() {
        let mut end = first.end;
        let mut digits = line.text(first.clone()).to_owned();
        while let Some(next) = runs.next_if(|next| next.start == end + 1 && matches!(line.c(end), ' ' | '-')) {
            end = next.end;
            digits.push_str(line.text(next));
        }
        if end > first.end {
            all.push(Groups { cells: first.start..end, first, digits });
        }
    }
    all
}

/// How far before a number it is looked for what the number is, in characters.
const NEAR: usize = 16;

/// What stands in the clause just before `at`, where a number is said to be this or that.
pub fn words_before<'a>(line: &Line<'a>, at: usize) -> &'a str {
    line.text(line.clause(at).start.max(at.saturating_sub(NEAR))..at)
}

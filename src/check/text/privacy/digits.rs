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
    let mut all: Vec<Groups> = Vec::new();
    let mut before: Option<Range<usize>> = None;
    for run in line.digit_runs() {
        match (before, all.last_mut()) {
            (Some(before), Some(last)) if goes_on(line, &before, &run) && last.cells.end == before.end => {
                last.digits.push_str(line.text(run.clone()));
                last.cells.end = run.end;
            }
            (Some(before), _) if goes_on(line, &before, &run) => {
                let digits = [line.text(before.clone()), line.text(run.clone())].concat();
                all.push(Groups { cells: before.start..run.end, first: before, digits });
            }
            _ => {}
        }
        before = Some(run);
    }
    all
}

/// Whether a run of digits goes on with the next one.
fn goes_on(line: &Line, run: &Range<usize>, next: &Range<usize>) -> bool {
    next.start == run.end + 1 && matches!(line.c(run.end), ' ' | '-')
}

/// How far before a number it is looked for what the number is, in characters.
const NEAR: usize = 16;

/// What stands in the clause just before `at`, where a number is said to be this or that.
pub fn words_before<'a>(line: &Line<'a>, at: usize) -> &'a str {
    line.text(line.clause(at).start.max(at.saturating_sub(NEAR))..at)
}

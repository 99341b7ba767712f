//! Telephone, identity-card and bank numbers.

use std::ops::Range;

use super::characters::{digit, is_digit};

/// What of numbers that belong to somebody is to be hidden.
pub(super) fn numbers(chars: &[char]) -> Vec<Range<usize>> {
    let runs = runs(chars);
    (0..runs.len()).filter_map(|at| hidden(chars, &runs[at..])).collect()
}

/// What is to be hidden of the number that begins with the first of `runs`.
fn hidden(chars: &[char], runs: &[Range<usize>]) -> Option<Range<usize>> {
    let run = runs.first()?.clone();
    let first = digit(chars[run.start]);
    let second = chars.get(run.start + 1).map_or(' ', |c| digit(*c));
    let is_mobile = first == '1' && matches!(second, '3'..='9');
    match run.len() {
        11 if is_mobile => Some(run.start + 3..run.end - 4),
        17 if matches!(chars.get(run.end), Some('X' | 'x' | 'Ｘ')) => Some(run.start + 3..run.end - 3),
        15..=19 => Some(run.start + 3..run.end - 4),
        10..=12 if first == '0' => Some(run.start + 4..run.end - 4),
        3 | 4 if first == '0' => {
            let line = next_run(chars, runs, &['-', '－', '—', '–', ')', '）', ' '])?;
            matches!(line.len(), 7 | 8).then(|| line.start..line.end - 4)
        }
        3 if is_mobile => {
            let marks = ['-', ' ', '－', '—'];
            let middle = next_run(chars, runs, &marks)?;
            let last = next_run(chars, &runs[1..], &marks)?;
            (middle.len() == 4 && last.len() == 4).then_some(middle)
        }
        _ => None,
    }
}

/// The second of `runs`, where one of `marks` and nothing else stands between it and the first.
fn next_run(chars: &[char], runs: &[Range<usize>], marks: &[char]) -> Option<Range<usize>> {
    let [first, second, ..] = runs else { return None };
    (second.start == first.end + 1 && marks.contains(&chars[first.end])).then(|| second.clone())
}

/// Where digits stand in a row.
fn runs(chars: &[char]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in chars.iter().enumerate().filter(|(_, c)| is_digit(**c)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// The digits of a telephone number however it is typed, but for the last four and, of a long one, the first three.
pub(super) fn middle_of_digits(chars: &[char], value: Range<usize>) -> Vec<Range<usize>> {
    let digits: Vec<usize> = value.filter(|at| is_digit(chars[*at])).collect();
    if digits.len() < 7 {
        return Vec::new();
    }
    let kept = if digits.len() < 9 { 0 } else { 3 };
    digits[kept..digits.len() - 4].iter().map(|at| *at..at + 1).collect()
}

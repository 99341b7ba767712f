//! A line's own checksum, by which it is whole wherever it stands.

use crate::press::hash::Hash;

/// The last word of a line: how it begins.
const WORD: &str = " sum=";

/// The line with its checksum.
pub(in crate::archive) fn with_sum(line: &str) -> String {
    format!("{line}{WORD}{}", Hash::of_bytes(line.as_bytes()).short())
}

/// The line without its checksum; `None` where it has none, or another line's.
pub(in crate::archive) fn without_sum(line: &str) -> Option<&str> {
    let (said, _) = line.rsplit_once(WORD)?;
    (with_sum(said) == line).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_changed_in_any_character_is_not_whole() {
        let line = with_sum("paper a size=1");
        assert_eq!(without_sum(&line), Some("paper a size=1"));
        for at in 0..line.len() {
            let mut changed = line.clone().into_bytes();
            changed[at] = if changed[at] == b'x' { b'y' } else { b'x' };
            assert_eq!(without_sum(std::str::from_utf8(&changed).unwrap()), None, "{at}");
            let shorter = format!("{}{}", &line[..at], &line[at + 1..]);
            assert_eq!(without_sum(&shorter), None, "{at}");
        }
    }
}

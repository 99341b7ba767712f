//! A name or a number as a part of a file's name.

use std::collections::BTreeSet;

/// So much of a long name is kept: with the kind before it and the format behind it, every system takes it.
const LONGEST: usize = 40;

/// `name` as a part of a file's name that is not `taken` yet; it is then. Where it is, as by a notice of the same number of
/// another sender, a number is put behind it: `6`, `6-2`.
pub fn free_file_part(name: &str, taken: &mut BTreeSet<String>) -> String {
    let plain = file_part(name);
    let mut part = plain.clone();
    let mut namesakes = 1_usize;
    // Some systems take names that differ in case for one.
    while !taken.insert(part.to_lowercase()) {
        namesakes += 1;
        part = format!("{plain}-{namesakes}");
    }
    part
}

/// `name` as a part of a file's name, which others may have too.
#[must_use]
pub fn file_part(name: &str) -> String {
    name.chars().take(LONGEST).map(in_file_name).collect()
}

/// Whether a part of a file's name is one that [`free_file_part`] may have made.
#[must_use]
pub fn is_file_part(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c == '-' || in_file_name(c) == c)
}

/// A character in a file's name: those that some system refuses there become `-`.
fn in_file_name(c: char) -> char {
    if c.is_alphanumeric() || matches!(c, '〔' | '〕' | '（' | '）') { c } else { '-' }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namesakes_have_parts_of_their_own() {
        let mut taken = BTreeSet::new();
        let numbers = ["6", "6", "6-2", "督办〔2020〕3号", "市长/信箱:3", "市长-信箱-3", "a1", "A1"];
        let parts = numbers.map(|number| free_file_part(number, &mut taken));
        assert_eq!(parts, ["6", "6-2", "6-2-2", "督办〔2020〕3号", "市长-信箱-3", "市长-信箱-3-2", "a1", "A1-2"]);
    }

    #[test]
    fn long_names_are_cut_and_still_differ() {
        let mut taken = BTreeSet::new();
        let [one, other] = ["甲", "乙"].map(|end| free_file_part(&format!("{}{end}", "长".repeat(40)), &mut taken));
        assert_eq!([one, other], ["长".repeat(40), format!("{}-2", "长".repeat(40))]);
    }
}

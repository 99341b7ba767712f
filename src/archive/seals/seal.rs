//! One seal: some papers of a week, as they were sent.

use std::collections::BTreeMap;

use crate::archive::manifest::{Entry, line, with_sum, without_sum};
use crate::press::hash::Hash;

const HEADER: &str = "zhoubao-seal 1";
const LEGEND: &str = "# 这一周发出去的文书。由 zhoubao build --seal 写成，不要改，不要删；解封用 --unseal。";

/// The papers of a week that were sealed together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The week's folder.
    pub week: String,
    /// Counts the seals that the week has had: the same papers may be sealed, unsealed and sealed again.
    pub nth: usize,
    pub papers: BTreeMap<String, Entry>,
}

impl Seal {
    pub(super) fn print(&self) -> String {
        let mut lines =
            vec![HEADER.to_owned(), LEGEND.to_owned(), with_sum(&format!("week {} {}", self.week, self.nth))];
        lines.extend(self.papers.iter().map(|paper| with_sum(&line("paper", paper))));
        lines.join("\n") + "\n"
    }

    /// `None` where the text is not whole.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().map(str::trim_end).filter(|line| *line != LEGEND);
        if lines.next() != Some(HEADER) {
            return None;
        }
        let (week, nth) = without_sum(lines.next()?)?.strip_prefix("week ")?.split_once(' ')?;
        let mut papers = BTreeMap::new();
        for line in lines {
            let (path, entry) = Entry::parse(without_sum(line)?.strip_prefix("paper ")?)?;
            papers.insert(path, entry);
        }
        Some(Self { week: week.to_owned(), nth: nth.parse().ok()?, papers })
    }

    /// What its file is called, without the ending.
    pub(super) fn stem(&self) -> String {
        format!("{}-{}", self.week, Hash::of_text(&self.print()).short())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_read_again_and_one_that_was_changed_is_none() {
        let line = format!(
            "2021-01-08/weekly.pdf size=3 sha256={} pages=2 week=2021-01-08.yaml:{} office=0123456789abcdef \
             template=weekly:0123456789abcdef fonts=0123456789abcdef layout=1 content=0123456789abcdef program=0.1.0 \
             sealed",
            Hash::of_bytes(b"pdf"),
            Hash::of_bytes(b"week")
        );
        let papers = BTreeMap::from([Entry::parse(&line).unwrap()]);
        let seal = Seal { week: "2021-01-08".to_owned(), nth: 1, papers };
        let text = seal.print();
        assert_eq!(Seal::parse(&text), Some(seal.clone()));
        assert_eq!(Seal::parse(&text.replace('\n', "\r\n")), Some(seal.clone()));
        let again = Seal { nth: 2, ..seal.clone() };
        assert_ne!(again.stem(), seal.stem());
        for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
            let mut changed = text.clone();
            changed.replace_range(at..=at, if &text[at..=at] == "7" { "8" } else { "7" });
            assert_eq!(Seal::parse(&changed), None, "{at}");
        }
    }
}

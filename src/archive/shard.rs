//! One machine's part of the work.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;
use std::path::Path;
use std::str::FromStr;

use crate::record::find::OfficeFolder;

/// The i-th of n parts, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    index: u32,
    count: u32,
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(index, count)| Some((index.parse().ok()?, count.parse().ok()?)));
        match parts {
            Some((index, count)) if (1..=count).contains(&index) => Ok(Self { index, count }),
            _ => Err("写成 3/7 的样子：一共 7 份，做第 3 份".to_owned()),
        }
    }
}

impl Shard {
    #[must_use]
    pub fn index(self) -> u32 {
        self.index
    }

    #[must_use]
    pub fn count(self) -> u32 {
        self.count
    }

    /// Another one of as many; `None` where there is none of that number.
    #[must_use]
    pub fn other(self, index: u32) -> Option<Self> {
        (1..=self.count).contains(&index).then_some(Self { index, ..self })
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.count)
    }
}

/// By shard the names of the offices in which it has weeks to make.
pub type Parts = BTreeMap<u32, BTreeSet<String>>;

/// The shard's part of all weeks, and in which offices each shard has its part. The weeks are cut, in the order in which
/// they lie, into runs of equal weight by what is in their files, so that a shard has few offices to read; every week is
/// in just one shard.
#[must_use]
pub fn part_of(offices: Vec<OfficeFolder>, shard: Shard) -> (Vec<OfficeFolder>, Parts) {
    let weights: Vec<u64> = offices.iter().flat_map(|office| &office.weeks).map(|week| weight(week)).collect();
    let runs = cut(&weights, shard.count);
    let mut parts = Parts::new();
    let mut first = 0;
    let mut own = Vec::new();
    for mut folder in offices {
        let weeks = first..first + folder.weeks.len();
        first = weeks.end;
        let common = |run: &Range<usize>| run.start.max(weeks.start)..run.end.min(weeks.end);
        for (index, _) in (1..=shard.count).zip(&runs).filter(|(_, run)| !common(run).is_empty()) {
            parts.entry(index).or_default().insert(folder.name.clone());
        }
        let mine = common(&runs[shard.index as usize - 1]);
        if !mine.is_empty() {
            folder.weeks = folder.weeks.drain(mine.start - weeks.start..mine.end - weeks.start).collect();
            own.push(folder);
        }
    }
    (own, parts)
}

/// A week without notices still has its weekly: that takes what some 4 KB of records take.
fn weight(week: &Path) -> u64 {
    4_096 + week.metadata().map_or(0, |metadata| metadata.len())
}

/// Cuts a row of weights into `count` runs; each begins where its share of the whole begins.
fn cut(weights: &[u64], count: u32) -> Vec<Range<usize>> {
    let total: u64 = weights.iter().sum();
    let mut ends = Vec::with_capacity(count as usize);
    let (mut at, mut before) = (0, 0_u64);
    for index in 1..=u128::from(count) {
        // A week goes to the run in which its middle lies.
        while at < weights.len()
            && u128::from(2 * before + weights[at]) * u128::from(count) <= 2 * u128::from(total) * index
        {
            before += weights[at];
            at += 1;
        }
        ends.push(at);
    }
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends.iter().copied()).map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn is_typed_as_one_of_so_many() {
        assert_eq!("3/7".parse(), Ok(Shard { index: 3, count: 7 }));
        for wrong in ["0/7", "8/7", "3", "3/0", "/7", "3/", "-1/7", "a/b", "3/7/9", ""] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn every_week_is_in_one_part_and_parts_are_even(weights in prop::collection::vec(4_096_u64..40_000, 0..300), count in 1_u32..40) {
            let parts = cut(&weights, count);
            prop_assert_eq!(parts.len(), count as usize);
            let all: Vec<usize> = parts.iter().cloned().flatten().collect();
            prop_assert_eq!(all, (0..weights.len()).collect::<Vec<_>>());
            let total: u64 = weights.iter().sum();
            let heaviest = weights.iter().max().copied().unwrap_or(0);
            for part in parts {
                let weight: u64 = weights[part].iter().sum();
                prop_assert!(weight.abs_diff(total / u64::from(count)) <= heaviest + 1);
            }
        }
    }
}

//! One machine's part of a province: some of its offices, each of them whole.

use std::fmt;
use std::str::FromStr;

use crate::press::hash::Hash;

/// The i-th of n parts, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// Whether the office of that name is in this part. It depends on the name and on the number of parts alone: an
    /// office that comes or goes moves no other office to a machine that does not have its papers.
    #[must_use]
    pub fn contains(self, office: &str) -> bool {
        let number = Hash::of_bytes(office.as_bytes()).short().number();
        number % u64::from(self.count) == u64::from(self.index - 1)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.count)
    }
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

    /// Which part of so many an office is in.
    fn part_of(office: &str, count: u32) -> Vec<u32> {
        (1..=count).filter(|index| Shard { index: *index, count }.contains(office)).collect()
    }

    #[test]
    fn an_office_stays_in_the_part_in_which_earlier_versions_put_it() {
        let parts: Vec<_> = ["panlong", "yunling", "盘龙", "office-128"].map(|office| part_of(office, 16)).concat();
        assert_eq!(parts, [10, 3, 13, 1]);
    }

    #[test]
    fn parts_are_about_even() {
        let mut counts = [0; 4];
        for number in 0..1000 {
            let parts = part_of(&format!("office-{number:03}"), 4);
            counts[parts[0] as usize - 1] += 1;
        }
        assert!(counts.iter().all(|count| (200..300).contains(count)), "{counts:?}");
    }

    proptest! {
        #[test]
        fn every_office_is_in_just_one_part(office in ".*", count in 1_u32..100) {
            prop_assert_eq!(part_of(&office, count).len(), 1);
        }
    }
}

//! "Did you mean": the known word that is most like a mistyped one.

/// The candidate nearest to `word`, if one is near enough: it shares at least one character and differs in at most
/// half of them. Two-character keys such as 编号 are the rule, so one wrong character of two must still be recognised.
/// Among equally near ones the first wins.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(word, candidates).into_iter().min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// As [`nearest`], but `None` where another candidate is as near: a fix must not choose among them.
#[must_use]
pub fn only_nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = near(word, candidates);
    let least = near.iter().map(|(distance, _)| *distance).min()?;
    let mut nearest = near.into_iter().filter(|(distance, _)| *distance == least);
    nearest.next().filter(|_| nearest.next().is_none()).map(|(_, candidate)| candidate)
}

/// The candidates that are near enough, and how far from `word` they are.
fn near<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let word: String = word.chars().filter(|c| !c.is_whitespace()).collect();
    let length = word.chars().count();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let longest = candidate.chars().count().max(length);
            // The lengths' difference alone is a distance.
            if candidate.chars().count().abs_diff(length) * 2 > longest {
                return None;
            }
            let distance = strsim::osa_distance(&word, candidate);
            let near = distance < longest && distance * 2 <= longest && candidate.chars().any(|c| word.contains(c));
            near.then_some((distance, candidate))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{nearest, only_nearest};

    const KEYS: [&str; 5] = ["编号", "收到", "来源", "投诉人", "被投诉"];

    #[test]
    fn one_wrong_character_of_two_is_recognised() {
        assert_eq!(nearest("编嚎", KEYS), Some("编号"));
        assert_eq!(nearest("收到日期", KEYS), Some("收到"));
        assert_eq!(nearest("投 诉 人", KEYS), Some("投诉人"));
    }

    #[test]
    fn of_two_that_are_equally_near_none_is_chosen() {
        assert_eq!(nearest("投诉", KEYS), Some("投诉人"));
        assert_eq!(only_nearest("投诉", KEYS), None);
        assert_eq!(only_nearest("编嚎", KEYS), Some("编号"));
    }

    #[test]
    fn strangers_are_left_alone() {
        assert_eq!(nearest("天气", KEYS), None);
        assert_eq!(nearest("", KEYS), None);
    }
}

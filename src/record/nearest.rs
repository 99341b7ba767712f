//! "Did you mean": the known word that is most like a mistyped one.

/// The candidate nearest to `word`, if one is near enough: it shares at least one character and differs in at most
/// half of them. Two-character keys such as 编号 are the rule, so one wrong character of two must still be recognised.
/// Among equally near ones the first wins.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: String = word.chars().filter(|c| !c.is_whitespace()).collect();
    let length = word.chars().count();
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let longest = candidate.chars().count().max(length);
            let distance = strsim::osa_distance(&word, candidate);
            let near = distance < longest && distance * 2 <= longest && candidate.chars().any(|c| word.contains(c));
            near.then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const KEYS: [&str; 5] = ["编号", "收到", "来源", "投诉人", "被投诉"];

    #[test]
    fn one_wrong_character_of_two_is_recognised() {
        assert_eq!(nearest("编嚎", KEYS), Some("编号"));
        assert_eq!(nearest("收到日期", KEYS), Some("收到"));
        assert_eq!(nearest("投 诉 人", KEYS), Some("投诉人"));
    }

    #[test]
    fn strangers_are_left_alone() {
        assert_eq!(nearest("天气", KEYS), None);
        assert_eq!(nearest("", KEYS), None);
    }
}

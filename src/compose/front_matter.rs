//! A template, or what it is rendered to, cut into front matter and body.

/// What stands between the two lines of `---` with which a text begins, and what stands behind them.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let behind_opening = text.strip_prefix("---")?;
    let inner = behind_opening.strip_prefix("\r\n").or_else(|| behind_opening.strip_prefix('\n'))?;
    let mut at = 0;
    for line in inner.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&inner[..at], &inner[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// How many lines front matter takes, its two `---` included; 0 where there is none.
pub(super) fn lines(text: &str) -> usize {
    split(text).map_or(0, |(front, _)| front.lines().count() + 2)
}

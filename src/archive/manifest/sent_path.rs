//! Where papers are kept that were sent and corrected since, and files that lay where a paper went.

use super::entry::Entry;
use crate::press::hash::Hash;

/// Stands in the file's name before the first digits of its hash.
const MARK: &str = ".sent-";

/// Stands in the new name of a file that is moved aside because a paper took its place.
pub const ASIDE: &str = ".aside-";

/// How many digits of a hash stand in a name.
const DIGITS: usize = 8;

/// Where a paper is kept that was sent and lay at `path`: `weekly.sent-9f1c2b3d.docx`.
#[must_use]
pub fn kept_path(path: &str, entry: &Entry) -> String {
    named_by_content(path, MARK, entry.hash)
}

/// The path of a file with a mark and the first digits of its hash before its ending.
#[must_use]
pub fn named_by_content(path: &str, mark: &str, hash: Hash) -> String {
    let hash = hash.short().to_string();
    let digits = hash.get(..DIGITS).unwrap_or(&hash);
    match path.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}{mark}{digits}.{ending}"),
        None => format!("{path}{mark}{digits}"),
    }
}

/// Whether a file bears a name that a run of ours gives to what it moves aside: `weekly.aside-9f1c2b3d.docx`.
#[must_use]
pub fn is_aside(name: &str) -> bool {
    let digits = name.rsplit_once(ASIDE).and_then(|(_, rest)| rest.split('.').next());
    digits.is_some_and(|digits| digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Where a paper lay that is kept at `kept`.
#[must_use]
pub fn former_path(kept: &str) -> Option<String> {
    let (stem, rest) = kept.rsplit_once(MARK)?;
    let ending = rest.split_once('.').map_or(String::new(), |(_, ending)| format!(".{ending}"));
    Some(format!("{stem}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_papers_name_tells_where_it_lay() {
        let kept = "2021-01-08/notice-6.sent-9f1c2b3d.pdf";
        assert_eq!(former_path(kept).as_deref(), Some("2021-01-08/notice-6.pdf"));
        assert_eq!(former_path("2021-01-08/weekly.docx"), None);
    }

    #[test]
    fn what_was_moved_aside_is_known_by_its_name() {
        let aside = named_by_content("weekly.docx", ASIDE, Hash::of_bytes(b"mine"));
        assert!(is_aside(&aside) && is_aside("weekly.aside-9f1c2b3d"), "{aside}");
        for other in ["weekly.docx", "weekly.aside-.docx", "weekly.aside-mine.docx", "weekly.sent-9f1c2b3d.docx"] {
            assert!(!is_aside(other), "{other}");
        }
    }
}

//! Lists of checksums, whoever may have written into them, and the files that they name: nothing outside the bag is read,
//! and nothing but regular files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::stray::in_bag;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::record::find::display;
use crate::workspace::findings::{DAMAGED, GONE};
use crate::yaml::bytes::unreadable;

/// Longer than any list; a longer one is none.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The lines of a list of checksums, by the files that they name; all that is no such line is told.
pub(super) fn read_sums(folder: &Path, list: &str, findings: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let path = folder.join(list);
    let mut sums = BTreeMap::new();
    if let Err(error) = disk::size(&path).and_then(|_| disk::open(&path).map(drop))
        && error.is_of_machine()
    {
        findings.push(unreadable(&format!("归档包里的「{}」读不出", display(&path)), &error));
        return sums;
    }
    let Some(text) = read_text(folder, list) else {
        findings.push(in_bag(&GONE, format!("归档包里少了「{}」，或者它读不出", display(&path)), &path));
        return sums;
    };
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let what = match line.strip_suffix('\n').and_then(sum_and_file) {
            None => "读不出",
            Some((_, file)) if !is_within(&file) => "指到归档包外面去了，没有读",
            Some((sum, file)) => match sums.insert(file, sum) {
                None => continue,
                Some(_) => "说的文件前面已经有一行",
            },
        };
        findings.push(in_bag(&DAMAGED, format!("归档包的「{}」第 {number} 行{what}", display(&path)), &path));
    }
    sums
}

/// A checksum and the file that it is of.
fn sum_and_file(line: &str) -> Option<(String, String)> {
    let (sum, file) = line.split_once("  ")?;
    let is_sum = sum.len() == 64 && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let file = file.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
    is_sum.then(|| (sum.to_owned(), file))
}

/// Whether a place of a list lies in the bag, by whatever system's way of writing paths.
fn is_within(file: &str) -> bool {
    let has_drive = file.as_bytes().get(1) == Some(&b':');
    !file.contains(['\\', '\0']) && !has_drive && file.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// Whether a file is a regular one and no link leads to it.
pub(super) fn is_plain(folder: &Path, file: &str) -> bool {
    let mut path = folder.to_path_buf();
    let mut parts = file.split('/').peekable();
    while let Some(part) = parts.next() {
        path.push(part);
        let is_right = |found: std::fs::Metadata| if parts.peek().is_some() { found.is_dir() } else { found.is_file() };
        if !path.symlink_metadata().is_ok_and(is_right) {
            return false;
        }
    }
    true
}

/// `None` where it is no regular file, or larger than any list or record.
pub(super) fn read_bytes(folder: &Path, file: &str) -> Option<Vec<u8>> {
    if is_plain(folder, file) { disk::bytes(&below(folder, file), MOST_BYTES).ok() } else { None }
}

/// The same as a text.
pub(super) fn read_text(folder: &Path, file: &str) -> Option<String> {
    String::from_utf8(read_bytes(folder, file)?).ok()
}

/// A place in a bag as a path of this system.
pub(super) fn below(folder: &Path, file: &str) -> PathBuf {
    file.split('/').fold(folder.to_path_buf(), |path, part| path.join(part))
}

#[cfg(test)]
mod tests {
    use super::{is_within, sum_and_file};

    #[test]
    fn no_line_leads_out_of_the_bag() {
        for inside in ["data/a", "data/记录 一/..a", "bagit.txt"] {
            assert!(is_within(inside), "{inside}");
        }
        for outside in ["../a", "data/../../a", "/etc/hosts", "data//a", "./a", "c:/a", "data\\..\\a", "", "data/"] {
            assert!(!is_within(outside), "{outside}");
        }
    }

    #[test]
    fn a_line_is_a_sum_two_spaces_and_a_file() {
        let sum = "0a".repeat(32);
        assert_eq!(sum_and_file(&format!("{sum}  data/a%25b%0A")), Some((sum.clone(), "data/a%b\n".to_owned())));
        for wrong in [format!("{sum} data/a"), format!("{}  data/a", sum.to_uppercase()), "  data/a".to_owned()] {
            assert_eq!(sum_and_file(&wrong), None, "{wrong}");
        }
    }
}

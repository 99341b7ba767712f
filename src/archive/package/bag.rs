//! A bag (BagIt 1.0, RFC 8493): what is handed over, with the sums by which its files can be checked.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// Files by their places in a bag, with `/` between folders.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// How places in the payload begin.
pub(super) const PAYLOAD: &str = "data/";

const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// What is handed over (the payload), by its places below `data/`.
#[derive(Debug, Default)]
pub(super) struct Bag {
    payload: Files,
}

impl Bag {
    pub(super) fn add(&mut self, place: &str, bytes: Vec<u8>) {
        self.payload.insert(format!("{PAYLOAD}{place}"), bytes);
    }

    /// All files of the bag; `about` is what bag-info.txt says besides the payload's size.
    pub(super) fn files(self, about: &[(&str, String)]) -> Files {
        let bytes: usize = self.payload.values().map(Vec::len).sum();
        let mut info: String = about.iter().map(|(label, value)| format!("{label}: {}\n", one_line(value))).collect();
        let _ = writeln!(info, "Payload-Oxum: {bytes}.{}", self.payload.len());
        let mut tags = Files::from([
            ("bagit.txt".to_owned(), DECLARATION.into()),
            ("bag-info.txt".to_owned(), info.into_bytes()),
            ("manifest-sha256.txt".to_owned(), sums(&self.payload)),
        ]);
        let of_tags = sums(&tags);
        tags.insert("tagmanifest-sha256.txt".to_owned(), of_tags);
        tags.extend(self.payload);
        tags
    }
}

/// A manifest: one line a file, its SHA-256 and its place.
fn sums(files: &Files) -> Vec<u8> {
    let mut lines = String::new();
    for (place, bytes) in files {
        for byte in Sha256::digest(bytes) {
            let _ = write!(lines, "{byte:02x}");
        }
        let _ = writeln!(lines, "  {}", encoded(place));
    }
    lines.into_bytes()
}

/// A place as manifests write it (RFC 8493, 2.1.3): these three characters and no other are encoded.
fn encoded(place: &str) -> String {
    place.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value of bag-info.txt takes one line.
fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_encoded_as_the_rfc_says_and_no_further() {
        assert_eq!(encoded("data/a%b\r\nc"), "data/a%25b%0D%0Ac");
        assert_eq!(encoded("data/记录 一/%0A.yaml"), "data/记录 一/%250A.yaml");
    }

    #[test]
    fn a_bag_tells_the_sum_and_the_size_of_what_is_in_it() {
        let mut bag = Bag::default();
        bag.add("b.txt", b"abc".to_vec());
        bag.add("a 1.txt", Vec::new());
        let files = bag.files(&[("Source-Organization", "盘龙区\n指挥中心".to_owned())]);
        let [info, payload, tags] = ["bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
            .map(|name| std::str::from_utf8(&files[name]).unwrap());
        assert_eq!(info, "Source-Organization: 盘龙区 指挥中心\nPayload-Oxum: 3.2\n");
        // The SHA-256 of nothing and of “abc” (FIPS 180-4).
        let manifest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a 1.txt\n\
                        ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/b.txt\n";
        assert_eq!(payload, manifest);
        let places: Vec<&str> = tags.lines().map(|line| line.split_at(66).1).collect();
        assert_eq!(places, ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]);
    }
}

//! Where two files differ, as far as their formats show.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::diagnostic::discreet;

/// The first part in which the files differ, in words.
pub(super) fn first_difference(old: &[u8], new: &[u8]) -> String {
    let found = match new {
        [b'P', b'K', ..] => in_zip(old, new),
        [b'%', b'P', b'D', b'F', ..] => in_pdf(old, new),
        _ => None,
    };
    found.unwrap_or_else(|| format!("第 {} 个字节", at(old, new) + 1))
}

/// The first byte that differs.
fn at(old: &[u8], new: &[u8]) -> usize {
    old.iter().zip(new).position(|(old, new)| old != new).unwrap_or_else(|| old.len().min(new.len()))
}

/// A part of a package such as a Word file, and the text that differs in it.
fn in_zip(old: &[u8], new: &[u8]) -> Option<String> {
    let place = at(old, new);
    let Some(old) = parts(old) else { return around(new, place) };
    let new = parts(new)?;
    for (name, now) in &new {
        match old.iter().find(|(known, _)| known == name) {
            None => return Some(format!("{name}（原来没有这一部分）")),
            Some((_, was)) if was != now => {
                let (was, now) = (excerpt(was, at(was, now)), excerpt(now, at(was, now)));
                return Some(format!("{name}，原来是「{was}」，重做是「{now}」"));
            }
            Some(_) => {}
        }
    }
    let gone = old.iter().find(|(name, _)| new.iter().all(|(known, _)| known != name));
    Some(gone.map_or_else(|| "压缩包的打包方式".to_owned(), |(name, _)| format!("{name}（重做没有这一部分）")))
}

/// The part that lies at a place of a package, where the other package is too damaged to be opened.
fn around(new: &[u8], place: usize) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(new)).ok()?;
    let mut name = None;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok()?;
        if part.header_start() <= place as u64 {
            name = Some(part.name().ok()?.into_owned());
        }
    }
    let is_index = place as u64 >= archive.central_directory_start();
    let name = name.filter(|_| !is_index).unwrap_or_else(|| "压缩包的目录".to_owned());
    Some(format!("{name}，第 {} 个字节", place + 1))
}

/// A part of a Word file has some 50 KB; what claims more is no part of ours.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

fn parts(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        part.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
        parts.push((name, bytes));
    }
    Some(parts)
}

/// How much of a text is looked at around a place, in bytes, so that no person's number is cut before it is masked.
const MOST_AROUND: usize = 4_000;

/// In characters.
const MOST_SHOWN: usize = 60;

/// What stands around a place of a part, with persons masked: the tag that differs, or some words without their tags, for
/// a person's number may stand in several of them.
fn excerpt(bytes: &[u8], at: usize) -> String {
    let at = at.min(bytes.len());
    let before = String::from_utf8_lossy(&bytes[at.saturating_sub(MOST_AROUND)..at]);
    let behind = String::from_utf8_lossy(&bytes[at..(at + MOST_AROUND).min(bytes.len())]);
    let tag = before.rfind('<').filter(|start| !before[*start..].contains('>'));
    let (text, place) = if let Some(start) = tag {
        let end = behind.find('>').map_or(behind.len(), |end| end + 1);
        (format!("{}{}", &before[start..], &behind[..end]), before[start..].chars().count())
    } else {
        let words = without_tags(&before);
        (format!("{words}{}", without_tags(&behind)), words.chars().count())
    };
    let shown = discreet(&text);
    let start = place.saturating_sub(MOST_SHOWN / 3);
    shown.chars().skip(start).take(MOST_SHOWN).collect::<String>().trim_matches('\u{fffd}').to_owned()
}

/// The words of a stretch of XML, its paragraphs held apart; what is left of a tag at its beginning is none.
fn without_tags(xml: &str) -> String {
    let whole = match (xml.find('<'), xml.find('>')) {
        (start, Some(end)) if start.is_none_or(|start| end < start) => &xml[end + 1..],
        _ => xml,
    };
    let mut words = String::new();
    for piece in whole.split_inclusive('>') {
        let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
        words.push_str(text);
        if tag == "/w:p>" {
            words.push('｜');
        }
    }
    words
}

/// The object of a PDF in which the first differing byte lies.
fn in_pdf(old: &[u8], new: &[u8]) -> Option<String> {
    let at = at(old, new);
    let before = old.get(..at.min(old.len()))?;
    let marker = b" 0 obj";
    let object = before.windows(marker.len()).rposition(|window| window == marker)?;
    if before[object..].windows(b"endobj".len()).any(|window| window == b"endobj") {
        return Some(format!("文件末尾的对照表，第 {} 个字节", at + 1));
    }
    let digits = before[..object].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let number = std::str::from_utf8(&before[object - digits..object]).ok()?;
    let head = String::from_utf8_lossy(&old[object..(object + 600).min(old.len())]).into_owned();
    let end = head.find("stream").or_else(|| head.find("endobj")).unwrap_or(head.len());
    let kinds = [
        ("/FontFile", "字体"),
        ("/CIDFontType0C", "字体"),
        ("/FontDescriptor", "字体"),
        ("/StructElem", "结构标签"),
        ("/Catalog", "文件目录"),
        ("/XRef", "对照表"),
        ("/Metadata", "元数据"),
        ("/XML", "元数据"),
        ("/Page", "页面"),
        ("/XObject", "图片"),
    ];
    let kind = kinds.iter().find(|(mark, _)| head[..end].contains(mark)).map_or("页面内容", |(_, kind)| *kind);
    Some(format!("第 {number} 号对象（{kind}），第 {} 个字节", at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pdfs_object_is_named() {
        let old = b"%PDF-1.7\n1 0 obj\n<</Type/Page>>\nendobj\n12 0 obj\n<</Length 3>>\nstream\nabc\nendstream\n";
        let mut new = old.to_vec();
        let changed = old.len() - 12;
        new[changed] = b'x';
        let difference = first_difference(old, &new);
        assert_eq!(difference, format!("第 12 号对象（页面内容），第 {} 个字节", changed + 1));
    }

    #[test]
    fn what_is_no_such_file_differs_at_a_byte() {
        assert_eq!(first_difference(b"abc", b"abd"), "第 3 个字节");
        assert_eq!(first_difference(b"abc", b"abcd"), "第 4 个字节");
    }
}

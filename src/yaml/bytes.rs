//! Bytes → text: UTF-8 or a message that names what it is instead.

use crate::diagnostic::persons::note_lines;
use crate::diagnostic::{Certainty, Diagnostic, Edit, Fix};
pub use crate::disk::display;
use crate::disk::{self, ReadError};
use crate::source::{Source, Span};
use crate::yaml::{rules, utf_32};
use encoding_rs::{Encoding, GB18030, GBK, UTF_16BE, UTF_16LE};
use std::path::Path;
use std::sync::Arc;

/// A week's file is some 10 KB; a file of more than 8 MiB is no week, and is not read at all.
pub const MOST_BYTES: u64 = 8 * 1024 * 1024;

const HELP: &str = "在编辑器里「另存为」，编码选 UTF-8（记事本、WPS 都有这一项），再试一次";

const UNSURE: &str =
    "拿不准是哪一种编码，不能代你转换：用原来写它的软件打开，核对文字没有变，再「另存为」，编码选 UTF-8";

/// Where texts come from: the disk, or an editor that holds some of them unsaved.
pub type Texts<'a> = &'a (dyn Fn(&Path) -> Result<Arc<Source>, Diagnostic> + Sync);

/// A text that an editor holds, after the same tests as a file; a byte-order mark stays, so that places are the
/// editor's.
pub fn from_editor(source: &Arc<Source>) -> Result<Arc<Source>, Diagnostic> {
    if source.text().len() as u64 > MOST_BYTES {
        return Err(too_large(source.name()));
    }
    note_persons(source.name(), source.text());
    match control_character(source.text()) {
        Some(diagnostic) => Err(diagnostic(source)),
        None => Ok(Arc::clone(source)),
    }
}

/// Keeps the persons in a record's lines, be it a tree or not, so that they are hidden in whatever is shown of it.
fn note_persons(name: &str, text: &str) {
    let is_template = Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md"));
    if !is_template {
        note_lines(text);
    }
}

/// Reads the file at `path`, known to the user as `name`; `telling` as in [`decode`].
pub fn read_file(path: &Path, name: &str, telling: &[&str]) -> Result<Arc<Source>, Diagnostic> {
    match disk::bytes(path, MOST_BYTES) {
        Ok(bytes) => decode(name, &bytes, telling),
        Err(ReadError::TooLarge { .. }) => Err(too_large(name)),
        Err(error) => Err(unreadable(&format!("读不出 {name}"), &error)),
    }
}

/// The finding that something cannot be read: of the machine, where that fails, else of the data. `what` is said before the
/// reason.
#[must_use]
pub fn unreadable(what: &str, error: &ReadError) -> Diagnostic {
    let rule = if error.is_of_machine() { &rules::MACHINE_UNREADABLE } else { &rules::FILE_UNREADABLE };
    rule.finding(format!("{what}：{error}")).help(error.help())
}

/// The text in `bytes`: UTF-8, a byte-order mark dropped, line ends as they are. `telling` are keys of which every record
/// has one: by them a text in another encoding is known to have been read rightly.
pub fn decode(name: &str, bytes: &[u8], telling: &[&str]) -> Result<Arc<Source>, Diagnostic> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large(name));
    }
    if let Some(utf_32) = utf_32::recognised(bytes) {
        return Err(in_wide_encoding(name, &utf_32.text, " UTF-32", utf_32.is_whole));
    }
    if let Some(encoding) = utf_16(bytes) {
        let (text, _, damaged) = encoding.decode(bytes);
        return Err(in_wide_encoding(name, &text, " UTF-16（记事本里叫 Unicode）", !damaged));
    }
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => {
            note_persons(name, text);
            let source = Source::new(name, text.strip_prefix('\u{feff}').unwrap_or(text));
            match control_character(source.text()) {
                Some(diagnostic) => Err(diagnostic(&source)),
                None => Ok(source),
            }
        }
        Err(error) => {
            let good = error.valid_up_to();
            let (head, tail) = bytes.split_at(good);
            let as_it_is = format!("{}{}", String::from_utf8_lossy(head), String::from_utf8_lossy(tail));
            if !is_damaged_utf_8(&as_it_is)
                && let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes)
            {
                let (before, _, _) = GB18030.decode(head);
                let at = if text.starts_with(&*before) { before.len() } else { 0 };
                if is_record(&text, telling) {
                    return Err(wrong_encoding(name, &text, at, " GB18030（GBK、ANSI）").fix(Fix::utf_8()));
                }
                return Err(wrong_encoding(name, &text, at, "别的编码（例如 Big5），或者已经损坏").help(UNSURE));
            }
            Err(wrong_encoding(name, &as_it_is, good, "别的编码，或者已经损坏"))
        }
    }
}

fn too_large(name: &str) -> Diagnostic {
    rules::TOO_LARGE
        .finding(format!("{name} 大于 8 MB，不像是一周的记录"))
        .at(Span::new(&Source::new(name, ""), 0..0), "")
        .help("请核对是不是放错了文件")
}

/// Whether a text that was read as UTF-8 is UTF-8 but for some bytes, and not another encoding: that gives hardly any
/// Han, and many characters that are none.
fn is_damaged_utf_8(text: &str) -> bool {
    let han = text.chars().filter(|c| matches!(c, '\u{3001}'..='\u{3011}' | '\u{4e00}'..='\u{9fff}')).count();
    let none = text.chars().filter(|c| *c == '\u{fffd}').count();
    han > none
}

/// Whether a text that was read as GB18030 was written in it: it has a key that tells a record, and its Han are the common ones
/// of GB 2312, which another encoding hits only now and then.
fn is_record(text: &str, telling: &[&str]) -> bool {
    let han = text.chars().filter(|c| matches!(c, '\u{3400}'..='\u{9fff}')).count();
    let common = text.chars().filter(|c| is_common_han(*c)).count();
    let is_private = text.contains(|c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}'));
    telling.iter().any(|key| text.contains(key)) && common * 10 >= han * 9 && !is_private
}

/// One of the characters of GB 2312.
fn is_common_han(c: char) -> bool {
    let mut utf_8 = [0; 4];
    let (bytes, _, _) = GBK.encode(c.encode_utf8(&mut utf_8));
    matches!(c, '\u{4e00}'..='\u{9fff}') && matches!(*bytes, [0xb0..=0xf7, 0xa1..=0xfe])
}

/// UTF-16 by its byte-order mark or, without one, by the zero bytes that ASCII has in it.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding == UTF_16LE || encoding == UTF_16BE).then_some(encoding);
    }
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) || !bytes.contains(&0) {
        return None;
    }
    let (mut even, mut odd) = (0, 0);
    for pair in bytes.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    // Line ends, colons, digits and spaces make up more than an eighth of any YAML.
    let least = 3.max(bytes.len().div_ceil(16));
    if odd >= least && even == 0 {
        Some(UTF_16LE)
    } else if even >= least && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A text in UTF-16 or UTF-32. No program converts one that is not whole, or has NULs, which no text has.
fn in_wide_encoding(name: &str, text: &str, encoding: &str, is_whole: bool) -> Diagnostic {
    let finding = wrong_encoding(name, text, 0, encoding);
    if is_whole && !text.contains('\0') {
        return finding.fix(Fix::utf_8());
    }
    finding.help(
        "文件不完整，或者里面有空字符，不能代你转换：从备份取回；没有备份的，用原来写它的软件打开、核对，再「另存为」UTF-8",
    )
}

fn wrong_encoding(name: &str, text: &str, at: usize, encoding: &str) -> Diagnostic {
    note_persons(name, text);
    let source = Source::new(name, text);
    let end = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    rules::ENCODING
        .finding(format!("{name} 不是 UTF-8 编码，看来是{encoding}"))
        .at(Span::new(&source, at..end), "从这里起不是 UTF-8")
        .help(HELP)
}

/// The first character that neither YAML (5.1) nor a paper can carry: NUL, ESC and their like.
fn control_character(text: &str) -> Option<impl FnOnce(&Arc<Source>) -> Diagnostic + use<>> {
    // Controls are single bytes, or begin with 0xc2: most texts have none of either but line ends.
    let may_begin_one = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || matches!(byte, 0x7f | 0xc2);
    // Nearly always all bytes are gone through: a loop that never ends early takes many at once.
    if !text.bytes().fold(false, |found, byte| found | may_begin_one(byte)) {
        return None;
    }
    let (at, c) = text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}'))?;
    Some(move |source: &Arc<Source>| {
        let mut finding = rules::CONTROL_CHARACTER
            .finding(format!("这里有一个看不见的控制字符（U+{:04X}）", u32::from(c)))
            .at(Span::new(source, at..at + c.len_utf8()), "")
            .help("把光标移到这里，删掉它；若整份文件都是这样，多半是文件损坏，请从备份恢复");
        finding.fix = without(source, c);
        finding
    })
}

/// More of one control character than this come from no slip, but from a damaged file.
const MOST_SLIPS: usize = 20;

fn without(source: &Arc<Source>, c: char) -> Option<Fix> {
    let mut edits = Vec::new();
    for (at, found) in source.text().match_indices(c).take(MOST_SLIPS + 1) {
        edits.push(Edit { place: Span::new(source, at..at + found.len()), text: String::new() });
    }
    Fix::edits(Certainty::Likely, "去掉看不见的控制字符", edits).filter(|fix| fix.edits.len() <= MOST_SLIPS)
}

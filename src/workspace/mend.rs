//! Mending: what findings know how to change is changed in their file, of which a backup is kept.
//!
//! All but the changed characters stays as it is, byte for byte. A file is written only where it still is what was
//! read, whole or not at all.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::findings;
use super::write::replace;
use crate::diagnostic::{Diagnostic, Fix};
use crate::record::find::{OFFICE_FILE, display};
use crate::record::office::Office;
use crate::record::week::Week;
use crate::record::{Problems, bytes, read};
use crate::source::Source;

/// One mend may let the reader come to the next slip; more than this in a row is no file that was typed.
const MOST_ROUNDS: usize = 200;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A file with mends made in it, not yet written.
#[derive(Debug)]
pub struct Draft {
    /// As the user knows it.
    name: String,
    path: PathBuf,
    was: Vec<u8>,
    now: Vec<u8>,
    /// How many mends were made.
    pub mends: usize,
    /// The text as it was read, in whatever encoding.
    before: Arc<Source>,
}

/// Where a run has mended a file, in bytes of it as it now is: no second mend is made there, so that no two of them
/// undo one another for ever.
#[derive(Debug, Default)]
pub struct Mended(Vec<Range<usize>>);

impl Mended {
    fn has(&self, place: &Range<usize>) -> bool {
        self.0.iter().any(|mended| mended.start < place.end && place.start < mended.end)
    }

    /// After `edits` were made.
    fn follow(&mut self, edits: &Edits) {
        let behind = |at: usize| {
            let before = edits.iter().take_while(|(_, (end, _))| *end <= at);
            before.fold(at, |at, (start, (end, new))| at + new.len() - (end - start))
        };
        for place in &mut self.0 {
            *place = behind(place.start)..behind(place.end);
        }
    }
}

/// Where the edit that begins at some byte ends, and its text.
type Edits<'a> = BTreeMap<usize, (usize, &'a str)>;

/// Makes those mends of `findings` in the file `name` that are wanted, and those that reading it then asks for; none
/// where this run has mended before, and none after which the file could be read no longer.
///
/// `None` where nothing is wanted.
///
/// # Errors
/// The file is no longer what the findings are about.
pub fn mend(
    name: &str,
    findings: &[Diagnostic],
    mended: &mut Mended,
    wanted: &mut impl FnMut(&Diagnostic) -> bool,
) -> Result<Option<Draft>, Diagnostic> {
    let mut chosen: Vec<&Diagnostic> = findings.iter().filter(|finding| is_mendable(finding, mended)).collect();
    chosen.retain(|finding| wanted(finding));
    let path = PathBuf::from(name);
    let Some(before) = chosen.first().and_then(|finding| finding.primary.as_ref()).map(|label| label.span.source())
    else {
        return Ok(None);
    };
    let was = fs::read(&path).map_err(|error| failed(name, &error))?;
    let mut draft = Draft { name: name.to_owned(), path, now: was.clone(), was, mends: 0, before: Arc::clone(before) };
    if draft.text().is_none_or(|text| text.text() != before.text()) {
        return Err(changed(name));
    }
    draft.make(&chosen, mended);
    for _ in 0..MOST_ROUNDS {
        let found = draft.misread();
        let mut chosen: Vec<&Diagnostic> = found.iter().filter(|finding| is_mendable(finding, mended)).collect();
        chosen.retain(|finding| wanted(finding));
        if chosen.is_empty() || !draft.make(&chosen, mended) {
            break;
        }
    }
    Ok(Some(draft).filter(|draft| draft.now != draft.was))
}

/// Whether a program can mend it, has not mended there before, and nobody wants it to stand.
fn is_mendable(finding: &Diagnostic, mended: &Mended) -> bool {
    let is_new = |fix: &Fix| !fix.edits.iter().any(|edit| mended.has(&edit.place.range()));
    finding.fix.as_ref().is_some_and(is_new) && finding.acknowledged.is_none()
}

impl Draft {
    /// The text as it was and as it will be.
    #[must_use]
    pub fn texts(&self) -> (Arc<Source>, Arc<Source>) {
        let now = self.text().unwrap_or_else(|| Arc::clone(&self.before));
        (Arc::clone(&self.before), now)
    }

    /// The text as far as it can be read, without a byte-order mark.
    fn text(&self) -> Option<Arc<Source>> {
        match bytes::decode(&self.name, self.now.clone()) {
            Ok(source) => Some(source),
            Err(finding) => finding.primary.map(|label| Arc::clone(label.span.source())),
        }
    }

    /// What keeps the file from being a record.
    fn misread(&self) -> Vec<Diagnostic> {
        match bytes::decode(&self.name, self.now.clone()) {
            Ok(source) => self.wrong(&source),
            Err(finding) => vec![finding],
        }
    }

    /// What keeps a text from being a record.
    fn wrong(&self, source: &Arc<Source>) -> Vec<Diagnostic> {
        let mut problems = Problems::new();
        if self.path.file_name().is_some_and(|name| name == OFFICE_FILE) {
            let _: Option<Office> = read(source, &mut problems);
        } else if is_record(&self.path) {
            let _: Option<Week> = read(source, &mut problems);
        }
        problems.into_vec()
    }

    /// Makes the mends that do not get in one another's way; of those that do, the first. Whether anything changed.
    fn make(&mut self, chosen: &[&Diagnostic], mended: &mut Mended) -> bool {
        let Some(source) = self.text() else { return false };
        let mut fixes: Vec<&Fix> = chosen.iter().filter_map(|finding| finding.fix.as_ref()).collect();
        let reads = |text: &str| !self.wrong(&Source::new(&*self.name, text)).iter().any(Diagnostic::holds_up);
        if reads(source.text()) && !reads(&applied(source.text(), &chosen_edits(source.text(), &fixes).0)) {
            let mut kept: Vec<&Fix> = Vec::new();
            for fix in fixes {
                kept.push(fix);
                if !reads(&applied(source.text(), &chosen_edits(source.text(), &kept).0)) {
                    kept.pop();
                }
            }
            fixes = kept;
        }
        let (edits, mends) = chosen_edits(source.text(), &fixes);
        let text = applied(source.text(), &edits);
        mended.follow(&edits);
        mended.0.extend(changed_places(source.text(), &edits));
        let is_utf_8 = fixes.iter().all(|fix| !fix.edits.is_empty());
        let mark = if is_utf_8 && self.now.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { &[] };
        let now = [mark, text.as_bytes()].concat();
        let is_other = now != self.now;
        self.now = now;
        self.mends += mends;
        is_other
    }

    /// Writes the file, and beforehand a backup beside it unless `backup` is one of this run. The backup's path.
    ///
    /// # Errors
    /// The file cannot be written, or was changed since it was read; then it is as it was.
    pub fn write(&self, backup: Option<PathBuf>) -> Result<PathBuf, Diagnostic> {
        let failed = |error: &io::Error| failed(&self.name, error);
        // A link stays one: what it leads to is written.
        let target = self.path.canonicalize().map_err(|error| failed(&error))?;
        let permissions = target.metadata().map_err(|error| failed(&error))?.permissions();
        if permissions.readonly() {
            return Err(findings::UNMENDED
                .finding(format!("「{}」是只读的，没有改", self.name))
                .help("去掉文件的只读属性，再运行一次 zhoubao check --fix"));
        }
        let is_new = backup.is_none();
        let backup = match backup {
            Some(backup) => backup,
            None => write_backup(&self.path, &self.was, &permissions).map_err(|error| failed(&error))?,
        };
        let written = match fs::read(&target) {
            Ok(found) if found == self.was => {
                replace(&target, &self.now, permissions).map_err(|error| failed(&error.error))
            }
            Ok(_) => Err(changed(&self.name)),
            Err(error) => Err(failed(&error)),
        };
        if let Err(finding) = written {
            if is_new {
                let _ = fs::remove_file(&backup);
            }
            return Err(finding);
        }
        Ok(backup)
    }
}

/// Weeks and the like, not templates.
fn is_record(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
}

/// The edits of `fixes`, and of how many of them; one that overlaps an earlier one is left out whole.
fn chosen_edits<'a>(text: &str, fixes: &[&'a Fix]) -> (Edits<'a>, usize) {
    let clashes = |edits: &Edits, place: &Range<usize>| {
        let before = edits.range(..=place.start).next_back();
        let behind = edits.range(place.start..).next();
        before.is_some_and(|(start, (end, _))| *end > place.start || *start == place.start)
            || behind.is_some_and(|(start, _)| *start < place.end)
    };
    let (mut edits, mut made) = (Edits::new(), 0);
    for fix in fixes {
        let mut places = fix.edits.iter().map(|edit| edit.place.range());
        if places.any(|place| text.get(place.clone()).is_none() || clashes(&edits, &place)) {
            continue;
        }
        edits.extend(fix.edits.iter().map(|edit| (edit.place.range().start, (edit.place.range().end, &*edit.text))));
        made += 1;
    }
    (edits, made)
}

/// `text` with `edits`.
fn applied(text: &str, edits: &Edits) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut behind = 0;
    for (start, (end, new)) in edits {
        mended.push_str(text.get(behind..*start).unwrap_or_default());
        mended.push_str(new);
        behind = *end;
    }
    mended.push_str(text.get(behind..).unwrap_or_default());
    mended
}

/// Where the text that `edits` lead to is another than it was.
fn changed_places(text: &str, edits: &Edits) -> Vec<Range<usize>> {
    let (mut places, mut behind, mut at) = (Vec::new(), 0, 0);
    for (start, (end, new)) in edits {
        let old = text.get(*start..*end).unwrap_or_default();
        at += start - behind;
        let alike = |(a, b): &(char, char)| a == b;
        let length = |(c, _): (char, char)| c.len_utf8();
        let head: usize = old.chars().zip(new.chars()).take_while(alike).map(length).sum();
        let (rest, new_rest) = (&old[head..], &new[head..]);
        let tail: usize = rest.chars().rev().zip(new_rest.chars().rev()).take_while(alike).map(length).sum();
        places.push(at + head..at + new.len() - tail);
        at += new.len();
        behind = *end;
    }
    places
}

/// `week.yaml.bak`, or with the first number that no backup has yet.
fn write_backup(path: &Path, bytes: &[u8], permissions: &Permissions) -> io::Result<PathBuf> {
    let mut number = 0;
    loop {
        let mut name = OsString::from(path);
        name.push(if number == 0 { ".bak".to_owned() } else { format!(".bak{number}") });
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
            options.mode(permissions.mode());
        }
        match options.open(&name) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync_data());
                if let Err(error) = written.and_then(|()| fs::set_permissions(&name, permissions.clone())) {
                    let _ = fs::remove_file(&name);
                    return Err(error);
                }
                return Ok(name.into());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}

fn failed(name: &str, error: &io::Error) -> Diagnostic {
    let error = super::WriteError { path: PathBuf::from(name), error: io::Error::from(error.kind()) };
    findings::UNMENDED
        .finding(format!("「{}」没有改成：{error}", display(Path::new(name))))
        .help("文件若在编辑器里打开着，先关掉它；请核对磁盘空间和写入的权限，再运行一次；原文件没有动")
}

fn changed(name: &str) -> Diagnostic {
    findings::UNMENDED
        .finding(format!("「{name}」读出之后又被改动过，没有改"))
        .help("在编辑器里存好盘，再运行一次 zhoubao check --fix")
}

#[cfg(test)]
mod tests {
    use super::{Edits, Mended, changed_places, chosen_edits};
    use crate::diagnostic::{Certainty, Edit, Fix};
    use crate::source::{Source, Span};

    #[test]
    fn of_mends_that_get_in_one_another_s_way_the_first_is_made() {
        let source = Source::new("周.yaml", "期号：２，止");
        let fix = |places: &[(usize, usize, &str)]| Fix {
            certainty: Certainty::Certain,
            label: String::new(),
            edits: places
                .iter()
                .map(|(start, end, text)| Edit { place: Span::new(&source, *start..*end), text: (*text).to_owned() })
                .collect(),
        };
        let applied = |text: &str, fixes: &[&Fix]| {
            let (edits, made) = chosen_edits(text, fixes);
            (super::applied(text, &edits), made)
        };
        let (colon, both, digit) = (fix(&[(6, 9, ": ")]), fix(&[(0, 3, "甲"), (6, 12, "乙")]), fix(&[(9, 12, "2")]));
        assert_eq!(applied(source.text(), &[&colon, &both, &digit]), ("期号: 2，止".to_owned(), 2));
        assert_eq!(applied(source.text(), &[&colon, &colon]), ("期号: ２，止".to_owned(), 1));
        let inserted = fix(&[(9, 9, " ")]);
        assert_eq!(applied(source.text(), &[&colon, &inserted]), ("期号:  ２，止".to_owned(), 2));
        assert_eq!(applied(source.text(), &[&fix(&[(7, 9, "")])]), (source.text().to_owned(), 0));
    }

    #[test]
    fn what_was_mended_is_known_wherever_later_mends_move_it() {
        let text = "回复盖，１２家";
        let edits = Edits::from([(3, (9, "覆盖")), (12, (18, "12"))]);
        let mut mended = Mended(changed_places(text, &edits));
        assert_eq!(mended.0, [3..6, 12..14]);
        mended.follow(&Edits::from([(0, (3, "已经"))]));
        assert_eq!(mended.0, [6..9, 15..17]);
        assert!(mended.has(&(0..9)) && !mended.has(&(9..15)));
    }
}

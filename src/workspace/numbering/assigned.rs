//! Giving papers the next numbers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::missing::{Missing, missing};
use super::opened::{Opened, Watch};
use super::refusal;
use super::used::{Greatest, code_of};
use super::written_file::WrittenFile;
use crate::check;
use crate::diagnostic::Diagnostic;
use crate::record::find::OfficeFolder;
use crate::record::value::Date;
use crate::source::Source;
use crate::workspace::{Due, OfficeWorkspace};
use crate::yaml::Problems;

/// Which papers are to be numbered.
pub struct Wish<'a> {
    /// Of these kinds; of all where empty.
    pub kinds: &'a [String],
    /// Of this year; of any where there is none.
    pub year: Option<i16>,
    /// Whether the numbers are written.
    pub writes: bool,
    /// Whether a record must stay as it is: by its file and by what its papers are filed as.
    pub is_sealed: &'a dyn Fn(&std::path::Path, &str) -> bool,
}

/// A paper that got a number.
#[derive(Debug)]
pub struct Assigned {
    /// By what the week's papers are filed.
    pub week: String,
    pub due: Due,
    pub number: u32,
    pub year: i16,
    /// The office's 发文代字.
    pub code: Option<String>,
    /// The record, and the line in it where the number now stands.
    pub file: PathBuf,
    pub line: usize,
    /// A paper of a later day that has a smaller number.
    pub behind: Option<(u32, Date)>,
}

impl Assigned {
    /// The number as a paper prints it; without letters where the office has none.
    #[must_use]
    pub fn printed(&self) -> String {
        format!("{}〔{}〕{}号", self.code.as_deref().unwrap_or_default(), self.year, self.number)
    }
}

/// A paper that is to get the next number.
struct Task {
    /// The week's place among those that were asked for.
    week: usize,
    missing: Missing,
}

/// Gives the next numbers to those papers of the weeks of `folder` that need one and have none, in the order of their days.
/// Each number is in its file before `told` hears of it, and before the next one in another file is given.
///
/// What keeps papers from being numbered is returned.
pub fn number_papers(
    folder: &OfficeFolder,
    wish: &Wish,
    watch: &Watch,
    told: &mut dyn FnMut(&Assigned),
) -> Vec<Diagnostic> {
    let mut opened = match Opened::open(folder, watch, wish.writes) {
        Ok(Some(opened)) => opened,
        Ok(None) => return Vec::new(),
        Err(findings) => return findings,
    };
    let mut findings = Vec::new();
    let tasks = tasks(&mut opened, wish, &mut findings);
    findings.extend(give(&mut opened, &tasks, wish, watch, told).err());
    findings
}

/// The papers to be numbered; why others are not is added to `findings`.
fn tasks(opened: &mut Opened, wish: &Wish, findings: &mut Vec<Diagnostic>) -> Vec<Task> {
    let Opened { office, paths, weeks, neighbours, .. } = opened;
    let mut lacking = Vec::new();
    for (at, (path, read)) in paths.iter().zip(weeks.iter_mut()).enumerate() {
        let Some(week) = &read.week else { continue };
        match missing(office, week, wish.kinds, wish.year) {
            Ok(missing) if missing.is_empty() => {}
            Ok(missing) => {
                read.findings.extend(office.alone(week));
                lacking.push((at, path, missing));
            }
            Err(found) => {
                findings.extend(found);
                findings.push(refusal::has_errors(path));
            }
        }
    }
    if lacking.is_empty() {
        return Vec::new();
    }
    office.among(weeks, neighbours, true);
    let mut tasks = Vec::new();
    for (at, path, missing) in lacking {
        let Some(read) = weeks.get(at) else { continue };
        let filed_as = read.week.as_ref().map(|week| office.filed_as(week)).unwrap_or_default();
        // That a reply lacks its number is what is set right here.
        let errors = read.findings.iter().filter(|it| it.holds_up() && it.rule != &check::NUMBER_MISSING);
        let errors: Vec<Diagnostic> = errors.cloned().collect();
        if (wish.is_sealed)(path, &filed_as) {
            findings.push(refusal::sealed(path));
        } else if !errors.is_empty() {
            findings.extend(errors);
            findings.push(refusal::has_errors(path));
        } else {
            tasks.extend(missing.into_iter().map(|missing| Task { week: at, missing }));
        }
    }
    // Papers of one day stay in the order of the weeks, and of the office within a week.
    tasks.sort_by_key(|task| {
        let start =
            weeks.get(task.week).and_then(|read| read.week.as_ref()).map(|week| week.period.value.start().value);
        (task.missing.date, start)
    });
    tasks
}

/// Gives each task its number.
///
/// # Errors
/// What keeps the next paper from being numbered: those before it are, those behind it are not.
fn give(
    opened: &mut Opened,
    tasks: &[Task],
    wish: &Wish,
    watch: &Watch,
    told: &mut dyn FnMut(&Assigned),
) -> Result<(), Diagnostic> {
    let mut files: BTreeMap<usize, WrittenFile> = BTreeMap::new();
    for of_one_file in tasks.chunk_by(|one, next| one.week == next.week) {
        let Some(at) = of_one_file.first().map(|task| task.week) else { continue };
        let (Some(path), Some(week)) = (opened.paths.get(at), opened.weeks.get(at).and_then(|it| it.week.as_ref()))
        else {
            continue;
        };
        if watch.is_stopped() {
            return Ok(());
        }
        let mut file = match files.remove(&at) {
            Some(file) => file,
            None => WrittenFile::read(path, week.span.source())?,
        };
        let (code, filed_as) = (code_of(&opened.office, week), opened.office.filed_as(week));
        let mut given = Vec::new();
        let mut refused = None;
        for Task { missing, .. } in of_one_file {
            let (date, year) = (missing.date, missing.date.year());
            let Some(number) = opened.used.next(code.as_deref(), year) else {
                refused = Some(refusal::none_left(year));
                break;
            };
            let Some((text, line)) = with_number(&opened.office, &file, missing, number) else {
                refused = Some(refusal::unsure(path, number, &missing.place.by_hand(number)));
                break;
            };
            file.put(text);
            let before = opened.used.greatest(code.as_deref(), year).filter(|before| before.date > date);
            opened.used.give(code.as_deref(), number, date);
            given.push(Assigned {
                week: filed_as.clone(),
                due: missing.due.clone(),
                number,
                year,
                code: code.clone(),
                file: path.clone(),
                line,
                behind: before.map(|Greatest { number, date }| (number, date)),
            });
        }
        if wish.writes && !given.is_empty() {
            file.write()?;
        }
        files.insert(at, file);
        given.iter().for_each(&mut *told);
        if let Some(refusal) = refused {
            return Err(refusal);
        }
    }
    Ok(())
}

/// The record's text with the paper's number, and the line where it stands; `None` where its place is not sure.
fn with_number(
    office: &OfficeWorkspace,
    file: &WrittenFile,
    missing: &Missing,
    number: u32,
) -> Option<(String, usize)> {
    let text = missing.place.put(number, &file.text)?;
    let source = Source::new(file.text.name(), text);
    let read = office.read(&|_| Ok(Arc::clone(&source)), &file.path, &mut Problems::new())?;
    let written = missing.place.written(&missing.due, &read).filter(|written| written.value == number)?;
    Some((source.text().to_owned(), written.span.start().line))
}

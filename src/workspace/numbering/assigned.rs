//! Giving papers the next numbers.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::missing::{Lacking, Missing, lacking};
use super::opened::{Opened, Watch};
use super::place::Place;
use super::refusal;
use super::used::{Greatest, Used, code_of};
use super::wish::Wish;
use super::written_file::WrittenFile;
use crate::check;
use crate::diagnostic::{Diagnostic, add_unlike};
use crate::record::find::OfficeFolder;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::Source;
use crate::workspace::{Due, OfficeWorkspace};
use crate::yaml::Problems;

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
    /// Its first day.
    start: Date,
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
    let office: &OfficeWorkspace = office;
    let all: Vec<Lacking> = weeks.par_iter().map(|read| lacking(office, read.week.as_ref(), wish)).collect();
    if all.iter().all(|lacking| lacking.missing.is_empty() && lacking.unknown.is_empty()) {
        return Vec::new();
    }
    for (read, lacking) in weeks.iter_mut().zip(&all) {
        if let Some(week) = read.week.as_ref().filter(|_| !lacking.missing.is_empty()) {
            read.findings.extend(office.alone(week));
        }
    }
    office.among(weeks, neighbours, true);
    let mut tasks = Vec::new();
    for (at, ((path, read), Lacking { missing, unknown })) in paths.iter().zip(weeks.iter()).zip(all).enumerate() {
        let Some(week) = &read.week else { continue };
        for (paper, found) in unknown {
            // What is wrong with a template would be told again by every week.
            add_unlike(findings, found);
            findings.push(refusal::unknown_form(path, &paper));
        }
        if missing.is_empty() {
            continue;
        }
        let in_the_way: Vec<Diagnostic> = read.findings.iter().filter(|it| is_in_the_way(it)).cloned().collect();
        if (wish.is_sealed)(path, &office.filed_as(week)) {
            findings.push(refusal::sealed(path));
        } else if !in_the_way.is_empty() {
            findings.extend(in_the_way);
            findings.push(refusal::has_errors(path));
        } else {
            let start = week.period.value.start().value;
            tasks.extend(missing.into_iter().map(|missing| Task { week: at, start, missing }));
        }
    }
    // Papers of one day stay in the order of the weeks, and of the office within a week.
    tasks.sort_by_key(|task| (task.missing.date, task.start));
    tasks
}

/// Whether a record of which this is found gets no number. That a reply lacks one is what is set right here; one that is
/// written twice would take two.
fn is_in_the_way(finding: &Diagnostic) -> bool {
    let is_second_reply = finding.rule == &check::REPLIED_TWICE && finding.acknowledged.is_none();
    is_second_reply || (finding.holds_up() && finding.rule != &check::NUMBER_MISSING)
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
    for of_one_record in tasks.chunk_by(|one, next| one.week == next.week) {
        let Some(at) = of_one_record.first().map(|task| task.week) else { continue };
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
        let (given, refused) = number_record(&opened.office, &mut opened.used, week, of_one_record, &mut file);
        if wish.writes && !given.is_empty() {
            file.write()?;
        }
        files.insert(at, file);
        given.iter().for_each(&mut *told);
        if let Some(refused) = refused {
            return Err(refused);
        }
    }
    Ok(())
}

/// Puts numbers into a record's text, one after the other, until one cannot be given.
fn number_record(
    office: &OfficeWorkspace,
    used: &mut Used,
    week: &Week,
    tasks: &[Task],
    file: &mut WrittenFile,
) -> (Vec<Assigned>, Option<Diagnostic>) {
    let code = code_of(office, week);
    let mut given = Vec::new();
    for Task { missing: Missing { due, place, date }, .. } in tasks {
        let year = date.year();
        let Some(number) = used.next(code.as_deref(), year) else {
            return (given, Some(refusal::none_left(year)));
        };
        let Some((text, line)) = with_number(office, file, due, place, number) else {
            return (given, Some(refusal::unsure(&file.path, number, &place.by_hand(number))));
        };
        file.put(text);
        let before = used.greatest(code.as_deref(), year).filter(|before| before.date > *date);
        used.give(code.as_deref(), number, *date);
        given.push(Assigned {
            week: office.filed_as(week),
            due: due.clone(),
            number,
            year,
            code: code.clone(),
            file: file.path.clone(),
            line,
            behind: before.map(|Greatest { number, date }| (number, date)),
        });
    }
    (given, None)
}

/// The record's text with the paper's number, and the line where it stands; `None` where its place is not sure.
fn with_number(
    office: &OfficeWorkspace,
    file: &WrittenFile,
    due: &Due,
    place: &Place,
    number: u32,
) -> Option<(String, usize)> {
    let source = Source::new(file.text.name(), place.put(number, &file.text)?);
    let read = office.read(&|_| Ok(Arc::clone(&source)), &file.path, &mut Problems::new())?;
    let written = place.written(due, &read).filter(|written| written.value == number)?;
    Some((source.text().to_owned(), written.span.start().line))
}

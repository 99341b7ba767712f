//! What lies ready before any paper is made: an office with its templates, and a week's record with its findings.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::comparing::{WeekIndex, told_of_others};
use super::due::due;
use super::findings;
use super::generation::{self, Generation, generations};
use super::recorded_persons::AllPersons;
use crate::check::{self, History, WeekView};
use crate::compose::{self, Composer, Templates};
use crate::diagnostic::{Diagnostic, Rule, add_new, add_unlike};
use crate::record::acknowledgement::Acknowledgement;
use crate::record::bytes::Texts;
use crate::record::find::{OFFICE_FILE, OfficeFolder};
use crate::record::office::Office;
use crate::record::series::filed_as;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::record::{OfficeFrom, bytes, read_week, read_week_without_office};
use crate::source::Source;
use crate::yaml::Problems;

/// An office that could be read.
#[derive(Debug)]
pub struct OfficeWorkspace {
    pub name: String,
    pub templates: Templates,
    /// From the beginning.
    first: Generation,
    /// After each change, in the order of time.
    later: Vec<Generation>,
    pub(super) folder: PathBuf,
    /// Where its papers are public.
    pub(super) persons: Option<AllPersons>,
    /// Read where a template compares with another week.
    weeks: OnceLock<WeekIndex>,
}

impl OfficeWorkspace {
    /// The office as it is on `day`, the one that counts for a week (`Period::office_day`).
    #[must_use]
    pub fn generation_at(&self, day: Date) -> &Generation {
        let begun = self.later.partition_point(|generation| generation.from.is_none_or(|from| from <= day));
        begun.checked_sub(1).and_then(|at| self.later.get(at)).unwrap_or(&self.first)
    }

    /// [`OfficeWorkspace::generation_at`], or after all changes where no day is known.
    #[must_use]
    pub fn generation_at_or_last(&self, day: Option<Date>) -> &Generation {
        match day {
            Some(day) => self.generation_at(day),
            None => self.later.last().unwrap_or(&self.first),
        }
    }

    /// Whether records of weeks are read alike with both.
    #[must_use]
    pub fn reads_as(&self, other: &Self) -> bool {
        self.generations().count() == other.generations().count()
            && self.generations().zip(other.generations()).all(|(one, other)| one.has_columns_of(other))
    }

    /// The office as it is for `week`.
    #[must_use]
    pub fn generation_for(&self, week: &Week) -> &Generation {
        self.generation_at(week.period.value.office_day())
    }

    /// By what the papers of `week` are filed.
    #[must_use]
    pub fn filed_as(&self, week: &Week) -> String {
        filed_as(&self.generation_for(week).office, &week.period.value)
    }

    /// The office as it is now and was before, from the beginning on.
    #[must_use]
    pub fn generations(&self) -> impl DoubleEndedIterator<Item = &Generation> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// All these weeks of the office; `complete` where none is missing.
    #[must_use]
    pub fn history<'a>(&'a self, weeks: impl Iterator<Item = &'a Week>, complete: bool) -> History<'a> {
        let dated = weeks.map(|week| {
            let Generation { office, checker, .. } = self.generation_for(week);
            WeekView { week, office, checker }
        });
        History::new(dated.collect(), complete)
    }

    /// What fills the templates for one week. The other weeks are read with which these compare.
    ///
    /// # Errors
    /// What is wrong with fields in the week's prose, and with a week that it is compared with.
    pub fn composer(&self, week: &Week) -> Result<Composer<'_>, Vec<Diagnostic>> {
        let Generation { office, pictures, .. } = self.generation_for(week);
        let (others, unlisted) = self.others(week)?;
        Composer::comparing(office, pictures, week, &self.templates, &self.as_compared(&others))
            .map(|composer| composer.without_register(unlisted).published(self.publication(office)))
            .map_err(|findings| told_of_others(week, &others, findings))
    }

    /// The office's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The weeks that lie in the office's folder, by their days.
    pub(super) fn week_index(&self) -> &WeekIndex {
        self.weeks.get_or_init(|| WeekIndex::read(&self.folder, |day| &self.generation_at(day).office))
    }

    /// Some of the office's weeks are others now, or elsewhere.
    pub fn forget_weeks(&mut self) {
        self.weeks = OnceLock::new();
    }
}

/// A week with all findings about it.
#[derive(Debug)]
pub struct CheckedWeek {
    /// `None` where the record is so damaged that it is no week.
    pub week: Option<Week>,
    pub findings: Vec<Diagnostic>,
}

impl CheckedWeek {
    /// The week, if nothing keeps its papers from being made.
    #[must_use]
    pub fn sound(&self) -> Option<&Week> {
        if self.findings.iter().any(Diagnostic::holds_up) { None } else { self.week.as_ref() }
    }
}

/// The rules of the register, in the order in which a week goes through the program.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [crate::yaml::rules::RULES, check::RULES.as_slice(), compose::findings::RULES, findings::RULES]
        .into_iter()
        .flatten()
        .copied()
}

/// The rules of what is wrong with what templates print, which every week would tell again.
static OF_TEMPLATES: [&Rule; 2] = [&compose::findings::TEMPLATE, &compose::findings::NUMBER];

/// Reads the office's file and templates; `None` if anything in them is wrong.
#[must_use]
pub fn open(folder: &OfficeFolder, problems: &mut Problems) -> Option<OfficeWorkspace> {
    open_with(&bytes::from_disk, folder, problems)
}

/// [`open`] where some texts may not be those on the disk.
#[must_use]
pub fn open_with(texts: Texts, folder: &OfficeFolder, problems: &mut Problems) -> Option<OfficeWorkspace> {
    let generations = generations(texts, &folder.path.join(OFFICE_FILE), problems);
    let mut findings = Vec::new();
    if let Some(generations) = &generations {
        about_office(generations, &mut findings);
    }
    let templates = Templates::read(texts, &folder.path, &mut findings);
    findings.extend(templates.lost_sets());
    let Some(generations) = generations else {
        findings.extend(templates.unknown_names(&[]));
        problems.extend(findings);
        return None;
    };
    let offices: Vec<&Office> = generations.iter().map(|generation| &generation.office).collect();
    findings.extend(templates.unknown_names(&offices));
    add_new(&mut findings, offices.iter().flat_map(|office| templates.missing(office)).collect());
    findings.extend(templates.unused(&offices));
    let mut opened = generation::open(generations, folder, &mut findings).into_iter();
    let held_up = findings.iter().any(Diagnostic::holds_up);
    problems.extend(findings);
    let office = OfficeWorkspace {
        name: folder.name.clone(),
        templates,
        first: opened.next()?,
        later: opened.collect(),
        folder: folder.path.clone(),
        persons: None,
        weeks: OnceLock::new(),
    };
    Some(office).filter(|_| !held_up)
}

/// What is found in an office's own file, in any of its generations, once each.
fn about_office(generations: &[OfficeFrom], findings: &mut Vec<Diagnostic>) {
    let Some(OfficeFrom { office: first, .. }) = generations.first() else { return };
    findings.extend(check::changes(generations));
    for OfficeFrom { office, .. } in generations {
        add_new(findings, check::office(office));
    }
    let acknowledged = &first.acknowledged;
    let source = first.span.source();
    check::weigh(first.checks.as_ref(), acknowledged, source, findings);
    close(acknowledged, source, findings);
    findings.extend(check::unknown_weights(first.checks.as_ref(), findings::RULES));
}

/// Of all weighed findings about the file `source`, tells one slip once, and adds what is wrong with acknowledgements.
fn close(acknowledged: &[Acknowledgement], source: &Arc<Source>, findings: &mut Vec<Diagnostic>) {
    check::one_each(findings);
    let unused = check::unused(acknowledged, source, findings::RULES, findings);
    findings.extend(unused);
}

fn text(texts: Texts, path: &Path, problems: &mut Problems) -> Option<Arc<Source>> {
    texts(path).map_err(|finding| problems.push(finding)).ok()
}

impl OfficeWorkspace {
    /// The week in the file, read with the columns and ledgers that the office has at that time; `None` if it cannot be read
    /// or anything in it is wrong.
    #[must_use]
    pub fn read(&self, texts: Texts, path: &Path, problems: &mut Problems) -> Option<Week> {
        let columns = |day: Option<Date>| Arc::clone(&self.generation_at_or_last(day).columns);
        text(texts, path, problems).and_then(|source| read_week(&source, columns, problems))
    }

    /// Reads and checks one week by itself.
    #[must_use]
    pub fn week(&self, path: &Path) -> CheckedWeek {
        let mut checked = self.unchecked(path);
        checked.findings.extend(checked.week.iter().flat_map(|week| self.alone(week)));
        checked
    }

    /// Reads a week with which nothing is wrong by itself.
    #[must_use]
    pub fn unchecked(&self, path: &Path) -> CheckedWeek {
        let mut problems = Problems::new();
        let week = self.read(&bytes::from_disk, path, &mut problems);
        CheckedWeek { week, findings: problems.into_vec() }
    }

    /// What is found in one week by itself.
    #[must_use]
    pub fn alone(&self, week: &Week) -> Vec<Diagnostic> {
        let generation = self.generation_for(week);
        let mut findings = generation.checker.week(&generation.office, week);
        self.weigh(week, &mut findings);
        findings
    }

    /// Adds what is found in a week among all weeks of the office, and what is wrong with acknowledgements.
    pub fn settle(&self, week: &Week, mut among: Vec<Diagnostic>, findings: &mut Vec<Diagnostic>) {
        self.weigh(week, &mut among);
        findings.extend(among);
        close(&week.acknowledged, week.span.source(), findings);
    }

    /// Weighs findings about a week as the office and the week's writer want it.
    pub fn weigh(&self, week: &Week, findings: &mut Vec<Diagnostic>) {
        let acknowledged = &week.acknowledged;
        check::weigh(self.first.office.checks.as_ref(), acknowledged, week.span.source(), findings);
    }

    /// Weighs findings about the office's own file as it wants it.
    pub fn weigh_own(&self, findings: &mut Vec<Diagnostic>) {
        let office = &self.first.office;
        check::weigh(office.checks.as_ref(), &office.acknowledged, office.span.source(), findings);
    }

    /// What keeps the papers of a week from being composed.
    #[must_use]
    pub fn obstacles(&self, week: &Week) -> Vec<Diagnostic> {
        let composer = match self.composer(week) {
            Ok(composer) => composer,
            Err(findings) => return findings,
        };
        let mut findings: Vec<Diagnostic> = Vec::new();
        for due in due(&self.generation_for(week).office, week) {
            add_unlike(&mut findings, due.compose(&composer).err().unwrap_or_default());
        }
        findings
    }

    /// Reads and checks the weeks of `folder` that were asked for, each by itself and among all weeks of the office.
    #[must_use]
    pub fn weeks(&self, folder: &OfficeFolder) -> Vec<CheckedWeek> {
        let mut weeks: Vec<_> = folder.weeks.par_iter().map(|path| self.week(path)).collect();
        self.among_one_another(&mut weeks, folder);
        weeks
    }

    /// All findings about the weeks of `folder`; where a record is sound, also about what its papers would say.
    #[must_use]
    pub fn check(&self, folder: &OfficeFolder) -> Vec<Diagnostic> {
        let weeks = folder.weeks.par_iter().map(|path| {
            let mut checked = self.week(path);
            let obstacles = checked.sound().map(|week| self.obstacles(week));
            checked.findings.extend(obstacles.unwrap_or_default());
            let not_compared = checked.sound().map(|week| self.not_compared(week));
            checked.findings.extend(not_compared.unwrap_or_default());
            checked
        });
        let mut checked_weeks: Vec<_> = weeks.collect();
        self.among_one_another(&mut checked_weeks, folder);
        // Of templates that print nothing as yet it is not told what they do not print.
        let is_broken = checked_weeks.iter().flat_map(|it| &it.findings).any(|it| OF_TEMPLATES.contains(&it.rule));
        let unprinted = if is_broken { Vec::new() } else { self.unprinted(&checked_weeks) };
        // What is wrong with a template would be found again by every week.
        let (of_templates, mut findings): (Vec<_>, Vec<_>) = checked_weeks
            .into_iter()
            .flat_map(|checked| checked.findings)
            .partition(|it| OF_TEMPLATES.contains(&it.rule));
        let mut once: Vec<Diagnostic> = Vec::new();
        add_unlike(&mut once, of_templates);
        findings.extend(once);
        findings.extend(unprinted);
        findings
    }

    /// Adds what is found among the weeks of `folder` and their neighbours, and what is wrong with acknowledgements. Whether
    /// nothing was found among any of them, as far as all could be read.
    pub fn among_one_another(&self, weeks: &mut [CheckedWeek], folder: &OfficeFolder) -> bool {
        let neighbours: Vec<Option<Week>> =
            folder.neighbours.par_iter().map(|path| self.unchecked(path).week).collect();
        let complete = neighbours.iter().all(Option::is_some) && !folder.has_unread;
        self.among(weeks, &neighbours.into_iter().flatten().collect::<Vec<_>>(), complete)
    }

    /// [`Self::among_one_another`] with neighbours that have been read; `complete` where there are no others.
    pub(super) fn among(&self, weeks: &mut [CheckedWeek], neighbours: &[Week], complete: bool) -> bool {
        let complete = complete && weeks.iter().all(|checked| checked.week.is_some());
        // Of two of one first day the later gets the finding: it is one that was asked for.
        let all = neighbours.iter().chain(weeks.iter().filter_map(|checked| checked.week.as_ref()));
        let found = check::among(&self.history(all, complete));
        let is_sound = complete && found.is_empty();
        let mut by_file: HashMap<*const Source, Vec<Diagnostic>> = HashMap::new();
        for finding in found {
            if let Some(label) = &finding.primary {
                by_file.entry(Arc::as_ptr(label.span.source())).or_default().push(finding);
            }
        }
        for checked in weeks {
            let Some(week) = &checked.week else { continue };
            let found = by_file.remove(&Arc::as_ptr(week.span.source())).unwrap_or_default();
            self.settle(week, found, &mut checked.findings);
        }
        is_sound
    }
}

/// Reads a week only to say what is wrong with it, where its office cannot be read.
#[must_use]
pub fn findings_without_office(path: &Path) -> Vec<Diagnostic> {
    let mut problems = Problems::new();
    let source = text(&bytes::from_disk, path, &mut problems);
    let _ = source.and_then(|source| read_week_without_office(&source, &mut problems));
    problems.into_vec()
}

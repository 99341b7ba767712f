//! Public editions: the persons of all of an office's records, masked wherever a paper of it names one.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::due::{Due, due};
use super::findings::PUBLIC_PERSONS;
use super::office::OfficeWorkspace;
use super::recorded_persons::AllPersons;
use crate::check::{RecordedPersons, WeekView, is_unregistered_person};
use crate::compose::Publication;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::persons::{PersonsValue, Whose, gather};
use crate::record::bytes::from_disk;
use crate::record::edition::{self, Edition};
use crate::record::find::{OfficeFolder, display};
use crate::record::office::Office;
use crate::record::week::Week;
use crate::yaml::Problems;
use crate::yaml::tree::{self, gather_persons};

impl OfficeWorkspace {
    /// From here on its papers are those of the public edition.
    ///
    /// # Errors
    /// The records that cannot be read: nobody knows whom they name.
    pub fn publish(&mut self) -> Result<(), Vec<Diagnostic>> {
        let folder = OfficeFolder::whole(&self.folder);
        let mut findings = Vec::new();
        if folder.has_unread {
            findings.push(unknown(&self.folder));
        }
        let mut values: BTreeSet<PersonsValue> = BTreeSet::new();
        for found in folder.weeks.par_iter().map(|path| self.persons_of(path)).collect::<Vec<_>>() {
            match found {
                Ok(found) => values.extend(found),
                Err(finding) => findings.push(finding),
            }
        }
        for generation in self.generations() {
            add_contact(&generation.office, &mut values);
        }
        let persons = AllPersons::new(&values);
        for path in &folder.weeks {
            // Manifests name the records.
            let name = path.strip_prefix(&self.folder).unwrap_or(path).to_string_lossy();
            if !persons.names.find(&name).is_empty() {
                findings.push(named_after_person(path));
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        self.persons = Some(persons);
        Ok(())
    }

    #[must_use]
    pub fn edition(&self) -> Edition {
        if self.persons.is_some() { Edition::Public } else { Edition::Internal }
    }

    /// All persons of its records as one text, where its papers are public.
    #[must_use]
    pub fn persons(&self) -> Option<&str> {
        self.persons.as_ref().map(|persons| persons.said.as_str())
    }

    /// The papers that are due for a week, as files of the edition that is made.
    #[must_use]
    pub fn due(&self, week: &Week) -> Vec<Due> {
        let office = &self.generation_for(week).office;
        let mut all = due(office, week);
        if self.persons.is_some() {
            let name = edition::file_name(office.public_edition.as_ref());
            for due in &mut all {
                due.public_name = Some(name.clone());
            }
        }
        all
    }

    /// How the papers of a week of `office` are published, where they are.
    pub(super) fn publication(&self, office: &Office) -> Option<Publication<'_>> {
        let AllPersons { names, .. } = self.persons.as_ref()?;
        let written = office.public_edition.as_ref();
        let keeps_contact = written.and_then(|public| public.keeps_contact.as_ref()).is_some_and(|keeps| keeps.value);
        let contact = office.contact.as_ref().filter(|_| keeps_contact);
        let kept = contact.map_or_else(Vec::new, |it| vec![it.name.span.clone(), it.phone.span.clone()]);
        Some(Publication { persons: names, mark: edition::mark(written), kept })
    }

    /// The persons of one record: by its keys, and by its fields.
    fn persons_of(&self, path: &Path) -> Result<Vec<PersonsValue>, Diagnostic> {
        let checked = self.unchecked(path);
        let (Some(week), Ok(source)) = (&checked.week, from_disk(path)) else { return Err(unknown(path)) };
        let generation = self.generation_for(week);
        let (keys, columns) = (generation.week_shape().keys(), generation.columns.whose());
        let own = |key: &str| columns.iter().find(|(known, _)| *known == key).map(|(_, whose)| *whose);
        let mut values = Vec::new();
        let Some(node) = tree::parse(&source, &|word| keys.contains(word), &mut Problems::new()) else {
            return Err(unknown(path));
        };
        gather_persons(&node, &|word| keys.contains(word), &own, &mut |value| values.push(value));
        let view = WeekView { week, office: &generation.office, checker: &generation.checker };
        values.extend(RecordedPersons::of_week(&view).names().map(|name| PersonsValue::Name(name.to_owned())));
        let respondents = respondents(week).into_iter().filter(|name| is_unregistered_person(&generation.office, name));
        values.extend(respondents.map(|name| PersonsValue::Name(name.trim().to_owned())));
        Ok(values)
    }
}

/// Whom complaints and notices are about: firms, and now and then a person.
fn respondents(week: &Week) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for notice in &week.notices {
        names.extend(notice.respondent.as_ref().map(|name| name.value.as_str()));
        names.extend(notice.related.as_ref().map(|related| related.respondent.value.as_str()));
    }
    let complaints = week.complaints.iter().flat_map(|(_, complaints)| complaints.listed());
    names.extend(complaints.map(|complaint| complaint.respondent.value.as_str()));
    names.extend(week.carried_over.iter().map(|entry| entry.respondent.value.as_str()));
    names
}

/// Who answers questions about papers.
fn add_contact(office: &Office, values: &mut BTreeSet<PersonsValue>) {
    if let Some(contact) = &office.contact {
        let mut sink = |value| {
            values.insert(value);
        };
        gather(&contact.name.value, Whose::Name, &mut sink);
        gather(&contact.phone.value.to_string(), Whose::Number, &mut sink);
    }
}

/// That a record's file is called after somebody.
fn named_after_person(path: &Path) -> Diagnostic {
    let message = format!("记录的文件名「{}」里有个人的姓名或号码，公开版没有做", display(path));
    PUBLIC_PERSONS.finding(message).help("清单里有记录的文件名；文件名改成周期的第一天，例如 2021-01-08.yaml")
}

/// That nobody knows whom a record names.
fn unknown(path: &Path) -> Diagnostic {
    let message = format!("「{}」读不出，或者有错误，不知道里面写了谁，公开版没有做", display(path));
    PUBLIC_PERSONS.finding(message).help("先改好它（zhoubao check），再做公开版；不是记录的，移到别处")
}

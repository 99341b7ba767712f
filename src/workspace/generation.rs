//! An office in the course of time, with what is worked out once for each of its generations.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::check::Checker;
use crate::compose::Pictures;
use crate::diagnostic::{Diagnostic, add_new};
use crate::record::bytes::Texts;
use crate::record::catalogue::Shape;
use crate::record::find::OfficeFolder;
use crate::record::office::Office;
use crate::record::own::OfficeColumns;
use crate::record::value::Date;
use crate::record::{self, OfficeFrom, columns_in_time, week_shape};
use crate::yaml::Problems;

/// An office as it is for some of its weeks.
#[derive(Debug)]
pub struct Generation {
    /// For weeks that begin on or after it; `None`: from the beginning.
    pub from: Option<Date>,
    pub office: Office,
    pub checker: Checker,
    pub pictures: Pictures,
    /// The columns and ledgers of its own.
    pub columns: Arc<OfficeColumns>,
    week: OnceLock<Shape>,
    parts: Vec<(&'static str, String)>,
}

/// The keys that pictures and their descriptions depend on.
const PICTURED: [&str; 2] = ["名称", "公文"];

/// The keys that say which columns and ledgers there are.
const COLUMNS: [&str; 4] = ["台账", "投诉栏", "案件栏", "通报单栏"];

impl Generation {
    /// What may stand in a week's record.
    pub fn week_shape(&self) -> &Shape {
        self.week.get_or_init(|| week_shape(&self.columns))
    }

    /// Whether weeks' records of both have the same columns and ledgers.
    #[must_use]
    pub fn has_columns_of(&self, other: &Self) -> bool {
        self.from == other.from && COLUMNS.iter().all(|key| value_of(&self.parts, key) == value_of(&other.parts, key))
    }

    /// Each key of `office.yaml` that may change, with what its value says: the same for the same value, however it is
    /// laid out, quoted or commented. A key without a value is not there.
    #[must_use]
    pub fn parts(&self) -> &[(&'static str, String)] {
        &self.parts
    }

    fn has_pictures_of(&self, parts: &[(&'static str, String)]) -> bool {
        PICTURED.iter().all(|key| value_of(&self.parts, key) == value_of(parts, key))
    }
}

/// What the value of a key says.
fn value_of<'a>(parts: &'a [(&'static str, String)], key: &str) -> Option<&'a String> {
    parts.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
}

/// The office in the file, from the beginning and after each change; `None` if anything in it is wrong.
#[must_use]
pub fn generations(texts: Texts, path: &Path, problems: &mut Problems) -> Option<Vec<OfficeFrom>> {
    texts(path).map_err(|diagnostic| problems.push(diagnostic)).ok().and_then(|it| record::generations(&it, problems))
}

/// Reads the pictures of all generations, and makes them ready to check weeks.
pub fn open(generations: Vec<OfficeFrom>, folder: &OfficeFolder, findings: &mut Vec<Diagnostic>) -> Vec<Generation> {
    let mut opened: Vec<Generation> = Vec::with_capacity(generations.len());
    let columns = columns_in_time(&generations);
    for (OfficeFrom { from, office, parts }, columns) in generations.into_iter().zip(columns) {
        let same = opened.last().filter(|before| before.has_pictures_of(&parts));
        let mut about_pictures = Vec::new();
        let pictures = match same {
            Some(before) => before.pictures.clone(),
            None => Pictures::read(&office, &folder.path, &mut about_pictures),
        };
        add_new(findings, about_pictures);
        let earlier: Vec<&Office> = opened.iter().map(|generation| &generation.office).collect();
        let checker = Checker::after(&earlier, &office);
        opened.push(Generation {
            from,
            office,
            checker,
            pictures,
            columns: Arc::new(columns),
            week: OnceLock::new(),
            parts,
        });
    }
    opened
}

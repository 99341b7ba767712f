//! An office's output folder while a run is at work in it.

use std::io;
use std::path::{Path, PathBuf};

use crate::record::edition::Edition;
use crate::record::find::display;
use crate::record::series::day_of;
use crate::record::value::Date;

use super::order::{Order, Watch};
use super::paths::path_of;
use super::task::{Task, WeekFile};
use super::writers::Writers;
use crate::archive::inputs::{self, OfficeStates};
use crate::archive::manifest::{self, Entry, Found, Inputs, MANIFEST, Manifest};
use crate::archive::memo::{Memo, SoundWeek};
use crate::archive::seals::Seals;
use crate::diagnostic::Diagnostic;
use crate::disk::{Lock, sync_folder};
use crate::press::hash::Hash;
use crate::workspace::ComparedRecord;
use crate::workspace::Due;
use crate::workspace::OfficeWorkspace;
use crate::workspace::findings;
use crate::workspace::write::{self, WriteError};

pub(super) struct OutputFolder<'a> {
    pub(super) order: &'a Order<'a>,
    pub(super) office: &'a OfficeWorkspace,
    pub(super) folder: PathBuf,
    pub(super) memo: Memo,
    pub(super) writers: Writers,
    /// All that was known when the run began, and what it has settled about seals.
    pub(super) before: Manifest,
    pub(super) seals: Seals,
    /// The text of the manifest.
    pub(super) text: String,
    /// Manifests that former versions have left, whose lines are part of `before`.
    former: Vec<PathBuf>,
    /// What this run's offices and fonts are.
    pub(super) here: Manifest,
    offices: OfficeStates,
    /// What findings depend on besides weeks.
    pub(super) surroundings: Hash,
    _lock: Option<Lock>,
}

/// That papers of another edition lie in a folder: nobody would know them from one another there.
fn of_another_edition(folder: &Path, known: &Manifest, edition: Edition) -> Option<Diagnostic> {
    let (path, _) = known.papers.iter().find(|(_, entry)| entry.inputs.edition != edition)?;
    let (wanted, found) = match edition {
        Edition::Internal => ("报送的文书", "公开版"),
        Edition::Public => ("公开版", "报送的文书"),
    };
    let message = format!("「{}」里放的是{found}（{path}），{wanted}没有做", display(folder));
    Some(
        findings::PUBLIC_FOLDER
            .finding(message)
            .help("用 --out 换一个文件夹；不写，报送的在 output，公开版在 output-public"),
    )
}

/// What lies where a file should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnDisk {
    Right,
    Missing,
    Damaged,
}

impl<'a> OutputFolder<'a> {
    /// `None` where the wait for another run was given up.
    pub(super) fn open(
        order: &'a Order,
        office: &'a OfficeWorkspace,
        watch: &Watch,
    ) -> Result<Option<Self>, Diagnostic> {
        let folder = order.out.join(&office.name);
        let mut lock = None;
        if !order.only_explain {
            write::no_link(&order.out, &folder).map_err(|error| write_finding(&error))?;
            lock = enter(&folder, watch).map_err(|error| write_finding(&WriteError { path: folder.clone(), error }))?;
            if lock.is_none() {
                return Ok(None);
            }
            write::remove_leftovers(&folder);
        }
        let memo = Memo::for_folder(&folder);
        let Found { manifest: before, text, former } =
            manifest::find(&folder, |path, entry| on_disk(&memo, &folder, path, entry) == OnDisk::Right)?;
        let seals = Seals::read(&folder)?;
        if let Some(finding) = of_another_edition(&folder, &before, office.edition()) {
            return Err(finding);
        }
        let mut here = Manifest::default();
        here.fonts.insert(order.fonts.name(), order.fonts.faces().to_vec());
        let offices = OfficeStates::from_office(office);
        here.offices.extend(offices.all());
        Ok(Some(Self {
            order,
            office,
            memo,
            folder,
            writers: Writers::start(&order.out),
            before,
            seals,
            text,
            former,
            here,
            offices,
            surroundings: inputs::surroundings(office, order.fonts),
            _lock: lock,
        }))
    }

    pub(super) fn close(&self, remember: bool) {
        if !self.order.only_explain {
            // Goes only where it is empty: nothing was made.
            let _ = std::fs::remove_dir(&self.folder);
            if remember {
                self.memo.keep();
            }
        }
    }

    pub(super) fn write_manifest(&self, text: &str) -> Result<(), Diagnostic> {
        self.writers.sync_folders();
        write::whole(&self.folder.join(MANIFEST), text.as_bytes()).map_err(|error| write_finding(&error))?;
        sync_folder(&self.folder);
        if self.text.is_empty() {
            sync_folder(&self.order.out);
        }
        Ok(())
    }

    /// Removes the manifests whose lines are part of this one, once that is written.
    pub(super) fn remove_former(&self) -> Result<(), Diagnostic> {
        for path in self.former.iter().filter(|_| !self.order.only_explain) {
            std::fs::remove_file(path).map_err(|error| write_finding(&WriteError { path: path.clone(), error }))?;
        }
        Ok(())
    }

    /// What a paper would be made from, of which `compared` are the records of other weeks; `None` where it has no template.
    pub(super) fn inputs(&self, file: &WeekFile, due: &Due, day: Date, compared: &[ComparedRecord]) -> Option<Inputs> {
        let records = inputs::records(self.office, (file.name.clone(), file.hash?), compared);
        inputs::inputs(self.office, &self.offices, self.order.fonts, records, due, day)
    }

    /// The same of the week that is filed as `name`, without composing it; `None` also where something may be wrong with a week that it is compared with.
    pub(super) fn inputs_on_disk(&self, file: &WeekFile, due: &Due, name: &str) -> Option<Inputs> {
        let mut records = vec![(file.name.clone(), file.hash?)];
        for path in self.office.compared_files(due, name)? {
            let other = WeekFile::read(&self.surroundings, self.office.folder(), path);
            self.memo.sound_week(&other.key?)?;
            records.push((other.name, other.hash?));
        }
        inputs::inputs(self.office, &self.offices, self.order.fonts, records, due, day_of(name)?)
    }

    /// The papers that were asked for of those that are due.
    pub(super) fn wanted<'d>(&self, due: &'d [Due]) -> impl Iterator<Item = &'d Due> {
        due.iter().filter(|due| self.order.has_kind(&due.kind) && self.order.formats(due).next().is_some())
    }

    pub(super) fn on_disk(&self, path: &str, entry: &Entry) -> OnDisk {
        on_disk(&self.memo, &self.folder, path, entry)
    }

    /// The files of a week that may be written anew.
    pub(super) fn rewritten(&self, task: &Task) -> Vec<String> {
        let Some(SoundWeek { name, due }) = &task.sound else { return Vec::new() };
        let mut rewritten = Vec::new();
        for due in self.wanted(due) {
            let now = self.inputs_on_disk(&task.file, due, name);
            for format in self.order.formats(due) {
                let path = path_of(name, due, format);
                let Some(entry) = self.before.papers.get(&path) else { continue };
                if entry.is_sealed() {
                    continue;
                }
                let is_as_now = !self.order.force && now.as_ref() == Some(&entry.inputs);
                if !is_as_now || self.on_disk(&path, entry) != OnDisk::Right {
                    rewritten.push(path);
                }
            }
        }
        rewritten
    }
}

fn on_disk(memo: &Memo, folder: &Path, path: &str, entry: &Entry) -> OnDisk {
    match memo.hash_of(&folder.join(path)) {
        Some((size, hash)) if size == entry.size && hash == entry.hash => OnDisk::Right,
        Some(_) => OnDisk::Damaged,
        None => OnDisk::Missing,
    }
}

/// So often a run looks for its folder again where another that made nothing has just removed it.
const ENTRIES: usize = 100;

/// Makes the folder and waits until it is free; `None` where the wait was given up.
fn enter(folder: &Path, watch: &Watch) -> io::Result<Option<Lock>> {
    let mut more = 0..ENTRIES;
    loop {
        std::fs::create_dir_all(folder)?;
        match Lock::take(folder, watch.waiting, || watch.stopped()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && more.next().is_some() => {}
            taken => return taken,
        }
    }
}

pub(super) fn write_finding(error: &WriteError) -> Diagnostic {
    findings::WRITE.finding(error.to_string()).help(error.help())
}

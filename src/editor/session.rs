//! What is open in the editor: files, the offices that they belong to, and the findings that were published of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use gen_lsp_types as lsp;

use super::client::Client;
use super::cursor::office_day;
use super::document::{Document, Documents};
use super::findings::shown;
use super::office_file::{FileKind, OfficeFile};
use super::offices::OpenOffice;
use super::shape::{self, Shape};
use super::uri;
use crate::diagnostic::Diagnostic;

pub(super) struct Session {
    pub(super) client: Client,
    pub(super) documents: Documents,
    /// What those open files are that are an office's.
    files: BTreeMap<PathBuf, OfficeFile>,
    /// By the office's folder.
    offices: BTreeMap<PathBuf, OpenOffice>,
    /// Something has changed on the disk, and has not been looked at.
    pub(super) disk_changed: bool,
    /// Offices whose findings are to be published anew.
    stale: BTreeSet<PathBuf>,
    /// Of each open file, as last published.
    pub(super) findings: BTreeMap<PathBuf, Vec<Diagnostic>>,
}

/// A record that is open, its office, and what may stand in it.
pub(super) struct OpenRecord<'a> {
    pub(super) path: PathBuf,
    pub(super) document: &'a Document,
    pub(super) office: &'a OpenOffice,
    pub(super) root: Shape<'a>,
}

impl Session {
    pub(super) fn new() -> Self {
        Self {
            client: Client::UNKNOWN,
            documents: Documents::new(),
            files: BTreeMap::new(),
            offices: BTreeMap::new(),
            disk_changed: false,
            stale: BTreeSet::new(),
            findings: BTreeMap::new(),
        }
    }

    pub(super) fn open(&mut self, item: lsp::TextDocumentItem) {
        let Some(path) = uri::path(&item.uri) else { return };
        let document = Document::new(item.uri, &path, item.version, item.text);
        self.documents.insert(path.clone(), document);
        self.find_office(&path);
        self.reread(&path);
    }

    pub(super) fn change(&mut self, params: lsp::DidChangeTextDocumentParams) {
        let id = params.text_document;
        let Some(path) = uri::path(&id.text_document_identifier.uri) else { return };
        let Some(document) = self.documents.get_mut(&path) else { return };
        document.change(id.version, params.content_changes, self.client.encoding);
        self.reread(&path);
    }

    /// Whether it was open.
    pub(super) fn close(&mut self, uri: &lsp::Uri) -> bool {
        let Some(path) = uri::path(uri) else { return false };
        if self.documents.remove(&path).is_none() {
            return false;
        }
        self.reread(&path);
        self.findings.remove(&path);
        if let Some(OfficeFile { folder, .. }) = self.files.remove(&path)
            && self.files.values().all(|other| other.folder != folder)
        {
            self.offices.remove(&folder);
            self.stale.remove(&folder);
        }
        true
    }

    /// Finds out to which office an open file belongs.
    fn find_office(&mut self, path: &Path) {
        match OfficeFile::find(path) {
            Some(file) => {
                let documents = &self.documents;
                let entry = self.offices.entry(file.folder.clone());
                entry.or_insert_with(|| OpenOffice::open(file.folder.clone(), documents));
                self.files.insert(path.to_path_buf(), file);
            }
            None => {
                self.files.remove(path);
            }
        }
    }

    /// Reads a file of an office whose text is another now.
    fn reread(&mut self, path: &Path) {
        let Some(OfficeFile { folder, kind }) = self.files.get(path) else { return };
        let Some(office) = self.offices.get_mut(folder) else { return };
        match kind {
            FileKind::Week => office.read_week(path, &self.documents),
            FileKind::Office | FileKind::Template => office.read_office(&self.documents),
        }
        self.stale.insert(folder.clone());
    }

    /// Reads what has changed on the disk.
    pub(super) fn reread_disk(&mut self) {
        if !std::mem::take(&mut self.disk_changed) {
            return;
        }
        for path in self.documents.keys().cloned().collect::<Vec<_>>() {
            self.find_office(&path);
        }
        for (folder, office) in &mut self.offices {
            office.read_office(&self.documents);
            office.reread_disk(&self.documents);
            self.stale.insert(folder.clone());
        }
    }

    /// The findings of all open files whose office is stale, to be published; it is stale no longer.
    pub(super) fn publications(&mut self) -> Vec<lsp::PublishDiagnosticsParams> {
        self.reread_disk();
        let mut publications = Vec::new();
        for folder in std::mem::take(&mut self.stale) {
            for (path, findings) in self.findings_of_office(&folder) {
                let Some(document) = self.documents.get(&path) else { continue };
                publications.push(lsp::PublishDiagnosticsParams {
                    uri: document.uri.clone(),
                    version: Some(document.version),
                    diagnostics: shown(&path, &findings, &self.documents, self.client.encoding),
                });
                self.findings.insert(path, findings);
            }
        }
        publications
    }

    /// The findings of an office's open files: templates, the office's own file, weeks.
    fn findings_of_office(&self, folder: &Path) -> Vec<(PathBuf, Vec<Diagnostic>)> {
        let Some(office) = self.offices.get(folder) else { return Vec::new() };
        let mut by_file = Vec::new();
        let templates = self.open_files(folder, FileKind::Template);
        if !templates.is_empty() {
            let all = [office.about_office(), &office.about_templates()].concat();
            let placed: Vec<Diagnostic> = all.into_iter().filter(|finding| finding.primary.is_some()).collect();
            by_file.extend(templates.into_iter().map(|template| (template.to_path_buf(), placed.clone())));
        }
        for file in self.open_files(folder, FileKind::Office) {
            by_file.push((file.to_path_buf(), office.about_office().to_vec()));
        }
        let weeks = self.open_files(folder, FileKind::Week);
        let about = office.about_weeks(&weeks);
        by_file.extend(weeks.into_iter().map(Path::to_path_buf).zip(about));
        by_file
    }

    fn open_files(&self, folder: &Path, kind: FileKind) -> Vec<&Path> {
        let files = self.files.iter().filter(|(_, file)| file.folder == folder && file.kind == kind);
        files.map(|(path, _)| path.as_path()).collect()
    }

    /// The open record that a request is about; `None` where it is none of an office's.
    pub(super) fn record(&self, id: &lsp::TextDocumentIdentifier) -> Option<OpenRecord<'_>> {
        let path = uri::path(&id.uri)?;
        let OfficeFile { folder, kind } = self.files.get(&path)?;
        let (document, office) = (self.documents.get(&path)?, self.offices.get(folder)?);
        let root = match kind {
            FileKind::Week => office.week_shape(office_day(document.source.text())),
            FileKind::Office => shape::office(),
            FileKind::Template => return None,
        };
        Some(OpenRecord { path, document, office, root })
    }
}

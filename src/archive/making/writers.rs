//! Writing files beside the work: a disk takes milliseconds to say that a file is safe, in which the next paper is made.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use rayon::prelude::*;

use crate::disk::sync_folder;
use crate::workspace::write::{WriteError, is_right, no_link, whole};

/// Disks take several files at once in hardly more time than one.
const WRITERS: usize = 8;
/// Files that wait: more would only fill the memory.
const WAITING: usize = 32;

/// A file to be written.
pub(super) struct ToWrite {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    /// Where the file is moved before that lies there now.
    pub(super) aside: Option<PathBuf>,
    /// Write also what lies there already.
    pub(super) force: bool,
}

struct Task {
    file: ToWrite,
    done: Sender<Result<bool, WriteError>>,
}

/// Threads that write what they are handed.
pub(super) struct Writers {
    tasks: Option<SyncSender<Task>>,
    /// None where the machine gives none: then files are written where they are handed over.
    threads: Vec<JoinHandle<()>>,
    root: PathBuf,
    folders: Arc<Folders>,
}

/// Folders into which files were moved that a power cut could still undo.
type Folders = Mutex<BTreeSet<PathBuf>>;

/// A file that is being written.
pub(super) struct Written {
    path: PathBuf,
    done: Receiver<Result<bool, WriteError>>,
}

impl Writers {
    /// Writers that write nothing outside `root`, whatever links lie in it.
    pub(super) fn start(root: &Path) -> Self {
        let (tasks, waiting) = sync_channel::<Task>(WAITING);
        let waiting = Arc::new(Mutex::new(waiting));
        let folders = Arc::new(Folders::default());
        let mut threads = Vec::new();
        for _ in 0..WRITERS {
            let (waiting, root, folders) = (Arc::clone(&waiting), root.to_path_buf(), Arc::clone(&folders));
            let work = move || work(&waiting, &root, &folders);
            threads.extend(std::thread::Builder::new().spawn(work).ok());
        }
        let tasks = Some(tasks).filter(|_| !threads.is_empty());
        Self { tasks, threads, root: root.to_path_buf(), folders }
    }

    /// Hands over a file. Without `force` one that holds these bytes already is left alone.
    pub(super) fn write(&self, file: ToWrite) -> Written {
        let (done, outcome) = channel();
        let path = file.path.clone();
        let task = Task { file, done };
        match &self.tasks {
            // Fails only where all writers are gone, which the file's outcome then tells.
            Some(tasks) => drop(tasks.send(task)),
            // The machine gave no threads.
            None => task.run(&self.root, &self.folders),
        }
        Written { path, done: outcome }
    }

    /// Sees to it that a power cut does not undo what was written: once for each folder, however many files it has.
    pub(super) fn sync_folders(&self) {
        let folders = std::mem::take(&mut *self.folders.lock().unwrap_or_else(PoisonError::into_inner));
        folders.par_iter().for_each(|folder| sync_folder(folder));
    }
}

impl Drop for Writers {
    fn drop(&mut self) {
        self.tasks = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Written {
    /// Whether the file was already right, once it is safe.
    ///
    /// # Errors
    /// Where it could not be written; what was there is there still.
    pub(super) fn wait(self) -> Result<bool, WriteError> {
        let Self { path, done } = self;
        done.recv().unwrap_or_else(|_| Err(WriteError { path, error: std::io::Error::other("writer gone") }))
    }
}

fn work(waiting: &Mutex<Receiver<Task>>, root: &Path, folders: &Folders) {
    loop {
        let task = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(task) = task else { return };
        task.run(root, folders);
    }
}

impl Task {
    fn run(self, root: &Path, folders: &Folders) {
        let Self { file, done } = self;
        let folder = file.path.parent().unwrap_or(root);
        let outcome = no_link(root, folder).and_then(|()| put(&file));
        if matches!(outcome, Ok(false)) {
            folders.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_path_buf());
        }
        // Nobody waits any more where the run was given up.
        let _ = done.send(outcome);
    }
}

/// Writes a file; whether it was right already.
fn put(file: &ToWrite) -> Result<bool, WriteError> {
    let ToWrite { path, bytes, aside, force } = file;
    if !force && is_right(path, bytes) {
        return Ok(true);
    }
    if let Some(aside) = aside {
        std::fs::rename(path, aside).map_err(|error| WriteError { path: path.clone(), error })?;
    }
    whole(path, bytes).map(|()| false)
}

//! Writing files beside the work: a disk takes milliseconds to say that a file is safe, in which the next paper is made.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

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
    threads: Vec<JoinHandle<()>>,
}

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
        let threads = (0..WRITERS).map(|_| {
            let (waiting, root) = (Arc::clone(&waiting), root.to_path_buf());
            std::thread::spawn(move || work(&waiting, &root))
        });
        Self { tasks: Some(tasks), threads: threads.collect() }
    }

    /// Hands over a file. Without `force` one that holds these bytes already is left alone.
    pub(super) fn write(&self, file: ToWrite) -> Written {
        let (done, outcome) = channel();
        let path = file.path.clone();
        let task = Task { file, done };
        if let Some(tasks) = &self.tasks {
            // Fails only where all writers are gone, which the file's outcome then tells.
            let _ = tasks.send(task);
        }
        Written { path, done: outcome }
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

fn work(waiting: &Mutex<Receiver<Task>>, root: &Path) {
    loop {
        let task = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Task { file, done }) = task else { return };
        let outcome = no_link(root, file.path.parent().unwrap_or(root)).and_then(|()| put(&file));
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

//! On how many cores a run works.

use std::io;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, available_parallelism};

use rayon::{ThreadBuilder, ThreadPoolBuilder};

/// Works with so many threads; with all cores where none are named. A machine that refuses threads gives fewer, down to
/// the one that the program has.
pub(super) fn use_threads(jobs: Option<u16>) {
    let wanted = jobs.map_or_else(|| available_parallelism().map_or(1, usize::from), usize::from);
    let mut workers: Vec<_> = (0..wanted).map_while(|_| idle_thread().ok()).collect();
    let pool = ThreadPoolBuilder::new();
    // Either fails only where a pool stands already, which a fresh process has not.
    let _ = if workers.is_empty() {
        pool.num_threads(1).use_current_thread().build_global()
    } else {
        let count = workers.len();
        let begin = |work: ThreadBuilder| {
            let worker = workers.pop().ok_or(io::ErrorKind::NotFound)?;
            worker.send(work).map_err(|_| io::ErrorKind::BrokenPipe.into())
        };
        pool.num_threads(count).spawn_handler(begin).build_global()
    };
}

/// A thread that waits for its work. The pool asks for all its threads at once and stands only where it gets them all: they
/// are there before it does.
fn idle_thread() -> io::Result<SyncSender<ThreadBuilder>> {
    let (sender, work) = sync_channel::<ThreadBuilder>(1);
    let wait = move || work.recv().into_iter().for_each(ThreadBuilder::run);
    thread::Builder::new().spawn(wait)?;
    Ok(sender)
}

//! A run's report: events are counted, findings put in order, and all of it passed on to a reporter.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::event::{Answer, Event};
use super::limit::{Limit, file_of};
use super::reporter::Reporter;
use super::summary::{Ending, Summary, Work};
use crate::diagnostic::Diagnostic;

/// Counts what happens and passes it on to the reporter, from any thread.
pub struct Report(Mutex<Run>);

struct Run {
    reporter: Box<dyn Reporter>,
    summary: Summary,
    limit: Limit,
}

impl Report {
    pub fn new(reporter: impl Reporter + 'static) -> Self {
        let limit = Limit::new(reporter.most_findings());
        Self(Mutex::new(Run { reporter: Box::new(reporter), summary: Summary::default(), limit }))
    }

    /// Somebody who panicked while he held it has left nothing half done that matters: counts at the most.
    fn run(&self) -> MutexGuard<'_, Run> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn emit(&self, event: &Event) {
        self.run().emit(event);
    }

    pub fn finding(&self, finding: Diagnostic) {
        self.findings(vec![finding]);
    }

    /// Reports findings in the order of their places; of very many in one file only the heaviest, and how many more
    /// there are.
    pub fn findings(&self, mut findings: Vec<Diagnostic>) {
        findings.sort_by_cached_key(Diagnostic::sort_key);
        let mut run = self.run();
        for finding in &findings {
            run.summary.count_finding(finding);
        }
        for of_file in findings.chunk_by(|a, b| file_of(a) == file_of(b)) {
            let heaviest = run.limit.heaviest(of_file);
            let left_out = of_file.len() - heaviest.len();
            for finding in heaviest {
                run.reporter.report(&Event::Finding(finding));
            }
            if let Some(file) = of_file.first().and_then(file_of).filter(|_| left_out > 0) {
                run.reporter.report(&Event::LeftOut { file, count: left_out });
            }
        }
    }

    /// How many errors there were so far.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.run().summary.errors
    }

    /// Asks whether a fix that is only likely is to be made.
    pub fn ask(&self, finding: &Diagnostic) -> Answer {
        self.run().reporter.ask(finding)
    }

    /// Reports that the run has ended, of which `work` says what it was for.
    pub fn finish(self, work: Work) -> Ending {
        self.run().finish(work)
    }

    /// Reports that the run was stopped. What was reported until then is done.
    pub fn finish_stopped(self, work: Work) -> Ending {
        let mut run = self.run();
        run.summary.ending = Ending::Stopped;
        run.finish(work)
    }
}

impl Run {
    fn emit(&mut self, event: &Event) {
        self.summary.count(event);
        self.reporter.report(event);
    }

    fn finish(&mut self, work: Work) -> Ending {
        self.reporter.report(&Event::Finished { work, summary: &self.summary });
        self.summary.ending
    }
}

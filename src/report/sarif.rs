//! For code hosts and viewers: one SARIF 2.1.0 document of all findings on stdout, the rest on stderr.

use super::event::Event;
use super::reporter::Reporter;
use super::stdout::{note, print_own};
use super::summary::Ending;
use super::wording;
use crate::diagnostic::Sarif;
use crate::workspace::rules;

#[derive(Default)]
pub struct SarifReporter(Sarif);

impl Reporter for SarifReporter {
    fn report(&mut self, event: &Event) {
        match event {
            Event::Finding(finding) => self.0.add(finding),
            Event::LeftOut { file, count } => self.0.left_out(file, &wording::left_out(*count)),
            Event::FixShown { diff } => note(diff),
            Event::Fixed { file, edits, backup, .. } => {
                note(&wording::fixed(file, *edits, backup));
            }
            Event::Finished { work, summary } => {
                let findings = std::mem::take(&mut self.0);
                print_own(&findings.document(rules(), summary.ending != Ending::Machine).to_string());
                note(&wording::ending(*work, summary));
            }
            _ => {
                if let Some(words) = wording::note(event) {
                    note(&words);
                }
            }
        }
    }
}

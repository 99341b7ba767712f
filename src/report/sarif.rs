//! For code hosts and viewers: one SARIF 2.1.0 document of all findings on stdout, the rest on stderr.

use super::event::Event;
use super::reporter::Reporter;
use super::stderr::print_note;
use super::stdout::print_line;
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
            Event::FixShown { diff } => print_note(diff),
            Event::Fixed { file, edits, backup, .. } => {
                print_note(&wording::fixed(file, *edits, backup));
            }
            Event::Finished { work, summary } => {
                let findings = std::mem::take(&mut self.0);
                print_line(&findings.document(rules(), summary.ending != Ending::Machine).to_string());
                print_note(&wording::ending(*work, summary));
            }
            _ => {
                if let Some(note) = wording::note(event) {
                    print_note(&note);
                }
            }
        }
    }
}

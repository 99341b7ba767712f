//! A reporter of the test's own hears what happens, in order, and what it came to.

use std::sync::{Arc, Mutex};

use super::{Ending, Event, Report, Reporter, Work};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::{Source, Span};
use crate::workspace::findings::WRITE;

static RULE: Rule = Rule {
    code: "text-comma",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "",
    why: "",
    example: "",
    fix: "",
};

/// Notes what it hears, and shows no more than two findings of a file.
struct Notes(Arc<Mutex<Vec<String>>>);

impl Reporter for Notes {
    fn report(&mut self, event: &Event) {
        let note = match event {
            Event::Finding(finding) => finding.message.clone(),
            Event::LeftOut { file, count } => format!("{file}：还有 {count} 处"),
            Event::Finished { summary, .. } => {
                format!("{} 周，错误 {}，警告 {}", summary.weeks, summary.errors, summary.warnings)
            }
            _ => return,
        };
        self.0.lock().unwrap().push(note);
    }

    fn most_findings(&self) -> usize {
        2
    }
}

/// What is reported of a run in which there are these findings, and how it ends.
fn reported(findings: Vec<Diagnostic>) -> (Vec<String>, Ending) {
    let notes = Arc::new(Mutex::new(Vec::new()));
    let report = Report::new(Notes(Arc::clone(&notes)));
    report.emit(&Event::Weeks { count: 1 });
    report.findings(findings);
    let ending = report.finish(Work::Check);
    let notes = std::mem::take(&mut *notes.lock().unwrap());
    (notes, ending)
}

#[test]
fn of_many_findings_in_a_file_the_heaviest_are_shown_and_all_are_counted() {
    let source = Source::new("周.yaml", "甲乙丙丁");
    let finding = |message: &str, at: usize| RULE.finding(message).at(Span::new(&source, at..at + 3), "");
    let error = Diagnostic { severity: Severity::Error, ..finding("四", 9) };
    let (notes, ending) = reported(vec![error, finding("三", 6), finding("二", 3), finding("一", 0)]);
    assert_eq!(notes, ["一", "四", "周.yaml：还有 2 处", "1 周，错误 1，警告 3"]);
    assert_eq!(ending, Ending::Data);
}

#[test]
fn a_run_ends_as_its_heaviest_finding_says() {
    assert_eq!(reported(Vec::new()).1, Ending::Clean);
    assert_eq!(reported(vec![RULE.finding("警告")]).1, Ending::Clean);
    let errors = || vec![WRITE.finding("写不进去"), Diagnostic { severity: Severity::Error, ..RULE.finding("错误") }];
    assert_eq!(reported(errors()).1, Ending::Machine);
    let acknowledged = errors().into_iter().map(|it| Diagnostic { acknowledged: Some("可以".to_owned()), ..it });
    assert_eq!(reported(acknowledged.collect()).1, Ending::Clean);
}

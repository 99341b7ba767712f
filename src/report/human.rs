//! For people at a terminal: results on stdout, everything else on stderr.

use std::io::{self, IsTerminal as _};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::event::{Answer, Event};
use super::question::ask;
use super::reporter::Reporter;
use super::stdout::{note, print_in_words, print_line, print_lines};
use super::unwritten::remember;
use super::wording;
use crate::diagnostic::gate::Stream;
use crate::diagnostic::{Diagnostic, Human, discreet};
use crate::workspace::Explained;

/// Below this many weeks a progress bar only flickers.
const WORTH_A_BAR: usize = 8;

pub struct HumanReporter {
    findings: Human,
    /// For what goes to stdout.
    figures: Human,
    bar: ProgressBar,
}

impl HumanReporter {
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it looks at the terminal")]
    pub fn new() -> Self {
        let wants_colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self {
            findings: Human { color: wants_colour && io::stderr().is_terminal() },
            figures: Human { color: wants_colour && io::stdout().is_terminal() },
            bar: ProgressBar::hidden(),
        }
    }

    fn print(&self, event: &Event) {
        match event {
            Event::Finding(finding) => {
                remember(&Stream::Stderr.coloured(self.findings.render(finding).trim_end()));
            }
            Event::LeftOut { file, count } => {
                note(&format!("{}：{}", discreet(file), wording::left_out(*count)));
            }
            Event::FixShown { diff } => print_lines(diff),
            Event::Fixed { file, edits, backup, .. } => print_line(&wording::fixed(file, *edits, backup)),
            Event::Figures { office, week, figures, in_full } => {
                print_line(&format!("{office} {week}"));
                for figure in *figures {
                    self.print_figure(figure, *in_full);
                }
                print_line("");
            }
            Event::NoFigure { asked } => print_line(&format!("这里的各周都没有「{asked}」")),
            Event::Finished { work, summary } => note(&wording::ending(*work, summary)),
            _ => print_in_words(event),
        }
    }

    fn print_figure(&self, figure: &Explained, in_full: bool) {
        if in_full {
            let explained = self.figures.explain(&title(figure), &notes(figure), &figure.labels());
            remember(&Stream::Stdout.coloured(&format!("\n{explained}")));
        } else {
            let printed = unprinted(figure).map_or_else(String::new, |unprinted| format!("（{unprinted}）"));
            print_line(&format!("  {}{printed}", title(figure)));
        }
    }
}

impl Reporter for HumanReporter {
    fn report(&mut self, event: &Event) {
        match event {
            Event::Planned { weeks } => self.bar = bar(*weeks),
            Event::Progress => self.bar.inc(1),
            Event::Finished { .. } => {
                self.bar.finish_and_clear();
                self.print(event);
            }
            _ => self.bar.suspend(|| self.print(event)),
        }
    }

    fn most_findings(&self) -> usize {
        100
    }

    fn ask(&mut self, finding: &Diagnostic) -> Answer {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return Answer::NoToAll;
        }
        note(Human { color: false }.render(finding).trim_end());
        ask()
    }
}

/// A bar on the terminal where there is much to do; nothing elsewhere.
fn bar(weeks: usize) -> ProgressBar {
    if weeks < WORTH_A_BAR {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} 周，每秒 {rate} 周，剩余 {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("rate", |state: &ProgressState, text: &mut dyn std::fmt::Write| {
            let _ = write!(text, "{:.1}", state.per_sec());
        });
    ProgressBar::with_draw_target(Some(weeks as u64), ProgressDrawTarget::stderr()).with_style(style)
}

fn title(figure: &Explained) -> String {
    let name = figure.name.unwrap_or("记录里的值");
    let of = figure.of.as_ref().map_or_else(String::new, |of| format!("（{of}）"));
    format!("{name}{of}：{}", figure.value())
}

/// What is said of a figure that no paper prints, as far as they could be composed.
fn unprinted(figure: &Explained) -> Option<&'static str> {
    match (figure.printed.is_empty(), figure.may_be_printed) {
        (false, _) => None,
        (true, true) => Some("有文书没有做成，印不印还不知道"),
        (true, false) => Some("这一期没有印出"),
    }
}

/// What there is to say of a figure, each with a word before it: the sentences that print it, and its rule.
fn notes(figure: &Explained) -> Vec<(&'static str, String)> {
    let mut notes = Vec::new();
    for printed in &figure.printed {
        notes.push(("文中", format!("{}：{}", printed.paper.name(), printed.sentence())));
    }
    notes.extend(unprinted(figure).map(|unprinted| ("文中", unprinted.to_owned())));
    notes.push(("算法", figure.rule.clone()));
    notes
}

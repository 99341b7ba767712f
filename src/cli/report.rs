//! What a run says: results to stdout, findings to stderr; as JSON all of it to stdout, one object a line.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::Instant;

use serde_json::json;

use super::Exit;
use super::arguments::MessageFormat;
use crate::archive::findings;
use crate::archive::{Due, Made};
use crate::diagnostic::{Diagnostic, Human, Severity, to_json};
use crate::layout::LineCount;
use crate::record::find::display;

/// Counts and prints as a run goes on.
pub(super) struct Report {
    format: MessageFormat,
    human: Human,
    started: Instant,
    offices: BTreeSet<String>,
    pub(super) weeks: usize,
    papers: usize,
    fresh: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    acknowledged: usize,
    /// All lines of all papers, where they are to be told.
    lines: Option<LineCount>,
    exit: Exit,
}

impl Report {
    pub(super) fn new(format: MessageFormat) -> Self {
        let color = io::stderr().is_terminal() && !no_colour();
        Self {
            format,
            human: Human { color },
            started: Instant::now(),
            offices: BTreeSet::new(),
            weeks: 0,
            papers: 0,
            fresh: 0,
            errors: 0,
            warnings: 0,
            advice: 0,
            acknowledged: 0,
            lines: None,
            exit: Exit::Clean,
        }
    }

    /// Tells of each paper how its lines came out, if `wanted`.
    pub(super) fn with_lines(self, wanted: bool) -> Self {
        Self { lines: wanted.then(LineCount::default), ..self }
    }

    pub(super) fn is_for_people(&self) -> bool {
        self.format == MessageFormat::Human
    }

    pub(super) fn office(&mut self, name: &str) {
        self.offices.insert(name.to_owned());
    }

    /// Prints findings in the order of their places.
    pub(super) fn findings(&mut self, mut findings: Vec<Diagnostic>) {
        findings.sort_by_cached_key(Diagnostic::sort_key);
        for finding in &findings {
            match finding.severity {
                _ if finding.acknowledged.is_some() => self.acknowledged += 1,
                Severity::Error => {
                    self.errors += 1;
                    let machine = [&findings::WRITE, &findings::FONTS].contains(&finding.rule);
                    self.exit = self.exit.max(if machine { Exit::Machine } else { Exit::Data });
                }
                Severity::Warning => self.warnings += 1,
                Severity::Advice => self.advice += 1,
            }
            match self.format {
                MessageFormat::Human => anstream::eprintln!("{}", self.human.render(finding).trim_end()),
                MessageFormat::Json => line(&to_json(finding)),
            }
        }
    }

    pub(super) fn paper(&mut self, office: &str, week: &str, made: &Made) {
        self.papers += 1;
        self.fresh += usize::from(made.fresh);
        let path = display(&made.path);
        match self.format {
            MessageFormat::Human => out(&format!("{path}{}", if made.fresh { "（未变）" } else { "" })),
            MessageFormat::Json => line(&json!({
                "reason": "paper",
                "office": office,
                "week": week,
                "kind": made.due.kind,
                "number": made.due.notice.map(|(_, number)| number),
                "format": made.format.name(),
                "path": path,
                "sha256": made.sha256,
                "pages": made.pages,
                "fresh": made.fresh,
            })),
        }
    }

    /// How the lines of a paper came out.
    pub(super) fn lines(&mut self, office: &str, week: &str, due: &Due, lines: &LineCount) {
        let Some(all) = &mut self.lines else { return };
        all.lines += lines.lines;
        all.spaced += lines.spaced;
        all.widest = all.widest.max(lines.widest);
        all.fragile.extend(lines.fragile.iter().cloned());
        if self.format == MessageFormat::Json {
            return line(&json!({
                "reason": "lines",
                "office": office,
                "week": week,
                "kind": due.kind,
                "number": due.notice.map(|(_, number)| number),
                "lines": lines.lines,
                "spaced": lines.spaced,
                "widest": lines.widest.pt().0,
                "fragile": lines.fragile.len(),
                "fragile_lines": lines.fragile.iter().map(|line| json!({"page": line.page, "text": line.text})).collect::<Vec<_>>(),
            }));
        }
        for fragile in &lines.fragile {
            let number = due.notice.map_or_else(String::new, |(_, number)| format!("-{number}"));
            out(&format!("断行不稳：{office}/{week}/{}{number} 第{}页「{}」", due.kind, fragile.page, fragile.text));
        }
    }

    /// How many findings of each weight there were.
    fn found(&self) -> String {
        let counts =
            [("错误", self.errors), ("警告", self.warnings), ("建议", self.advice), ("已认可", self.acknowledged)];
        let always = |name: &str| self.errors + self.warnings > 0 && matches!(name, "错误" | "警告");
        let told: Vec<String> = counts
            .iter()
            .filter(|(name, count)| *count > 0 || always(name))
            .map(|(name, count)| format!("{name} {count} 处"))
            .collect();
        if told.is_empty() { "没有发现问题".to_owned() } else { told.join("，") }
    }

    /// The last line, and how the run ended.
    pub(super) fn finish(self, made_papers: bool) -> Exit {
        let seconds = (self.started.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
        match self.format {
            MessageFormat::Json => line(&json!({
                "reason": "finished",
                "offices": self.offices.len(),
                "weeks": self.weeks,
                "papers": self.papers,
                "errors": self.errors,
                "warnings": self.warnings,
                "advice": self.advice,
                "acknowledged": self.acknowledged,
                "seconds": seconds,
            })),
            MessageFormat::Human => {
                let papers = match (made_papers, self.fresh) {
                    (false, _) => String::new(),
                    (true, 0) => format!("，{} 个文件", self.papers),
                    (true, fresh) => format!("，{} 个文件（其中 {fresh} 个未变）", self.papers),
                };
                let found = self.found();
                let told = format!("{} 个指挥中心，{} 周{papers}，{found}", self.offices.len(), self.weeks);
                anstream::eprintln!("{told}；用时 {seconds} 秒");
                if let Some(lines) = &self.lines {
                    anstream::eprintln!(
                        "共 {} 行：断行不稳的 {} 行，自带字距的 {} 行，与本来的字距最多差 {} 磅",
                        lines.lines,
                        lines.fragile.len(),
                        lines.spaced,
                        lines.widest.pt().0
                    );
                }
                if made_papers && self.exit == Exit::Data {
                    anstream::eprintln!("有错误的那一周没有出文书；改好后再运行一次即可");
                }
            }
        }
        self.exit
    }
}

/// Whether the environment asks for plain text.
pub(super) fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

pub(super) fn line(object: &serde_json::Value) {
    out(&object.to_string());
}

/// A closed pipe is no error: whoever read has read enough.
pub(super) fn out(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{text}");
}

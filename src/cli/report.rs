//! What a run says: results to stdout, findings to stderr; as JSON all of it to stdout, one object a line. SARIF and
//! GitHub's commands go to stdout, and only the last line to stderr.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use serde_json::json;

use super::Exit;
use super::arguments::MessageFormat;
use crate::archive::making::{Made, Stale};
use crate::archive::package::Packaged;
use crate::diagnostic::{Diagnostic, Human, Sarif, Severity, discreet, note_for_github, to_github, to_json};
use crate::layout::LineCount;
use crate::record::find::display;
use crate::workspace::{Due, findings, rules};

/// Counts and prints as a run goes on.
pub(super) struct Report {
    format: MessageFormat,
    human: Human,
    started: Instant,
    offices: BTreeSet<String>,
    pub(super) weeks: usize,
    papers: usize,
    fresh: usize,
    stale: usize,
    compared: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
    acknowledged: usize,
    mended: usize,
    /// How many findings of each file were told one by one.
    told: HashMap<String, usize>,
    sarif: Sarif,
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
            stale: 0,
            compared: 0,
            errors: 0,
            warnings: 0,
            advice: 0,
            acknowledged: 0,
            mended: 0,
            told: HashMap::new(),
            sarif: Sarif::default(),
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

    /// How many errors there were so far.
    pub(super) fn errors(&self) -> usize {
        self.errors
    }

    pub(super) fn office(&mut self, name: &str) {
        self.offices.insert(name.to_owned());
    }

    /// Prints findings in the order of their places; of very many in one file only the heaviest, and how many more
    /// there are.
    pub(super) fn findings(&mut self, mut findings: Vec<Diagnostic>) {
        findings.sort_by_cached_key(Diagnostic::sort_key);
        self.count(&findings);
        for of_file in findings.chunk_by(|a, b| file(a) == file(b)) {
            let name = of_file.first().and_then(file);
            let room = name.map_or(usize::MAX, |name| self.room_for(name, of_file.len()));
            let mut heaviest: Vec<&Diagnostic> = of_file.iter().collect();
            if of_file.len() > room {
                let mut by_weight: Vec<usize> = (0..of_file.len()).collect();
                by_weight.sort_by_key(|at| Reverse((of_file[*at].acknowledged.is_none(), of_file[*at].severity)));
                by_weight.truncate(room);
                by_weight.sort_unstable();
                heaviest = by_weight.into_iter().map(|at| &of_file[at]).collect();
            }
            for finding in heaviest {
                self.finding(finding);
            }
            if let Some(name) = name.filter(|_| of_file.len() > room) {
                self.left_out(name, of_file.len() - room);
            }
        }
    }

    /// How many of `count` more findings about a file may be told one by one.
    fn room_for(&mut self, file: &str, count: usize) -> usize {
        let told = self.told.entry(file.to_owned()).or_default();
        let room = most_told(self.format) - *told;
        *told += room.min(count);
        room
    }

    fn count(&mut self, findings: &[Diagnostic]) {
        for finding in findings {
            match finding.severity {
                _ if finding.acknowledged.is_some() => self.acknowledged += 1,
                Severity::Error => {
                    self.errors += 1;
                    let machine = [&findings::WRITE, &findings::UNMENDED, &findings::FONTS].contains(&finding.rule);
                    self.exit = self.exit.max(if machine { Exit::Machine } else { Exit::Data });
                }
                Severity::Warning => self.warnings += 1,
                Severity::Advice => self.advice += 1,
            }
        }
    }

    fn finding(&mut self, finding: &Diagnostic) {
        match self.format {
            MessageFormat::Human => anstream::eprintln!("{}", self.human.render(finding).trim_end()),
            MessageFormat::Json => line(&to_json(finding)),
            MessageFormat::Sarif => self.sarif.add(finding),
            MessageFormat::Github => out(&to_github(finding)),
        }
    }

    fn left_out(&mut self, file: &str, count: usize) {
        let message = format!("这份文件里还有 {count} 处没有列出");
        match self.format {
            MessageFormat::Human => anstream::eprintln!("{}：{message}", discreet(file)),
            MessageFormat::Json => line(&json!({"reason": "left-out", "file": file, "count": count})),
            MessageFormat::Sarif => self.sarif.left_out(file, &message),
            MessageFormat::Github => out(&note_for_github(file, &message)),
        }
    }

    /// What is about to be changed; as JSON it is told once it is done.
    pub(super) fn shows(&self, diff: &str) {
        match self.format {
            MessageFormat::Human => out(diff),
            MessageFormat::Json => {}
            MessageFormat::Sarif | MessageFormat::Github => anstream::eprintln!("{diff}"),
        }
    }

    /// A file that was mended in so many places, and where it is kept as it was.
    pub(super) fn mended(&mut self, file: &str, mends: usize, backup: &Path, diff: &str) {
        self.mended += mends;
        let backup = display(backup);
        let told = discreet(&format!("已改正 {file}：{mends} 处，原文件在 {backup}"));
        match self.format {
            MessageFormat::Human => out(&told),
            MessageFormat::Json => {
                line(&json!({"reason": "fixed", "file": file, "edits": mends, "backup": backup, "diff": diff}));
            }
            MessageFormat::Sarif | MessageFormat::Github => anstream::eprintln!("{told}"),
        }
    }

    pub(super) fn paper(&mut self, office: &str, week: &str, made: &Made) {
        self.papers += 1;
        self.fresh += usize::from(made.fresh);
        let path = display(&made.path);
        match self.format {
            MessageFormat::Human | MessageFormat::Github => {
                out(&format!("{path}{}", if made.fresh { "（未变）" } else { "" }));
            }
            MessageFormat::Sarif => {}
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

    /// So many files of an office were compared with its manifest.
    pub(super) fn verified(&mut self, files: usize, findings: Vec<Diagnostic>) {
        self.papers += files;
        self.findings(findings);
    }

    /// So many files of an office were made again and compared.
    pub(super) fn compared(&mut self, files: usize, findings: Vec<Diagnostic>) {
        self.compared += files;
        self.findings(findings);
    }

    /// A file that would be made, and why.
    pub(super) fn stale(&mut self, office: &str, week: &str, stale: &Stale) {
        self.stale += 1;
        let path = display(&stale.path);
        let causes: Vec<String> = stale.causes.iter().map(ToString::to_string).collect();
        match self.format {
            MessageFormat::Human | MessageFormat::Github => out(&format!("{path}：{}", causes.join("；"))),
            MessageFormat::Sarif => {}
            MessageFormat::Json => line(&json!({
                "reason": "stale",
                "office": office,
                "week": week,
                "kind": stale.due.kind,
                "number": stale.due.notice.map(|(_, number)| number),
                "format": stale.format.name(),
                "path": path,
                "causes": stale.causes.iter().zip(&causes).map(|(cause, told)| json!({"code": cause.code(), "message": told})).collect::<Vec<_>>(),
            })),
        }
    }

    /// A year's papers packed for the records office.
    pub(super) fn package(&self, office: &str, year: i16, packaged: &Packaged) {
        let Packaged { path, papers, fresh, .. } = packaged;
        let path = display(path);
        match self.format {
            MessageFormat::Human | MessageFormat::Github => {
                out(&format!("{path}（归档包，{papers} 件{}）", if *fresh { "，未变" } else { "" }));
            }
            MessageFormat::Sarif => {}
            MessageFormat::Json => line(&json!({
                "reason": "package",
                "office": office,
                "year": year,
                "path": path,
                "papers": papers,
                "fresh": fresh,
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
        if self.format == MessageFormat::Sarif {
            return;
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

    /// The last line of a run that was stopped: all that was told is done.
    pub(super) fn interrupted(mut self) -> Exit {
        self.exit = Exit::Interrupted;
        let exit = self.finish(true);
        anstream::eprintln!("已停下。做好的都在，再运行一次会接着做");
        exit
    }

    /// The last line, and how the run ended.
    pub(super) fn finish(self, made_papers: bool) -> Exit {
        let papers = match (made_papers, self.fresh) {
            (false, _) => String::new(),
            (true, _) if self.stale > 0 => format!("，{} 个文件要做", self.stale),
            (true, 0) => format!("，{} 个文件", self.papers),
            (true, fresh) => format!("，{} 个文件（其中 {fresh} 个未变）", self.papers),
        };
        let mended = if self.mended > 0 { format!("，改正 {} 处", self.mended) } else { String::new() };
        let done = format!("{} 周{papers}{mended}", self.weeks);
        let is_told = self.format != MessageFormat::Json;
        let exit = self.close(&done);
        if made_papers && is_told && exit == Exit::Data {
            anstream::eprintln!("有错误的那一周没有出文书；改好后再运行一次即可");
        }
        exit
    }

    /// The last line of a verification.
    pub(super) fn finish_verified(self, rebuilt: bool) -> Exit {
        let compared = if rebuilt { format!("，重做比对 {} 个", self.compared) } else { String::new() };
        let done = format!("核对 {} 个文件{compared}", self.papers);
        self.close(&done)
    }

    fn close(mut self, done: &str) -> Exit {
        let seconds = (self.started.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
        if self.format == MessageFormat::Json {
            line(&json!({
                "reason": "finished",
                "offices": self.offices.len(),
                "weeks": self.weeks,
                "papers": self.papers,
                "stale": self.stale,
                "compared": self.compared,
                "errors": self.errors,
                "warnings": self.warnings,
                "advice": self.advice,
                "acknowledged": self.acknowledged,
                "fixed": self.mended,
                "seconds": seconds,
            }));
            return self.exit;
        }
        if self.format == MessageFormat::Sarif {
            let sarif = std::mem::take(&mut self.sarif);
            line(&sarif.document(rules(), self.exit != Exit::Machine));
        }
        anstream::eprintln!("{} 个指挥中心，{done}，{}；用时 {seconds} 秒", self.offices.len(), self.found());
        if let Some(lines) = &self.lines {
            anstream::eprintln!(
                "共 {} 行：断行不稳的 {} 行，自带字距的 {} 行，与本来的字距最多差 {} 磅",
                lines.lines,
                lines.fragile.len(),
                lines.spaced,
                lines.widest.pt().0
            );
        }
        self.exit
    }
}

/// The file that a finding points at.
fn file(finding: &Diagnostic) -> Option<&str> {
    finding.primary.as_ref().map(|label| label.span.source().name())
}

/// How many findings of one file are told one by one.
fn most_told(format: MessageFormat) -> usize {
    if format == MessageFormat::Human { 100 } else { 1_000 }
}

/// Whether the environment asks for plain text.
pub(super) fn no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

pub(super) fn line(object: &serde_json::Value) {
    out(&object.to_string());
}

/// Whether something could not be written to stdout.
static UNWRITTEN: AtomicBool = AtomicBool::new(false);

pub(super) fn out(text: &str) {
    written(writeln!(io::stdout().lock(), "{text}"));
}

/// Remembers that stdout could not be written. A closed pipe is no error: whoever read has read enough.
pub(super) fn written(outcome: io::Result<()>) {
    if outcome.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe) {
        UNWRITTEN.store(true, Ordering::Relaxed);
    }
}

/// How the run ended, once all is written.
pub(super) fn flushed(exit: Exit) -> Exit {
    written(io::stdout().lock().flush());
    if !UNWRITTEN.load(Ordering::Relaxed) {
        return exit;
    }
    anstream::eprintln!("错误：结果没有写完，标准输出写不进去；请核对磁盘空间，再运行一次");
    Exit::Machine
}

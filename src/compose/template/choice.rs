//! Which template makes a paper: the office's own before the built-in one, and of each the one of its time.
//!
//! `weekly.md` holds from the beginning; `weekly@2022-01-01.md` for weeks that begin on or after that day.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use crate::record::value::Date;

use super::files;
use super::filling::Template;
use super::lost_sets::lost_sets;
use super::named_fields::NamedFields;
use super::unknown_names::unknown_names;
use crate::compose::comparison::Comparison;
use crate::compose::findings;
use crate::compose::variables::Vocabulary;
use crate::diagnostic::Diagnostic;
use crate::record::built_in::{BuiltInKind, KINDS, default_kinds};
use crate::record::bytes::Texts;
use crate::record::columns_of_generations;
use crate::record::find::display;
use crate::record::office::Office;
use crate::source::{Source, Span};
use crate::yaml::nearest::nearest;

/// A template takes some 5 KB; the engine's errors take their time with very long ones.
const MOST_BYTES: usize = 128 * 1024;

/// A template's longest line takes some 500 bytes; the engine repeats the whole line with each unknown name on it.
const LONGEST_LINE: usize = 4 * 1024;

/// All templates that an office can use.
#[derive(Debug)]
pub struct Templates {
    own: Vec<Template>,
    built_in: &'static [Template; KINDS.len()],
    /// Names of files that could not be read, which has been reported: they are not missing.
    unreadable: Vec<String>,
}

/// Those that come with the program: all offices have them, so that the engine reads each once.
static BUILT_IN: LazyLock<[Template; KINDS.len()]> = LazyLock::new(|| {
    KINDS.map(|BuiltInKind { name, template: text, .. }| {
        let source = Source::new(format!("（内置模板 {name}.md）"), text);
        Template::new(name, None, source)
    })
});

impl Default for Templates {
    /// The built-in ones alone.
    fn default() -> Self {
        Self { own: Vec::new(), built_in: &BUILT_IN, unreadable: Vec::new() }
    }
}

impl Templates {
    /// Reads an office's own templates; a template that cannot be read or has a wrong date in its name is reported.
    #[must_use]
    pub fn read(texts: Texts, office_folder: &Path, findings: &mut Vec<Diagnostic>) -> Self {
        let (mut own, mut unreadable) = (Vec::new(), Vec::new());
        for file in files::find(office_folder, findings) {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            let (name, date) = stem.split_once('@').map_or((&*stem, None), |(name, date)| (name, Some(date)));
            match read_template(texts, &file, name, date) {
                Ok(template) => own.push(template),
                Err(finding) => {
                    findings.push(finding);
                    unreadable.push(name.to_owned());
                }
            }
        }
        findings.extend(files::two_of_one_time(&own));
        Self { own, unreadable, ..Self::default() }
    }

    /// The template `name` for a week that begins on `day`.
    pub(in crate::compose) fn get(&self, name: &str, day: Date) -> Option<&Template> {
        let of_its_time = self.own.iter().filter(|own| own.name == name && own.from.is_none_or(|from| from <= day));
        let own = of_its_time.max_by_key(|template| template.from);
        own.or_else(|| self.built_in.iter().find(|built_in| built_in.name == name))
    }

    /// The text of the template `name` for a week that begins on `day`, and the day from which it holds.
    #[must_use]
    pub fn text(&self, name: &str, day: Date) -> Option<(Option<Date>, &str)> {
        self.get(name, day).map(|template| (template.from, template.source.text()))
    }

    /// The other weeks that the template `name` compares with in papers of the office as it is on `day`, in their order.
    #[must_use]
    pub fn comparisons(&self, name: &str, day: Date, office: &Office) -> Vec<Comparison> {
        self.get(name, day).map_or_else(Vec::new, |template| template.comparisons(&office.compared_with()))
    }

    /// Whether any of the papers of the office as it is on `day` may be a register.
    pub(in crate::compose) fn list_records(&self, day: Date, office: &Office) -> bool {
        let is_register = |name: &str| self.comparisons(name, day, office).contains(&Comparison::Register);
        match office.papers.written() {
            Some(papers) => papers.iter().any(|paper| is_register(&paper.template.value.0)),
            None => default_kinds().any(|kind| is_register(kind.name)),
        }
    }

    /// Whether the template `name` prints how figures have changed that the office's file compares.
    #[must_use]
    pub fn prints_declared(&self, name: &str, day: Date) -> bool {
        self.get(name, day).is_some_and(Template::prints_declared)
    }

    /// The names of the files of the office's own templates, and their texts.
    pub fn own_texts(&self) -> impl Iterator<Item = (String, &str)> {
        self.own.iter().map(|template| {
            let from = template.from.map_or_else(String::new, |from| format!("@{from}"));
            (format!("{}{from}", template.name), template.source.text())
        })
    }

    /// The file among the office's own templates that makes a paper of a week that begins on `day`; `None` where a
    /// built-in one does.
    #[must_use]
    pub fn own_file(&self, name: &str, day: Date) -> Option<String> {
        let found = self.get(name, day)?;
        let is_own = self.own.iter().any(|own| std::ptr::eq(own, found));
        is_own.then(|| found.source.name().rsplit('/').next().unwrap_or_default().to_owned())
    }

    /// Templates that the office's file names and that nobody has, at their places there.
    #[must_use]
    pub fn missing(&self, office: &Office) -> Vec<Diagnostic> {
        let names = self.names();
        let mut findings = Vec::new();
        for paper in &office.papers {
            let name = &paper.template.value.0;
            if names.contains(&name.as_str()) || self.unreadable.contains(name) {
                continue;
            }
            let help = match nearest(name, names.iter().copied()) {
                Some(guess) => format!("是不是想写「{guess}」？有这些模板：{}", names.join("、")),
                None => format!("在 templates 文件夹里放一份 {name}.md，或改用这些模板：{}", names.join("、")),
            };
            let finding = findings::TEMPLATE.finding(format!("没有模板「{name}」"));
            findings.push(finding.at(paper.template.span.clone(), "找不到").help(help));
        }
        findings
    }

    /// Names and fields that the office's own templates use and that nobody has.
    #[must_use]
    pub fn unknown_names(&self, generations: &[&Office]) -> Vec<Diagnostic> {
        let mut known = Vocabulary::of_columns(&columns_of_generations(generations));
        let mut findings = Vec::new();
        for template in &self.own {
            known.item = ledger_of_items(&template.name, generations);
            findings.extend(unknown_names(&template.source, &known));
        }
        findings
    }

    /// What the office's own templates keep in loops and lose.
    #[must_use]
    pub fn lost_sets(&self) -> Vec<Diagnostic> {
        self.own.iter().flat_map(|template| lost_sets(&template.source)).collect()
    }

    /// The office's own templates that make none of its papers in any of its generations.
    #[must_use]
    pub fn unused(&self, generations: &[&Office]) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for template in &self.own {
            if !generations.iter().any(|office| is_used(&template.name, office)) {
                let start = Span::new(&template.source, 0..template.source.text().len()).first_line();
                findings.push(
                    findings::TEMPLATE_UNUSED
                        .finding(format!("没有一种文书用模板「{}」", template.name))
                        .at(start, "没有用到")
                        .help("改正文件名，或者在 office.yaml 的「文书」里写上；不用了的删掉"),
                );
            }
        }
        findings
    }

    /// The fields that are named by the templates which make the office's papers in any of its generations, whatever the
    /// day.
    pub(in crate::compose) fn named_fields(&self, generations: &[&Office], known: &Vocabulary) -> NamedFields {
        let mut named = NamedFields::default();
        let made = |template: &&Template| generations.iter().any(|office| is_used(&template.name, office));
        for own in self.own.iter().filter(made) {
            named.add(own.source.text(), known);
        }
        for built_in in self.built_in.iter().filter(made) {
            if self.own.iter().all(|own| own.name != built_in.name || own.from.is_some()) {
                named.add(built_in.source.text(), known);
            }
        }
        named
    }

    /// Names of all templates, for messages.
    pub(in crate::compose) fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.own.iter().chain(self.built_in).map(|template| template.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Whether one of the office's papers is made by the template of that name.
fn is_used(name: &str, office: &Office) -> bool {
    match office.papers.written() {
        Some(papers) => papers.iter().any(|paper| paper.template.value.0 == name),
        None => default_kinds().any(|kind| kind.name == name),
    }
}

/// The ledger to whose items the papers are made for which the template of that name is used; `None` where they are not all
/// of one.
fn ledger_of_items(name: &str, generations: &[&Office]) -> Option<&'static str> {
    let kinds = generations.iter().flat_map(|office| office.papers.iter());
    let mut ledgers = Vec::new();
    for kind in kinds.filter(|kind| kind.template.value.0 == name) {
        ledgers.push(kind.per_item()?.ledger.value.text());
    }
    let first = *ledgers.first()?;
    ledgers.iter().all(|ledger| *ledger == first).then_some(first)
}

/// Reads the template `name` that holds from `date` on, if one is given.
fn read_template(texts: Texts, file: &Path, name: &str, date: Option<&str>) -> Result<Template, Diagnostic> {
    let Ok(from) = date.map(|date| Date::from_iso(date).ok_or(())).transpose() else {
        let message = format!("模板文件名「{}」里的日期不对", display(file));
        return Err(findings::TEMPLATE.finding(message).help("写成 weekly@2022-01-01.md 这样"));
    };
    let source = texts(file)?;
    if source.text().len() > MOST_BYTES {
        return Err(findings::TEMPLATE
            .finding(format!("模板「{}」大于 128 KB，不像是一份模板", display(file)))
            .at(Span::new(&source, 0..0), "这份模板")
            .help("请核对是不是放错了文件"));
    }
    match long_line(&source) {
        Some(finding) => Err(finding),
        None => Ok(Template::new(name, from, source)),
    }
}

/// A line that is longer than any sentence.
fn long_line(source: &Arc<Source>) -> Option<Diagnostic> {
    let line = source.text().split(['\n', '\r']).position(|line| line.len() > LONGEST_LINE)?;
    let before: usize = source.text().split_inclusive(['\n', '\r']).take(line).map(str::len).sum();
    Some(
        findings::TEMPLATE
            .finding("模板里有一行长于 4 KB，约 1300 个汉字，不像是一份模板")
            .at(Span::new(source, before..before), "这一行")
            .help("在标记或标点后面换行：段落里的换行印出来不算数"),
    )
}

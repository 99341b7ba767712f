//! Which files are an office's own templates. What looks like one and is none is reported: else the built-in template would
//! make the papers, and nobody would notice.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::filling::Template;
use crate::compose::findings;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::record::find::{TEMPLATES, display};
use crate::record::value::Date;
use crate::source::Span;
use crate::yaml::bytes::unreadable;

/// The templates in an office's folder, by name.
pub(super) fn find(office: &Path, findings: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let folder = office.join(TEMPLATES);
    let entries = match disk::entries(&folder) {
        Ok(Some(entries)) => entries,
        Ok(None) => {
            findings.extend(misnamed_folder(office));
            return Vec::new();
        }
        Err(error) => {
            findings.push(unreadable(&format!("模板文件夹「{}」打不开", display(&folder)), &error));
            return Vec::new();
        }
    };
    let mut files = Vec::new();
    for path in entries.into_iter().map(|entry| entry.path()) {
        if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        } else if is_meant_as_template(&path) {
            let message = format!("模板「{}」的文件名要以小写的 .md 结尾，没有用它", display(&path));
            findings.push(findings::TEMPLATE.finding(message).help("写成 weekly.md 这样；不用了的删掉，或移到别处"));
        }
    }
    files
}

/// Endings that are typed, or added by an editor, instead of `.md`.
const SLIPS: [&str; 4] = [".md", ".markdown", ".md.txt", ".mkd"];

fn is_meant_as_template(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    !name.starts_with(['.', '~']) && SLIPS.iter().any(|ending| name.trim_end().ends_with(ending))
}

/// Of an office without templates, a folder that was meant to hold them.
fn misnamed_folder(office: &Path) -> Option<Diagnostic> {
    let entries = disk::entries(office).ok()??;
    let meant = entries.iter().find(|entry| {
        let name = entry.file_name().to_string_lossy().to_lowercase();
        name == TEMPLATES || name == "template"
    })?;
    let message = format!("文件夹「{}」的名称不对，里面的模板没有用", display(&meant.path()));
    Some(findings::TEMPLATE.finding(message).help("改成 templates，全部小写；不用了的删掉，或移到别处"))
}

/// Two templates of one name that hold from the same day on: which of them makes the papers, nobody could tell.
pub(super) fn two_of_one_time(templates: &[Template]) -> Vec<Diagnostic> {
    let mut known: BTreeMap<(&str, Option<Date>), &Template> = BTreeMap::new();
    let mut findings = Vec::new();
    for template in templates {
        if let Some(other) = known.insert((&template.name, template.from), template) {
            let message = format!("「{}」和「{}」从同一天起用", other.source.name(), template.source.name());
            let start = Span::new(&template.source, 0..template.source.text().len()).first_line();
            let finding = findings::TEMPLATE.finding(message).at(start, "这一份");
            findings.push(finding.help("留下对的一份，删掉另一份；日期写成 weekly@2022-01-01.md 这样"));
        }
    }
    findings
}

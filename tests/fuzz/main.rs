//! Files and templates as nobody should write them: nothing panics, nothing hangs, memory stays within bounds.
//!
//! An input is a seed and a list of edits to it, so that most of it stays sense. All targets together take a minute;
//! `ZHOUBAO_FUZZ_SECONDS` says otherwise. The input being tried lies in `target/fuzz`, also after an abort.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod edits;
mod guard;
mod seeds;

use std::fs;
use std::panic::AssertUnwindSafe;

use bolero::check;
use edits::Script;
use guard::{guarded, share_of_time};
use zhoubao::check::{Checker, History, WeekView, among};
use zhoubao::compose::{Composer, Pictures, Templates, Topic};
use zhoubao::diagnostic::{Diagnostic, Human, to_json};
use zhoubao::record::office::Office;
use zhoubao::record::week::Week;
use zhoubao::record::{Described, bytes, generations, read};
use zhoubao::yaml::Problems;

/// What a run may hold at once, in bytes: a week takes less than a hundredth of it.
const MOST_MEMORY: usize = 512 << 20;

#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, MOST_MEMORY);

/// A record out of bytes, and every finding shown as people and programs see it.
fn record<T: Described>(name: &str, bytes: &[u8]) -> Option<T> {
    let mut problems = Problems::new();
    let record = match bytes::decode(name, bytes) {
        Ok(source) => read(&source, &mut problems),
        Err(finding) => {
            problems.push(finding);
            None
        }
    };
    let problems = problems.into_vec();
    assert!(record.is_some() || !problems.is_empty(), "nothing read, and no word why");
    show(&problems);
    record
}

/// A file may raise thousands of findings; the first hundred stand for the rest.
fn show(findings: &[Diagnostic]) {
    for finding in findings.iter().take(100) {
        assert!(!Human { color: false }.render(finding).is_empty());
        assert!(to_json(finding).is_object());
    }
}

/// The findings about an office and a week of it, and its papers by `templates`.
fn checked(office: &Office, week: &Week, templates: &Templates) {
    let checker = Checker::for_office(office);
    show(&zhoubao::check::office(office));
    show(&checker.week(office, week));
    show(&among(&History::new(vec![WeekView { week, office, checker: &checker }], true)));
    let pictures = Pictures::default();
    match Composer::new(office, &pictures, week, templates) {
        Err(findings) => show(&findings),
        Ok(composer) => {
            show(&composer.compose("weekly", "weekly", Topic::Week).err().unwrap_or_default());
            if !week.notices.is_empty() {
                show(&composer.compose("notice", "notice", Topic::Notice(0)).err().unwrap_or_default());
            }
        }
    }
}

#[test]
fn reader() {
    share_of_time("reader", |time| {
        check!().with_type::<Script>().with_test_time(time).for_each(|script| {
            let input = script.applied_to(seeds::RECORDS, seeds::YAML_WORDS);
            guarded("reader", &input, || {
                record::<Week>("周.yaml", &input);
                record::<Office>("office.yaml", &input);
                if let Ok(source) = bytes::decode("office.yaml", &input) {
                    let mut problems = Problems::new();
                    let changes = generations(&source, &mut problems).as_deref().map(zhoubao::check::changes);
                    show(&problems.into_vec());
                    show(&changes.unwrap_or_default());
                }
            });
        });
    });
}

#[test]
fn checker() {
    let templates = AssertUnwindSafe(Templates::default());
    share_of_time("checker", |time| {
        check!().with_type::<(Script, Script)>().with_test_time(time).for_each(|(office, week)| {
            let office = office.applied_to(seeds::OFFICES, seeds::YAML_WORDS);
            let week = week.applied_to(seeds::WEEKS, seeds::YAML_WORDS);
            let both = [office.as_slice(), b"\n---- week\n", &week].concat();
            guarded("checker", &both, || {
                let office = record::<Office>("office.yaml", &office);
                let week = record::<Week>("周.yaml", &week);
                if let (Some(office), Some(week)) = (office, week) {
                    checked(&office, &week, &templates);
                }
            });
        });
    });
}

/// Papers of the sample week by whatever stands in a template's file.
fn by_template(name: &'static str, seeds: &'static [&'static str], words: &'static [&'static str]) {
    let office: Office = record("office.yaml", seeds::OFFICES[0].as_ref()).unwrap();
    let week: Week = record("周.yaml", seeds::WEEKS[0].as_ref()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("templates/weekly.md");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    share_of_time(name, |time| {
        check!().with_type::<Script>().with_test_time(time).for_each(|script| {
            let input = script.applied_to(seeds, words);
            guarded(name, &input, || {
                fs::write(&file, &input).unwrap();
                let mut findings = Vec::new();
                let templates = Templates::read(&bytes::from_disk, folder.path(), &mut findings);
                show(&findings);
                checked(&office, &week, &templates);
            });
        });
    });
}

/// What a template is rendered to, as markup: no Tera in it.
#[test]
fn markup() {
    by_template("markup", seeds::MARKUP, seeds::MARKUP_WORDS);
}

#[test]
fn templates() {
    by_template("templates", seeds::TEMPLATES, seeds::TEMPLATE_WORDS);
}

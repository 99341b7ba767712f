//! What other programs make of our Word files. They need LibreOffice, poppler, pandoc and the judges of `make judges`,
//! and are run by `make test` with `--ignored`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use zhoubao::layout::{Galley, Ink, Part};

use crate::samples;
use crate::support::{dense, fonts, lines, real_week};

fn written(folder: &Path, name: &str, galley: &Galley) -> PathBuf {
    let file = folder.join(format!("{name}.docx"));
    std::fs::write(&file, zhoubao::word::write(galley, &fonts()).unwrap()).unwrap();
    file
}

fn output(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Has LibreOffice write the files anew in another format, into `out`, with the free fonts in the places of the
/// offices'.
fn converted(folder: &Path, to: &str, out: &Path, files: &[PathBuf]) {
    let conf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judges/fonts.conf");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut command = Command::new("soffice");
    command.env("FONTCONFIG_FILE", conf).args([&profile, "--headless", "--convert-to", to, "--outdir"]);
    output(command.arg(out).args(files));
}

/// The text of a page without white space and page number.
fn page_text(text: &str) -> String {
    let is_number = |line: &str| line.starts_with('—') && line.ends_with('—') && line.chars().count() <= 6;
    text.lines().map(dense).filter(|line| !is_number(line)).collect()
}

#[test]
#[ignore = "needs LibreOffice and poppler"]
fn libreoffice_comes_to_the_galleys_lines_and_pages() {
    let folder = tempfile::tempdir().unwrap();
    let fonts = fonts();
    let papers: Vec<_> =
        samples::all(&fonts).into_iter().filter(|(name, _)| name.starts_with("set-") || *name == "week").collect();
    let files: Vec<_> = papers.iter().map(|(name, galley)| written(folder.path(), name, galley)).collect();
    converted(folder.path(), "pdf", folder.path(), &files);
    for (name, galley) in &papers {
        let pdf = folder.path().join(format!("{name}.pdf"));
        let text = output(Command::new("pdftotext").args(["-layout"]).arg(&pdf).arg("-"));
        if galley.pages.is_empty() {
            let shown: Vec<_> = text.lines().map(page_text).filter(|line| !line.is_empty()).collect();
            assert_eq!(shown, lines(galley), "{name}");
            continue;
        }
        let shown: Vec<_> =
            text.trim_end_matches('\u{c}').split('\u{c}').map(|page| sorted(&page_text(page))).collect();
        let wanted: Vec<_> = galley.pages.iter().map(|page| sorted(&glyphs(page))).collect();
        assert_eq!(shown.len(), wanted.len(), "{name}: pages");
        for (at, (shown, wanted)) in shown.iter().zip(&wanted).enumerate() {
            assert_eq!(shown, wanted, "{name}: page {}", at + 1);
        }
    }
}

/// Tables and floating blocks are read in another order by everybody.
fn sorted(text: &str) -> String {
    let mut characters: Vec<_> = text.chars().collect();
    characters.sort_unstable();
    characters.into_iter().collect()
}

/// A page's text, heads that stand again included, page numbers not.
fn glyphs(page: &zhoubao::layout::Page) -> String {
    let marks = page.drawn.iter().filter_map(|mark| match &mark.ink {
        Ink::Glyphs(glyphs) if mark.part != Part::Artifact || !glyphs.text.contains('—') => Some(&*glyphs.text),
        _ => None,
    });
    marks.map(dense).collect()
}

#[test]
#[ignore = "needs the Open XML SDK validator"]
fn the_open_xml_sdk_finds_nothing() {
    let validator = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/judges/node/node_modules/.bin/ooxml-validator");
    let folder = tempfile::tempdir().unwrap();
    for (name, galley) in samples::all(&fonts()) {
        let verdict = output(Command::new(&validator).arg(written(folder.path(), name, &galley)));
        let verdict: serde_json::Value = serde_json::from_str(&verdict).unwrap();
        assert_eq!(verdict["ok"], true, "{name}: {verdict}");
    }
}

#[test]
#[ignore = "needs pandoc"]
fn pandoc_reads_the_text_in_order_and_the_headings_as_headings() {
    let folder = tempfile::tempdir().unwrap();
    let week = real_week(&fonts());
    let file = written(folder.path(), "week", &week);
    let plain = output(Command::new("pandoc").args(["--standalone", "--to", "plain"]).arg(&file));
    assert_eq!(dense(&plain), lines(&week).concat());
    let markdown = output(Command::new("pandoc").args(["--to", "markdown"]).arg(&file));
    let headings: Vec<_> = markdown
        .lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| line.split(" {").next().unwrap_or_default())
        .collect();
    assert_eq!(
        headings,
        [
            "# 一、指挥中心工作情况",
            "# 二、投诉处理情况",
            "# 三、信息报送情况",
            "## （一）上报市指挥中心、区政府材料",
            "## （二）本周收到各成员单位上报文件"
        ]
    );
}

#[test]
#[ignore = "needs LibreOffice and python-docx"]
fn what_python_docx_changes_survives_libreoffice() {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/judges/venv/bin/python");
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "week", &real_week(&fonts()));
    let change = "import sys, docx\n\
                  paper = docx.Document(sys.argv[1])\n\
                  body = [p for p in paper.paragraphs if p.style.name == 'Body Text']\n\
                  body[0].runs[0].text = '改过的正文。'\n\
                  paper.save(sys.argv[1])";
    output(Command::new(&python).args(["-c", change]).arg(&file));
    let again = folder.path().join("again");
    converted(folder.path(), "docx", &again, &[file]);
    let read = "import sys, docx\nprint('\\n'.join(p.text for p in docx.Document(sys.argv[1]).paragraphs))";
    let text = output(Command::new(&python).args(["-c", read]).arg(again.join("week.docx")));
    assert!(text.contains("改过的正文。"), "{text}");
}

#[test]
#[ignore = "a measurement: run alone, in release"]
fn four_pages_take_a_millisecond_at_most() {
    let fonts = fonts();
    let week = real_week(&fonts);
    let first = Instant::now();
    zhoubao::word::write(&week, &fonts).unwrap();
    let first = first.elapsed();
    // The best of many: the machine has other things to do.
    let warm = (0..500).map(|_| {
        let begin = Instant::now();
        zhoubao::word::write(&week, &fonts).unwrap();
        begin.elapsed()
    });
    let warm = warm.min().unwrap();
    println!("first {first:?}, then {warm:?} a paper");
    assert!(warm.as_secs_f64() <= 0.001, "{warm:?}");
}

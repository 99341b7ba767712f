//! What others see in a PDF: poppler, qpdf and mutool, each asked as a command.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::grey::Grey;

/// A PDF in a folder of its own, which goes with it.
pub struct Saved {
    _folder: TempDir,
    path: PathBuf,
}

impl Saved {
    pub fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("paper.pdf");
        fs::write(&path, bytes).expect("a file in it");
        Self { _folder: folder, path }
    }

    fn run(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = Command::new(program).args(before).arg(&self.path).args(after).output();
        let output = output.unwrap_or_else(|error| panic!("{program} does not run: {error}"));
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program}: {complaint}{}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Fails where qpdf finds anything to warn of.
    pub fn qpdf(&self) {
        self.run("qpdf", &["--check"], &[]);
    }

    /// The text's lines without white space, page numbers left out.
    pub fn lines(&self) -> Vec<String> {
        squeezed(&self.run("mutool", &["draw", "-q", "-F", "txt"], &[]))
    }

    /// The same as poppler reads it.
    pub fn poppler_lines(&self) -> Vec<String> {
        squeezed(&self.run("pdftotext", &[], &["-"]))
    }

    /// All of the text as each reader gives it.
    pub fn texts(&self) -> [(&'static str, String); 2] {
        [
            ("mutool", self.run("mutool", &["draw", "-q", "-F", "txt"], &[])),
            ("poppler", self.run("pdftotext", &["-raw", "-nopgbrk"], &["-"])),
        ]
    }

    /// The pages at 100 dots an inch as each engine draws them, in greys.
    pub fn pictures(&self) -> [(&'static str, Vec<Grey>); 2] {
        let folder = self.path.with_extension("");
        let pages = |engine: &str| {
            let folder = folder.join(engine);
            let files = fs::read_dir(&folder).expect("drawn pages").map(|entry| entry.expect("a page").path());
            let mut files: Vec<PathBuf> = files.collect();
            files.sort();
            files.iter().map(|file| Grey::read(&fs::read(file).expect("a page"))).collect()
        };
        for engine in ["mutool", "poppler"] {
            fs::create_dir_all(folder.join(engine)).expect("a folder");
        }
        let to = folder.join("mutool/%03d.pgm");
        self.run("mutool", &["draw", "-q", "-r", "100", "-c", "gray", "-o", &to.to_string_lossy()], &[]);
        self.run("pdftoppm", &["-r", "100", "-gray"], &[&folder.join("poppler/p").to_string_lossy()]);
        [("mutool", pages("mutool")), ("poppler", pages("poppler"))]
    }

    pub fn info(&self) -> String {
        self.run("pdfinfo", &[], &[])
    }

    /// The size of each page in points, as displayed.
    pub fn sizes(&self) -> Vec<String> {
        let info = self.run("pdfinfo", &["-l", "99"], &[]);
        let sizes = info.lines().filter_map(|line| line.split_once(" size:"));
        sizes.filter(|(page, _)| page.starts_with("Page")).map(|(_, size)| size.trim().to_owned()).collect()
    }

    /// The text of each tag that has any, in the order of the structure, its pages' shares joined.
    pub fn tagged_text(&self) -> Vec<String> {
        let structure = self.run("pdfinfo", &["-struct-text"], &[]);
        let mut texts: Vec<String> = Vec::new();
        let mut is_open = false;
        // Titles are shown as bytes of UTF-16: that of 《 breaks the line of its tag, and what follows is not indented.
        for line in structure.lines().filter(|line| line.starts_with(' ')) {
            match line.trim().strip_prefix('"').and_then(|line| line.strip_suffix('"')) {
                Some(text) if is_open => texts.last_mut().expect("an open tag").push_str(text),
                Some(text) => texts.push(text.to_owned()),
                None => {}
            }
            is_open = line.trim().starts_with('"');
        }
        texts
    }

    /// The structure's tags in order, each behind as many spaces as it is deep, with its attributes.
    pub fn structure(&self) -> Vec<String> {
        let json = self.run("qpdf", &["--json=2"], &[]);
        let json: Value = serde_json::from_str(&json).expect("qpdf's JSON");
        let objects = &json["qpdf"][1];
        let root = objects.as_object().expect("objects").values().map(|object| &object["value"]);
        let root = root.into_iter().find(|object| object["/Type"] == "/StructTreeRoot").expect("a structure");
        let mut tags = Vec::new();
        children(objects, &root["/K"], 0, &mut tags);
        assert_eq!(tags.first().map(String::as_str), Some("Document"));
        tags.split_off(1)
    }

    /// The outline's entries in order, each behind as many tabs as it is deep, and the page to which it leads.
    pub fn outline(&self) -> Vec<String> {
        let outline = self.run("mutool", &["show"], &["outline"]);
        let entry = |line: &str| {
            let (entry, target) = line.rsplit_once("\"\t")?;
            let page: String = target.trim_start_matches("#page=").chars().take_while(char::is_ascii_digit).collect();
            Some(format!("{}\t{page}", entry[1..].replace('"', "")))
        };
        outline.lines().filter_map(entry).collect()
    }

    pub fn families(&self) -> String {
        self.run("pdffonts", &[], &[])
    }

    /// What mutool draws on a page. Pages count from 1.
    pub fn drawn(&self, page: u32) -> Vec<String> {
        let trace = self.run("mutool", &["trace"], &[&page.to_string()]);
        trace.lines().map(|line| line.trim().to_owned()).collect()
    }
}

fn children(objects: &Value, of: &Value, depth: usize, tags: &mut Vec<String>) {
    match of {
        Value::Array(all) => all.iter().for_each(|one| children(objects, one, depth, tags)),
        Value::String(reference) => {
            let element = &objects[format!("obj:{reference}")]["value"];
            let role = element["/S"].as_str().expect("a role").trim_start_matches('/');
            let mut tag = format!("{}{role}", " ".repeat(depth.saturating_sub(1)));
            if let Some(alt) = element["/Alt"].as_str() {
                tag.push_str(&format!(" {}", alt.trim_start_matches("u:")));
            }
            let attributes = element["/A"].as_array().cloned().unwrap_or_default();
            for name in ["/Scope", "/ColSpan", "/RowSpan"] {
                for value in attributes.iter().map(|attribute| &attribute[name]).filter(|value| !value.is_null()) {
                    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    tag.push_str(&format!(" {}={}", &name[1..], value.trim_start_matches('/')));
                }
            }
            tags.push(tag);
            children(objects, &element["/K"], depth + 1, tags);
        }
        _ => {}
    }
}

fn squeezed(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<String>());
    lines.filter(|line| !line.is_empty() && !is_page_number(line)).collect()
}

fn is_page_number(line: &str) -> bool {
    line.strip_prefix('—').and_then(|rest| rest.strip_suffix('—')).is_some_and(|number| number.parse::<u32>().is_ok())
}

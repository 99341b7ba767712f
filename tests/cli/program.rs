//! The program in a folder of its own: files in, a run, everything it said out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder whose path has spaces and Chinese in it, with the sample office in `data/panlong` if asked for.
pub struct Room {
    folder: tempfile::TempDir,
}

/// What a run said.
pub struct Said {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

pub const OFFICE: &str = include_str!("../../data/panlong/office.yaml");
pub const WEEK: &str = include_str!("../../data/panlong/2021/2021-01-08.yaml");
pub const WEEK_FILE: &str = "data/panlong/2021/2021-01-08.yaml";

/// What was said, without what the sample office acknowledges of its registers in every run.
fn without_acknowledged(said: &str) -> String {
    let told = ["papers-in-one-title", "papers-named-differently"];
    let lines = said.split_inclusive('\n').filter(|line| !told.iter().any(|rule| line.contains(rule)));
    lines.collect::<String>().replace("处，已认可 3 处", "处").replace("已认可 3 处", "没有发现问题")
}

impl Room {
    pub fn empty() -> Self {
        Self { folder: tempfile::Builder::new().prefix("周 报 ").tempdir().unwrap() }
    }

    pub fn sample() -> Self {
        Self::empty().file("data/panlong/office.yaml", OFFICE).file(WEEK_FILE, WEEK)
    }

    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, &[])
    }

    pub fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhoubao"));
        let command = command.args(arguments).current_dir(self.folder.path()).envs(environment.iter().copied());
        let output = command.output().unwrap();
        let said = Said {
            status: output.status.code().unwrap_or(-1),
            stdout: without_acknowledged(&String::from_utf8(output.stdout).unwrap()),
            stderr: without_acknowledged(&without_seconds(&String::from_utf8(output.stderr).unwrap())),
        };
        assert!(!said.stderr.contains("panicked"), "{}", said.stderr);
        said
    }

    /// All files below `output`, by name, with what is in them.
    pub fn output(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path("output"), "", &mut files);
        files.sort();
        files
    }

    /// The text of a Word file's body, its paragraphs separated by line breaks.
    pub fn word_text(&self, path: &str) -> String {
        let mut archive = zip::ZipArchive::new(fs::File::open(self.path(path)).unwrap()).unwrap();
        let xml = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
        let mut text = String::new();
        for piece in xml.replace("<w:p/>", "</w:p>").replace("</w:p>", "<w:t>\n</w:t>").split("<w:t").skip(1) {
            // <w:tag>, <w:tab/> and the like hold no text.
            if !piece.starts_with([' ', '>']) {
                continue;
            }
            let inner = piece.split_once('>').map_or("", |(_, rest)| rest.split("</w:t>").next().unwrap_or(""));
            text.push_str(inner);
        }
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&")
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.map(Result::unwrap) {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.push((name, fs::read(entry.path()).unwrap()));
        }
    }
}

/// Times differ from run to run.
fn without_seconds(text: &str) -> String {
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    for line in &mut lines {
        if let Some(at) = line.find("；用时 ") {
            line.truncate(at);
        }
    }
    lines.join("\n")
}

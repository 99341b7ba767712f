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
    /// Without what is acknowledged in the sample; how much that is stands at the end.
    pub stderr: String,
}

pub const OFFICE: &str = include_str!("../../data/panlong/office.yaml");
pub const WEEK: &str = include_str!("../../data/panlong/2021/2021-01-08.yaml");
pub const WEEK_FILE: &str = "data/panlong/2021/2021-01-08.yaml";

/// The sample office, which does not want to hear of the names of its papers.
pub fn quiet_office() -> String {
    let (office, _) = OFFICE.split_once("\n# 真实周报就是这样写的").unwrap();
    format!("{office}  轻重: {{ papers-in-one-title: 不查, papers-named-differently: 不查 }}\n")
}

/// A week of the sample office in which nothing happened, dated on its last day.
pub fn quiet_week(start: &str, end: &str, issue: u32) -> String {
    let none =
        "{ 数字旅游平台: [], 12301平台: [], 12345市长投诉热线: [], 智旅通投诉平台: [], “一机游”游客投诉平台: [] }";
    format!(
        "周期: {{ 起: {start}, 止: {end} }}\n期号: {issue}\n成文: {end}\n执法检查: {{ 出动人次: 0, 检查家次: 0 }}\n投诉: {none}\n\
         退换货: {{ 件数: 0, 金额: 0, 满意: 0, 撤销: 0, 推诿诱导: 0 }}\n"
    )
}

impl Room {
    pub fn empty() -> Self {
        Self { folder: tempfile::Builder::new().prefix("周 报 ").tempdir().unwrap() }
    }

    pub fn sample() -> Self {
        Self::empty().file("data/panlong/office.yaml", OFFICE).file(WEEK_FILE, WEEK)
    }

    /// The sample with the office's own templates, which print the real week's sentences.
    pub fn real() -> Self {
        let (weekly, notice) = (
            include_str!("../../data/panlong/templates/weekly.md"),
            include_str!("../../data/panlong/templates/notice.md"),
        );
        Self::sample().file("data/panlong/templates/weekly.md", weekly).file("data/panlong/templates/notice.md", notice)
    }

    /// The sample, with an office of which nothing is to be told.
    pub fn quiet() -> Self {
        Self::sample().file("data/panlong/office.yaml", quiet_office())
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
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: without_acknowledged(&without_seconds(&String::from_utf8(output.stderr).unwrap())),
        };
        assert!(!said.stderr.contains("panicked"), "{}", said.stderr);
        said
    }

    /// All files below `output` but for manifests, by name, with what is in them.
    pub fn output(&self) -> Vec<(String, Vec<u8>)> {
        let mut files = self.tree("output");
        files.retain(|(name, _)| !name.ends_with("/manifest.txt"));
        files
    }

    /// All files below `folder`, by name, with what is in them.
    pub fn tree(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.path(folder), "", &mut files);
        files.sort();
        files
    }

    /// The manifest of an office below `output`.
    pub fn manifest(&self, office: &str) -> String {
        self.manifest_of("output", office)
    }

    /// The manifest of an office below `out`.
    pub fn manifest_of(&self, out: &str, office: &str) -> String {
        fs::read_to_string(self.path(&format!("{out}/{office}/manifest.txt"))).unwrap()
    }

    /// The XML of a Word file's body.
    pub fn word_xml(&self, path: &str) -> String {
        let mut archive = zip::ZipArchive::new(fs::File::open(self.path(path)).unwrap()).unwrap();
        std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap()
    }

    /// The text of a Word file's body, its paragraphs separated by line breaks.
    pub fn word_text(&self, path: &str) -> String {
        let xml = self.word_xml(path);
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

/// Copies all that lies in a folder into another, over what is there.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
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

fn without_acknowledged(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with("已认可[")).collect::<Vec<_>>().join("\n")
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

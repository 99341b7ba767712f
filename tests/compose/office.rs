//! An office and its week, with a template of the test's own.

use std::path::Path;

use zhoubao::check::{self, Checker};
use zhoubao::compose::{Composer, Pictures, Templates, Topic};
use zhoubao::diagnostic::{Diagnostic, Human};
use zhoubao::document::Document;
use zhoubao::record::bytes;
use zhoubao::record::office::Office;
use zhoubao::record::week::Week;
use zhoubao::record::{Described, read};
use zhoubao::source::Source;
use zhoubao::yaml::Problems;

pub fn parse<T: Described>(name: &str, text: &str) -> T {
    let mut problems = Problems::new();
    let record = read(&Source::new(name, text), &mut problems);
    record.unwrap_or_else(|| panic!("{name}: {:#?}", problems.into_vec()))
}

pub fn file(path: &str) -> String {
    bytes::read_file(Path::new(path), path).unwrap().text().to_owned()
}

/// A seal's picture.
pub fn seal_picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 84, 84);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&vec![200; 84 * 84 * 4]).unwrap();
    bytes
}

/// A folder with an office's own templates and pictures.
pub struct Workspace {
    pub office: Office,
    pub week: Week,
    folder: tempfile::TempDir,
}

impl Workspace {
    pub fn new(office: &str, week: &str) -> Self {
        let (office, week) = (parse::<Office>("office.yaml", office), parse::<Week>("周.yaml", week));
        let checker = Checker::for_office(&office);
        let findings = [check::office(&office), checker.week(&office, &week)].concat();
        let wrong: Vec<_> = findings.iter().filter(|finding| !finding.rule.adjustable).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        Self { office, week, folder: tempfile::tempdir().unwrap() }
    }

    /// An office of the data folder with one of its weeks, and the templates that it has there.
    pub fn sample(office: &str, week: &str) -> Self {
        let workspace =
            Self::new(&file(&format!("data/{office}/office.yaml")), &file(&format!("data/{office}/{week}.yaml")));
        let Ok(templates) = std::fs::read_dir(format!("data/{office}/templates")) else { return workspace };
        templates.map(Result::unwrap).fold(workspace, |workspace, template| {
            let name = template.file_name().into_string().unwrap();
            workspace.file(&format!("templates/{name}"), std::fs::read(template.path()).unwrap())
        })
    }

    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn compose(&self, kind: &str, notice: Option<usize>) -> Result<Document, Vec<Diagnostic>> {
        let mut findings = Vec::new();
        let templates = Templates::read(&zhoubao::record::bytes::from_disk, self.folder.path(), &mut findings);
        let pictures = Pictures::read(&self.office, self.folder.path(), &mut findings);
        let wrong: Vec<_> = findings.iter().filter(|finding| !finding.rule.adjustable).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        Composer::new(&self.office, &pictures, &self.week, &templates).unwrap().compose(
            kind,
            kind,
            notice.map_or(Topic::Week, Topic::Notice),
        )
    }

    pub fn paper(&self, kind: &str, notice: Option<usize>) -> Document {
        self.compose(kind, notice).unwrap_or_else(|found| panic!("{}", messages(&found)))
    }
}

pub fn messages(findings: &[Diagnostic]) -> String {
    findings.iter().map(|finding| Human { color: false }.render(finding) + "\n").collect()
}

/// What a template makes of the real week.
pub fn made(template: &str) -> Document {
    Workspace::sample("panlong", "2021/2021-01-08").file("templates/test.md", template).paper("test", None)
}

/// What is said about a template, without the folder's name.
pub fn refused(template: &str) -> String {
    let workspace = Workspace::sample("panlong", "2021/2021-01-08").file("templates/test.md", template);
    let found = workspace.compose("test", None).unwrap_err();
    let folder = workspace.folder.path().display().to_string();
    messages(&found).replace(&format!("{folder}/templates/"), "")
}

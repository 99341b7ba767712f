//! The package (OPC, ECMA-376 part 2): which parts a file has, how they refer to each other, and the zip.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::error::WordError;
use super::media::{Media, MediaKind};
use super::xml::{Attribute, Xml};

/// The namespace of `WordprocessingML`.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// That of references from content to other parts, and the stem of their types.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const PACKAGE_RELATIONS: &str = include_str!("parts/package.rels");
const SETTINGS: &str = include_str!("parts/settings.xml");

/// Stem of the content types of the parts below `word/`.
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE_CONTENT: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const RELATIONS_CONTENT: &str = "application/vnd.openxmlformats-package.relationships+xml";

/// What a paper's file is made of, besides the parts that are the same in all.
pub(super) struct Parts<'a> {
    pub document: Vec<u8>,
    pub styles: Vec<u8>,
    pub font_table: Vec<u8>,
    pub core: Vec<u8>,
    /// The first is referred to as [`footer_id`] 0.
    pub footers: Vec<Vec<u8>>,
    /// The first is referred to as [`picture_id`] 0.
    pub pictures: Vec<Media<'a>>,
}

/// By what the document refers to a footer.
pub(super) fn footer_id(at: usize) -> String {
    format!("rIdFooter{}", at + 1)
}

/// By what the document refers to a picture.
pub(super) fn picture_id(at: usize) -> String {
    format!("rIdPicture{}", at + 1)
}

impl Parts<'_> {
    /// The zip, deflated, all dated 1980-01-01, the first day that a zip can tell.
    pub fn pack(&self) -> Result<Vec<u8>, WordError> {
        let mut zip = Zip::new();
        zip.add("[Content_Types].xml", &self.content_types()?)?;
        zip.add("_rels/.rels", PACKAGE_RELATIONS.as_bytes())?;
        zip.add("word/document.xml", &self.document)?;
        zip.add("word/_rels/document.xml.rels", &self.relations()?)?;
        zip.add("word/styles.xml", &self.styles)?;
        zip.add("word/settings.xml", SETTINGS.as_bytes())?;
        zip.add("word/fontTable.xml", &self.font_table)?;
        for (at, footer) in self.footers.iter().enumerate() {
            zip.add(&format!("word/{}", footer_name(at)), footer)?;
        }
        for (at, picture) in self.pictures.iter().enumerate() {
            zip.add(&format!("word/{}", picture_name(at, picture)), &picture.bytes)?;
        }
        zip.add("docProps/core.xml", &self.core)?;
        zip.finish()
    }

    fn content_types(&self) -> Result<Vec<u8>, WordError> {
        let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
        Xml::part("Types", &[("xmlns", &namespace)], |xml| {
            content_of_ending(xml, "rels", RELATIONS_CONTENT)?;
            content_of_ending(xml, "xml", "application/xml")?;
            for kind in MediaKind::ALL {
                if self.pictures.iter().any(|picture| picture.kind == kind) {
                    content_of_ending(xml, kind.ending(), kind.content())?;
                }
            }
            content_of_part(xml, "word/document.xml", &format!("{CONTENT}.document.main+xml"))?;
            for part in ["styles", "settings", "fontTable"] {
                content_of_part(xml, &format!("word/{part}.xml"), &format!("{CONTENT}.{part}+xml"))?;
            }
            for at in 0..self.footers.len() {
                content_of_part(xml, &format!("word/{}", footer_name(at)), &format!("{CONTENT}.footer+xml"))?;
            }
            content_of_part(xml, "docProps/core.xml", CORE_CONTENT)
        })
    }

    /// What the document refers to.
    fn relations(&self) -> Result<Vec<u8>, WordError> {
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
        Xml::part("Relationships", &[("xmlns", &namespace)], |xml| {
            relation(xml, "rIdStyles", "styles", "styles.xml")?;
            relation(xml, "rIdSettings", "settings", "settings.xml")?;
            relation(xml, "rIdFontTable", "fontTable", "fontTable.xml")?;
            for at in 0..self.footers.len() {
                relation(xml, &footer_id(at), "footer", &footer_name(at))?;
            }
            for (at, picture) in self.pictures.iter().enumerate() {
                relation(xml, &picture_id(at), "image", &picture_name(at, picture))?;
            }
            Ok(())
        })
    }
}

/// What files of an ending are, if nothing else is said of them.
fn content_of_ending(xml: &mut Xml, ending: &str, content: &str) -> Result<(), WordError> {
    xml.leaf("Default", &[("Extension", &ending), ("ContentType", &content)])
}

fn content_of_part(xml: &mut Xml, name: &str, content: &str) -> Result<(), WordError> {
    xml.leaf("Override", &[("PartName", &format_args!("/{name}")), ("ContentType", &content)])
}

/// By `id` the document refers to `target`.
fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) -> Result<(), WordError> {
    let attributes: [Attribute; 3] = [("Id", &id), ("Type", &format_args!("{R}/{kind}")), ("Target", &target)];
    xml.leaf("Relationship", &attributes)
}

fn footer_name(at: usize) -> String {
    format!("footer{}.xml", at + 1)
}

fn picture_name(at: usize, picture: &Media) -> String {
    format!("media/picture{}.{}", at + 1, picture.kind.ending())
}

struct Zip(ZipWriter<Cursor<Vec<u8>>>);

impl Zip {
    fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::with_capacity(16 * 1024))))
    }

    fn add(&mut self, name: &str, part: &[u8]) -> Result<(), WordError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .system(zip::System::Dos);
        self.0.start_file(name, options)?;
        self.0.write_all(part)?;
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, WordError> {
        Ok(self.0.finish()?.into_inner())
    }
}

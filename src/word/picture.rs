//! Pictures anchored to a paragraph: seals and signature stamps behind its text, charts.

use super::context::Context;
use super::error::WordError;
use super::package::{R, picture_id};
use super::xml::{Attribute, Xml};
use crate::document::Image;
use crate::layout::{Mm, Picture, Pt};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// [MS-ODRAWXML] 2.12: SVG beside a picture of dots.
const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// Where a picture hangs, and what it is to a reader.
pub(super) struct Anchored<'p> {
    /// What its left edge is measured from: the sheet's edge, or that of the text.
    pub from: &'static str,
    pub left: Pt,
    /// Below the top of its paragraph.
    pub top: Pt,
    pub width: Pt,
    pub height: Pt,
    pub is_behind_text: bool,
    /// What it is called in a list of the file's drawings.
    pub name: String,
    pub description: &'p str,
    /// Its place among the file's pictures, and that of the same as SVG.
    pub dots: usize,
    pub svg: Option<usize>,
}

/// A seal or a stamp.
pub(super) fn write<'a>(xml: &mut Xml, picture: &'a Picture, context: &mut Context<'a>) -> Result<(), WordError> {
    let Image { width, height, description, .. } = &picture.image;
    let dots = context.picture((&picture.image).into());
    let anchored = Anchored {
        from: "page",
        left: picture.left,
        top: picture.top,
        width: Mm(*width).pt(),
        height: Mm(*height).pt(),
        is_behind_text: true,
        name: format!("印章{}", dots + 1),
        description,
        dots,
        svg: None,
    };
    anchored.write(xml, context.new_id())
}

impl Anchored<'_> {
    pub fn write(&self, xml: &mut Xml, id: u32) -> Result<(), WordError> {
        xml.open("w:r", &[], |xml| xml.open("w:drawing", &[], |xml| self.anchor(xml, id)))
    }

    fn anchor(&self, xml: &mut Xml, id: u32) -> Result<(), WordError> {
        let attributes: [Attribute; 11] = [
            ("xmlns:wp", &DRAWING),
            ("distT", &0),
            ("distB", &0),
            ("distL", &0),
            ("distR", &0),
            ("simplePos", &0),
            ("relativeHeight", &id),
            ("behindDoc", &u8::from(self.is_behind_text)),
            ("locked", &0),
            ("layoutInCell", &1),
            ("allowOverlap", &1),
        ];
        xml.open("wp:anchor", &attributes, |xml| {
            xml.leaf("wp:simplePos", &[("x", &0), ("y", &0)])?;
            position(xml, "wp:positionH", self.from, self.left)?;
            position(xml, "wp:positionV", "paragraph", self.top)?;
            xml.leaf("wp:extent", &[("cx", &emu(self.width)), ("cy", &emu(self.height))])?;
            xml.leaf("wp:effectExtent", &[("l", &0), ("t", &0), ("r", &0), ("b", &0)])?;
            xml.flag("wp:wrapNone")?;
            xml.leaf("wp:docPr", &[("id", &id), ("name", &self.name), ("descr", &self.description)])?;
            xml.open("wp:cNvGraphicFramePr", &[], |xml| {
                xml.leaf("a:graphicFrameLocks", &[("xmlns:a", &MAIN), ("noChangeAspect", &1)])
            })?;
            xml.open("a:graphic", &[("xmlns:a", &MAIN)], |xml| {
                xml.open("a:graphicData", &[("uri", &PICTURE)], |xml| self.content(xml, id))
            })
        })
    }

    fn content(&self, xml: &mut Xml, id: u32) -> Result<(), WordError> {
        xml.open("pic:pic", &[("xmlns:pic", &PICTURE)], |xml| {
            xml.open("pic:nvPicPr", &[], |xml| {
                xml.leaf("pic:cNvPr", &[("id", &id), ("name", &self.name)])?;
                xml.flag("pic:cNvPicPr")
            })?;
            xml.open("pic:blipFill", &[], |xml| {
                self.blip(xml)?;
                xml.open("a:stretch", &[], |xml| xml.flag("a:fillRect"))
            })?;
            xml.open("pic:spPr", &[], |xml| {
                xml.open("a:xfrm", &[], |xml| {
                    xml.leaf("a:off", &[("x", &0), ("y", &0)])?;
                    xml.leaf("a:ext", &[("cx", &emu(self.width)), ("cy", &emu(self.height))])
                })?;
                xml.open("a:prstGeom", &[("prst", &"rect")], |xml| xml.flag("a:avLst"))
            })
        })
    }

    /// The picture itself. Word since 2016 shows the SVG, older programs the dots.
    fn blip(&self, xml: &mut Xml) -> Result<(), WordError> {
        let dots = picture_id(self.dots);
        let attributes: [Attribute; 2] = [("xmlns:r", &R), ("r:embed", &dots)];
        let Some(svg) = self.svg else { return xml.leaf("a:blip", &attributes) };
        xml.open("a:blip", &attributes, |xml| {
            xml.open("a:extLst", &[], |xml| {
                xml.open("a:ext", &[("uri", &SVG_EXTENSION)], |xml| {
                    xml.leaf("asvg:svgBlip", &[("xmlns:asvg", &SVG), ("r:embed", &picture_id(svg))])
                })
            })
        })
    }
}

fn position(xml: &mut Xml, name: &str, from: &str, offset: Pt) -> Result<(), WordError> {
    xml.open(name, &[("relativeFrom", &from)], |xml| xml.text("wp:posOffset", &[], &emu(offset).to_string()))
}

/// English Metric Units, 12,700 a point: whole ones.
fn emu(length: Pt) -> f64 {
    (length.0 * 12700.0).round()
}

//! Seals and signature stamps: pictures anchored to a paragraph, behind its text.

use super::context::Context;
use super::error::WordError;
use super::package::{R, picture_id};
use super::xml::{Attribute, Xml};
use crate::document::Image;
use crate::layout::{Mm, Picture, Pt};

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

pub(super) fn write<'a>(xml: &mut Xml, picture: &'a Picture, context: &mut Context<'a>) -> Result<(), WordError> {
    let number = context.picture(&picture.image);
    let id = context.new_id();
    xml.open("w:r", &[], |xml| xml.open("w:drawing", &[], |xml| anchor(xml, picture, number, id)))
}

fn anchor(xml: &mut Xml, picture: &Picture, number: usize, id: u32) -> Result<(), WordError> {
    let attributes: [Attribute; 11] = [
        ("xmlns:wp", &DRAWING),
        ("distT", &0),
        ("distB", &0),
        ("distL", &0),
        ("distR", &0),
        ("simplePos", &0),
        ("relativeHeight", &id),
        ("behindDoc", &1),
        ("locked", &0),
        ("layoutInCell", &1),
        ("allowOverlap", &1),
    ];
    let Image { width, height, .. } = &picture.image;
    let (width, height) = (emu(Mm(*width).pt()), emu(Mm(*height).pt()));
    xml.open("wp:anchor", &attributes, |xml| {
        xml.leaf("wp:simplePos", &[("x", &0), ("y", &0)])?;
        position(xml, "wp:positionH", "page", picture.left)?;
        position(xml, "wp:positionV", "paragraph", picture.top)?;
        xml.leaf("wp:extent", &[("cx", &width), ("cy", &height)])?;
        xml.leaf("wp:effectExtent", &[("l", &0), ("t", &0), ("r", &0), ("b", &0)])?;
        xml.flag("wp:wrapNone")?;
        let name = format_args!("印章{}", number + 1);
        xml.leaf("wp:docPr", &[("id", &id), ("name", &name), ("descr", &picture.image.description)])?;
        xml.open("wp:cNvGraphicFramePr", &[], |xml| {
            xml.leaf("a:graphicFrameLocks", &[("xmlns:a", &MAIN), ("noChangeAspect", &1)])
        })?;
        xml.open("a:graphic", &[("xmlns:a", &MAIN)], |xml| {
            xml.open("a:graphicData", &[("uri", &PICTURE)], |xml| content(xml, number, (width, height), id))
        })
    })
}

fn position(xml: &mut Xml, name: &str, from: &str, offset: Pt) -> Result<(), WordError> {
    xml.open(name, &[("relativeFrom", &from)], |xml| xml.text("wp:posOffset", &[], &emu(offset).to_string()))
}

fn content(xml: &mut Xml, number: usize, (width, height): (f64, f64), id: u32) -> Result<(), WordError> {
    xml.open("pic:pic", &[("xmlns:pic", &PICTURE)], |xml| {
        xml.open("pic:nvPicPr", &[], |xml| {
            xml.leaf("pic:cNvPr", &[("id", &id), ("name", &format_args!("印章{}", number + 1))])?;
            xml.flag("pic:cNvPicPr")
        })?;
        xml.open("pic:blipFill", &[], |xml| {
            xml.leaf("a:blip", &[("xmlns:r", &R), ("r:embed", &picture_id(number))])?;
            xml.open("a:stretch", &[], |xml| xml.flag("a:fillRect"))
        })?;
        xml.open("pic:spPr", &[], |xml| {
            xml.open("a:xfrm", &[], |xml| {
                xml.leaf("a:off", &[("x", &0), ("y", &0)])?;
                xml.leaf("a:ext", &[("cx", &width), ("cy", &height)])
            })?;
            xml.open("a:prstGeom", &[("prst", &"rect")], |xml| xml.flag("a:avLst"))
        })
    })
}

/// English Metric Units, 12,700 a point: whole ones.
fn emu(length: Pt) -> f64 {
    (length.0 * 12700.0).round()
}

//! Colours, rules and pictures.

use std::sync::Arc;

use krilla::Data;
use krilla::color::{luma, rgb};
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::paint::{Fill, Paint, Stroke};
use krilla::surface::Surface;

use super::error::PdfError;
use zhoubao::document::{Image, ImageFormat};
use zhoubao::layout::{Colour, Mm, Pt};

/// Lengths on a page need no more digits than this.
#[expect(clippy::cast_possible_truncation, reason = "a page is some 842 pt long")]
pub fn pt(length: Pt) -> f32 {
    length.0 as f32
}

fn paint(colour: Colour) -> Paint {
    match colour {
        // By lightness alone, so that a printer takes black ink and not a mixture.
        Colour::Black => luma::Color::black().into(),
        // The standard says 红色 (7.2.4) and no more.
        Colour::Red => rgb::Color::new(255, 0, 0).into(),
    }
}

pub fn fill(colour: Colour) -> Fill {
    Fill { paint: paint(colour), ..Fill::default() }
}

pub fn rule(from: (Pt, Pt), to: (Pt, Pt), weight: Pt, colour: Colour, surface: &mut Surface) {
    let mut path = PathBuilder::new();
    path.move_to(pt(from.0), pt(from.1));
    path.line_to(pt(to.0), pt(to.1));
    if let Some(path) = path.finish() {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke { paint: paint(colour), width: pt(weight), ..Stroke::default() }));
        surface.draw_path(&path);
        // Glyphs are drawn by the same surface, and have no outline.
        surface.set_stroke(None);
    }
}

/// A picture at its place.
pub struct Picture {
    raster: krilla::image::Image,
    place: Point,
    size: Size,
    bounds: Rect,
}

impl Picture {
    pub fn new(image: &Image, left: Pt, top: Pt) -> Result<Self, PdfError> {
        let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Arc::clone(&image.bytes));
        let read = match image.format {
            ImageFormat::Png => krilla::image::Image::from_png(Data::from(bytes), false),
            ImageFormat::Jpeg => krilla::image::Image::from_jpeg(Data::from(bytes), false),
        };
        let raster = read.map_err(|reason| refused(image, reason))?;
        let (left, top) = (pt(left), pt(top));
        let (width, height) = (pt(Mm(image.width).pt()), pt(Mm(image.height).pt()));
        let size = Size::from_wh(width, height);
        let bounds = Rect::from_xywh(left, top, width, height);
        let (Some(size), Some(bounds)) = (size, bounds) else {
            let reason = format!("宽{}毫米、高{}毫米不是可用的尺寸", image.width, image.height);
            return Err(refused(image, reason));
        };
        Ok(Self { raster, place: Point::from_xy(left, top), size, bounds })
    }

    pub fn bounds(&self) -> Rect {
        self.bounds
    }

    pub fn draw(self, surface: &mut Surface) {
        surface.push_transform(&Transform::from_translate(self.place.x, self.place.y));
        surface.draw_image(self.raster, self.size);
        surface.pop();
    }
}

fn refused(image: &Image, reason: String) -> PdfError {
    PdfError::Picture { description: image.description.clone(), reason }
}

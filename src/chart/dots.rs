//! A chart as a grey PNG picture.

use tiny_skia::{Color, FillRule, Paint as Brush, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

use super::Undrawn;
use super::outlines::{Stretch, outlines};
use crate::layout::fonts::Fonts;
use crate::layout::{Chart, Grey, Ink, Paint, Shape};

/// Dots an inch: as an office's printer has.
const RESOLUTION: f32 = 300.0;
const DOTS_A_POINT: f32 = RESOLUTION / 72.0;

/// The bytes of a PNG file.
///
/// # Errors
/// Words whose font cannot be looked into any more; a chart without extent.
pub fn png(chart: &Chart, fonts: &Fonts) -> Result<Vec<u8>, Undrawn> {
    let unable = || Undrawn(chart.description.clone());
    let mut pixmap = Pixmap::new(dots(chart.width.pt().0), dots(chart.height.pt().0)).ok_or_else(unable)?;
    pixmap.fill(Color::WHITE);
    for ink in &chart.inks {
        match ink {
            Ink::Shape(shape) => draw_shape(&mut pixmap, shape),
            Ink::Glyphs(run) => draw_outlines(&mut pixmap, &outlines(run, fonts)?),
            // A chart has neither.
            Ink::Rule { .. } | Ink::Picture { .. } => {}
        }
    }
    let (width, height) = (pixmap.width(), pixmap.height());
    let grey: Vec<u8> = pixmap.pixels().iter().map(|dot| dot.red()).collect();
    encoded(width, height, &grey).map_err(|_| unable())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a chart is some 2,000 dots wide")]
fn dots(length: f64) -> u32 {
    (length * f64::from(DOTS_A_POINT)).ceil().max(0.0) as u32
}

fn encoded(width: u32, height: u32, grey: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(grey)?;
    writer.finish()?;
    Ok(bytes)
}

fn brush(Grey(grey): Grey) -> Brush<'static> {
    let mut brush = Brush { anti_alias: true, ..Brush::default() };
    brush.set_color_rgba8(grey, grey, grey, 255);
    brush
}

fn scaled() -> Transform {
    Transform::from_scale(DOTS_A_POINT, DOTS_A_POINT)
}

#[expect(clippy::cast_possible_truncation, reason = "a chart is some 442 pt wide")]
fn draw_shape(pixmap: &mut Pixmap, Shape { points, paint }: &Shape) {
    let mut path = PathBuilder::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let (x, y) = (x.0 as f32, y.0 as f32);
        if at == 0 {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    if matches!(paint, Paint::Fill(_)) {
        path.close();
    }
    // What has no extent shows nothing.
    let Some(path) = path.finish() else { return };
    match paint {
        Paint::Fill(grey) => pixmap.fill_path(&path, &brush(*grey), FillRule::Winding, scaled(), None),
        Paint::Stroke { weight, grey, dash } => {
            let dash = StrokeDash::new(dash.lengths().to_vec(), 0.0);
            let stroke = Stroke { width: weight.0 as f32, dash, ..Stroke::default() };
            pixmap.stroke_path(&path, &brush(*grey), &stroke, scaled(), None);
        }
    }
}

fn draw_outlines(pixmap: &mut Pixmap, stretches: &[Stretch]) {
    let mut path = PathBuilder::new();
    for stretch in stretches {
        match *stretch {
            Stretch::Move([x, y]) => path.move_to(x, y),
            Stretch::Line([x, y]) => path.line_to(x, y),
            Stretch::Quad([[x1, y1], [x, y]]) => path.quad_to(x1, y1, x, y),
            Stretch::Cubic([[x1, y1], [x2, y2], [x, y]]) => path.cubic_to(x1, y1, x2, y2, x, y),
            Stretch::Close => path.close(),
        }
    }
    if let Some(path) = path.finish() {
        pixmap.fill_path(&path, &brush(Grey(0)), FillRule::Winding, scaled(), None);
    }
}

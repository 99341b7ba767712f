//! A chart as SVG 1.1.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::Undrawn;
use super::outlines::{Stretch, outlines};
use crate::layout::fonts::Fonts;
use crate::layout::{Chart, Dash, Grey, Ink, Paint, Pt, Shape};

/// The bytes of an SVG file. Its letters are outlines, so that it looks alike whatever fonts a machine has; what it shows
/// stands in its `desc`.
///
/// # Errors
/// Words whose font cannot be looked into any more.
pub fn svg(chart: &Chart, fonts: &Fonts) -> Result<Vec<u8>, Undrawn> {
    let (width, height) = (chart.width.pt().0, chart.height.pt().0);
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"{width}pt\" height=\"{height}pt\" \
         viewBox=\"0 0 {width} {height}\">"
    );
    // XML has no way to write control characters; the paper's own writers report them.
    let description: String = chart.description.chars().filter(|c| !c.is_control()).collect();
    let _ = writeln!(text, "<desc>{}</desc>", escape(&description));
    for ink in &chart.inks {
        match ink {
            Ink::Shape(shape) => write_shape(&mut text, shape),
            Ink::Glyphs(run) => {
                let path = path(&outlines(run, fonts)?);
                if !path.is_empty() {
                    let _ = writeln!(text, "<path d=\"{path}\"/>");
                }
            }
            // A chart has neither.
            Ink::Rule { .. } | Ink::Picture { .. } => {}
        }
    }
    text.push_str("</svg>\n");
    Ok(text.into_bytes())
}

fn write_shape(text: &mut String, Shape { points, paint }: &Shape) {
    let mut path = String::new();
    for (at, (Pt(x), Pt(y))) in points.iter().enumerate() {
        let _ = write!(path, "{}{} {}", if at == 0 { 'M' } else { 'L' }, short(*x), short(*y));
    }
    let _ = match paint {
        Paint::Fill(grey) => writeln!(text, "<path d=\"{path}Z\" fill=\"{}\"/>", colour(*grey)),
        Paint::Stroke { weight, grey, dash } => writeln!(
            text,
            "<path d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{}/>",
            colour(*grey),
            short(weight.0),
            dashes(*dash)
        ),
    };
}

fn colour(Grey(grey): Grey) -> String {
    format!("#{grey:02x}{grey:02x}{grey:02x}")
}

fn dashes(dash: Dash) -> String {
    let lengths: Vec<String> = dash.lengths().iter().map(ToString::to_string).collect();
    if lengths.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", lengths.join(" ")) }
}

fn path(stretches: &[Stretch]) -> String {
    let mut path = String::new();
    for stretch in stretches {
        let (letter, points): (char, &[[f32; 2]]) = match stretch {
            Stretch::Move(point) => ('M', std::slice::from_ref(point)),
            Stretch::Line(point) => ('L', std::slice::from_ref(point)),
            Stretch::Quad(points) => ('Q', points),
            Stretch::Cubic(points) => ('C', points),
            Stretch::Close => ('Z', &[]),
        };
        path.push(letter);
        for (at, [x, y]) in points.iter().enumerate() {
            let between = if at == 0 { "" } else { " " };
            let _ = write!(path, "{between}{} {}", short(f64::from(*x)), short(f64::from(*y)));
        }
    }
    path
}

/// To the hundredth of a point.
fn short(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}

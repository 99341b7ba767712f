//! What stands on the page stands where layout set it.

use zhoubao::document::Engine;
use zhoubao::layout::fonts::Role;
use zhoubao::layout::{Colour, Glyphs, Ink, Page, Part, Pt, Style};

use crate::hand::{Hand, runs};
use crate::{week, written};

const RED: &str = "color=\"1 0 0\"";

/// One run at 100, 200.
fn run(hand: &Hand, text: &str) -> Glyphs {
    runs(hand.fonts, Role::FangSong, Pt(20.0), 0.0, text, Pt(100.0), Pt(200.0)).remove(0)
}

fn space(run: &mut Glyphs, advances: &[f32]) {
    run.glyphs.iter_mut().zip(advances).for_each(|(glyph, advance)| glyph.advance = *advance);
}

fn number(line: &str, name: &str) -> f64 {
    let (_, rest) = line.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("{name} in {line}"));
    rest.split('"').next().and_then(|number| number.parse().ok()).expect("a number")
}

/// Places on the page of what begins with `element`: characters, and the points of a rule.
pub fn places(drawn: &[String], element: &str) -> Vec<(f64, f64)> {
    let mut matrix = [0.0; 6];
    let mut places = Vec::new();
    for line in drawn {
        if let Some((_, rest)) = line.split_once(" transform=\"") {
            let numbers = rest.split('"').next().expect("a matrix").split(' ');
            matrix.iter_mut().zip(numbers).for_each(|(slot, number)| *slot = number.parse().expect("a number"));
        }
        if line.starts_with(element) {
            let (x, y) = (number(line, "x"), number(line, "y"));
            places.push((matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]));
        }
    }
    places
}

fn are_near(places: &[(f64, f64)], wanted: &[(f64, f64)]) -> bool {
    let near = |(a, b): (&(f64, f64), &(f64, f64))| (a.0 - b.0).abs() < 0.01 && (a.1 - b.1).abs() < 0.01;
    places.len() == wanted.len() && places.iter().zip(wanted).all(near)
}

#[test]
fn every_glyph_stands_where_it_was_set() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    let mut glyphs = run(&hand, "国国国国");
    space(&mut glyphs, &[19.793, 21.5, 20.0, 20.0]);
    hand.mark(Part::Artifact, Ink::Glyphs(glyphs));
    let places = places(&written(&hand.galley, &fonts).drawn(1), "<g ");
    assert!(are_near(&places, &[(100.0, 200.0), (119.793, 200.0), (141.293, 200.0), (161.293, 200.0)]), "{places:?}");
}

#[test]
fn a_line_does_not_drift() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    let mut glyphs = run(&hand, &"国".repeat(28));
    space(&mut glyphs, &[15.793_701; 28]);
    hand.mark(Part::Artifact, Ink::Glyphs(glyphs));
    let places = places(&written(&hand.galley, &fonts).drawn(1), "<g ");
    let wanted: Vec<_> = (0..28).map(|index| (100.0 + f64::from(index) * 15.793_701, 200.0)).collect();
    assert!(are_near(&places, &wanted), "{places:?}");
}

#[test]
fn a_mark_is_red_and_the_text_black() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    let mut mark = run(&hand, "盘龙区");
    mark.colour = Colour::Red;
    hand.mark(Part::Artifact, Ink::Glyphs(mark));
    hand.paragraph(Style::Body, &[(0.0, "国")]);
    let drawn = written(&hand.galley, &fonts).drawn(1);
    let text: Vec<_> = drawn.iter().filter(|line| line.starts_with("<fill_text")).collect();
    assert_eq!(text.len(), 2);
    assert!(text[0].contains(RED) && text[1].contains("color=\"0\""), "{text:?}");
}

#[test]
fn rules_have_their_place_weight_and_colour() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    let (from, to) = ((Pt(79.5), Pt(300.0)), (Pt(521.5), Pt(300.0)));
    hand.paragraph(Style::Body, &[(0.0, "国")]);
    hand.mark(Part::Element(0), Ink::Rule { from, to, weight: Pt(1.5), colour: Colour::Red, element: Engine::RedLine });
    hand.paragraph(Style::Body, &[(0.0, "国")]);
    let saved = written(&hand.galley, &fonts);
    let drawn = saved.drawn(1);
    let rule = drawn.iter().position(|line| line.starts_with("<stroke_path")).expect("a rule");
    assert!(drawn[rule].contains(RED) && drawn[rule].contains("linewidth=\"1.5\""), "{}", drawn[rule]);
    let ends = [places(&drawn, "<moveto"), places(&drawn, "<lineto")].concat();
    assert!(are_near(&ends, &[(79.5, 300.0), (521.5, 300.0)]), "{drawn:?}");
    assert_eq!(saved.structure(), ["P", "P"], "it is no part of the text");
}

#[test]
fn a_wide_mark_is_narrowed() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    let mut glyphs = run(&hand, "国国");
    glyphs.stretch = 80;
    space(&mut glyphs, &[17.0, 16.0]);
    hand.mark(Part::Artifact, Ink::Glyphs(glyphs));
    let drawn = written(&hand.galley, &fonts).drawn(1);
    let places = places(&drawn, "<g ");
    assert!(are_near(&places, &[(100.0, 200.0), (117.0, 200.0)]), "{places:?}");
    assert!(drawn.iter().any(|line| line.contains("trm=\"16 0 0 20\"")), "{drawn:?}");
}

#[test]
fn a_landscape_page_lies_and_its_number_is_turned() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    hand.paragraph(Style::Body, &[(0.0, "国")]);
    hand.galley.pages.push(Page { landscape: true, drawn: Vec::new() });
    let mut glyphs = run(&hand, "国国");
    glyphs.turned = true;
    hand.mark(Part::Artifact, Ink::Glyphs(glyphs));
    let saved = written(&hand.galley, &fonts);
    assert_eq!(saved.sizes(), ["595.276 x 841.89 pts (A4)", "841.89 x 595.276 pts (A4)"]);
    let drawn = saved.drawn(2);
    let places = places(&drawn, "<g ");
    assert!(are_near(&places, &[(100.0, 200.0), (100.0, 220.0)]), "{places:?}");
}

#[test]
fn every_run_is_set_in_its_own_face() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    hand.paragraph(Style::Body, &[(0.0, "张㛃")]);
    hand.paragraph(Style::Title, &[(0.0, "题")]);
    hand.number_pages();
    let families = written(&hand.galley, &fonts).families();
    // The two weights of one family: the title's and the page number's.
    for family in ["FandolFang-Regular", "FandolSong-Bold", "FandolSong-Regular", "LXGWWenKai-Regular"] {
        assert!(families.contains(family), "{families}");
    }
    assert!(!families.contains("FandolHei") && !families.contains("FandolKai"), "{families}");
}

#[test]
fn characters_beyond_the_basic_plane_are_found() {
    let fonts = week::fonts();
    let rare = ('\u{20000}'..'\u{2fa1f}').find(|c| fonts.face_for(Role::FangSong, *c).is_some()).expect("a rare name");
    let text = format!("张{rare}");
    assert_eq!(written(&Hand::plain(&fonts, &[&text]), &fonts).lines(), [text]);
}

//! The same galley by krilla, an older and wider used writer: both files show, say and are the same.

use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use zhoubao::document::Engine;
use zhoubao::layout::fonts::{Fonts, Role};
use zhoubao::layout::{Colour, Element, Galley, Ink, Part, Pt, Style, Table, TableCell, TableRow, Twip};
use zhoubao::record::find::find;
use zhoubao::yaml::Problems;
use zhoubao::{layout, pdf, workspace};

use crate::drawing::places;
use crate::grey::Grey;
use crate::hand::{self, Hand};
use crate::judge::Saved;
use crate::{krilla_writer, picture, week};

/// What is drawn on a page: each glyph's character, and where it stands.
fn drawn(saved: &Saved, page: u32) -> (String, Vec<(f64, f64)>) {
    let drawn = saved.drawn(page);
    let glyphs = drawn.iter().filter(|line| line.starts_with("<g "));
    let characters = glyphs.filter_map(|line| line.split_once("unicode=\"")?.1.split('"').next());
    (characters.collect(), places(&drawn, "<g "))
}

/// In pt: the hundredth part of what anybody sees.
const NEAR: f64 = 0.003;

/// Holds both files of a galley against one another.
pub fn are_alike(galley: &Galley, fonts: &Fonts, name: &str) {
    let ours = Saved::new(&pdf::write(galley, fonts).expect("a PDF"));
    let other = Saved::new(&krilla_writer::write(galley, fonts).expect("a PDF by krilla"));
    ours.qpdf();
    assert_eq!(ours.structure(), other.structure(), "{name}");
    assert_eq!(squeezed(ours.tagged_text()), squeezed(other.tagged_text()), "{name}");
    assert_eq!(ours.outline(), other.outline(), "{name}");
    assert_eq!(ours.sizes(), other.sizes(), "{name}");
    assert_eq!(ours.lines(), other.lines(), "{name}");
    assert_eq!(ours.poppler_lines(), other.poppler_lines(), "{name}");
    for page in (1..).take(galley.pages.len()) {
        let ((characters, ours), (others, theirs)) = (drawn(&ours, page), drawn(&other, page));
        assert_eq!(characters, others, "{name}, page {page}");
        let unlike = ours.iter().zip(&theirs).find(|((x, y), (a, b))| (x - a).abs() > NEAR || (y - b).abs() > NEAR);
        assert_eq!(unlike, None, "{name}, page {page}");
    }
}

/// Gaps read as blanks in the other file.
fn squeezed(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().map(|text| text.split_whitespace().collect()).collect()
}

/// No page has more pixels that are unlike.
const MOST_UNLIKE: usize = 100;

pub fn look_alike(galley: &Galley, fonts: &Fonts, name: &str) {
    let ours = Saved::new(&pdf::write(galley, fonts).expect("a PDF")).pictures();
    let other = Saved::new(&krilla_writer::write(galley, fonts).expect("a PDF by krilla")).pictures();
    for ((engine, ours), (_, other)) in ours.iter().zip(&other) {
        assert_eq!(ours.len(), other.len(), "{name}, {engine}");
        for (page, (ours, other)) in (1..).zip(ours.iter().zip(other)) {
            let unlike = unlike(ours, other).max(self::unlike(other, ours));
            assert!(unlike <= MOST_UNLIKE, "{name}, {engine}, page {page}: {unlike} pixels are unlike");
        }
    }
}

/// How many pixels of a picture are lighter or darker than all of the nine around their places in the other, by a quarter of
/// all greys. Engines set glyphs to the nearest quarter of a pixel: where a line stands just between two quarters, the last
/// digit of its place decides, and every pixel of the line is another grey.
fn unlike(picture: &Grey, other: &Grey) -> usize {
    const QUARTER: u8 = 64;
    assert_eq!((picture.width, picture.height), (other.width, other.height));
    let mut unlike = 0;
    for (row, line) in picture.rows().enumerate() {
        for (column, grey) in line.iter().enumerate() {
            let near = other.around(column, row);
            let (darkest, lightest) =
                near.fold((u8::MAX, u8::MIN), |(low, high), grey| (low.min(grey), high.max(grey)));
            let is_unlike = grey.saturating_add(QUARTER) < darkest || *grey > lightest.saturating_add(QUARTER);
            unlike += usize::from(is_unlike);
        }
    }
    unlike
}

/// All papers of a data folder, with their names.
fn papers(folder: &Path, fonts: &Fonts) -> Vec<(String, Galley)> {
    let mut papers = Vec::new();
    let mut problems = Problems::new();
    for office in find(&[folder.to_path_buf()], &mut problems) {
        let opened = workspace::open(&office, &mut problems).expect("an office");
        for week in opened.weeks(&office).into_iter().filter_map(|week| week.week) {
            let composer = opened.composer(&week).expect("a week");
            for due in workspace::due(&opened.generation_for(&week).office, &week) {
                let document = due.compose(&composer).expect("a paper");
                let name = format!("{} {:?}", opened.name, document.title);
                papers.push((name, layout::set(&document, fonts).expect("a galley")));
            }
        }
    }
    assert!(!papers.is_empty());
    papers
}

#[test]
fn the_samples_papers_are_alike_and_look_alike() {
    let fonts = week::fonts();
    for (name, galley) in papers(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &fonts) {
        are_alike(&galley, &fonts, &name);
        look_alike(&galley, &fonts, &name);
    }
}

/// A face with quadratic outlines, one of whose glyphs stands before Han and before a digit.
#[test]
fn quadratic_outlines_look_alike() {
    let fonts = week::fonts();
    let galley = Hand::plain(&fonts, &["张㛃1月㛃国", "㛃12件，㛃于㛃3日", "㧟㧐2㧟"]);
    are_alike(&galley, &fonts, "rare characters");
    look_alike(&galley, &fonts, "rare characters");
}

/// Words as a paper has them, and others.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[国家旅游市场投诉办理]{1,20}",
        "[国家0-9A-Za-z%.，。《》（）]{1,20}",
        "[0-9 ]{1,12}",
        Just("张㛃在10:30到达—结束".to_owned()),
    ]
}

fn style() -> impl Strategy<Value = Style> {
    use Style::{Addressee, Body, Heading1, Heading2, Heading3, Heading4, Title};
    prop_oneof![
        Just(Title),
        Just(Addressee),
        Just(Body),
        Just(Heading1),
        Just(Heading2),
        Just(Heading3),
        Just(Heading4)
    ]
}

/// Something that a paper has.
#[derive(Debug, Clone)]
enum Thing {
    Paragraph(Style, Vec<(f64, String)>),
    Table { rows: Vec<Vec<String>>, has_head: bool, is_ruled: bool },
    Blank,
    Picture { is_of_text: bool },
    Rule(f64, f64, bool),
}

fn thing() -> impl Strategy<Value = Thing> {
    let lines = proptest::collection::vec((-0.7..0.7, words()), 1..4);
    let rows = proptest::collection::vec(proptest::collection::vec(words(), 1..4), 1..4);
    prop_oneof![
        6 => (style(), lines).prop_map(|(style, lines)| Thing::Paragraph(style, lines)),
        2 => (rows, any::<bool>(), any::<bool>()).prop_map(|(rows, has_head, is_ruled)| Thing::Table { rows, has_head, is_ruled }),
        1 => Just(Thing::Blank),
        1 => any::<bool>().prop_map(|is_of_text| Thing::Picture { is_of_text }),
        1 => (10.0..500.0, 10.0..800.0, any::<bool>()).prop_map(|(left, top, is_red)| Thing::Rule(left, top, is_red)),
    ]
}

fn galley(things: &[Thing], fonts: &Fonts) -> Galley {
    let mut hand = Hand::new(fonts);
    for thing in things {
        match thing {
            Thing::Paragraph(style, lines) => {
                let lines: Vec<(f64, &str)> = lines.iter().map(|(tracking, text)| (*tracking, text.as_str())).collect();
                hand.paragraph(*style, &lines);
            }
            Thing::Table { rows, has_head, is_ruled } => hand.table(table(rows, *has_head, *is_ruled, fonts)),
            Thing::Blank => hand.blank(),
            Thing::Picture { is_of_text } => {
                let last = hand.galley.elements.iter().rposition(|element| matches!(element, Element::Paragraph(_)));
                let part = last.filter(|_| *is_of_text).map_or(Part::Artifact, Part::Element);
                hand.picture(part, picture::seal());
            }
            Thing::Rule(left, top, is_red) => {
                let (from, to) = ((Pt(*left), Pt(*top)), (Pt(left + 30.0), Pt(*top)));
                let colour = if *is_red { Colour::Red } else { Colour::Black };
                let element = Engine::RedLine;
                hand.mark(Part::Artifact, Ink::Rule { from, to, weight: Pt(1.0), colour, element });
            }
        }
    }
    hand.number_pages();
    hand.galley
}

fn table(rows: &[Vec<String>], has_head: bool, is_ruled: bool, fonts: &Fonts) -> Table {
    let mut set = Vec::new();
    for cells in rows {
        let cells = cells.iter().enumerate().map(|(column, text)| {
            let mut paragraph = hand::paragraph(Style::Cell);
            paragraph.lines.push(hand::line(fonts, Role::FangSong, text));
            TableCell { column, columns: 1 + column % 2, rows: 1, paragraphs: vec![paragraph] }
        });
        set.push(TableRow { height: Twip(592), breaks: false, cells: cells.collect() });
    }
    let header_rows = usize::from(has_head);
    Table { new_page: false, columns: vec![Twip(2000); 5], ruled: is_ruled, left: Twip(0), header_rows, rows: set }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_galley_is_alike(things in proptest::collection::vec(thing(), 0..12)) {
        let fonts = week::fonts();
        are_alike(&galley(&things, &fonts), &fonts, "");
    }
}

/// How long galleys are tried.
const MINUTE: Duration = Duration::from_mins(1);

#[test]
#[ignore = "a minute; `make writers`"]
fn galleys_of_a_minute_are_alike() {
    let fonts = week::fonts();
    let mut runner = TestRunner::new(ProptestConfig { cases: 1, ..ProptestConfig::default() });
    let (started, mut tried) = (Instant::now(), 0);
    while started.elapsed() < MINUTE {
        let kind = proptest::collection::vec(thing(), 0..12);
        let alike = runner.run(&kind, |things| {
            are_alike(&galley(&things, &fonts), &fonts, "");
            Ok(())
        });
        if let Err(unlike) = alike {
            panic!("{unlike}");
        }
        tried += 1;
    }
    println!("{tried} galleys by both writers");
}

/// The data of `tests/corpus/generate.py`, where `make writers` lays it.
const CORPUS: &str = "target/writers/corpus";

#[test]
#[ignore = "minutes; `make writers`"]
fn the_corpus_papers_are_alike_and_look_alike() {
    let fonts = week::fonts();
    let papers = papers(&Path::new(env!("CARGO_MANIFEST_DIR")).join(CORPUS), &fonts);
    for (name, galley) in &papers {
        are_alike(galley, &fonts, name);
        look_alike(galley, &fonts, name);
    }
    println!("{} papers by both writers", papers.len());
}

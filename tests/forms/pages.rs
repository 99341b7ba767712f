//! Pages: nothing is lost, nothing overflows, no signature stands alone, heads of tables stand again.

use proptest::prelude::*;
use zhoubao::document::{Block, Document, Form, Imprint, Sealing, Signature};
use zhoubao::layout::{Galley, Ink, Page, Part, Sheet};

use super::papers::{self, table, text};
use super::{paper, set};

pub fn words(page: &Page, wanted: impl Fn(Part) -> bool) -> String {
    let texts = page.drawn.iter().filter(|mark| wanted(mark.part)).filter_map(|mark| match &mark.ink {
        Ink::Glyphs(glyphs) => Some(&*glyphs.text),
        _ => None,
    });
    texts.collect()
}

fn is_text(part: Part) -> bool {
    part != Part::Artifact
}

fn all_words(galley: &Galley) -> String {
    galley.pages.iter().map(|page| words(page, is_text)).collect()
}

/// The text of a galley as its elements have it.
fn flowing(galley: &Galley) -> String {
    galley.paragraphs().flat_map(|paragraph| &paragraph.lines).map(zhoubao::layout::Line::text).collect()
}

fn sorted(text: &str) -> Vec<char> {
    let mut characters: Vec<char> = text.chars().collect();
    characters.sort_unstable();
    characters
}

#[test]
fn every_word_stands_on_a_page_once() {
    for (name, document) in papers::all() {
        let galley = set(&document);
        assert_eq!(sorted(&all_words(&galley)), sorted(&flowing(&galley)), "{name}");
    }
}

#[test]
fn nothing_stands_below_the_text_area_but_numbers() {
    for (name, document) in papers::all() {
        let galley = set(&document);
        for (at, page) in galley.pages.iter().enumerate() {
            let sheet = if page.landscape { Sheet::turned(galley.margins) } else { Sheet::upright(galley.margins) };
            let end = sheet.place(sheet.room()).0;
            for mark in page.drawn.iter().filter(|mark| is_text(mark.part)) {
                let Ink::Glyphs(glyphs) = &mark.ink else { continue };
                assert!(glyphs.baseline.0 < end, "{name}, page {}: {}", at + 1, glyphs.text);
            }
        }
    }
}

#[test]
fn a_tables_head_stands_again_on_every_page_and_each_row_once() {
    let galley = paper("bulletin");
    let with_table: Vec<&Page> = galley
        .pages
        .iter()
        .filter(|page| page.drawn.iter().any(|mark| matches!(mark.part, Part::Cell { .. })))
        .collect();
    assert!(with_table.len() > 3);
    for page in with_table {
        assert_eq!(words(page, |_| true).matches("序号").count(), 1);
    }
    for row in 1..=40 {
        let figure = (row * 37).to_string();
        let cells = galley.pages.iter().flat_map(|page| &page.drawn);
        let found = cells.filter(|mark| {
            matches!(mark.part, Part::Cell { cell: 2, .. })
                && matches!(&mark.ink, Ink::Glyphs(glyphs) if *glyphs.text == figure)
        });
        assert_eq!(found.count(), 1, "{figure}");
    }
}

#[test]
fn a_cell_of_many_lines_breaks_over_pages_and_loses_nothing() {
    let mut long = table(3, false);
    let story = "已转区文化和旅游局督促企业按要求及时处理。".repeat(60);
    if let Some(cell) = &mut long.rows[3].0[4] {
        cell.text = vec![text(&story)];
    }
    let galley = set(&Document { body: vec![Block::Table(long)], ..Document::default() });
    assert!(galley.pages.len() > 1);
    assert_eq!(sorted(&all_words(&galley)), sorted(&flowing(&galley)));
}

#[test]
fn both_sides_printed_the_imprint_stands_on_an_even_page_and_blank_pages_have_no_number() {
    for paragraphs in 1..9 {
        let document = Document { body: papers::body(paragraphs), ..both_sides() };
        let galley = set(&document);
        assert!(galley.pages.len().is_multiple_of(2), "{paragraphs}");
        let blank = galley.pages.iter().position(|page| words(page, is_text).is_empty());
        if let Some(blank) = blank {
            assert!(galley.pages[blank..].iter().all(|page| !words(page, |part| part == Part::Artifact).contains('—')));
        }
    }
}

fn both_sides() -> Document {
    let (_, document) = papers::all().into_iter().find(|(name, _)| *name == "both-sides").unwrap();
    document
}

fn signed(lines: usize, last: usize) -> Document {
    let line = |count: usize| Block::Paragraph(text(&"区".repeat(28 * count - 4)));
    Document {
        form: Form::Plain,
        title: Some(text("周报")),
        body: (0..lines).map(|_| line(1)).chain([line(last)]).collect(),
        signature: Some(Signature {
            organs: vec![text("盘龙区文化和旅游局")],
            date: text("2021年1月15日"),
            sealing: Sealing::Unsealed,
        }),
        imprint: Some(Imprint {
            copies_to: Some(text("区政府办公室")),
            issuer: Some(text("办公室")),
            date: Some(text("2021年1月15日")),
        }),
        ..Document::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// However long the text is: a signature has text on its page, the date follows the 署名, the 版记 is on the last
    /// page and not over the text.
    #[test]
    fn a_signature_never_stands_alone(lines in 1_usize..60, last in 1_usize..30) {
        let galley = set(&signed(lines, last));
        let page = galley.pages.iter().find(|page| words(page, is_text).contains("文化和旅游局")).unwrap();
        let on_page = words(page, is_text);
        prop_assert!(on_page.contains('区'.to_string().repeat(20).as_str()), "{on_page}");
        prop_assert!(on_page.contains("2021年1月15日"));
        let last = galley.pages.last().unwrap();
        prop_assert!(words(last, is_text).contains("印发"));
        let lowest = last.drawn.iter().filter_map(|mark| match &mark.ink {
            Ink::Glyphs(glyphs) if is_text(mark.part) && glyphs.size.0 > 15.0 => Some(glyphs.baseline.0),
            _ => None,
        });
        let imprint = last.drawn.iter().filter_map(|mark| match &mark.ink {
            Ink::Glyphs(glyphs) if glyphs.text.starts_with("抄送") => Some(glyphs.baseline.0),
            _ => None,
        });
        prop_assert!(lowest.fold(0.0, f64::max) + 20.0 < imprint.fold(f64::INFINITY, f64::min));
    }
}

#[test]
fn a_head_too_tall_to_stand_again_stands_once_and_loses_nothing() {
    let mut tall = table(6, false);
    if let Some(cell) = &mut tall.rows[0].0[4] {
        cell.text = vec![text(&"办理情况，包括转办、督办和回访的各项内容。".repeat(60))];
    }
    let galley = set(&Document { body: vec![Block::Table(tall)], ..Document::default() });
    assert!(galley.pages.len() < 6, "{} pages", galley.pages.len());
    assert_eq!(sorted(&all_words(&galley)), sorted(&flowing(&galley)));
    let end = Sheet::upright(galley.margins).place(Sheet::upright(galley.margins).room()).0;
    for mark in galley.pages.iter().flat_map(|page| &page.drawn).filter(|mark| is_text(mark.part)) {
        let Ink::Glyphs(glyphs) = &mark.ink else { continue };
        assert!(glyphs.baseline.0 < end, "{}", glyphs.text);
    }
}

/// On which page each row of the body of the paper's one table stands, by its first cell.
fn pages_of_rows(galley: &Galley, rows: usize) -> Vec<usize> {
    let mut pages = Vec::new();
    for row in 1..=rows {
        let shows =
            |page: &Page| words(page, |part| matches!(part, Part::Cell { row: at, cell: 0, .. } if at == row + 1));
        pages.push(galley.pages.iter().position(|page| !shows(page).is_empty()).unwrap());
    }
    pages
}

#[test]
fn no_table_leaves_one_row_behind_where_it_begins() {
    let mut begun_anew = 0;
    for rows in [2, 3, 30] {
        for paragraphs in 1..40 {
            let body: Vec<Block> = (0..paragraphs).map(|_| Block::Paragraph(text("区内平稳。"))).collect();
            let mut table = table(rows, false);
            table.caption = None;
            let document =
                Document { form: Form::Plain, body: [body, vec![Block::Table(table)]].concat(), ..Document::default() };
            let pages = pages_of_rows(&set(&document), rows);
            assert_eq!(pages[0], pages[1], "{rows} rows behind {paragraphs} paragraphs");
            begun_anew += usize::from(pages[0] == 1);
        }
    }
    assert!(begun_anew > 30, "some begin at a page's foot: {begun_anew}");
}

#[test]
fn a_table_of_two_rows_goes_to_the_signature_as_a_whole() {
    let (_, full) = papers::all().into_iter().find(|(name, _)| *name == "upward").unwrap();
    for paragraphs in 1..40 {
        let lines = (0..paragraphs).map(|_| Block::Paragraph(text("区内平稳。"))).collect();
        let body = [lines, vec![Block::Table(table(2, false))]].concat();
        let galley = set(&Document { body, ..full.clone() });
        let pages = pages_of_rows(&galley, 2);
        assert!(!galley.signature_stands_alone() && galley.begins_on_page_1(), "{paragraphs}");
        assert_eq!(pages[0], pages[1], "{paragraphs}");
        let caption = galley.pages.iter().position(|page| words(page, is_text).contains("涉旅投诉办理情况统计表"));
        assert_eq!(caption, Some(pages[0]), "{paragraphs}");
    }
}

#[test]
fn a_column_is_as_wide_as_its_longest_number_whatever_stands_beside_it() {
    for narrow in [None, Some(2.0)] {
        let mut table = table(3, false);
        table.columns[2].width = narrow;
        for row in &mut table.rows[2..] {
            let cell = row.0[2].as_mut().unwrap();
            cell.text = vec![text("1234567890.25")];
        }
        let galley = set(&Document { body: vec![Block::Table(table)], ..Document::default() });
        assert_eq!(galley.parted_numbers(), []);
        assert!(all_words(&galley).contains("1234567890.25"));
    }
}

#[test]
fn a_turned_table_in_a_turned_attachment_stands_below_its_title() {
    let (_, mut full) = papers::all().into_iter().find(|(name, _)| *name == "full").unwrap();
    full.attachments[1].body = vec![Block::Table(table(1, true)), Block::Table(table(1, true))];
    let galley = set(&full);
    let turned: Vec<&Page> = galley.pages.iter().filter(|page| page.landscape).collect();
    assert_eq!(turned.len(), 1, "one page with the number, the title and both tables");
    assert!(words(turned[0], is_text).starts_with("附件2统计表"));
}

#[test]
fn a_table_before_the_signature_gives_its_last_row_to_it() {
    for paragraphs in 1..8 {
        let (_, full) = papers::all().into_iter().find(|(name, _)| *name == "upward").unwrap();
        let body = [papers::body(paragraphs), vec![Block::Table(table(5, false))]].concat();
        let galley = set(&Document { body, ..full });
        assert!(!galley.signature_stands_alone(), "{paragraphs}");
    }
}

//! A signature that a line or two would send to a page of its own: what is set closer for it, and what is not.

use zhoubao::document::{Block, Document, Imprint, Printing, Sealing, Signature};
use zhoubao::layout::{CloseSetting, Element, Galley, Style, Twip};

use super::papers::text;
use super::{FONTS, set};

/// A paragraph of so many characters: 26 on its first line, 28 on each other.
fn paragraph(characters: usize) -> Block {
    Block::Paragraph(text(&"区".repeat(characters)))
}

/// A paper with a title, of these paragraphs, signed by an office. Page 1 holds the title, a blank line and 19 lines, of which
/// the signature takes three: a blank one, the 署名 and the date.
fn signed(paragraphs: impl IntoIterator<Item = usize>) -> Document {
    Document {
        title: Some(text("周报")),
        body: paragraphs.into_iter().map(paragraph).collect(),
        signature: Some(Signature {
            organs: vec![text("盘龙区文化和旅游局")],
            date: text("2021年1月15日"),
            sealing: Sealing::Unsealed,
        }),
        ..Document::default()
    }
}

/// So many paragraphs of one line.
fn lines(count: usize) -> impl Iterator<Item = usize> {
    std::iter::repeat_n(20, count)
}

/// How many lines each paragraph of the text has.
fn lines_of_text(galley: &Galley) -> Vec<usize> {
    let body = galley.elements.iter().filter_map(|element| match element {
        Element::Paragraph(paragraph) if paragraph.style == Style::Body => Some(paragraph.lines.len()),
        _ => None,
    });
    body.collect()
}

#[test]
fn sixteen_lines_and_a_signature_fill_page_1_as_they_are() {
    let galley = set(&signed(lines(16)));
    assert_eq!((galley.pages.len(), galley.pitch, galley.closed_up), (1, Twip(578), None));
}

#[test]
fn a_paragraph_with_one_character_on_its_last_line_takes_a_line_less() {
    // Four lines, the last of one character, and 13 more: one too many.
    let galley = set(&signed([26 + 28 + 28 + 1].into_iter().chain(lines(13))));
    let close = CloseSetting { lines_a_page: 22, pitch: None, paragraphs: 1, pages: 1, pages_else: 2 };
    assert_eq!((galley.pages.len(), galley.pitch, galley.closed_up), (1, Twip(578), Some(close)));
    assert_eq!(lines_of_text(&galley)[..2], [3, 1]);
    // One of its lines has 29 characters on the width of 28: half a point closer each, and then some. No other is changed.
    let trackings: Vec<i32> = galley.paragraphs().flat_map(|one| &one.lines).map(|line| line.tracking.0).collect();
    let changed: Vec<i32> = trackings.into_iter().filter(|tracking| !matches!(tracking, 0 | -5)).collect();
    assert!(matches!(changed[..], [tracking] if (-19..-14).contains(&tracking)), "{changed:?}");
}

#[test]
fn a_paragraph_whose_line_saves_no_page_is_left_alone() {
    // Both paragraphs have a line to give, and one is enough.
    let galley = set(&signed([83, 83].into_iter().chain(lines(9))));
    assert_eq!(galley.closed_up.map(|close| close.paragraphs), Some(1));
    assert_eq!(lines_of_text(&galley)[..2], [3, 4]);
}

#[test]
fn where_no_paragraph_does_a_page_has_a_line_more() {
    let galley = set(&signed(lines(17)));
    // 23 lines of 27.65 pt and the paragraph that holds anchors are no higher than 225 mm.
    let close = CloseSetting { lines_a_page: 23, pitch: Some(Twip(553)), paragraphs: 0, pages: 1, pages_else: 2 };
    assert_eq!((galley.pages.len(), galley.pitch, galley.closed_up), (1, Twip(553), Some(close)));
    let xml = word(&galley, "word/styles.xml");
    assert!(xml.contains(r#"w:line="553" w:lineRule="exact""#), "{xml}");
    assert!(word(&galley, "word/document.xml").contains(r#"<w:docGrid w:linePitch="553"/>"#));
}

#[test]
fn where_the_office_wants_22_lines_a_page_has_them() {
    let printing = Printing { fixed_pitch: true, ..Printing::default() };
    let galley = set(&Document { printing, ..signed(lines(17)) });
    assert_eq!((galley.pages.len(), galley.pitch, galley.closed_up), (2, Twip(578), None));
    let galley = set(&Document { printing, ..signed([26 + 28 + 28 + 1].into_iter().chain(lines(13))) });
    assert_eq!((galley.pages.len(), galley.pitch), (1, Twip(578)));
}

#[test]
fn what_does_not_save_a_page_is_left_alone() {
    // Two lines too many; and four lines of text, which a page may well have.
    for count in [18, 23] {
        let galley = set(&signed(lines(count)));
        assert_eq!((galley.pages.len(), galley.pitch, galley.closed_up), (2, Twip(578), None), "{count}");
    }
}

#[test]
fn an_imprint_that_has_no_room_on_the_page_before_keeps_the_signatures_page() {
    let imprint = Imprint {
        copies_to: Some(text("区政府办公室")),
        issuer: Some(text("办公室")),
        date: Some(text("2021年1月15日")),
    };
    let galley = set(&Document { imprint: Some(imprint), ..signed(lines(17)) });
    assert_eq!((galley.pages.len(), galley.closed_up), (2, None));
}

#[test]
fn each_page_before_takes_in_a_line() {
    // Page 1 has 19 lines or 20, each further page 22 or 23, and the signature takes three.
    let mut saved = Vec::new();
    for count in 1..70 {
        let galley = set(&signed(lines(count)));
        let last = galley.pages.last().unwrap();
        assert!(super::pages::words(last, |_| true).contains("2021年1月15日"), "{count}");
        if let Some(close) = galley.closed_up {
            assert_eq!((close.pages, close.pages_else), (galley.pages.len(), galley.pages.len() + 1), "{count}");
            saved.push(count);
        }
    }
    assert_eq!(saved, [17, 39, 40, 61, 62, 63]);
}

/// A part of the Word file.
fn word(galley: &Galley, part: &str) -> String {
    let file = zhoubao::word::write(galley, &FONTS).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    std::io::read_to_string(archive.by_name(part).unwrap()).unwrap()
}

#[test]
fn a_note_stands_on_the_page_of_the_date() {
    let noted = |fixed_pitch| {
        let printing = Printing { fixed_pitch, ..Printing::default() };
        set(&Document { note: Some(text("（联系人：张某某）")), printing, ..signed(lines(16)) })
    };
    // The date would end page 1, and the note stand alone on page 2.
    let closer = noted(false);
    assert_eq!((closer.pages.len(), closer.closed_up.map(|close| close.lines_a_page)), (1, Some(23)));
    let usual = noted(true);
    let date = usual.paragraphs().find(|paragraph| paragraph.style == Style::Date);
    assert_eq!((usual.pages.len(), date.map(|date| date.keep_next)), (2, Some(true)));
}

//! Who cannot see the page is told it in order, part by part.

use zhoubao::layout::{Blank, Element, Part, Style, Table, TableCell, TableRow, Twip};

use crate::hand::{self, Hand};
use crate::{picture, week, written};

#[test]
fn parts_are_tagged_as_what_they_are() {
    let fonts = week::fonts();
    let saved = written(&week::galley(&fonts), &fonts);
    // Title, addressee and opening; 一、 and its four items; 二、 and two; 三、 with （一） and （二）; outlook, signature.
    let expected = "Title P P H1 P P P P H1 P P H1 H2 P H2 P P P P";
    assert_eq!(saved.structure().join(" "), expected);
}

#[test]
fn a_paragraph_reads_as_one_though_its_lines_and_pages_end() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    (0..21).for_each(|_| hand.paragraph(Style::Body, &[(0.0, "国")]));
    hand.paragraph(Style::Body, &[(-0.25, "于2021年1月15日及"), (-0.25, "时反馈")]);
    hand.number_pages();
    assert_eq!(hand.galley.pages.len(), 2);
    let saved = written(&hand.galley, &fonts);
    assert_eq!(saved.tagged_text().last().map(String::as_str), Some("于2021年1月15日及时反馈"));
    assert_eq!(saved.structure(), ["P"; 22]);
}

#[test]
fn a_level_may_be_left_out() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    for (style, text) in [(Style::Heading1, "一、甲"), (Style::Heading3, "1.乙"), (Style::Heading4, "（1）丙")] {
        hand.paragraph(style, &[(0.0, text)]);
    }
    let saved = written(&hand.galley, &fonts);
    assert_eq!(saved.structure(), ["H1", "H2", "H3"], "PDF/UA forbids to skip a level");
    assert_eq!(saved.outline(), ["\t一、甲\t1", "\t\t1.乙\t1", "\t\t\t（1）丙\t1"]);
}

#[test]
fn the_outline_leads_to_titles_and_headings() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    hand.paragraph(Style::Title, &[(0.0, "关于旅游市场"), (0.0, "秩序整治的报告")]);
    hand.paragraph(Style::Heading1, &[(0.0, "一、甲")]);
    hand.paragraph(Style::Heading2, &[(0.0, "（一）乙")]);
    (0..22).for_each(|_| hand.paragraph(Style::Body, &[(0.0, "国")]));
    hand.paragraph(Style::AttachmentTitle, &[(0.0, "统计表")]);
    hand.paragraph(Style::Heading1, &[(0.0, "一、丙")]);
    let outline =
        ["\t关于旅游市场秩序整治的报告\t1", "\t\t一、甲\t1", "\t\t\t（一）乙\t1", "\t统计表\t2", "\t\t一、丙\t2"];
    assert_eq!(written(&hand.galley, &fonts).outline(), outline);
}

#[test]
fn what_no_page_shows_has_no_tag() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    hand.paragraph(Style::Heading1, &[]);
    hand.blank();
    hand.paragraph(Style::Heading2, &[(0.0, "（一）甲")]);
    let saved = written(&hand.galley, &fonts);
    assert_eq!(saved.structure(), ["H1"]);
    assert_eq!(saved.outline(), ["\t（一）甲\t1"]);
}

#[test]
fn content_of_no_part_is_no_part_of_the_text() {
    let fonts = week::fonts();
    let mut galley = Hand::plain(&fonts, &["甲", "乙", "丙"]);
    galley.elements[1] = Element::Blank(Blank { height: Twip(592), keep_next: false });
    galley.pages[0].drawn[2].part = Part::Cell { element: 0, row: 0, cell: 0, paragraph: 0 };
    let saved = written(&galley, &fonts);
    assert_eq!(saved.structure(), ["P"]);
    assert_eq!(saved.tagged_text(), ["甲"]);
    assert_eq!(saved.lines(), ["甲", "乙", "丙"], "the page shows it all the same");
}

#[test]
fn a_table_tells_its_rows_and_heads() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    let cell = |column, columns, rows, style: Style, lines: &[&str]| {
        let paragraphs = lines.iter().map(|text| {
            let mut paragraph = hand::paragraph(style);
            paragraph.lines.push(hand::line(&fonts, style.role(), text));
            paragraph
        });
        TableCell { column, columns, rows, paragraphs: paragraphs.collect() }
    };
    let row = |cells| TableRow { height: Twip(592), breaks: false, cells };
    let head =
        row(vec![cell(0, 1, 1, Style::HeaderCell, &["平台"]), cell(1, 2, 1, Style::HeaderCell, &["投诉", "件数"])]);
    let first = row(vec![
        cell(0, 1, 2, Style::Cell, &["12345"]),
        cell(1, 1, 1, Style::Cell, &["6"]),
        cell(2, 1, 1, Style::Cell, &[]),
    ]);
    let second = row(vec![cell(1, 1, 1, Style::Cell, &["7"]), cell(2, 1, 1, Style::Cell, &["8"])]);
    let columns = vec![Twip(2000); 3];
    hand.table(Table {
        new_page: false,
        columns,
        ruled: true,
        left: Twip(0),
        header_rows: 1,
        rows: vec![head, first, second],
    });
    let saved = written(&hand.galley, &fonts);
    let expected = [
        "Table",
        " TR",
        "  TH Scope=Column",
        "   P",
        "  TH Scope=Column ColSpan=2",
        "   P",
        "   P",
        " TR",
        "  TD RowSpan=2",
        "   P",
        "  TD",
        "   P",
        "  TD",
        " TR",
        "  TD",
        "   P",
        "  TD",
        "   P",
    ];
    assert_eq!(saved.structure(), expected);
    assert_eq!(saved.tagged_text(), ["平台", "投诉", "件数", "12345", "6", "7", "8"]);
}

#[test]
fn a_picture_is_described() {
    let fonts = week::fonts();
    let mut hand = Hand::new(&fonts);
    hand.picture(Part::Element(0), picture::seal());
    hand.paragraph(Style::Date, &[(0.0, week::DATE)]);
    let saved = written(&hand.galley, &fonts);
    assert_eq!(saved.structure(), ["P", " Figure 盘龙区指挥中心印章"]);
    assert!(saved.drawn(1).iter().any(|line| line.starts_with("<fill_image")), "{:?}", saved.drawn(1));
}

//! The PDF writer: what a galley says must stand on the page, in the file's text and in its structure.

#![expect(clippy::expect_used, reason = "a test fails where what it stands on is missing")]

mod judge;
mod week;

use std::time::Instant;

use judge::Saved;
use zhoubao::layout::fonts::{Fonts, Role};
use zhoubao::layout::{Align, Element, Galley, Line, Style};
use zhoubao::pdf::{self, PdfError};

fn written(galley: &Galley, fonts: &Fonts) -> Saved {
    Saved::new(&pdf::write(galley, fonts).expect("a PDF"))
}

/// A paper of body paragraphs, each of one line without an indent.
fn plain(fonts: &Fonts, lines: &[&str]) -> Galley {
    let element = |text: &&str| body(Style::Body, Align::Justify, 0, [week::line(fonts, Role::FangSong, text, -5)]);
    Galley { title: "标题".to_owned(), author: String::new(), elements: lines.iter().map(element).collect() }
}

fn body(style: Style, align: Align, right: i32, lines: impl IntoIterator<Item = Line>) -> Element {
    Element::Paragraph(week::paragraph(style, align, 0, right, lines))
}

fn near(measured: f64, wanted: f64, by: f64) -> bool {
    (measured - wanted).abs() <= by
}

#[test]
fn every_line_comes_out_as_handed_over() {
    let fonts = week::fonts();
    let saved = written(&week::galley(&fonts), &fonts);
    assert_eq!(saved.lines(), week::all_lines());
    assert_eq!(saved.text(), week::all_lines().concat());
    saved.qpdf();
}

#[test]
fn pages_keep_the_grid() {
    let fonts = week::fonts();
    let saved = written(&week::galley(&fonts), &fonts);
    for page in 1..=4 {
        let ink = saved.ink(page);
        let (number, lines) = ink.split_last().expect("ink on every page");
        let first = lines.first().expect("a first line");
        assert!(near(first.top, 37.0, 1.0), "page {page} begins at {first:?}");
        assert!(lines.iter().all(|line| line.left > 27.9 && line.right < 184.05), "page {page} keeps its margins");
        assert!(near(number.bottom.midpoint(number.top), 269.0, 0.5), "page {page}: {number:?}");
        if page % 2 == 1 {
            assert!(near(number.right, 179.1, 0.2), "page {page}: {number:?}");
        } else {
            assert!(near(number.left, 32.9, 0.2), "page {page}: {number:?}");
        }
    }
    let ink = saved.ink(2);
    let lines = &ink[..ink.len() - 1];
    assert_eq!(lines.len(), 22, "a full page has 22 lines");
    assert!(near(lines[21].bottom, 262.0, 1.0), "the last line ends at {:?}", lines[21]);
    // Characters differ in height: the pitch shows over the whole page.
    let pitch = (lines[21].bottom - lines[0].bottom) / 21.0;
    assert!(near(pitch, 10.44, 0.03), "a pitch of {pitch} mm");
}

#[test]
fn full_lines_are_flush() {
    let fonts = week::fonts();
    // 国 fills its square nearly from edge to edge.
    let full = "国".repeat(28);
    let short = "国".repeat(25);
    let lines = [full.as_str(), &short, "国"].map(|text| week::line(&fonts, Role::FangSong, text, -5));
    let mut galley = plain(&fonts, &[]);
    galley.elements.push(body(Style::Body, Align::Justify, 0, lines));
    let ink = written(&galley, &fonts).ink(1);
    assert!(ink[..2].iter().all(|line| near(line.right, 183.4, 0.5) && near(line.left, 28.6, 0.5)), "{ink:?}");
    assert!(near(ink[0].right, ink[1].right, 0.15), "{ink:?}");
}

#[test]
fn a_line_that_is_too_wide_stays_one_line() {
    let fonts = week::fonts();
    let wide = "国".repeat(30);
    let lines = [wide.as_str(), "国"].map(|text| week::line(&fonts, Role::FangSong, text, -5));
    let mut galley = plain(&fonts, &[]);
    galley.elements.push(body(Style::Body, Align::Justify, 0, lines));
    let saved = written(&galley, &fonts);
    assert_eq!(saved.lines(), [wide.as_str(), "国"]);
    assert!(saved.ink(1)[0].right < 184.05);
}

#[test]
fn lines_stand_right_and_centred() {
    let fonts = week::fonts();
    let mut galley = plain(&fonts, &[]);
    let line = |role, text| [week::line(&fonts, role, text, -5)];
    galley.elements.push(body(Style::Organ, Align::Right, 0, line(Role::FangSong, "国")));
    galley.elements.push(body(Style::Organ, Align::Right, 1260, line(Role::FangSong, "国")));
    galley.elements.push(body(Style::Title, Align::Centre, 0, line(Role::XiaoBiaoSong, "国国国国")));
    let ink = written(&galley, &fonts).ink(1);
    // 1260 twips are 63 pt.
    assert!(near(ink[0].right - ink[1].right, 63.0 * 25.4 / 72.0, 0.1), "{ink:?}");
    assert!(near(ink[2].left.midpoint(ink[2].right), 106.0, 0.2), "{ink:?}");
}

#[test]
fn a_blank_takes_a_line_even_where_a_page_begins() {
    let fonts = week::fonts();
    let mut galley = plain(&fonts, &["国"; 22]);
    galley.elements.push(Element::Blank);
    galley.elements.push(body(Style::Body, Align::Justify, 0, [week::line(&fonts, Role::FangSong, "国", -5)]));
    let saved = written(&galley, &fonts);
    assert_eq!(saved.ink(1).len(), 23, "22 lines and the page number");
    let top = saved.ink(2)[0].top;
    assert!(near(top, 37.5 + 10.44, 0.5), "below an empty line: {top}");
}

#[test]
fn structure_and_properties_are_set() {
    let fonts = week::fonts();
    let bytes = pdf::write(&week::galley(&fonts), &fonts).expect("a PDF");
    let saved = Saved::new(&bytes);
    // Title, addressee and opening; 一、 and its four items; 二、 and two; 三、 with （一） and （二）; outlook, signature.
    let expected = "P P P H1 P P P P H1 P P H1 H2 P H2 P P P P";
    assert_eq!(saved.tags().join(" "), expected);
    let outline = [
        "\t一、指挥中心工作情况",
        "\t二、投诉处理情况",
        "\t三、信息报送情况",
        "\t\t（一）上报市指挥中心、区政府材料",
        "\t\t（二）本周收到各成员单位上报文件",
    ];
    assert_eq!(saved.outline(), outline);
    let info = saved.info();
    assert!(info.contains(&format!("Title:           {}", week::TITLE.concat())), "{info}");
    assert!(info.contains(&format!("Author:          {}", week::ORGAN)), "{info}");
    assert!(info.contains("Tagged:          yes"), "{info}");
    let text = String::from_utf8_lossy(&bytes);
    for mark in ["/Lang(zh-CN)", "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>"] {
        assert!(text.contains(mark), "no {mark}");
    }
    assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"), "no PDF/UA-1");
    assert!(text.contains("(D:20210115"), "dated as the paper is");
}

#[test]
fn a_level_may_be_left_out() {
    let fonts = week::fonts();
    let mut galley = plain(&fonts, &[]);
    for (style, text) in [(Style::Heading1, "一、甲"), (Style::Heading3, "1.乙"), (Style::Heading4, "（1）丙")] {
        galley.elements.push(body(style, Align::Justify, 0, [week::line(&fonts, style.role(), text, -5)]));
    }
    let saved = written(&galley, &fonts);
    assert_eq!(saved.tags(), ["H1", "H2", "H3"], "PDF/UA forbids to skip a level");
    assert_eq!(saved.lines(), ["一、甲", "1.乙", "（1）丙"]);
}

#[test]
fn every_piece_is_set_in_its_own_face() {
    let fonts = week::fonts();
    let mut galley = plain(&fonts, &["张㛃"]);
    galley.elements.push(body(Style::Title, Align::Centre, 0, [week::line(&fonts, Role::XiaoBiaoSong, "题", 0)]));
    let families = written(&galley, &fonts).families();
    // The two weights of one family: the title's and the page number's.
    for family in ["FandolFang-Regular", "FandolSong-Bold", "FandolSong-Regular", "LXGWWenKai-Regular"] {
        assert!(families.contains(family), "{families}");
    }
    assert!(!families.contains("FandolHei") && !families.contains("FandolKai"), "{families}");
}

#[test]
fn text_never_becomes_markup() {
    let fonts = week::fonts();
    let lines = [
        "#panic()",
        "*甲*_乙_`丙`$丁$",
        "=节",
        "-列",
        "1.条",
        "//注",
        "@引<标>",
        "\\u{41}",
        "a--b...c",
        "[甲](乙)",
        "\"甲\"",
    ];
    assert_eq!(written(&plain(&fonts, &lines), &fonts).lines(), lines);
}

#[test]
fn a_character_that_the_face_lacks_is_an_error() {
    let fonts = week::fonts();
    let mut galley = plain(&fonts, &["张"]);
    let Some(Element::Paragraph(paragraph)) = galley.elements.first_mut() else { panic!("a paragraph") };
    paragraph.lines[0].pieces[0].text.push('㛃');
    let refused = pdf::write(&galley, &fonts);
    assert!(matches!(&refused, Err(PdfError::Typst(message)) if message.contains('㛃')), "{refused:?}");
}

#[test]
fn a_folder_without_fonts_is_an_error() {
    let fonts = week::fonts();
    let galley = plain(&fonts, &["张"]);
    let empty = tempfile::tempdir().expect("a temporary folder");
    if let Ok(missing) = Fonts::find(Some(empty.path())) {
        assert!(matches!(pdf::write(&galley, &missing), Err(PdfError::Font { .. })));
    }
}

#[test]
fn the_same_galley_gives_the_same_bytes_on_any_thread() {
    let fonts = week::fonts();
    let galleys = [week::galley(&fonts), plain(&fonts, &["甲"]), plain(&fonts, &["乙", "张㛃"])];
    let alone = galleys.each_ref().map(|galley| pdf::write(galley, &fonts).expect("a PDF"));
    std::thread::scope(|scope| {
        for turn in 0..8 {
            let (galleys, alone, fonts) = (&galleys, &alone, &fonts);
            scope.spawn(move || {
                for step in 0..6 {
                    let which = (turn + step) % galleys.len();
                    assert!(pdf::write(&galleys[which], fonts).expect("a PDF") == alone[which], "paper {which}");
                }
            });
        }
    });
    assert_ne!(alone[1], alone[2]);
}

/// Run by hand: `cargo test --release --test pdf -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn time_of_a_paper() {
    let fonts = week::fonts();
    for turn in 0..20 {
        let mut galley = week::galley(&fonts);
        galley.title.push_str(&turn.to_string());
        // Swapping two characters makes every paragraph new to typst's cache.
        for element in &mut galley.elements {
            let Element::Paragraph(paragraph) = element else { continue };
            let Some(piece) = paragraph.lines.first_mut().and_then(|line| line.pieces.last_mut()) else { continue };
            let mut characters: Vec<char> = piece.text.chars().collect();
            let length = characters.len();
            characters.rotate_left(turn % length);
            piece.text = characters.into_iter().collect();
        }
        let start = Instant::now();
        let bytes = pdf::write(&galley, &fonts).expect("a PDF").len();
        println!("paper {turn}: {:.1} ms, {bytes} bytes", start.elapsed().as_secs_f64() * 1000.0);
    }
}

//! What stands in a file.

use std::io::Cursor;

use zhoubao::layout::{Element, Style, Twip};
use zhoubao::word::{WordError, write};

use crate::support::{fonts, one_line, part, piece, real_week};

#[test]
fn the_same_galley_gives_the_same_bytes_on_every_thread() {
    let fonts = fonts();
    let week = real_week(&fonts);
    let first = write(&week, &fonts).unwrap();
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..8).map(|_| scope.spawn(|| write(&week, &fonts).unwrap())).collect();
        for other in others {
            assert!(other.join().unwrap() == first);
        }
    });
}

#[test]
fn the_archive_has_only_what_a_paper_needs_deflated_and_dated_alike() {
    let fonts = fonts();
    let docx = write(&real_week(&fonts), &fonts).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut names = Vec::new();
    for at in 0..archive.len() {
        let file = archive.by_index(at).unwrap();
        assert_eq!(file.compression(), zip::CompressionMethod::Deflated);
        assert_eq!(file.last_modified(), Some(zip::DateTime::DEFAULT));
        names.push(file.name().unwrap().into_owned());
    }
    assert_eq!(
        names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/_rels/document.xml.rels",
            "word/settings.xml",
            "word/styles.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/document.xml",
            "docProps/core.xml",
            "word/fontTable.xml",
        ]
    );
}

#[test]
fn a_run_carries_its_own_tracking_only_where_its_line_departs_from_the_style() {
    let fonts = fonts();
    let mut galley = one_line("一二三，", &fonts);
    if let Some(Element::Paragraph(paragraph)) = galley.elements.first_mut() {
        for (text, tracking) in [("四五，", -5), ("六七，", -2), ("八九。", -5)] {
            let mut line = paragraph.lines[0].clone();
            line.pieces = vec![piece(text, Style::Body, &fonts)];
            line.tracking = Twip(tracking);
            paragraph.lines.push(line);
        }
    }
    let document = part(&write(&galley, &fonts).unwrap(), "word/document.xml");
    let run = |own: &str, text: &str| {
        format!(r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{own}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
    };
    let wanted = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{}{}{}</w:p>"#,
        run("", "一二三，四五，"),
        run(r#"<w:spacing w:val="-2"/>"#, "六七，"),
        run("", "八九。")
    );
    assert!(document.contains(&wanted), "{document}");
}

#[test]
fn a_character_from_another_face_is_a_run_that_names_it_and_the_font_table_does_too() {
    let fonts = fonts();
    let mut galley = one_line("张", &fonts);
    let rare = fonts.fallbacks()[0];
    if let Some(Element::Paragraph(paragraph)) = galley.elements.first_mut() {
        paragraph.lines[0].pieces.push(zhoubao::layout::Piece { text: "㛃".to_owned(), face: rare, gap: false });
    }
    let docx = write(&galley, &fonts).unwrap();
    let name = &fonts.face(rare).word_name;
    let fonts_of_run = format!(r#"w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:hint="eastAsia""#);
    let document = part(&docx, "word/document.xml");
    assert!(document.contains(&fonts_of_run), "{document}");
    assert!(part(&docx, "word/fontTable.xml").contains(&format!(r#"<w:font w:name="{name}">"#)));
}

#[test]
fn the_titles_lines_are_broken_within_one_paragraph() {
    let fonts = fonts();
    let document = part(&write(&real_week(&fonts), &fonts).unwrap(), "word/document.xml");
    let title = document.split("</w:p>").next().unwrap_or_default();
    assert!(title.contains(r#"<w:pStyle w:val="Title"/>"#), "{title}");
    assert_eq!(title.matches("<w:br ").count(), 1, "{title}");
    assert!(title.contains("指挥中心</w:t><w:br"), "{title}");
}

#[test]
fn a_title_line_of_its_own_tracking_or_face_still_begins_on_a_line_of_its_own() {
    let fonts = fonts();
    let mut week = real_week(&fonts);
    if let Some(Element::Paragraph(title)) = week.elements.first_mut() {
        title.lines[1].tracking = Twip(-10);
        let rare = fonts.fallbacks()[0];
        title.lines[1].pieces.push(zhoubao::layout::Piece { text: "㛃".to_owned(), face: rare, gap: false });
    }
    let document = part(&write(&week, &fonts).unwrap(), "word/document.xml");
    let title = document.split("</w:p>").next().unwrap_or_default();
    assert_eq!(title.matches("<w:br ").count(), 1, "{title}");
    let own = r#"<w:spacing w:val="-10"/></w:rPr><w:br w:type="textWrapping"/><w:t xml:space="preserve">旅游市场"#;
    assert!(title.contains(own), "{title}");
}

#[test]
fn markup_and_quotes_in_a_text_stay_text() {
    let fonts = fonts();
    let mut galley = one_line("<w:b/> & \"甲\" 'b' ]]> &amp;", &fonts);
    galley.title = "甲 < 乙 & \"丙\"".to_owned();
    let docx = write(&galley, &fonts).unwrap();
    let texts = unescaped(&part(&docx, "word/document.xml"));
    assert_eq!(texts, "<w:b/> & \"甲\" 'b' ]]> &amp;");
    assert!(unescaped(&part(&docx, "docProps/core.xml")).starts_with("甲 < 乙 & \"丙\""));
}

/// All of the text of an XML part, unescaped.
fn unescaped(xml: &str) -> String {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(piece) => text.push_str(piece.trim_matches('\n')),
            Event::GeneralRef(name) => text.push_str(&quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap()),
            Event::Eof => return text,
            _ => {}
        }
    }
}

#[test]
fn a_character_that_xml_forbids_is_an_error_that_names_it_wherever_it_stands() {
    let fonts = fonts();
    for bad in ['\0', '\u{8}', '\u{b}', '\u{1f}', '\u{fffe}', '\u{ffff}'] {
        let text = format!("甲{bad}乙");
        let body = one_line(&text, &fonts);
        let mut title = one_line("正文", &fonts);
        title.title.clone_from(&text);
        let mut author = one_line("正文", &fonts);
        author.author = text;
        for galley in [body, title, author] {
            match write(&galley, &fonts) {
                Err(error @ WordError::Character { character, .. }) => {
                    assert_eq!(character, bad);
                    assert!(error.to_string().starts_with("“甲乙”里有"), "{error}");
                }
                other => panic!("{bad:?}: {other:?}"),
            }
        }
    }
}

#[test]
fn title_author_and_language_are_set_and_no_date_is() {
    let fonts = fonts();
    let core = part(&write(&real_week(&fonts), &fonts).unwrap(), "docProps/core.xml");
    assert!(core.contains("<dc:title>盘龙区旅游市场监管综合调度指挥中心旅游市场秩序整治工作周报</dc:title>"), "{core}");
    assert!(core.contains("<dc:creator>盘龙区旅游市场监管综合调度指挥中心</dc:creator>"), "{core}");
    assert!(core.contains("<dc:language>zh-CN</dc:language>"), "{core}");
    assert!(!core.contains("dcterms"), "{core}");
}

//! What stands in a file.

use std::io::Cursor;

use zhoubao::document::{Form, Margins};
use zhoubao::layout::{Element, Galley, Piece, Section, Style, Twip};
use zhoubao::word::{WordError, write};

use crate::samples;
use crate::support::{PITCH, element, fonts, full, galley, imprint, one_line, part, piece, real_week, room, table_of};

#[test]
fn the_same_galley_gives_the_same_bytes_on_every_thread() {
    let fonts = fonts();
    for (name, galley) in samples::all(&fonts) {
        let first = write(&galley, &fonts).unwrap();
        std::thread::scope(|scope| {
            let others: Vec<_> = (0..4).map(|_| scope.spawn(|| write(&galley, &fonts).unwrap())).collect();
            for other in others {
                assert!(other.join().unwrap() == first, "{name}");
            }
        });
    }
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
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "docProps/core.xml",
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
    let document = document(&galley);
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
        paragraph.lines[0].pieces.push(Piece { face: rare, ..piece("㛃", Style::Body, &fonts) });
    }
    let docx = write(&galley, &fonts).unwrap();
    let name = &fonts.face(rare).family;
    let fonts_of_run =
        format!(r#"w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}""#);
    let document = part(&docx, "word/document.xml");
    assert!(document.contains(&fonts_of_run), "{document}");
    assert!(part(&docx, "word/fontTable.xml").contains(&format!(r#"<w:font w:name="{name}">"#)));
}

#[test]
fn only_lines_of_a_forced_shape_are_broken() {
    let fonts = fonts();
    let document = document(&real_week(&fonts));
    assert_eq!(document.matches("<w:br/>").count(), 1);
    let title = paragraph_with(&document, r#"<w:pStyle w:val="Title"/>"#);
    assert!(title.contains("指挥中心</w:t><w:br/><w:t xml:space=\"preserve\">旅游市场"), "{title}");
}

#[test]
fn a_title_line_of_its_own_tracking_or_face_still_begins_on_a_line_of_its_own() {
    let fonts = fonts();
    let mut week = real_week(&fonts);
    if let Some(Element::Paragraph(title)) = week.elements.first_mut() {
        title.lines[1].tracking = Twip(-10);
        let rare = fonts.fallbacks()[0];
        title.lines[1].pieces.push(Piece { face: rare, ..piece("㛃", Style::Body, &fonts) });
    }
    let document = document(&week);
    let title = paragraph_with(&document, r#"<w:pStyle w:val="Title"/>"#);
    assert_eq!(title.matches("<w:br/>").count(), 1, "{title}");
    let own = r#"<w:spacing w:val="-10"/></w:rPr><w:br/><w:t xml:space="preserve">旅游市场"#;
    assert!(title.contains(own), "{title}");
}

#[test]
fn elements_are_bookmarks_named_by_the_standard_and_so_is_the_body() {
    let fonts = fonts();
    let elements = vec![
        element(Style::CopyNumber, &["000001"], &fonts),
        element(Style::Title, &["某某"], &fonts),
        element(Style::Addressee, &["某："], &fonts),
        element(Style::Body, &["正文。"], &fonts),
        element(Style::Body, &["又正文。"], &fonts),
        element(Style::Organ, &["甲局"], &fonts),
        element(Style::Organ, &["乙局"], &fonts),
        element(Style::Date, &["2021年1月15日"], &fonts),
    ];
    let document = document(&galley(elements));
    for (name, text) in [
        ("fenhao", "000001"),
        ("biaoti", "某某"),
        ("zhusongjiguan", "某："),
        ("zhengwen", "正文。又正文。"),
        // Word drops a bookmark whose name another has.
        ("fawenjiguanshuming", "甲局"),
        ("fawenjiguanshuming_2", "乙局"),
        ("chengwenriqi", "2021年1月15日"),
    ] {
        assert_eq!(bookmarked(&document, name), text);
    }
    // Of what stands within a content control python-docx shows nothing.
    assert!(!document.contains("w:sdt"), "{document}");
}

/// The text of a bookmark.
fn bookmarked(document: &str, name: &str) -> String {
    let (_, behind) = document.split_once(&format!(r#"w:name="{name}"/>"#)).unwrap();
    unescaped(behind.split("<w:bookmarkEnd").next().unwrap())
}

#[test]
fn what_a_tab_parts_are_two_bookmarks() {
    let fonts = fonts();
    let document = document(&galley(imprint(&fonts)));
    assert_eq!(bookmarked(&document, "yinfajiguan"), "盘龙区旅游市场监管指挥中心");
    assert_eq!(bookmarked(&document, "yinfariqi"), "2021年1月15日印发");
}

#[test]
fn the_imprint_hangs_on_the_text_areas_bottom_edge_and_grows_upwards() {
    let fonts = fonts();
    for (margins, rows) in [(Margins::PageSetup, 2), (Margins::Ink, 3)] {
        let document = document(&Galley { margins, ..galley(imprint(&fonts)) });
        assert_eq!(document.matches(r#"w:vertAnchor="margin""#).count(), 1);
        assert_eq!(document.matches(r#"w:tblpYSpec="bottom""#).count(), 1);
        // By ink, the text area reaches farther down than the last line: an empty row is between them.
        assert_eq!(document.matches(r#"w:hRule="atLeast""#).count(), rows, "{margins:?}");
    }
}

#[test]
fn no_height_of_a_row_cuts_off_what_is_typed_into_it() {
    let fonts = fonts();
    for (name, galley) in samples::all(&fonts) {
        let docx = write(&galley, &fonts).unwrap();
        let document = part(&docx, "word/document.xml");
        assert!(!document.contains(r#"w:hRule="exact"/></w:trPr>"#), "{name}");
    }
}

#[test]
fn a_paragraph_whose_last_lines_go_to_the_next_page_stays_one() {
    let fonts = fonts();
    let mut carrying = 0;
    for (name, galley) in samples::all(&fonts).into_iter().filter(|(name, _)| name.starts_with("set-carried")) {
        let document = document(&galley);
        let paragraphs = document.matches(r#"<w:pStyle w:val="BodyText"/>"#).count();
        let wanted = galley.paragraphs().filter(|paragraph| paragraph.style == Style::Body).count();
        assert_eq!(paragraphs, wanted, "{name}");
        assert!(!document.contains("distribute"), "{name}");
        // The foot of the page on which it begins stays empty.
        carrying += document.matches("<w:framePr ").count();
    }
    assert!(carrying > 0);
}

#[test]
fn room_is_of_its_exact_height_in_paragraphs_that_word_allows() {
    let fonts = fonts();
    let elements = vec![room(PITCH), room(Twip(31681)), element(Style::Body, &["文"], &fonts)];
    let document = document(&galley(elements));
    let exact = |height: i32| {
        format!(
            r#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/></w:pPr></w:p>"#
        )
    };
    let wanted = format!("<w:p></w:p>{}{}", exact(31680), exact(1));
    assert!(document.contains(&wanted), "{document}");
}

#[test]
fn a_first_indent_is_told_in_characters_too_and_overrides_the_styles() {
    let fonts = fonts();
    let styles = part(&write(&one_line("文", &fonts), &fonts).unwrap(), "word/styles.xml");
    let own = r#"<w:ind w:left="0" w:right="0" w:firstLineChars="200" w:firstLine="630"/>"#;
    assert!(styles.contains(own), "{styles}");
    let none = r#"<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>"#;
    assert!(document(&galley(vec![full(1, &fonts)])).contains(none));
}

#[test]
fn merged_cells_go_on_below_and_heads_stand_again() {
    let fonts = fonts();
    let document = document(&galley(vec![Element::Table(table_of(2, &fonts))]));
    let rows: Vec<_> = document.split("</w:tr>").collect();
    assert_eq!(rows.iter().filter(|row| row.contains("<w:tblHeader/>")).count(), 2);
    assert_eq!(rows[0].matches(r#"<w:vMerge w:val="restart"/>"#).count(), 2, "{}", rows[0]);
    assert_eq!(rows[0].matches(r#"<w:gridSpan w:val="2"/>"#).count(), 1, "{}", rows[0]);
    assert_eq!(rows[1].matches("<w:vMerge/>").count(), 2, "{}", rows[1]);
    assert!(rows.iter().take(4).all(|row| row.contains("<w:tc>") && row.contains(r#"w:hRule="atLeast""#)));
}

#[test]
fn sections_turn_the_page_and_have_footers_of_their_own() {
    let fonts = fonts();
    let section = |landscape, numbered| Element::Section(Section { landscape, numbered });
    let elements = vec![
        full(1, &fonts),
        section(true, true),
        full(1, &fonts),
        section(false, false),
        full(1, &fonts),
        section(false, true),
        full(1, &fonts),
    ];
    let docx = write(&galley(elements), &fonts).unwrap();
    let document = part(&docx, "word/document.xml");
    assert_eq!(document.matches("<w:sectPr>").count(), 4);
    assert_eq!(document.matches(r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#).count(), 1);
    // Odd, even; turned odd, turned even; none. The last section's are the first's.
    let footers: Vec<_> = (1..=5).map(|at| part(&docx, &format!("word/footer{at}.xml"))).collect();
    assert!(footers[..4].iter().all(|footer| footer.contains(" PAGE ")));
    assert!(footers[2].contains(r#"<w:textDirection w:val="tbRl"/>"#));
    assert!(!footers[4].contains(" PAGE "));
    assert_eq!(document.matches(r#"r:id="rIdFooter1""#).count(), 2);
}

#[test]
fn a_letters_first_page_has_a_foot_of_its_own() {
    let fonts = fonts();
    let letter = samples::all(&fonts).into_iter().find(|(name, _)| *name == "letter").unwrap().1;
    let docx = write(&letter, &fonts).unwrap();
    let document = part(&docx, "word/document.xml");
    assert!(document.contains("<w:titlePg/>"));
    let (_, first) = document.split_once(r#"<w:footerReference w:type="first" r:id="rIdFooter"#).unwrap();
    let footer = part(&docx, &format!("word/footer{}.xml", &first[..1]));
    assert!(footer.contains("thinThickSmallGap") && !footer.contains(" PAGE "), "{footer}");
}

#[test]
fn the_margins_are_those_that_the_office_wants() {
    let fonts = fonts();
    for (margins, wanted) in [
        (Margins::Ink, r#"<w:pgMar w:top="1907" w:right="1474" w:bottom="1885" w:left="1588""#),
        (Margins::PageSetup, r#"<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588""#),
    ] {
        let mut galley = one_line("文", &fonts);
        galley.margins = margins;
        assert!(document(&galley).contains(wanted), "{margins:?}");
    }
}

#[test]
fn a_seal_is_behind_the_text_once_in_the_file_and_told_in_words() {
    let fonts = fonts();
    let mut sealed = samples::all(&fonts).into_iter().find(|(name, _)| *name == "sealed").unwrap().1;
    let last = sealed.elements.last().cloned().unwrap();
    sealed.elements.push(last);
    let docx = write(&sealed, &fonts).unwrap();
    let document = part(&docx, "word/document.xml");
    assert_eq!(document.matches(r#"behindDoc="1""#).count(), 2);
    assert_eq!(document.matches(r#"r:embed="rIdPicture1""#).count(), 2);
    assert!(document.contains(r#"descr="盘龙区旅游市场监管指挥中心印章""#));
    assert!(part(&docx, "[Content_Types].xml").contains(r#"Extension="png" ContentType="image/png""#));
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
fn title_author_language_and_form_are_set_and_no_date_is() {
    let fonts = fonts();
    let mut week = real_week(&fonts);
    week.form = Form::Letter;
    let core = part(&write(&week, &fonts).unwrap(), "docProps/core.xml");
    assert!(core.contains("<dc:title>盘龙区旅游市场监管综合调度指挥中心旅游市场秩序整治工作周报</dc:title>"), "{core}");
    assert!(core.contains("<dc:creator>盘龙区旅游市场监管综合调度指挥中心</dc:creator>"), "{core}");
    assert!(core.contains("<dc:language>zh-CN</dc:language>"), "{core}");
    assert!(core.contains("<cp:category>信函</cp:category>"), "{core}");
    assert!(!core.contains("dcterms"), "{core}");
}

fn document(galley: &Galley) -> String {
    part(&write(galley, &fonts()).unwrap(), "word/document.xml")
}

/// The first paragraph of a document in which `wanted` stands.
fn paragraph_with<'a>(document: &'a str, wanted: &str) -> &'a str {
    document.split("</w:p>").find(|paragraph| paragraph.contains(wanted)).unwrap()
}

/// All of the text of a piece of XML, unescaped, but for numbers that drawings hold.
fn unescaped(xml: &str) -> String {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
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

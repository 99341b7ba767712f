//! Finished lines against those of the reference that was measured with LibreOffice (`tests/layout/*.txt`: tracking in
//! twips or `fragile`, a tab, the line; a blank line ends a paragraph), and what must hold for any text.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use zhoubao::document::{
    Block, Document, Engine, Form, Head, Image, ImageFormat, Mark, Origin, Sealing, Signature, Text,
};
use zhoubao::layout::fonts::{Fonts, FontsError, Role};
use zhoubao::layout::{Align, Element, Galley, Line, Paragraph, Style, Twip, set};

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::find(None).expect("the free fonts are installed"));

fn text(plain: &str) -> Text {
    let mut text = Text::default();
    text.push(plain, &Arc::new(Origin::Engine(Engine::HeadingNumber)));
    text
}

fn document<'a>(body: impl IntoIterator<Item = &'a str>) -> Document {
    let body = body.into_iter().map(|paragraph| Block::Paragraph(text(paragraph))).collect();
    Document { title: Some(text("周报")), body, ..Document::default() }
}

fn paragraphs(galley: &Galley, style: Style) -> Vec<&Paragraph> {
    let paragraphs = galley.elements.iter().filter_map(|element| match element {
        Element::Paragraph(paragraph) if paragraph.style == style => Some(paragraph),
        _ => None,
    });
    paragraphs.collect()
}

fn plain(line: &Line) -> String {
    line.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn only(galley: &Galley, style: Style) -> &Paragraph {
    let found = paragraphs(galley, style);
    assert_eq!(found.len(), 1, "{style:?}");
    found[0]
}

/// Sets the paragraphs of a fixture again and writes the lines as the fixture does.
fn reset(expected: &str) -> String {
    let body: Vec<String> = expected
        .split("\n\n")
        .map(|paragraph| paragraph.lines().filter_map(|line| line.split_once('\t')).map(|(_, line)| line).collect())
        .collect();
    let galley = set(&document(body.iter().map(String::as_str)), &FONTS).expect("all glyphs are there");
    let mut ours = String::new();
    for paragraph in paragraphs(&galley, Style::Body) {
        for line in &paragraph.lines {
            let tracking = if line.fragile { "fragile".to_owned() } else { line.tracking.0.to_string() };
            writeln!(ours, "{tracking}\t{}", plain(line)).unwrap();
        }
        ours.push('\n');
    }
    ours
}

#[test]
fn lines_are_those_of_the_reference() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layout");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let expected = std::fs::read_to_string(&file).unwrap();
        let ours = reset(&expected);
        let differing: Vec<_> = expected.lines().zip(ours.lines()).filter(|(theirs, ours)| theirs != ours).collect();
        assert!(differing.is_empty(), "{} {}: {differing:#?}", file.display(), differing.len());
        assert_eq!(expected.trim_end(), ours.trim_end());
    }
}

fn signed() -> Document {
    Document {
        head: Head { number: Some(text("盘旅指报〔2021〕1号")), ..Head::default() },
        title: Some(text("周报")),
        addressee: Some(text("昆明市旅游市场监管综合调度指挥中心：")),
        body: vec![Block::Paragraph(text("正文。"))],
        signature: Some(signature("盘龙区旅游市场监管综合调度指挥中心")),
        note: Some(text("（联系人：××，联系电话：××）")),
        author: "盘龙区".to_owned(),
        ..Document::default()
    }
}

fn signature(organ: &str) -> Signature {
    Signature { organs: vec![text(organ)], date: text("2021年1月15日"), sealing: Sealing::Unsealed }
}

#[test]
fn elements_stand_in_the_order_of_the_standard() {
    let galley = set(&signed(), &FONTS).unwrap();
    let order: Vec<_> = galley
        .elements
        .iter()
        .map(|element| match element {
            Element::Paragraph(paragraph) => Some((paragraph.style, paragraph.align, paragraph.first)),
            _ => None,
        })
        .collect();
    assert_eq!(
        order,
        [
            Some((Style::Number, Align::Centre, Twip(0))),
            None,
            None,
            Some((Style::Title, Align::Centre, Twip(0))),
            None,
            Some((Style::Addressee, Align::Justify, Twip(0))),
            Some((Style::Body, Align::Justify, Twip(630))),
            None,
            Some((Style::Organ, Align::Right, Twip(0))),
            Some((Style::Date, Align::Right, Twip(0))),
            Some((Style::Note, Align::Justify, Twip(630))),
        ]
    );
}

/// The width of a line in pt with the gap of the widest profile, without spaces at its end.
fn width(line: &Line, size: f64, gap: f64) -> f64 {
    let mut width = 0.0;
    let spaces = plain(line).chars().rev().take_while(|character| matches!(character, ' ' | '\u{3000}')).count();
    let mut left = plain(line).chars().count() - spaces;
    for piece in &line.pieces {
        width += if piece.gap { gap * size } else { 0.0 };
        for character in piece.text.chars().take(left) {
            width += FONTS.glyph(piece.face, character).1 * size + line.tracking.pt().0;
            left -= 1;
        }
    }
    width
}

/// Where the first character stands, in pt from the text area's right edge.
fn start_from_right(paragraph: &Paragraph) -> f64 {
    paragraph.right.pt().0 + width(&paragraph.lines[0], 16.0, 0.2)
}

#[test]
fn the_date_begins_two_characters_to_the_right_of_the_organ() {
    for (organ, is_longer) in [("盘龙区旅游市场监管综合调度指挥中心", true), ("盘龙区政府", false)]
    {
        let mut document = signed();
        document.signature = Some(signature(organ));
        let galley = set(&document, &FONTS).unwrap();
        let (organ, date) = (only(&galley, Style::Organ), only(&galley, Style::Date));
        assert!((start_from_right(organ) - start_from_right(date) - 31.5).abs() < 0.1);
        let ends_two_before_the_edge = if is_longer { organ } else { date };
        assert_eq!(ends_two_before_the_edge.right, Twip(630));
    }
}

/// A sealed paper of the organs given.
fn sealed(organs: &[&str]) -> Galley {
    let organs: Vec<Text> = organs.iter().map(|organ| text(organ)).collect();
    let seal = Image {
        bytes: Arc::from(&include_bytes!("forms/seal.png")[..]),
        format: ImageFormat::Png,
        width: 42.0,
        height: 42.0,
        description: "印章".to_owned(),
    };
    let sealing = Sealing::Sealed(vec![Some(seal); organs.len()]);
    let signature = Signature { organs, date: text("2021年1月15日"), sealing };
    set(&Document { signature: Some(signature), ..signed() }, &FONTS).unwrap()
}

/// Of 156 mm, in pt.
const TEXT_WIDTH: f64 = 442.2;

#[test]
fn a_long_organs_name_its_date_and_its_seal_have_one_middle_and_the_date_gives_way() {
    // The date is 7 digits, 3 characters and 5 gaps of a fifth: 117.5 pt wide; four characters before the edge its middle is at
    // 320.4 pt. A name of n characters is 15.75 n wide and ends at 440.2 pt at the latest.
    for (characters, date_right) in [(7, 63.0), (15, 63.0), (16, 69.3), (17, 77.1), (24, 132.3), (27, 155.9)] {
        let organ: String =
            "云岭区旅游市场监管综合调度指挥中心和文化旅游事业发展服务中心".chars().take(characters).collect();
        let galley = sealed(&[organ.as_str()]);
        let (organ, date) = (only(&galley, Style::Organ), only(&galley, Style::Date));
        assert!((date.right.pt().0 - date_right).abs() < 0.5, "{characters}: {}", date.right.pt().0);
        let middle_of_date = TEXT_WIDTH - date.right.pt().0 - width(&date.lines[0], 16.0, 0.2) / 2.0;
        let middle_of_organ = f64::midpoint(organ.left.pt().0, TEXT_WIDTH);
        let middle_of_seal = organ.pictures[0].left.0 + 59.5 - 79.4;
        assert_eq!(organ.lines.len(), 1);
        assert!(organ.left.pt().0 + width(&organ.lines[0], 16.0, 0.2) < TEXT_WIDTH, "{characters} characters fit");
        assert!((middle_of_organ - middle_of_date).abs() < 0.5, "{characters}: {middle_of_organ} {middle_of_date}");
        assert!((middle_of_organ - middle_of_seal).abs() < 0.5, "{characters}: {middle_of_organ} {middle_of_seal}");
    }
}

#[test]
fn an_organs_name_longer_than_a_line_is_broken_over_the_date_under_its_seal() {
    let name = "云岭区旅游市场秩序整治专项行动领导小组办公室和文化旅游市场综合行政执法大队";
    for organs in [vec![name], vec![name, "云岭区公安局"]] {
        let galley = sealed(&organs);
        let (organ, date) = (paragraphs(&galley, Style::Organ)[0], only(&galley, Style::Date));
        assert_eq!(organ.lines.len(), 2, "{:?}", organ.lines);
        assert_eq!(organ.lines.iter().map(plain).collect::<String>(), name);
        let middle = f64::midpoint(organ.left.pt().0, TEXT_WIDTH);
        let middle_of_date = TEXT_WIDTH - date.right.pt().0 - width(&date.lines[0], 16.0, 0.2) / 2.0;
        assert!((middle - middle_of_date).abs() < 0.5, "{middle} {middle_of_date}");
        // 42 mm are 119.1 pt; three lines of 28.9 pt, whose middle lies a fifth of a line below the seal's.
        let middle_of_seal = organ.pictures[0].top.0 + 59.5;
        assert!((middle_of_seal - 1.3 * 28.9).abs() < 0.5, "{middle_of_seal}");
    }
}

fn title_lines(title: &str) -> Vec<String> {
    let galley = set(&Document { title: Some(text(title)), ..Document::default() }, &FONTS).unwrap();
    let paragraph = only(&galley, Style::Title);
    assert!(paragraph.lines.iter().all(|line| line.tracking == Twip(0) && width(line, 22.0, 0.25) <= 442.2));
    paragraph.lines.iter().map(plain).collect()
}

#[test]
fn a_long_title_keeps_together_what_belongs_together() {
    assert_eq!(title_lines("盘龙区旅游市场秩序整治工作情况周报"), ["盘龙区旅游市场秩序整治工作情况周报"]);
    assert_eq!(
        title_lines("盘龙区旅游市场监管综合调度指挥中心关于《涉旅信息通报单》（6号）办理情况的报告"),
        ["盘龙区旅游市场监管综合调度指挥中心关于", "《涉旅信息通报单》（6号）办理情况的报告"]
    );
    let quoted = "关于“一机游”游客投诉平台和12345市长投诉热线2021年1月涉旅投诉件办理情况的报告";
    let lines = title_lines(quoted);
    assert_eq!(lines.concat(), quoted);
    assert_eq!(lines.len(), 3, "{lines:?}");
    for whole in ["“一机游”", "12345", "2021年1月"] {
        assert!(lines.iter().any(|line| line.contains(whole)), "{lines:?}");
    }
}

#[test]
fn a_line_of_a_title_ends_where_its_writer_says_and_too_long_a_line_once_more() {
    let plain_title = "盘龙区旅游市场监管综合调度指挥中心关于旅游市场秩序整治工作情况的周报";
    let title = |title_ends: &[usize]| {
        let title_ends = title_ends.to_vec();
        let galley =
            set(&Document { title: Some(text(plain_title)), title_ends, ..Document::default() }, &FONTS).unwrap();
        assert_eq!(galley.title, plain_title);
        only(&galley, Style::Title).lines.iter().map(plain).collect::<Vec<_>>()
    };
    assert_eq!(title(&[]), ["盘龙区旅游市场监管综合调度指挥中心", "关于旅游市场秩序整治工作情况的周报"]);
    assert_eq!(title(&[17, 32]), ["盘龙区旅游市场监管综合调度指挥中心", "关于旅游市场秩序整治工作情况的", "周报"]);
    // The second of the writer's lines has 25 characters, and room is for 20.
    assert_eq!(title(&[9])[0], "盘龙区旅游市场监管");
    assert_eq!(title(&[9]).len(), 3);
}

fn mark_of(form: Form, organs: &[&str]) -> Galley {
    let organs: Vec<Text> = organs.iter().map(|organ| text(organ)).collect();
    let suffix = (organs.len() > 1).then(|| text("文件"));
    let head = Head { mark: Some(Mark { organs, suffix }), ..Head::default() };
    set(&Document { form, head, ..Document::default() }, &FONTS).unwrap()
}

#[test]
fn a_mark_that_would_be_smaller_than_the_title_has_two_lines() {
    let long = "云南省昆明市盘龙区文化旅游和体育市场监督管理综合行政执法调度指挥与投诉受理中心";
    for (form, end) in [(Form::Downward, "文件"), (Form::Letter, "")] {
        let galley = mark_of(form, &[&format!("{long}{end}")]);
        let mark = only(&galley, Style::Mark);
        let lines: Vec<String> = mark.lines.iter().map(plain).collect();
        assert_eq!(
            lines,
            [
                "云南省昆明市盘龙区文化旅游和体育市场监督管理".to_owned(),
                format!("综合行政执法调度指挥与投诉受理中心{end}")
            ]
        );
        // 22 characters narrowed to 60 % fill the 442.2 pt of a line: 442.2 / 22 / 0.6 = 33.5.
        assert_eq!((mark.size.0, mark.stretch), (33.5, 60));
    }
    // 33 characters fit into one line with type as large as the title's: 442.2 / 33 / 0.6 = 22.3.
    let shorter: String = long.chars().take(33).collect();
    let galley = mark_of(Form::Downward, &[&shorter]);
    assert_eq!((only(&galley, Style::Mark).lines.len(), only(&galley, Style::Mark).size.0), (1, 22.0));
}

#[test]
fn a_title_that_is_one_long_name_is_broken_all_the_same() {
    let name = format!("《{}》", "关于下达综合目标管理考核主要内容和指标的通知".repeat(3));
    let lines = title_lines(&name);
    assert_eq!(lines.concat(), name);
    assert!(lines.len() >= 4 && lines.len() <= 5);
}

#[test]
fn every_character_without_a_glyph_is_reported() {
    let origins: Vec<_> = (0..2).map(|_| Arc::new(Origin::Engine(Engine::HeadingNumber))).collect();
    let mut paragraph = Text::default();
    paragraph.push("甲\u{10fffd}乙", &origins[0]);
    paragraph.push("\u{10fffe}\u{10fffd}", &origins[1]);
    let mut document = document([]);
    document.body.push(Block::Paragraph(paragraph));
    document.note = Some(text("\u{e0001}"));
    let missing = set(&document, &FONTS).unwrap_err();
    let characters: Vec<_> = missing.iter().map(|glyph| (glyph.character, glyph.nth)).collect();
    assert_eq!(characters, [('\u{10fffd}', 0), ('\u{10fffe}', 0), ('\u{10fffd}', 0), ('\u{e0001}', 0)]);
    assert!(Arc::ptr_eq(&missing[2].origin, &origins[1]));
}

#[test]
fn a_character_of_a_mark_without_a_glyph_is_reported_where_it_was_written() {
    let written = Arc::new(Origin::Template { template: "letter.md".to_owned(), place: None });
    let mut organ = Text::default();
    organ.push("甲\u{10fffd}局", &written);
    let mut document = document([]);
    document.form = Form::Downward;
    document.head.mark = Some(Mark { organs: vec![organ, text("乙局")], suffix: Some(text("文件")) });
    let missing = set(&document, &FONTS).unwrap_err();
    assert!(missing.iter().all(|glyph| Arc::ptr_eq(&glyph.origin, &written)), "{missing:?}");
}

#[test]
fn pieces_part_where_another_origin_begins() {
    let origins: Vec<_> = (0..2).map(|_| Arc::new(Origin::Engine(Engine::HeadingNumber))).collect();
    let mut paragraph = Text::default();
    paragraph.push("收到", &origins[0]);
    paragraph.push("来文，", &origins[1]);
    paragraph.push("已办结。", &origins[0]);
    let mut document = document([]);
    document.body.push(Block::Paragraph(paragraph));
    let galley = set(&document, &FONTS).unwrap();
    let pieces: Vec<_> = only(&galley, Style::Body).lines[0]
        .pieces
        .iter()
        .map(|piece| (piece.text.as_str(), Arc::ptr_eq(galley.origins.get(piece.origin).unwrap(), &origins[1])))
        .collect();
    assert_eq!(pieces, [("收到", false), ("来文，", true), ("已办结。", false)]);
}

#[test]
fn pieces_part_at_gaps_and_faces() {
    let galley = set(&document(["收到6号，张镕APP。"]), &FONTS).unwrap();
    let line = &only(&galley, Style::Body).lines[0];
    let pieces: Vec<_> = line
        .pieces
        .iter()
        .map(|piece| (piece.text.as_str(), piece.face == FONTS.role(Role::FangSong), piece.gap))
        .collect();
    assert_eq!(
        pieces,
        [("收到", true, false), ("6", true, true), ("号，张", true, true), ("镕", false, false), ("APP。", true, true),]
    );
}

#[test]
fn rare_characters_of_names_and_units_have_a_face() {
    for role in Role::ALL {
        for character in "镕喆旸堃㛃昇玥珺㎡".chars() {
            let face = FONTS.face_for(role, character);
            assert!(face.is_some_and(|face| FONTS.face(face).has(character)), "{role:?} {character}");
        }
    }
}

#[test]
fn faces_are_chosen_by_weight_too_and_the_same_each_time() {
    let again = Fonts::find(None).unwrap();
    for role in Role::ALL {
        let (first, second) = (FONTS.face(FONTS.role(role)), again.face(again.role(role)));
        assert_eq!((&first.path, first.index), (&second.path, second.index));
    }
    let title = FONTS.face(FONTS.role(Role::XiaoBiaoSong));
    assert_ne!(title.path, FONTS.face(FONTS.role(Role::SongTi)).path);
}

/// The roles that no font in a folder serves.
fn unserved(folder: &Path) -> Vec<Role> {
    match Fonts::find(Some(folder)).unwrap_err() {
        FontsError::Unserved(roles) => roles,
        FontsError::Unreadable(unreadable) => panic!("{unreadable:?}"),
    }
}

#[test]
fn a_named_folder_alone_decides() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(unserved(folder.path()), Role::ALL);
    std::fs::write(folder.path().join("not-a-font.ttf"), "字体").unwrap();
    let kai = &FONTS.face(FONTS.role(Role::KaiTi)).path;
    std::fs::copy(kai, folder.path().join("copy.otf")).unwrap();
    let unserved = unserved(folder.path());
    assert_eq!(unserved, [Role::FangSong, Role::HeiTi, Role::XiaoBiaoSong, Role::SongTi]);
}

#[test]
fn what_fits_on_no_line_is_broken_all_the_same() {
    for (whole, fewest) in
        [("a".repeat(300), 5), (" ".repeat(300), 1), ("，".repeat(100), 3), ("\u{a0}".repeat(200), 2)]
    {
        let galley = set(&document([whole.as_str()]), &FONTS).unwrap();
        let lines: Vec<String> = only(&galley, Style::Body).lines.iter().map(plain).collect();
        assert_eq!(lines.concat(), whole);
        assert!((fewest..=fewest + 4).contains(&lines.len()), "{} lines of {whole:?}", lines.len());
    }
}

fn phrase() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[盘龙区旅游市场监管综合调度指挥中心]{1,9}",
        2 => "[，。；：、！？]",
        1 => "《[关于通知情况]{1,6}》|（[一二三0-9]{1,4}）|“[零申报]{2}”|盘——|盘……",
        1 => "[0-9]{1,6}|[0-9]{1,2}\\.[0-9]{2}%|[A-Za-z]{1,12}|℃",
        1 => "https://[a-z/.]{1,120}|[a-z]{60,90}",
        1 => "[ \u{3000}]{1,3}",
        1 => "[0-9]{1,3}\u{a0}[a-z]{1,5}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_hold_all_of_the_text_and_fit(phrases in prop::collection::vec(phrase(), 1..60)) {
        let whole = phrases.concat();
        let galley = set(&document([whole.as_str()]), &FONTS).unwrap();
        let paragraph = only(&galley, Style::Body);
        let lines: Vec<String> = paragraph.lines.iter().map(plain).collect();
        prop_assert_eq!(lines.concat(), whole);
        for (at, line) in paragraph.lines.iter().enumerate() {
            let indent = if at == 0 { paragraph.first.pt().0 } else { 0.0 };
            prop_assert!(line.fragile || indent + width(line, 16.0, 0.25) <= 442.2, "{}", plain(line));
            prop_assert!(!line.pieces.is_empty() && line.pieces.iter().all(|piece| !piece.text.is_empty()));
        }
        for pair in lines.windows(2) {
            let next = pair[1].chars().next().unwrap();
            let last = pair[0].chars().next_back().unwrap();
            // Behind a space that was typed before it, a mark begins a line in every word processor.
            let after_space = matches!(last, ' ' | '\u{3000}');
            prop_assert!(after_space || !"，。；：、！？）》”".contains(next), "{} begins a line", next);
            prop_assert!(!"（《“".contains(last), "{} ends a line", last);
            let is_dash = last == next && "—…".contains(next);
            prop_assert!(!is_dash, "{} is torn", last);
        }
    }
}

/// How long it takes; `cargo test --release --test layout speed -- --ignored --nocapture`.
#[test]
#[ignore = "prints times"]
fn speed() {
    let expected = include_str!("layout/weekly-2021-01-08.txt");
    let body: Vec<String> = expected
        .split("\n\n")
        .map(|paragraph| paragraph.lines().filter_map(|line| line.split_once('\t')).map(|(_, line)| line).collect())
        .collect();
    let document = document(body.iter().map(String::as_str));
    let started = std::time::Instant::now();
    let fonts = Fonts::find(None).unwrap();
    println!("fonts found: {:?}", started.elapsed());
    for paper in ["first", "second", "third"] {
        let started = std::time::Instant::now();
        set(&document, &fonts).unwrap();
        println!("{paper} paper set: {:?}", started.elapsed());
    }
    let started = std::time::Instant::now();
    let bytes = fonts.face(fonts.role(Role::HeiTi)).look(|data, _| data.len()).unwrap();
    println!("one more font file of {bytes} bytes read: {:?}", started.elapsed());
    let started = std::time::Instant::now();
    let bytes = std::fs::read(&fonts.face(fonts.role(Role::KaiTi)).path).unwrap().len();
    println!("fs::read {bytes} bytes read: {:?}", started.elapsed());
}

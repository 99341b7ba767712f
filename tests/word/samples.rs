//! A file of every construct, for judges and for measuring by hand.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use zhoubao::document::{Document, Form, Image, ImageFormat, Margins};
use zhoubao::layout::fonts::Fonts;
use zhoubao::layout::{
    Align, Colour, Element, Fixed, Galley, Ink, Mm, Picture, Piece, Pt, RuleKind, Section, Style, Tab, TableRow, Twip,
    page,
};

use crate::papers;
use crate::support::{
    PITCH, blank, cell, element, fixed, fonts, full, galley, imprint, kai, paragraph, real_week, room, rule, table_of,
};

/// Every construct by name.
pub fn all(fonts: &Fonts) -> Vec<(&'static str, Galley)> {
    let set = |document: &Document| zhoubao::layout::set(document, fonts).unwrap();
    vec![
        ("set-downward", set(&papers::downward())),
        ("set-upward", set(&papers::upward())),
        ("set-letter", set(&papers::letter())),
        ("set-minutes", set(&papers::minutes())),
        ("set-bulletin", set(&papers::bulletin())),
        ("set-order", set(&papers::order())),
        ("set-carried1", set(&papers::carried(1))),
        ("set-carried2", set(&papers::carried(2))),
        ("set-carried3", set(&papers::carried(3))),
        ("set-carried4", set(&papers::carried(4))),
        ("set-carried5", set(&papers::carried(5))),
        ("set-joint", set(&papers::joint())),
        ("week", real_week(fonts)),
        ("downward", downward(fonts)),
        ("upward", upward(fonts)),
        ("letter", letter(fonts)),
        ("full-ink", full_pages(Margins::Ink, fonts)),
        ("full-setup", full_pages(Margins::PageSetup, fonts)),
        ("tables", tables(fonts)),
        ("landscape", landscape(fonts)),
        ("sealed", sealed(fonts)),
    ]
}

#[test]
#[ignore = "writes files to look at: ZHOUBAO_SAMPLES=folder cargo test --release --test word samples -- --ignored"]
fn samples() {
    let folder = std::env::var("ZHOUBAO_SAMPLES").unwrap();
    let fonts = fonts();
    for (name, galley) in all(&fonts) {
        let file = Path::new(&folder).join(format!("{name}.docx"));
        std::fs::write(file, zhoubao::word::write(&galley, &fonts).unwrap()).unwrap();
        let glyphs =
            galley.pages.iter().enumerate().flat_map(|(at, page)| page.drawn.iter().map(move |mark| (at, mark)));
        let mut places = String::new();
        for (at, mark) in glyphs {
            match &mark.ink {
                Ink::Glyphs(glyphs) => writeln!(
                    places,
                    "{}\tG\t{:.2}\t{:.2}\t{}\t{:?}",
                    at + 1,
                    glyphs.left.0,
                    glyphs.baseline.0,
                    glyphs.text,
                    mark.part
                ),
                Ink::Rule { from, to, weight, .. } => writeln!(
                    places,
                    "{}\tR\t{:.2}\t{:.2}\t{:.2} {:.2} {:.2}\t{:?}",
                    at + 1,
                    from.0.0,
                    from.1.0,
                    to.0.0,
                    to.1.0,
                    weight.0,
                    mark.part
                ),
                Ink::Shape(shape) => writeln!(places, "{}\tS\t{:?}", at + 1, shape.points),
                Ink::Picture { left, top, .. } => writeln!(places, "{}\tP\t{:.2}\t{:.2}\t\t", at + 1, left.0, top.0),
            }
            .unwrap();
        }
        std::fs::write(Path::new(&folder).join(format!("{name}.places")), places).unwrap();
    }
}

/// 公文 with 份号, mark, 文号 and red line; signature; 版记 on page 2.
fn downward(fonts: &Fonts) -> Galley {
    let mut mark = paragraph(Style::Mark, &["盘龙区旅游市场监管指挥中心文件"], fonts);
    mark.size = Pt(28.0);
    mark.pitch = Twip(800);
    let mut number = paragraph(Style::Number, &["盘旅指发〔2021〕1号"], fonts);
    number.below = Some(rule(RuleKind::Single, 1.0, Colour::Red, 7.0));
    let mut elements = vec![
        element(Style::CopyNumber, &["000001"], fonts),
        element(Style::Secrecy, &["秘密★1年"], fonts),
        element(Style::Urgency, &["特急"], fonts),
        room(Twip(208)),
        Element::Paragraph(mark),
        blank(),
        blank(),
        Element::Paragraph(number),
        blank(),
        blank(),
        element(Style::Title, &["关于开展旅游市场秩序", "整治工作的通知"], fonts),
        blank(),
        element(Style::Addressee, &["各成员单位："], fonts),
        element(Style::Heading1, &["一、总体要求"], fonts),
        full(8, fonts),
        element(Style::Heading2, &["（一）分工"], fonts),
        full(7, fonts),
    ];
    elements.extend(signature(fonts));
    elements.extend(imprint(fonts));
    Galley { form: Form::Downward, ..galley(elements) }
}

fn signature(fonts: &Fonts) -> Vec<Element> {
    let mut organ = paragraph(Style::Organ, &["盘龙区旅游市场监管指挥中心"], fonts);
    organ.right = Twip(630);
    let mut date = paragraph(Style::Date, &["2021年1月15日"], fonts);
    date.right = Twip(1260);
    vec![
        blank(),
        element(Style::Enclosure, &["附件：1．分工方案"], fonts),
        blank(),
        Element::Paragraph(organ),
        Element::Paragraph(date),
        element(Style::Note, &["（此件公开发布）"], fonts),
    ]
}

/// 上行文: 签发人 on the lines of the 文号.
fn upward(fonts: &Fonts) -> Galley {
    let mut signers = paragraph(Style::Signers, &["签发人："], fonts);
    signers.align = Align::Right;
    signers.right = page::CHARACTER;
    signers.lines[0].pieces.push(kai("张某某　李某某", fonts));
    let mut number = paragraph(Style::Number, &["盘旅指报〔2021〕1号"], fonts);
    number.align = Align::Left;
    number.first = page::CHARACTER;
    number.tabs = vec![Tab { at: Twip(8844 - 315), right: true }];
    number.lines[0].pieces.push(Piece { tab: true, ..kai("王某某　赵某某", fonts) });
    number.below = Some(rule(RuleKind::Single, 1.0, Colour::Red, 7.0));
    let elements = vec![
        blank(),
        Element::Paragraph(signers),
        Element::Paragraph(number),
        blank(),
        element(Style::Title, &["关于办理情况的报告"], fonts),
        blank(),
        full(3, fonts),
    ];
    Galley { form: Form::Upward, ..galley(elements) }
}

/// 信函: the mark and the double rules at fixed heights.
fn letter(fonts: &Fonts) -> Galley {
    let mut mark = paragraph(Style::Mark, &["盘龙区旅游市场监管指挥中心"], fonts);
    mark.size = Pt(28.0);
    mark.pitch = Twip(800);
    mark.fixed = Some(fixed(20.0, Mm(30.0).pt().0, 170.0));
    mark.below = Some(rule(RuleKind::ThickThin, 3.0, Colour::Red, Mm(4.0).pt().0));
    let mut second = paragraph(Style::Rule, &[], fonts);
    second.pitch = Twip(20);
    second.below = Some(rule(RuleKind::ThinThick, 3.0, Colour::Red, 0.0));
    second.fixed = Some(Fixed { in_footer: true, ..fixed(20.0, Mm(277.0).pt().0 - 1.0, 170.0) });
    let mut number = paragraph(Style::Number, &["盘旅指函〔2021〕1号"], fonts);
    number.align = Align::Right;
    let mut elements = vec![
        Element::Paragraph(mark),
        Element::Paragraph(second),
        blank(),
        Element::Paragraph(number),
        blank(),
        blank(),
        element(Style::Title, &["关于办理情况的复函"], fonts),
        blank(),
        element(Style::Addressee, &["昆明市旅游市场监管指挥中心："], fonts),
        full(20, fonts),
    ];
    elements.extend(signature(fonts));
    Galley { form: Form::Letter, ..galley(elements) }
}

/// Two pages full to the last line, of which the second has a 版记 behind it on a third.
fn full_pages(margins: Margins, fonts: &Fonts) -> Galley {
    let pitch = match margins {
        Margins::Ink => PITCH,
        Margins::PageSetup => Twip(578),
    };
    let mut elements = vec![full(22, fonts), full(22, fonts)];
    for element in &mut elements {
        if let Element::Paragraph(paragraph) = element {
            paragraph.pitch = pitch;
        }
    }
    // Only a tail comes behind the last line: a table that floats above the text.
    let mut mark = paragraph(Style::Mark, &["浮动"], fonts);
    mark.size = Pt(12.0);
    mark.pitch = Twip(300);
    mark.fixed = Some(fixed(28.0, Mm(10.0).pt().0, 156.0));
    elements.push(Element::Paragraph(mark));
    Galley { margins, pitch, ..galley(elements) }
}

/// A table over two pages whose head stands again, and a row whose lines may part.
fn tables(fonts: &Fonts) -> Galley {
    let mut long = table_of(25, fonts);
    let lines = vec!["一二三四五六七八九十一二三四五六七八九十一二三"; 30];
    let mut text = cell(1, 3, 1, &lines, fonts);
    text.paragraphs[0].align = Align::Justify;
    let cells = vec![cell(0, 1, 1, &["说明"], fonts), text];
    long.rows.push(TableRow { height: Twip(30 * 360 + 10), breaks: true, cells });
    galley(vec![
        element(Style::Title, &["统计表"], fonts),
        element(Style::Caption, &["表1　投诉办理情况"], fonts),
        Element::Table(long),
        element(Style::Body, &["以上为统计。"], fonts),
        Element::Table(table_of(2, fonts)),
    ])
}

/// Landscape pages between upright ones, an unnumbered one at the end.
fn landscape(fonts: &Fonts) -> Galley {
    let section = |landscape, numbered| Element::Section(Section { landscape, numbered });
    let mut wide = table_of(30, fonts);
    wide.columns = vec![Twip(1755), Twip(3500), Twip(3750), Twip(3750)];
    let mut elements = vec![
        full(5, fonts),
        section(true, true),
        element(Style::AttachmentNumber, &["附件1"], fonts),
        blank(),
        element(Style::AttachmentTitle, &["统计表"], fonts),
        Element::Table(wide),
        section(false, true),
        full(2, fonts),
        section(false, false),
    ];
    elements.extend(imprint(fonts));
    galley(elements)
}

/// A seal over the signature.
fn sealed(fonts: &Fonts) -> Galley {
    let mut date = paragraph(Style::Date, &["2021年1月15日"], fonts);
    date.right = Twip(1260);
    let image = Image {
        bytes: Arc::from(seal()),
        format: ImageFormat::Png,
        width: 42.0,
        height: 42.0,
        description: "盘龙区旅游市场监管指挥中心印章".to_owned(),
    };
    date.pictures = vec![Picture { image, left: Mm(120.0).pt(), top: Mm(-25.0).pt() }];
    let mut organ = paragraph(Style::Organ, &["盘龙区旅游市场监管指挥中心"], fonts);
    organ.right = Twip(630);
    galley(vec![full(3, fonts), blank(), Element::Paragraph(organ), Element::Paragraph(date)])
}

/// A red square of one dot.
pub fn seal() -> Vec<u8> {
    vec![
        0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0,
        0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 12, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0, 0, 3,
        1, 1, 0, 0xc9, 0xfe, 0x92, 0xef, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
    ]
}

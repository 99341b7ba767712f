//! Papers of every form as documents, which `layout` sets: what both make together is judged by LibreOffice.

use std::sync::Arc;

use zhoubao::document::{
    Attachment, Attendance, Block, Cell, Column, Document, Engine, Form, Head, Image, ImageFormat, Imprint, Level,
    Mark, Printing, Row, Sealing, Signature, Table, Text,
};

fn text(text: &str) -> Text {
    Text::engine(Engine::Catalogue, text)
}

const ORGAN: &str = "盘龙区旅游市场监管综合调度指挥中心";

fn paragraph(count: usize) -> Block {
    Block::Paragraph(text(
        &"按照昆明市旅游市场监管综合调度指挥中心要求，本周共出动执法人员100余人次，检查旅行社、景区等50余家次。"
            .repeat(count),
    ))
}

fn heading(level: Level, words: &str) -> Block {
    Block::Heading { level, text: text(words) }
}

fn body() -> Vec<Block> {
    vec![
        paragraph(1),
        heading(Level::One, "一、指挥中心工作情况"),
        paragraph(3),
        heading(Level::Two, "（一）投诉处理"),
        paragraph(2),
        heading(Level::One, "二、下一步措施"),
        paragraph(6),
    ]
}

fn table(rows: usize) -> Table {
    let cell = |words: &str| Some(Cell { text: vec![text(words)], columns: 1, rows: 1 });
    let mut all = vec![Row(vec![cell("序号"), cell("被投诉单位"), cell("处理情况"), cell("件数")])];
    for at in 1..=rows {
        let long = if at == 12 { "核实后已办结，并责令整改。".repeat(40) } else { "已办结".to_owned() };
        all.push(Row(vec![cell(&at.to_string()), cell("云南中青国际旅行社有限公司"), cell(&long), cell("15")]));
    }
    Table {
        columns: vec![Column::default(); 4],
        header_rows: 1,
        rows: all,
        landscape: false,
        caption: Some(text("表1　投诉办理情况")),
    }
}

fn signature(sealing: Sealing) -> Signature {
    Signature { organs: vec![text(ORGAN)], date: text("2021年1月15日"), sealing }
}

fn imprint() -> Imprint {
    Imprint {
        copies_to: Some(text(
            "昆明市旅游市场监管综合调度指挥中心，区委办公室，区人大常委会办公室，区政府办公室，区政协办公室，区文化和旅游局",
        )),
        issuer: Some(text("盘龙区旅游市场监管综合调度指挥中心")),
        date: Some(text("2021年1月15日")),
    }
}

fn mark(words: &str) -> Mark {
    Mark { organs: vec![text(words)], suffix: None }
}

fn seal() -> Image {
    Image {
        bytes: Arc::from(crate::samples::seal()),
        format: ImageFormat::Png,
        width: 42.0,
        height: 42.0,
        description: "盘龙区旅游市场监管综合调度指挥中心印章".to_owned(),
    }
}

fn paper(form: Form) -> Document {
    Document {
        form,
        title: Some(text("盘龙区旅游市场监管综合调度指挥中心旅游市场秩序整治工作周报")),
        addressee: Some(text("昆明市旅游市场监管综合调度指挥中心：")),
        body: body(),
        signature: Some(signature(Sealing::Unsealed)),
        note: Some(text("（联系人：张某某，联系电话：0871-60000000）")),
        imprint: Some(imprint()),
        author: ORGAN.to_owned(),
        ..Document::default()
    }
}

/// Its last paragraph is long, and its signature does not fit on the page where that would end.
pub fn carried(lines: usize) -> Document {
    let mut body = vec![paragraph(lines), paragraph(9)];
    body.push(heading(Level::One, "一、指挥中心工作情况"));
    body.push(paragraph(10));
    Document { body, addressee: None, note: None, ..paper(Form::Plain) }
}

/// With everything in its corner, a table over pages, 附件 upright and landscape, and a 版记 on an even page.
pub fn downward() -> Document {
    let attachment = |number, landscape| Attachment {
        number: Some(number),
        title: text("投诉办理情况统计表"),
        title_ends: Vec::new(),
        body: vec![paragraph(1), Block::Table(table(30))],
        landscape,
    };
    let mut blocks = body();
    blocks.push(Block::Table(table(20)));
    blocks.push(paragraph(2));
    Document {
        head: Head {
            copy_number: Some(text("000001")),
            secrecy: Some(text("秘密★1年")),
            urgency: Some(text("特急")),
            mark: Some(mark("盘龙区旅游市场监管综合调度指挥中心文件")),
            number: Some(text("盘旅指发〔2021〕1号")),
            ..Head::default()
        },
        body: blocks,
        enclosures: vec![text("投诉办理情况统计表"), text("涉旅信息通报单办理情况和各成员单位报送材料情况的统计表")],
        signature: Some(signature(Sealing::Sealed(vec![Some(seal())]))),
        attachments: vec![attachment(1, false), attachment(2, true)],
        printing: Printing { both_sides: true, ..Printing::default() },
        ..paper(Form::Downward)
    }
}

pub fn upward() -> Document {
    Document {
        head: Head {
            mark: Some(mark("盘龙区旅游市场监管指挥中心文件")),
            number: Some(text("盘旅指报〔2021〕1号")),
            signers: vec![text("张某某"), text("李某"), text("王某某")],
            ..Head::default()
        },
        ..paper(Form::Upward)
    }
}

pub fn letter() -> Document {
    Document {
        head: Head {
            secrecy: Some(text("秘密★1年")),
            urgency: Some(text("特急")),
            mark: Some(mark("盘龙区旅游市场监管综合调度指挥中心")),
            number: Some(text("盘旅指函〔2021〕1号")),
            ..Head::default()
        },
        ..paper(Form::Letter)
    }
}

pub fn minutes() -> Document {
    Document {
        head: Head {
            mark: Some(mark("旅游市场监管会议纪要")), issue: Some(text("（第2期）")), ..Head::default()
        },
        attendance: vec![
            Attendance {
                label: text("出席"), names: text(&"张某某、李某、王某某、赵某某、".repeat(5))
            },
            Attendance { label: text("请假"), names: text("钱某某") },
        ],
        ..paper(Form::Minutes)
    }
}

pub fn bulletin() -> Document {
    Document {
        head: Head {
            mark: Some(mark("旅游市场秩序整治工作简报")),
            issue: Some(text("（第2期）")),
            editor: Some(text(ORGAN)),
            date: Some(text("2021年1月15日")),
            ..Head::default()
        },
        ..paper(Form::Bulletin)
    }
}

pub fn order() -> Document {
    Document {
        head: Head { mark: Some(mark("盘龙区人民政府令")), number: Some(text("第1号")), ..Head::default() },
        title: None,
        addressee: None,
        signature: Some(signature(Sealing::Stamp { title: text("区　长"), name: text("张某某"), image: None })),
        ..paper(Form::Order)
    }
}

pub fn joint() -> Document {
    Document {
        head: Head {
            mark: Some(Mark {
                organs: vec![text("盘龙区文化和旅游局"), text("盘龙区市场监督管理局"), text("盘龙区公安分局")],
                suffix: Some(text("文件")),
            }),
            number: Some(text("盘文旅发〔2021〕1号")),
            ..Head::default()
        },
        signature: Some(Signature {
            organs: vec![text("盘龙区文化和旅游局"), text("盘龙区市场监督管理局"), text("盘龙区公安分局")],
            date: text("2021年1月15日"),
            sealing: Sealing::Sealed(vec![None, None, None]),
        }),
        ..paper(Form::Downward)
    }
}

//! Papers of every form, with all their elements.

use std::sync::Arc;

use zhoubao::document::{
    Alignment, Attachment, Attendance, Block, Cell, Column, Document, Engine, Form, Head, Image, ImageFormat, Imprint,
    Level, Mark, Row, Sealing, Signature, Table, Text,
};

pub fn text(plain: &str) -> Text {
    Text::engine(Engine::Catalogue, plain)
}

fn some(plain: &str) -> Option<Text> {
    Some(text(plain))
}

fn texts(plain: &[&str]) -> Vec<Text> {
    plain.iter().map(|plain| text(plain)).collect()
}

pub const OFFICE: &str = "盘龙区旅游市场监管综合调度指挥中心";

/// Body paragraphs: so many of them.
pub fn body(paragraphs: usize) -> Vec<Block> {
    let mut blocks = vec![Block::Heading { level: Level::One, text: text("一、反映问题") }];
    for at in 0..paragraphs {
        if at % 3 == 2 {
            blocks.push(Block::Heading { level: Level::Two, text: text("（一）核查情况") });
        }
        blocks.push(Block::Paragraph(text(
            "1月12日收到昆明市指挥中心《涉旅信息通报单》（8号），经盘龙区指挥中心工作人员核实，该舆情内容与1月11日12301涉旅投诉平台的景怡旅行社投诉件内容一致，已督促昆明市景怡旅行社与游客积极协商处理，双方达成一致协议，游客已在12301投诉平台撤销投诉。",
        )));
    }
    blocks
}

fn mark(name: &str) -> Option<Mark> {
    Some(Mark { organs: vec![text(name)], suffix: None })
}

fn signature(sealing: Sealing) -> Option<Signature> {
    Some(Signature { organs: vec![text(OFFICE)], date: text("2021年1月15日"), sealing })
}

fn imprint() -> Option<Imprint> {
    Some(Imprint {
        copies_to: some(
            "区委办公室，区人大常委会办公室，区政府办公室，区政协办公室，区纪委区监委，区委宣传部，区文化和旅游局，区市场监督管理局",
        ),
        issuer: some("盘龙区旅游市场监管综合调度指挥中心办公室"),
        date: some("2021年1月15日"),
    })
}

/// A cell that covers so many columns and rows of its table.
fn cell_over(plain: &str, columns: usize, rows: usize) -> Option<Cell> {
    Some(Cell { text: vec![text(plain)], columns, rows })
}

fn cell(plain: &str) -> Option<Cell> {
    cell_over(plain, 1, 1)
}

fn column(width: Option<f64>) -> Column {
    Column { width, alignment: Alignment::Fitting }
}

pub fn table(rows: usize, landscape: bool) -> Table {
    let mut all = vec![
        Row(vec![
            cell_over("序号", 1, 2),
            cell_over("投诉平台", 1, 2),
            cell_over("投诉件（件）", 2, 1),
            None,
            cell_over("办理情况", 1, 2),
        ]),
        Row(vec![None, None, cell("受理"), cell("办结"), None]),
    ];
    for at in 1..=rows {
        all.push(Row(vec![
            cell(&at.to_string()),
            cell(if at % 2 == 0 { "12301平台" } else { "“一机游”游客投诉平台" }),
            cell(&(at * 37).to_string()),
            cell(&(at * 31).to_string()),
            cell("已转区文化和旅游局督促企业按要求及时处理，办结时长分别是7分钟、12分钟，游客表示满意（撤诉2件）。"),
        ]));
    }
    Table {
        columns: vec![column(Some(3.0)), column(None), column(Some(4.0)), column(Some(4.0)), column(None)],
        header_rows: 2,
        rows: all,
        landscape,
        caption: some("涉旅投诉办理情况统计表"),
    }
}

pub fn seal() -> Image {
    Image {
        bytes: Arc::from(&include_bytes!("seal.png")[..]),
        format: ImageFormat::Png,
        width: 42.0,
        height: 42.0,
        description: "印章".to_owned(),
    }
}

/// Every paper with a name for its file.
pub fn all() -> Vec<(&'static str, Document)> {
    let base =
        || Document { author: OFFICE.to_owned(), names: vec![OFFICE.to_owned()], body: body(3), ..Document::default() };
    let notice = "关于《涉旅信息通报单》（6号）办理情况的报告";
    let official = |form| Document {
        form,
        head: Head {
            mark: mark(&format!("{OFFICE}文件")), number: some("盘旅调〔2021〕1号"), ..Head::default()
        },
        title: some(&format!("{OFFICE}{notice}")),
        addressee: some("昆明市旅游市场监管综合调度指挥中心："),
        signature: signature(Sealing::Unsealed),
        note: some("（联系人：张某某，联系电话：0871-60000000）"),
        imprint: imprint(),
        ..base()
    };
    let mut full = official(Form::Downward);
    full.head.copy_number = some("000012");
    full.head.secrecy = some("秘密★1年");
    full.head.urgency = some("特急");
    full.enclosures = texts(&["盘龙区旅游市场秩序整治工作任务分解表（按成员单位和完成时限排列，含联系人）", "统计表"]);
    full.attachments = vec![
        Attachment {
            number: Some(1),
            title: text("盘龙区旅游市场秩序整治工作任务分解表"),
            title_ends: Vec::new(),
            body: body(2),
            landscape: false,
        },
        Attachment {
            number: Some(2),
            title: text("统计表"),
            title_ends: Vec::new(),
            body: vec![Block::Table(table(14, false))],
            landscape: true,
        },
    ];
    let mut upward = official(Form::Upward);
    upward.head.signers = texts(&["李某某", "王某某", "赵某"]);
    let mut sealed = official(Form::Downward);
    sealed.signature = signature(Sealing::Sealed(vec![Some(seal())]));
    let mut sealed_long = official(Form::Downward);
    sealed_long.signature = Some(Signature {
        organs: texts(&["盘龙区旅游市场秩序整治专项行动领导小组办公室和文化旅游市场综合行政执法大队"]),
        date: text("2021年1月15日"),
        sealing: Sealing::Sealed(vec![Some(seal())]),
    });
    let mut joint = official(Form::Downward);
    joint.head.mark = Some(Mark {
        organs: texts(&["盘龙区文化和旅游局", "盘龙区市场监督管理局", "盘龙区公安分局"]),
        suffix: some("文件"),
    });
    joint.signature = Some(Signature {
        organs: texts(&["区文化和旅游局", "区市场监管局", "盘龙公安分局"]),
        date: text("2021年1月15日"),
        sealing: Sealing::Sealed(vec![Some(seal()), Some(seal()), Some(seal())]),
    });
    let letter = Document {
        form: Form::Letter,
        head: Head {
            mark: mark(OFFICE),
            number: some("盘旅调函〔2021〕3号"),
            urgency: some("加急"),
            ..Head::default()
        },
        title: some(&format!("{OFFICE}关于《涉旅信息通报单》（6号）办理情况的函")),
        addressee: some("西双版纳州旅游市场监管综合调度指挥中心："),
        signature: signature(Sealing::Unsealed),
        body: body(6),
        imprint: Some(Imprint {
            copies_to: some("区文化和旅游局，区市场监督管理局"), issuer: None, date: None
        }),
        ..base()
    };
    let order = Document {
        form: Form::Order,
        head: Head { mark: mark("盘龙区人民政府令"), number: some("第1号"), ..Head::default() },
        signature: Some(Signature {
            organs: vec![],
            date: text("2021年1月15日"),
            sealing: Sealing::Stamp { title: text("区长"), name: text("李某某"), image: None },
        }),
        ..base()
    };
    let minutes = Document {
        form: Form::Minutes,
        head: Head {
            mark: mark("盘龙区旅游市场联席会议纪要"), issue: some("（第3期）"), ..Head::default()
        },
        title: some("研究旅游市场秩序整治工作"),
        attendance: vec![
            Attendance {
                label: text("出席"),
                names: text(
                    "区文化和旅游局李某某，区市场监管局王某，盘龙公安分局赵某某，青云街道办事处孙某某，拓东街道办事处周某",
                ),
            },
            Attendance { label: text("请假"), names: text("区农林局吴某") },
        ],
        ..base()
    };
    let bulletin = Document {
        form: Form::Bulletin,
        head: Head {
            mark: mark("盘龙区旅游市场秩序整治工作周报"),
            issue: some("（第2期）"),
            editor: some(OFFICE),
            date: some("2021年1月15日"),
            ..Head::default()
        },
        body: [body(2), vec![Block::Table(table(40, false))], body(3)].concat(),
        imprint: imprint(),
        ..base()
    };
    let mut turned = official(Form::Downward);
    turned.body = [body(2), vec![Block::Table(table(12, true))], body(4)].concat();
    let mut both = official(Form::Downward);
    both.printing.both_sides = true;
    both.body = body(2);
    let mut ink = official(Form::Downward);
    ink.printing.margins = zhoubao::document::Margins::Ink;
    ink.body = body(7);
    vec![
        ("full", full),
        ("upward", upward),
        ("sealed", sealed),
        ("sealed-long", sealed_long),
        ("joint", joint),
        ("letter", letter),
        ("order", order),
        ("minutes", minutes),
        ("bulletin", bulletin),
        ("turned", turned),
        ("both-sides", both),
        ("by-ink", ink),
    ]
}

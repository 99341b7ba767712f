//! Full names of persons in what is published. Officials are named as such and are no persons to protect.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::Findings;
use super::line::{Line, is_han};
use super::walk::{Kind, Text};
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::office::Office;
use crate::record::week::Week;

pub(in crate::check) static NAME: Rule = Rule {
    code: "privacy-name",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里「投诉人」「游客」「导游」等后面的全名，「先生」「女士」前面的全名，和被查处的个人的全名。写成某某的不算。",
    why: "周报会公开；投诉人的姓名写在「投诉人」里，公开时会遮住，写在文字里的遮不住。",
    example: "与投诉人王小明联系",
    fix: "投诉人写 {投诉人}；别人的写成「王某某」。",
};

pub(in crate::check) static COMPLAINANT: Rule = Rule {
    code: "privacy-complainant",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「投诉人」的「姓名」写了全名。",
    why: "公开版会遮住，内部版照印；内部版会不会流出去，只有写的人知道。",
    example: "投诉人: { 姓名: 王小明 }",
    fix: "只供内部使用的不用改；会公开的写成「王某某」。",
};

/// The commonest surnames that are no common word by themselves.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱林郭罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪廖侯邹熊孟秦阎薛\
雷贺龚赖陶黎洪武戴莫孔汤康易乔葛伍庞颜倪邢岳翟殷詹申欧耿焦俞柳甘祝邱柯翁骆樊蓝聂毕涂庄饶梅盛阮童凌霍程傅丛尹史龙段覃夏贾邵郝江范钱顾严毛邱万赖\
付鲁施裴温芦褚卫凤瞿闵冉鲍屈穆卞滕隋柏窦卓晏瞿佟喻冼敖游古左麦符仇苗马";

const COMPOUND: [&str; 8] = ["欧阳", "司马", "诸葛", "上官", "司徒", "东方", "尉迟", "皇甫"];

/// Words that begin with a surname and are no names.
const NO_NAMES: [&str; 104] = [
    "马上", "马路", "马匹", "马场", "马车", "马道", "马队", "马术", "周边", "周末", "周一", "周二", "周三", "周四",
    "周五", "周六", "周日", "周围", "周期", "周到", "周知", "许多", "许可", "余名", "余人", "余件", "余家", "余元",
    "陆续", "陆路", "申请", "申诉", "申报", "申领", "武汉", "洪水", "程序", "程度", "黄金", "黄山", "黄牌", "黄牛",
    "金额", "胡同", "林芝", "林业", "林区", "孔雀", "康复", "康养", "唐山", "张家", "张贴", "张掖", "张北", "韩国",
    "郑州", "徐州", "温州", "苏州", "贺州", "江西", "江苏", "江川", "江阴", "江南", "江北", "江门", "吴江", "熊猫",
    "孟连", "秦皇", "罗平", "古镇", "古城", "古玩", "左右", "游览", "游玩", "游客", "游船", "游完", "游程", "段时",
    "万余", "万元", "万人", "付款", "付费", "付清", "付了", "付出", "严重", "严格", "史料", "龙门", "龙陵", "易门",
    "夏令", "夏季", "温泉", "施工", "施行", "卫生",
];

/// What is never part of a given name, so that a name ends before it.
const NO_GIVEN: &str = "的了在于与和及向对从到已未被把将为是有无不也再就都等某×*先女同某称表反投来要求等说由自本该其此及或并因经按给让请去上下中前后内外时日月年元件个名家人们者员";

/// Whom a name is told of.
const ROLES: [&str; 24] = [
    "店主",
    "老板",
    "投诉人",
    "投诉者",
    "举报人",
    "来访人",
    "当事人",
    "联系人",
    "反映人",
    "游客",
    "旅客",
    "消费者",
    "网民",
    "市民",
    "乘客",
    "导游",
    "驾驶员",
    "司机",
    "领队",
    "讲解员",
    "家属",
    "伤者",
    "患者",
    "同行人",
];

/// What stands behind a name.
const BEHIND: [&str; 54] = [
    "）",
    ")",
    "（",
    "(",
    "，",
    "。",
    "、",
    "；",
    "：",
    "联系",
    "取得",
    "表示",
    "称",
    "反映",
    "投诉",
    "来电",
    "通过",
    "在",
    "于",
    "与",
    "到",
    "向",
    "的",
    "说",
    "拨打",
    "先生",
    "女士",
    "同志",
    "进行",
    "再次",
    "已",
    "对",
    "一行",
    "等",
    "电话",
    "沟通",
    "核实",
    "因",
    "未",
    "为",
    "无",
    "从",
    "和",
    "参加",
    "购买",
    "要求",
    "提出",
    "撤诉",
    "撤销",
    "退",
    "达成",
    "协商",
    "说明",
    "身份证",
];

/// What is said of persons behind their names.
const TITLES: [&str; 2] = ["先生", "女士"];

static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(ROLES.iter().chain(&TITLES)).ok());

/// Full names in prose.
pub(super) fn names(line: &Line, findings: &mut Findings) {
    let text = line.all();
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in WORDS.iter().flat_map(|words| words.find_iter(text)) {
        if word.pattern().as_usize() < ROLES.len() {
            let start = line.index(word.end());
            let start = start + usize::from(matches!(line.c(start), '：' | ':' | '“'));
            let bracketed = matches!(line.c(start), '（' | '(');
            let mut name = behind_role(line, start + usize::from(bracketed));
            if bracketed {
                name = name.filter(|name| matches!(line.c(name.end), '）' | ')' | '，' | '、' | '：'));
            }
            // 王小明、李建国: all of them.
            while let Some(one) = name {
                let joined = matches!(line.c(one.end), '、' | '和' | '与' | '及');
                let next = if joined { behind_role(line, one.end + 1) } else { None };
                name = next.filter(|next| next.len() > 2);
                found.push(one);
            }
        } else {
            found.extend(before_title(line, line.index(word.start())));
        }
    }
    found.sort_by_key(|name| name.start);
    found.dedup_by_key(|name| name.start);
    for name in found {
        if findings.is_named(&super::marks::byte_range(line, name.clone())) {
            continue;
        }
        let place = line.place(name.clone());
        let masked = masked(line.text(name));
        findings.push(
            NAME.finding("文字里有个人的全名")
                .at(place.clone(), "会印出来")
                .help("投诉人写 {投诉人}；别人的只留姓，写成某某")
                .fix(Fix::replace(Certainty::Likely, place, masked)),
        );
    }
}

fn masked(name: &str) -> String {
    let surname = COMPOUND.iter().find(|surname| name.starts_with(**surname)).map_or(1, |_| 2);
    let kept: String = name.chars().take(surname).collect();
    format!("{kept}某某")
}

/// How many characters of a surname begin at `at`.
fn surname(line: &Line, at: usize) -> Option<usize> {
    if line.starts_any(at, &COMPOUND).is_some() {
        return Some(2);
    }
    let c = line.c(at);
    (c != '\0' && SURNAMES.contains(c) && line.starts_any(at, &NO_NAMES).is_none()).then_some(1)
}

fn is_given(c: char) -> bool {
    is_han(c) && c < '\u{e000}' && !NO_GIVEN.contains(c)
}

/// A full name that begins at `start` and that something follows which follows names.
fn behind_role(line: &Line, start: usize) -> Option<Range<usize>> {
    let family = surname(line, start)?;
    for given in [2, 1] {
        let end = start + family + given;
        let all = (start + family..end).all(|at| is_given(line.c(at)));
        // Two characters are more often a word than a name: something sure must follow.
        let follows = end == line.len() || line.starts_any(end, &BEHIND).is_some();
        if all && follows && (given == 2 || !matches!(line.c(end), '、' | '的')) {
            return Some(start..end);
        }
    }
    None
}

/// A full name that ends before 先生 or 女士.
fn before_title(line: &Line, end: usize) -> Option<Range<usize>> {
    for length in [3, 2] {
        let Some(start) = end.checked_sub(length) else { continue };
        let given = start + 1..end;
        // 苏州王先生 has one surname, at its end.
        let is_surname_last = SURNAMES.contains(line.c(end - 1));
        if surname(line, start) == Some(1) && given.clone().all(|at| is_given(line.c(at))) && !is_surname_last {
            return Some(start..end);
        }
    }
    None
}

/// A person who is dealt with, by name.
pub(super) fn in_field(office: &Office, text: &Text, list: &mut Vec<Diagnostic>) {
    const PLACES: &str = "店社馆厅吧楼站部行坊园轩院所局场阁城村镇庄斋铺居屋家堂苑寨洞山湖江寺";
    if text.kind != Kind::Name || text.key != "对象" && text.key != "被投诉" {
        return;
    }
    let name = text.value.value.trim();
    let chars: Vec<char> = name.chars().collect();
    let is_firm = office
        .firms
        .iter()
        .any(|firm| firm.name.value == name || firm.short.as_ref().is_some_and(|short| short.value == name));
    let [family, .., ending] = chars[..] else { return };
    let is_person = chars.len() == 3
        && SURNAMES.contains(family)
        && !NO_NAMES.iter().any(|word| name.starts_with(word))
        && chars[1..].iter().all(|c| is_given(*c))
        && !PLACES.contains(ending);
    if is_person && !is_firm {
        let place = text.value.span.clone();
        list.push(
            NAME.finding(format!("「{}」像是个人的全名", text.key))
                .at(place.clone(), "会印出来")
                .help("只留姓，写成某某；是店名就登记到 office.yaml 的「企业」")
                .fix(Fix::replace(Certainty::Likely, place, masked(name))),
        );
    }
}

/// Full names of complainants in their own field.
pub(super) fn complainants(week: &Week, list: &mut Vec<Diagnostic>) {
    for person in week.notices.iter().filter_map(|notice| notice.complainant.as_ref()) {
        let name = &person.name;
        let chars: Vec<char> = name.value.trim().chars().collect();
        let is_full = (2..=4).contains(&chars.len())
            && SURNAMES.contains(chars[0])
            && chars[1..].iter().all(|c| is_han(*c) && !"某先女士同师网友游客".contains(*c));
        if is_full {
            list.push(
                COMPLAINANT
                    .finding("投诉人的姓名写了全名")
                    .at(name.span.clone(), "内部版照印")
                    .help("只供内部使用的不用改；会公开的只留姓，写成某某"),
            );
        }
    }
}

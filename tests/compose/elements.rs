//! The elements of a paper in a template's front matter, each held to its rule at its line.

use crate::office::{Workspace, made, messages, refused};
use crate::shown::shown;
use proptest::prelude::*;

#[test]
fn every_element_of_an_upward_paper_is_there() {
    let template = "\
---
版式: 上行文
份号: \"000001\"
密级: 秘密★1年
紧急程度: 特急
标志: [\"{{ office.name }}\", 盘龙区文化和旅游局]
标志后缀: 文件
文号: \"{{ office.document_code }}〔{{ week.dated | year }}〕3号\"
签发人:
  - 李某某
  - \"{{ office.contact.name }}\"
标题: 关于《周报》的请示
主送: 市指挥中心：
附件:
  - 投诉统计表
  - 案件清单
署名: [\"{{ office.name }}\", 盘龙区文化和旅游局]
日期: \"{{ week.dated }}\"
盖章: 盖章
附注: （联系人：张某某）
抄送: [区政府办公室, 区文化和旅游局]
印发机关: 指挥中心办公室
印发日期: \"{{ week.dated | full_date }}\"
双面: 是
---
正文。
";
    let expected = "\
版式 Upward
份号 000001
密级 秘密★1年
紧急程度 特急
标志 盘龙区旅游市场监管综合调度指挥中心
标志 盘龙区文化和旅游局
标志后缀 文件
文号 盘旅调〔2021〕3号
签发人 李某某
签发人 张某某
标题 关于《周报》的请示
主送 市指挥中心：
正文。
附件说明 投诉统计表
附件说明 案件清单
署名 盘龙区旅游市场监管综合调度指挥中心
署名 盘龙区文化和旅游局
日期 2021年1月15日
印章 [false, false]
附注 （联系人：张某某）
抄送 区政府办公室，区文化和旅游局
印发机关 指挥中心办公室
印发日期 2021年1月15日
";
    let document = made(template);
    assert_eq!(shown(&document), expected);
    assert!(document.printing.both_sides);
    assert_eq!(document.author, "盘龙区旅游市场监管综合调度指挥中心、盘龙区文化和旅游局");
}

#[test]
fn minutes_tell_who_was_there() {
    let template = "\
---
版式: 纪要
标志: 盘龙区旅游市场整治工作会议纪要
期号: （第3期）
标题: 第一季度联席会议纪要
出席: [张某某, 李某某]
请假: 王某某
列席: \"\"
---
会议议定事项。
";
    let expected = "\
版式 Minutes
标志 盘龙区旅游市场整治工作会议纪要
期号 （第3期）
标题 第一季度联席会议纪要
会议议定事项。
出席 张某某、李某某
请假 王某某
";
    assert_eq!(shown(&made(template)), expected);
}

#[test]
fn what_prints_nothing_is_not_there() {
    let template = "\
---
标题: 周报
文号: \"{% if week.document_number %}甲{% endif %}\"
主送: {% if week.document_number %}甲{% endif %}
签发人: [{% if week.document_number %}\"甲\"{% endif %}]
附件:
抄送: \"\"
---
正文。
";
    assert_eq!(shown(&made(template)), "版式 Plain\n标题 周报\n正文。\n");
}

#[test]
fn a_single_organs_suffix_is_part_of_its_name() {
    let text =
        shown(&made("---\n版式: 公文\n标志: 甲中心\n标志后缀: 文件\n文号: 甲发〔2021〕1号\n标题: 通知\n---\n正文。\n"));
    assert!(text.contains("标志 甲中心文件\n") && !text.contains("后缀"), "{text}");
}

/// What is said where `line` stands in an otherwise good upward paper.
fn with(line: &str) -> String {
    refused(&format!("---\n版式: 上行文\n标志: 甲中心文件\n文号: 甲发〔2021〕1号\n签发人: 李某某\n{line}\n标题: 报告\n---\n正文。\n").replace(
        &format!("{}: ", line.split(':').next().unwrap()).repeat(2),
        "",
    ))
}

#[test]
fn a_wrong_element_is_reported_at_its_line_in_the_template() {
    let expected = "\
错误[template]: 主送「市指挥中心」没有以全角冒号结尾
 --> test.md:6:1
  |
6 | 主送: 市指挥中心
  | ^^^^^^^^^^^^^^^^
  |
  = 帮助: 写成 市指挥中心：
";
    assert_eq!(with("主送: 市指挥中心"), expected);
    for (line, message) in [
        ("份号: \"123\"", "份号「123」不是六位数字"),
        ("密级: 内部", "密级「内部」的写法不对"),
        ("紧急程度: 特提", "特提和平急只用于电报"),
        ("主送: \"市指挥中心:\"", "没有以全角冒号结尾"),
        ("附件: [统计表。]", "名称「统计表。」末尾不写标点"),
        ("附件: [\"1.甲\", \"2.乙\"]", "附件「1.甲」前面写了序号"),
        ("附件: [２．乙]", "序号由程序编，写成 乙"),
        ("印发日期: 2022年2月31日", "日期「2022年2月31日」不存在：2022年2月没有31日"),
        ("印发日期: 2022年13月1日", "日期「2022年13月1日」的月份不对"),
        ("附注: 联系人张某某", "没有放在全角括号里"),
        ("印发日期: 2021年01月15日", "例如 2021年1月15日"),
        ("印发日期: 2021年1月15日", "少了「印发机关」"),
        ("印发机关: 办公室", "少了「印发日期」"),
        ("日期: 2021年1月15日", "少了「署名」"),
        ("署名: 甲中心", "少了「日期」"),
        ("盖章: 盖章", "要盖章，就要写「署名」和「日期」"),
        ("盖章: 盖印", "没有「盖印」这种写法"),
        ("职务: 主任", "没有签名章，不能写「职务」"),
        ("双面: 双面", "这里只能写「是」或「否」"),
        ("期号: （第2期）", "版式是上行文，不能写「期号」"),
        ("编印: 甲中心", "版式是上行文，不能写「编印」"),
        ("出席: [张某某]", "版式是上行文，不能写「出席」"),
        ("标提: 报告", "没有「标提」这个键"),
        ("抄送: [甲中心。]", "末尾不写标点"),
    ] {
        let said = with(line);
        assert!(said.contains(message) && said.contains("帮助: "), "{line}: {said}");
    }
}

#[test]
fn what_a_form_needs_and_does_not_have_is_an_error() {
    for (front, message) in [
        ("版式: 上行文\n标志: 甲中心文件\n文号: 甲发〔2021〕1号\n标题: 报告", "少了「签发人」"),
        ("版式: 公文\n标志: 甲中心文件\n标题: 通知", "少了「文号」"),
        ("版式: 公文\n文号: 甲发〔2021〕1号\n标题: 通知", "少了「标志」"),
        ("版式: 公文\n标志: 甲中心文件\n文号: 甲发[2021]1号\n标题: 通知", "写成 甲发〔2021〕1号"),
        ("版式: 公文\n标志: 甲中心文件\n文号: 甲发〔2021〕第01号\n标题: 通知", "写成 甲发〔2021〕1号"),
        ("版式: 公文\n标志: 甲中心文件\n文号: 甲发〔2021〕1号\n签发人: 李某某\n标题: 通知", "只有上行文标注签发人"),
        (
            "版式: 信函\n标志: 甲中心\n文号: 甲函〔2021〕1号\n标题: 函\n印发机关: 乙\n印发日期: 2021年1月1日",
            "信函的版记只有抄送机关",
        ),
        ("版式: 简报\n标志: 简报\n期号: 第2期", "没有放在全角括号里"),
        ("版式: 简报\n标志: 简报\n文号: 甲发〔2021〕1号", "简报写「期号」"),
        ("版式: 命令\n标志: 甲令\n文号: 第一号\n标题: 令", "令号「第一号」的写法不对"),
        ("版式: 命令\n标志: 甲令\n文号: 第1号\n盖章: 签名章\n日期: 2021年1月1日", "要写「职务」和「签名」"),
        ("版式: 命令\n标志: 甲令\n文号: 第1号\n署名: 甲\n日期: 2021年1月1日", "命令要加盖签发人签名章"),
        ("版式: 命令\n标志: 甲令\n文号: 第1号\n署名: 甲\n日期: 2021年1月1日\n盖章: 盖章", "版式是命令，却没有签名章"),
        ("版式: 请示\n标题: 请示", "没有「请示」这种写法"),
        ("标志: 甲中心\n标题: 周报", "白头没有发文机关标志"),
        ("主送: 甲：", "少了「标题」"),
    ] {
        let said = refused(&format!("---\n{front}\n---\n正文。\n"));
        assert!(said.contains(message) && said.contains("test.md:"), "{front}: {said}");
    }
}

#[test]
fn a_wrong_value_is_shown_where_it_was_written_too() {
    let said = refused("---\n标题: 周报\n{% if week %}\n附件: [\"{{ week.next }}\"]\n{% endif %}\n---\n正文。\n");
    assert!(said.contains("test.md:4:1"), "{said}");
    assert!(said.contains("周.yaml:12") && said.contains("值写在这里"), "{said}");
}

#[test]
fn what_no_paper_has_is_reported_at_its_own_line() {
    let front = "---\n{% if week %}标题: 周报{% endif %}\n主送: 甲：\n---\n";
    for (body, line, message) in [
        ("甲。\n\n---\n\n乙。\n", 7, "用了分隔线，"),
        ("---\n\n甲。\n", 5, "用了分隔线，"),
        ("甲。\n\n{% for x in [1, 2] %}\n乙。\n\n***\n{% endfor %}\n", 10, "用了分隔线，"),
        ("甲。\n\n乙*丙*。\n", 7, "用了 * 或 _ 标的强调，公文里没有这种东西"),
        ("甲。\n\n> 乙。\n", 7, "用了 > 标的引文，"),
        ("甲。\n\n乙`丙`。\n", 7, "用了 ` 标的代码，"),
    ] {
        let said = refused(&format!("{front}{body}"));
        assert!(said.contains(message) && said.contains(&format!("--> test.md:{line}:")), "{body}: {said}");
    }
}

#[test]
fn what_a_template_typed_in_vain_is_told_with_the_line_to_write() {
    for (body, line, message, help) in [
        ("# 一、核查情况\n\n甲。\n", 5, "标题里写了序号「一、」，印出来会有两个序号", "这一行写成：# 核查情况"),
        ("## （二）核查{{ office.short }}\n\n甲。\n", 5, "写了序号「（二）」", "这一行写成：## 核查{{ office.short }}"),
        ("甲。\n\n一、核查情况\n\n乙。\n", 7, "段落开头写了序号「一、」", "这一行写成：# 核查情况"),
        (
            "甲。\n\n（一）核查情况。乙方已经整改。\n",
            7,
            "写了序号「（一）」",
            "先写「## 核查情况」，空一行，再写「乙方已经整改。」",
        ),
        ("甲，**“重点”**整治。\n", 5, "这里用 ** 标了加粗，公文里没有这种格式", "这一行写成：甲，“重点”整治。；"),
        ("甲，__“重点”__整治。\n", 5, "用 __ 标了加粗", "这一行写成：甲，“重点”整治。；"),
        ("甲，~~重点~~整治。\n", 5, "用 ~~ 标了删除线", "这一行写成：甲，重点整治。；确实要印 ~~ 的，写成 \\~\\~"),
        ("# **核查情况**\n\n甲。\n", 5, "用 ** 标了加粗", "这一行写成：# 核查情况；"),
        ("| 甲 | **乙** |\n|---|---|\n| 1 | 2 |\n", 5, "用 ** 标了加粗", "这一行写成：| 甲 | 乙 |；"),
        ("＃ 核查情况\n\n甲。\n", 5, "这一行没有成为标题，「#」会照原样印出来", "这一行写成：# 核查情况"),
        ("##核查情况\n\n甲。\n", 5, "这一行没有成为标题", "这一行写成：## 核查情况"),
        ("# 甲\n\n#### 乙\n\n丙。\n", 7, "标题跳了级：一、下面直接写了（1）", "这一行写成：## 乙"),
        ("# 甲\n\n## 乙\n\n#### 丙\n\n丁。\n", 9, "标题跳了级：（一）下面直接写了（1）", "这一行写成：### 丙"),
    ] {
        let said = refused(&format!("---\n标题: 周报\n主送: 甲：\n---\n{body}"));
        assert!(said.contains(message) && said.contains(&format!("--> test.md:{line}:")), "{body}: {said}");
        assert!(said.contains(help), "{body}: {said}");
    }
    let said = refused("---\n标题: 关于**旅游**的周报\n---\n甲。\n");
    assert!(said.contains("--> test.md:2:") && said.contains("这一行写成：标题: 关于旅游的周报；"), "{said}");
}

#[test]
fn what_only_looks_like_markup_is_printed() {
    for body in [
        "# 甲\n\n### 乙\n\n#### 丙\n\n签字：______，电话138****5678，张**。\n",
        "甲，\\*\\*乙\\*\\*。\n\n一周整治。\n\n1.甲。\n",
        "甲，{{ \"**\" }}乙{{ \"**\" }}。\n",
    ] {
        let template = format!("---\n标题: 周报\n主送: 甲：\n---\n{body}");
        assert!(!shown(&crate::office::made(&template)).is_empty(), "{body}");
    }
}

#[test]
fn the_engines_errors_are_reported_in_chinese_at_their_place() {
    for (body, place, message, help) in [
        ("甲，{{ now() }}。", "5:6", "模板写法有误：没有「now」这个函数", "公文不能随时钟、电脑或运气而变"),
        ("甲，{{ get_env(name=\"HOME\") }}。", "5:6", "没有「get_env」这个函数", "公文不能随时钟"),
        ("{{ week.dated | date }}", "5:17", "没有「date」这个过滤器", "{{ week.dated | full_date }}"),
        ("{{ week.dated | ful_date }}", "5:17", "没有「ful_date」这个过滤器", "是不是想写「full_date」？"),
        ("{% if week.next is ends_sentense %}甲{% endif %}", "5:20", "这种判断", "是不是想写「ends_sentence」？"),
        ("{{ offfice.name }}", "5:4", "模板填不下去：没有「offfice」这项内容", "是不是想写「office」？"),
        ("{{ office.contact.phon }}", "5:19", "模板填不下去：没有「phon」这个字段", "是不是想写「phone」？"),
        ("{{ week.nothing }}", "5:9", "没有「nothing」这个字段", "这里有：called、cumulative、dated、"),
        ("{{ notice.number }}", "5:4", "没有「notice」这项内容", "是不是想写「notices」？"),
        ("{{ sections[0] }}", "5:4", "这里没有内容，印出来会是空白", "用 {% if … %} 判断"),
        ("{{ office.contacts.phone }}", "5:11", "没有「contacts」这个字段", "是不是想写「contact」？"),
        ("{{ office.name | }}", "5:18", "模板写法有误：这里不该是「}}」", "请核对括号"),
        ("{% endfor %}", "5:4", "没有「endfor」这种标记", "可以用 {% if … %}"),
        ("{% if week %}甲", "5:", "模板写法有误：到末尾还有没结束的标记", "后面要有 {% endif %}"),
        ("{% include \"weekly.md\" %}", "5:12", "不能引入别的模板「weekly.md」", "把内容写在这里"),
        (
            "{{ inspections[\"出动人次\"] + 1 }}",
            "5:4",
            "“100余”是约数，不能计算",
            "约数只能照印：要计算，在记录里写确数",
        ),
        (
            "{% if week.next is containing(\"甲\") %}{% endif %}",
            "5:31",
            "括号里的值前面要写参数的名称",
            "写成 pat=\"甲\"",
        ),
        ("{{ complaints.total | share(complaints.n) }}", "5:29", "括号里的值前面要写参数的名称", "写成 of=…"),
        ("{{ complaints.none | join(\"、\") }}", "5:27", "括号里的值前面要写参数的名称", "写成 sep=\"、\""),
        ("{{ complaints.none | length(1) }}", "5:29", "括号里的值前面要写参数的名称", "后面不写括号"),
        ("{{ complaints.none | alike([\"a\"]) }}", "5:28", "括号里的值前面要写参数的名称", "写成 by=…"),
        ("{{ week.next | year }}", "5:16", "模板填不下去：「year」算不出来：这个值不是日期", "请核对名称"),
    ] {
        let said = refused(&format!("---\n标题: 周报\n---\n甲。\n{body}\n"));
        assert!(said.contains(message) && said.contains(help), "{body}: {said}");
        assert!(said.contains(&format!("--> test.md:{place}")), "{body}: {said}");
        let ours = said.lines().find_map(|line| line.split_once("帮助: ")).map_or("", |(_, help)| help);
        assert!(!ours.contains("原话") && ours.chars().any(|c| ('一'..='龥').contains(&c)), "{body}: {said}");
    }
    let both = refused("---\n标题: 周报\n---\n{{ now() }}\n\n{{ week.dated | date }}\n");
    assert!(both.contains("test.md:4:4") && both.contains("test.md:6:17"), "{both}");
}

#[test]
fn all_that_is_wrong_is_reported_at_once() {
    let said = refused("---\n标题: 周报\n主送: 甲\n附注: 乙\n---\n- 列表\n");
    let found: Vec<_> = said.lines().filter(|line| line.contains(" --> ")).map(str::trim).collect();
    assert_eq!(found, ["--> test.md:3:1", "--> test.md:4:1", "--> test.md:6:1"]);
}

#[test]
fn fixed_words_know_their_line_in_front_matter_too() {
    let document = made("---\n标题: \"{{ office.short }}周报\"\n主送: 市指挥中心：\n---\n正文。\n");
    let title = document.title.unwrap();
    let places: Vec<_> =
        title.0.iter().map(|run| (run.text.as_str(), run.origin.place().unwrap().start().line)).collect();
    assert_eq!(places, [("盘龙区指挥中心", 4), ("周报", 2)]);
    assert_eq!(document.addressee.unwrap().0[0].origin.place().unwrap().text(), "主送: 市指挥中心：");
}

#[test]
fn line_ends_of_windows_change_nothing() {
    let template = "---\n标题: \"{{ office.short }}周报\"\n主送: 甲：\n---\n甲。\n\n```附件\n名称: 表一\n```\n\n```表\n表头: 1\n```\n| 甲 |\n|---|\n| 1 |\n";
    assert_eq!(shown(&made(&template.replace('\n', "\r\n"))), shown(&made(template)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever stands in a template, it gives a document or findings with a place and help.
    #[test]
    fn no_template_makes_composing_panic(
        front in "((版式|标志|文号|签发人|主送|附件|日期|盖章|双面|标题|甲): ?(上行文|信函|\\[甲, 乙\\]|\"丙\"|2021年1月1日|\\{\\{ office\\.name \\}\\}|>-)?\n){0,5}",
        body in "(# 甲\n|## 乙|\n|甲。|\\| 甲 \\| < \\|\n|\\|---\\|--:\\|\n|\\| \\^ \\| \\{\\{ week\\.period \\}\\} \\|\n|```表\n|```附件\n|```\n|表头: 2\n|名称: 甲\n|<|\\*){0,12}",
    ) {
        let workspace = Workspace::sample("panlong", "2021/2021-01-08").file("templates/test.md", format!("---\n{front}---\n{body}"));
        if let Err(found) = workspace.compose("test", None) {
            prop_assert!(!found.is_empty());
            prop_assert!(found.iter().all(|finding| finding.primary.is_some() && finding.help.is_some()), "{}", messages(&found));
        }
    }
}

//! 附件 in templates: the list below the text, and what follows on pages of its own.

use crate::office::{made, refused};
use crate::shown::shown;

#[test]
fn attachments_are_listed_once_in_order_and_numbered_where_several() {
    let template = "\
---
标题: 周报
附件: [实施方案, 案件清单]
---
# 正文一

甲。

```附件
名称: 统计表
横排: 是
```

# 说明

| 甲 |
|---|
| 1 |

```附件
{ 名称: 案件清单 }
```

# 说明

{{ week.period }}。
";
    let expected = "\
版式 Plain
标题 周报
# 一、正文一
甲。
附件说明 实施方案
附件说明 案件清单
附件说明 统计表
附件2 案件清单
# 一、说明
2021年1月8日—1月14日。
附件3（横排） 统计表
# 一、说明
表 [auto]
! 甲 |
| 1 |
";
    assert_eq!(shown(&made(template)), expected);
}

#[test]
fn a_single_attachment_has_no_number() {
    let template = "---\n标题: 周报\n---\n甲。\n\n```附件\n名称: \"{{ office.district }}统计表\"\n```\n\n乙。\n";
    assert_eq!(shown(&made(template)), "版式 Plain\n标题 周报\n甲。\n附件说明 盘龙区统计表\n附件 盘龙区统计表\n乙。\n");
}

#[test]
fn a_bad_attachment_is_reported_at_its_line() {
    for (block, line, message) in [
        ("横排: 是", 7, "这里少了「名称」"),
        ("名称: \"\"", 7, "附件没有名称"),
        ("名称: 统计表。", 7, "末尾不写标点"),
        ("名称: 1、统计表", 7, "序号由程序编，写成 统计表"),
        ("名称: 统计表\n横排: 横", 8, "这里只能写「是」或「否」"),
        ("名称: 甲\n```\n\n```附件\n名称: 甲", 10, "附件「甲」写了两次"),
    ] {
        let said = refused(&format!("---\n标题: 周报\n---\n甲。\n\n```附件\n{block}\n```\n\n乙。\n"));
        let place = said.lines().find_map(|line| line.trim().strip_prefix("--> test.md:")).unwrap_or_default();
        assert!(said.contains(message) && said.contains("帮助: "), "{block}: {said}");
        assert!(place.starts_with(&format!("{line}:")), "{block}: {said}");
    }
}

//! The rules of filling templates.

use crate::diagnostic::{Rule, Severity};

pub static TEMPLATE: Rule = Rule {
    name: "template",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "模板写得不对、用了没有的名称或字段，或者填出来的文书不合公文格式。",
    why: "模板填不下去，文书就缺内容；用错的名称印出来是空白。",
    example: "{{ office.nmae }}",
    mend: "照提示改模板里的这一行；可以用的名称见使用说明。",
};

pub static FIELD: Rule = Rule {
    name: "prose-field",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文字里花括号中的字段不是这里能用的，或者括号没有配成对。",
    why: "字段认不出就填不进内容；花括号不会出现在公文里，照印就是错字。",
    example: "与{投诉入}联系核实",
    mend: "写成提示里的字段，或者 {2021-01-12} 这样的日期。",
};

/// All of them.
pub static RULES: &[&Rule] = &[&TEMPLATE, &FIELD];

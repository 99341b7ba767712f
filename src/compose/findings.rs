//! The rules of filling templates.

use crate::diagnostic::{Rule, Severity};

pub static TEMPLATE: Rule = Rule {
    code: "template",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "模板写得不对、用了没有的名称或字段，或者填出来的文书不合公文格式。",
    why: "模板填不下去，文书就缺内容；用错的名称印出来是空白。",
    example: "{{ office.nmae }}",
    fix: "照提示改模板里的这一行；可以用的名称见使用说明。",
};

pub static NUMBER: Rule = Rule {
    code: "template-number",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "版式要有发文字号（公文、上行文、信函、命令），填出来的文书却没有。",
    why: "没有发文字号的公文不能发。",
    example: "周报的版式是公文，这一周的记录里没有写 文号",
    fix: "用 zhoubao number 给记录编上文号，或者照发文登记簿写上；模板开头没有「文号」一行的，补上。",
};

pub static FIELD: Rule = Rule {
    code: "prose-field",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文字里花括号中的字段不是这里能用的，或者括号没有配成对。",
    why: "字段认不出就填不进内容；花括号不会出现在公文里，照印就是错字。",
    example: "与{投诉入}联系核实",
    fix: "写成提示里的字段，或者 {2021-01-12} 这样的日期。",
};

pub static TEMPLATE_NAME: Rule = Rule {
    code: "template-name",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "模板里的名称或字段没有，也包括还没有哪一周走到的 {% if … %} 分支。",
    why: "没有的名称在 {% if … %} 里一律当作没有，那一段就悄悄不印；印到它时又填不下去。",
    example: "{% if reutrns %}……{% endif %}",
    fix: "照提示改名称；可以用的名称见使用说明。",
};

pub static TEMPLATE_SET: Rule = Rule {
    code: "template-set",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "循环里用 {% set … %} 记下的名称，循环以后又用到，或者每一轮接着算。",
    why: "set 在循环里只管这一轮：印出来的是循环以前的数。",
    example: "{% set n = 0 %}{% for p in complaints.all %}{% set n = n + p.count %}{% endfor %}{{ n }}",
    fix: "要留到循环以后的，两处都写 {% set_global … %}；只在这一轮用的，换一个名称。",
};

pub static PUBLIC_SECRET: Rule = Rule {
    code: "public-secret",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "要做公开版的文书标着密级。",
    why: "涉密的文书不能公开。",
    example: "模板开头写「密级: 秘密★1年」，又用 --edition public",
    fix: "解密以后去掉密级再做；不公开的文种，用 --kind 只做别的。",
};

pub static PUBLIC_NAME: Rule = Rule {
    code: "public-name",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "公开版的文件名里会有个人的姓名或号码。",
    why: "文件名也会公开。",
    example: "台账一条一份的文书，用「名」取了当事人一栏",
    fix: "「名」换成编号一栏，或者不写，用次序。",
};

pub static TEMPLATE_UNUSED: Rule = Rule {
    code: "template-unused",
    severity: Severity::Advice,
    adjustable: false,
    looks_for: "templates 文件夹里的模板，没有一种文书用它。",
    why: "文件名写错一个字母，改了的模板就不起作用。",
    example: "templates/weeky.md",
    fix: "改正文件名，或者在 office.yaml 的「文书」里写上；不用了的删掉。",
};

/// All of them.
pub static RULES: &[&Rule] =
    &[&TEMPLATE, &NUMBER, &TEMPLATE_NAME, &TEMPLATE_SET, &TEMPLATE_UNUSED, &FIELD, &PUBLIC_SECRET, &PUBLIC_NAME];

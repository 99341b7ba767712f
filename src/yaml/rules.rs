//! The rules of reading: what keeps a file from being a record. They hold for everybody.

use crate::diagnostic::{Rule, Severity};

pub static FILE_UNREADABLE: Rule = Rule {
    code: "read-file",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文件或文件夹打不开、读不出。",
    why: "读不到的记录不会进文书，也查不出错。",
    example: "给出的路径写错了，或者没有读它的权限。",
    fix: "核对路径和权限；文件名里有空格时，整个路径加引号。",
};

pub static MACHINE_UNREADABLE: Rule = Rule {
    code: "read-machine",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文件或文件夹在那里，电脑不让程序读：没有权限、打开的文件太多、磁盘或网络出错。",
    why: "这不是记录的错：权限改好以后，或者过一会儿，再运行一次就好。程序以 3 结束，CI 知道要再试。",
    example: "记录是别的用户的，没有读它的权限。",
    fix: "核对权限（文件和它所在的各级文件夹），再运行一次。",
};

pub static NO_DATA: Rule = Rule {
    code: "read-nothing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "给出的路径下没有可办的数据，或者两个指挥中心的文件夹同名。",
    why: "每个指挥中心的文件夹里要有 office.yaml，文书按文件夹的名称存放。",
    example: "zhoubao check 一个空文件夹。",
    fix: "换成数据文件夹、指挥中心的文件夹或一周的文件；文件夹同名的，给其中一个改名。",
};

pub static LINKED_FOLDER: Rule = Rule {
    code: "read-link",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "数据文件夹里有指向别处的文件夹链接，没有进去看。",
    why: "链接可能绕成圈，也可能通到数据之外；里面的周记录不会检查，也不会出文书。",
    example: "指挥中心的文件夹里，2022 是一个链接",
    fix: "把文件夹本身放进来；或者把它的真实路径写在命令后面。",
};

pub static ENCODING: Rule = Rule {
    code: "read-encoding",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文件不是 UTF-8 编码，读不成汉字。",
    why: "别的编码读出来是乱码，印到文书上就成了错字。",
    example: "用旧版记事本按 ANSI 保存的文件。",
    fix: "在编辑器里「另存为」UTF-8；GB18030（GBK、ANSI）的文件可以用 zhoubao check --fix 转换。",
};

pub static CONTROL_CHARACTER: Rule = Rule {
    code: "read-control",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文字里有看不见的字符：控制字符、零宽字符、方向符号、制表符。",
    why: "它们多半从网页和聊天里粘贴而来，使看上去一样的名称对不上号，各种软件印得也不一样。",
    example: "来源: 人民网<U+200B>留言板",
    fix: "删掉它，或者把这几个字重新打一遍。",
};

pub static EMPTY: Rule = Rule {
    code: "read-empty",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文件是空的，或者只有注释。",
    why: "没有内容就没有文书。",
    example: "只写了一行 # 待填",
    fix: "照着上一周的文件写，或者从备份恢复。",
};

pub static SYNTAX: Rule = Rule {
    code: "yaml-syntax",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "YAML 写法有误，读不下去：冒号、括号、引号、缩进。",
    why: "读不下去的地方之后，写了什么都不知道。",
    example: "收到：2021-01-11（冒号是全角的）",
    fix: "照提示改这一行；键和值之间用半角冒号加一个空格，同一级的键左边对齐。",
};

pub static TAB: Rule = Rule {
    code: "yaml-tab",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "缩进里有制表符（Tab）。",
    why: "YAML 的缩进只认空格。",
    example: "<Tab>收到: 2021-01-11",
    fix: "换成空格，每一级两个；编辑器里可以设成用空格代替 Tab。",
};

pub static SEVERAL_DOCUMENTS: Rule = Rule {
    code: "yaml-documents",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "一个文件里写了几份记录（多了 --- 分隔线）。",
    why: "一个文件只记一周，多出来的不知道归哪一周。",
    example: "文件中间有一行 ---",
    fix: "删掉分隔线，或者把后面的内容放进另一个文件。",
};

pub static ALIAS: Rule = Rule {
    code: "yaml-alias",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "锚点（&）、别名（*）或标签（!）用得不对。",
    why: "这些符号在 YAML 里另有用处，文字会被读成别的东西。",
    example: "处理: *重点督办",
    fix: "如果符号就是文字，给整个值加上引号。",
};

pub static TOO_LARGE: Rule = Rule {
    code: "yaml-too-large",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文件大于 8 MB、层次超过 64 层，或者展开后内容过多。",
    why: "一周的记录用不到这么多，多半是放错了文件，也可能是恶意的文件。",
    example: "把一个数据库导出文件放进了周记录的文件夹。",
    fix: "核对是不是放错了文件。",
};

pub static LOST_WORDS: Rule = Rule {
    code: "yaml-lost-words",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "值后面以 # 开头的字被 YAML 当作注释。",
    why: "它们不会印到文书上，又没有别的迹象。",
    example: "来源: 抖音 #旅游投诉# 话题",
    fix: "如果 # 是文字，给整个值加上引号；如果是注释，和前面多空几格写清楚。",
};

pub static DUPLICATE_KEY: Rule = Rule {
    code: "key-duplicate",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "同一条里一个键写了两次。",
    why: "只能用一个，另一个会悄悄丢掉。",
    example: "收到: 2021-01-12 下面又有 收到: 2021-01-13",
    fix: "留下对的一个，删掉另一个。",
};

pub static UNKNOWN_KEY: Rule = Rule {
    code: "key-unknown",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "没有这个键，多半是写错了字。",
    why: "认不出的键下面写的内容不会印出来。",
    example: "被投拆: 花之城雪山神话",
    fix: "改成提示里的键；只给自己看的话写成注释（# 开头）。",
};

pub static MISSING_KEY: Rule = Rule {
    code: "key-missing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "少了必须有的键。",
    why: "少了它，文书就缺字、缺数。",
    example: "一份通报单没有写 编号",
    fix: "补上提示里的那一行。",
};

pub static WRONG_TYPE: Rule = Rule {
    code: "value-type",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "值的种类不对：该是列表却写了一句话，该有内容却空着。",
    why: "程序不猜测缺少的内容。",
    example: "数字旅游平台: 无（没有投诉应当写 []）",
    fix: "照提示改成列表、几行「键: 值」或一个值。",
};

pub static WRONG_VALUE: Rule = Rule {
    code: "value-wrong",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "值的写法不对，或者不可能存在：日期、数、时长、金额、电话、文号、规定的几个词。",
    why: "写法统一，才能计算，印出来才一致。",
    example: "收到: 2021年1月11日；状态: 处理",
    fix: "照提示里的写法改。",
};

/// All of them, in the order in which a file is read.
pub static RULES: &[&Rule] = &[
    &FILE_UNREADABLE,
    &MACHINE_UNREADABLE,
    &NO_DATA,
    &LINKED_FOLDER,
    &ENCODING,
    &CONTROL_CHARACTER,
    &EMPTY,
    &SYNTAX,
    &TAB,
    &SEVERAL_DOCUMENTS,
    &ALIAS,
    &TOO_LARGE,
    &LOST_WORDS,
    &DUPLICATE_KEY,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_TYPE,
    &WRONG_VALUE,
];

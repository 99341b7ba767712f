//! The rules of making papers, which are known only once the pages are set.

use crate::diagnostic::{Rule, Severity};

pub static UNPRINTED: Rule = Rule {
    code: "unprinted",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "记录里写了一个键，本机构的模板没有一份印它；一个键只说一次。",
    why: "写的人以为报上去了，文书里却没有。",
    example: "案件写了「罚款」，自己的周报模板没有 case.fine",
    fix: "在模板里印出来；只作内部记录、不用印的，在 office.yaml 的「认可」里写明理由。",
};

pub static COMPARED: Rule = Rule {
    code: "week-compared",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "模板用到上一期（before）、上年同期（year_before）的数，或者登记簿要列今年的各期（register），那一期的记录却读不出，或者有错误。登记簿要用的，只有登记簿不做。",
    why: "拿错的数来比，印出来的增减就是假的。",
    example: "这一期写「较上周增加3件」，上周的记录里有一处错误",
    fix: "先改好那一期的记录。",
};

pub static PUBLIC_PERSONS: Rule = Rule {
    code: "public-persons",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "要做公开版，却有一份记录读不出或者有错误，或者它的文件名里有个人的姓名。",
    why: "不知道那份记录里写了谁，别的文书里提到他就遮不住。",
    example: "zhoubao build --edition public，有一周的文件缩进错了",
    fix: "先改好那份记录，或者换一个文件名。",
};

pub static PUBLIC_FOLDER: Rule = Rule {
    code: "public-folder",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "要把公开版做进放报送文书的文件夹，或者反过来。",
    why: "混在一起，迟早把没有遮盖的发出去。",
    example: "zhoubao build --edition public --out output",
    fix: "两种各放各的文件夹。",
};

pub static COMPARISON_MISSING: Rule = Rule {
    code: "comparison-missing",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "office.yaml 的「对比」要环比、同比，那一期没有记录，或者没有记要比的数、只记了约数。",
    why: "没有可比的数，周报就不印增减，写的人未必看得出少了。",
    example: "「投诉对比: [同比]」，上年 5 月没有记录",
    fix: "补上那一期的记录；本来就没有的，写明认可，或者不查这条规则。",
};

pub static NUMBER_MISSING: Rule = Rule {
    code: "paper-number-missing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "一个单位一份的文书，版式要有文号，或者同一种的别的几份有文号，这一份却没有。",
    why: "没有文号，这一份就做不成；同一种的别的几份照做。",
    example: "催报通知是下行文，「各件文号」里有区林业局的，没有区信访局的",
    fix: "照发文登记簿在「各件文号」里补上。",
};

pub static MISSING_GLYPH: Rule = Rule {
    code: "font-glyph",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "有一个字，所有字体里都没有。",
    why: "这个字会印成方框，或者悄悄丢掉。",
    example: "人名里的生僻字，字体里没有。",
    fix: "打错了就改正；确实要用，装一种有这个字的字体，再用 zhoubao fonts 核对。",
};

pub static FIRST_PAGE: Rule = Rule {
    code: "page-first",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "首页没有正文，版头或标题太长。",
    why: "公文首页必须显示正文（GB/T 9704—2012，7.3.3）。",
    example: "五行的标题加上十家联合行文的机关。",
    fix: "缩短标题或标志，减少联合行文的机关，或者把正文写长一些。",
};

pub static LONE_SIGNATURE: Rule = Rule {
    code: "signature-alone",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "署名和成文日期单独在一面上，那一面没有正文。",
    why: "署名不得单独成面（GB/T 9704—2012，7.3.5.4），上级会退回。",
    example: "正文以一张占满一面的表格结束。",
    fix: "在署名前补一段正文，或者把末尾的表格移到附件里。",
};

pub static PARTED_NUMBER: Rule = Rule {
    code: "table-number-parted",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "表格的列太多，一个数在格里放不下，断成了两行。",
    why: "断开的数会看成两个数。各列都先给它最长的数留够宽，还放不下的才报。",
    example: "十二列的表，金额一栏要印 123456789.00",
    fix: "在这张表的设置里写一行「横排: 是」；已经横排的，减少列数，或者金额改用万元。",
};

pub static SHEET_LEFT_OUT: Rule = Rule {
    code: "sheet-left-out",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「格式」要 xlsx 或 csv，这一期的文书里没有表；或者要 csv，文书里有几张表。别的格式照做。",
    why: "空的工作簿没有用；几张表的 csv 只放其中一张，看起来却像全部。",
    example: "格式写了 [docx, xlsx]，这一周没有投诉，周报里就没有表",
    fix: "模板里放一张表；不要这种格式的，从「格式」里去掉；几张表都要的，写 xlsx。",
};

pub static SHEET_MISSING: Rule = Rule {
    code: "sheet-missing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "一种文书只做 xlsx 或 csv，这一期却没有能做的表，这一份就没有做成。",
    why: "什么也没有做，别人会以为做了。",
    example: "格式写了 xlsx，模板里只有文字",
    fix: "模板里放一张表；不是每期都有的，用「当」说明什么时候做；要文字的，「格式」里加上 docx 或 pdf。",
};

pub static SHEET_TEXT_LEFT_OUT: Rule = Rule {
    code: "sheet-text-left-out",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一种文书只做 xlsx，它的标题下面有文字：工作簿里有各张表，没有这些文字。",
    why: "这些文字就不在任何一个文件里了。",
    example: "格式写了 xlsx，模板里有「## 投诉」和它下面的一段话",
    fix: "「格式」里加上 docx 或 pdf；只要表的，模板里不写这些文字。",
};

pub static SHEET_UNMARKED: Rule = Rule {
    code: "sheet-unmarked",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "有密级的文书要做 csv：csv 文件里只有表，没有地方标密级。",
    why: "看到这个文件的人不知道它是密件。",
    example: "模板写了「密级: 秘密★1年」，格式写了 [docx, csv]",
    fix: "改用 xlsx，工作表上面有密级；一定要 csv 的，另行标明，按密件保管。",
};

pub static UNMADE: Rule = Rule {
    code: "unmade",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文书做不成文件。",
    why: "这是程序没有想到的情形。",
    example: "字体文件损坏，PDF 嵌不进去。",
    fix: "把这一周的文件和提示里的原话发给开发者。",
};

pub static WRITE: Rule = Rule {
    code: "write",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文书写不到磁盘上。",
    why: "磁盘满了、没有权限，或者文件正在 Word 里打开着。",
    example: "output 里的周报还开在 Word 里。",
    fix: "关掉打开的文件，核对磁盘空间和权限，再运行一次；已经写好的文件不受影响。",
};

pub static UNFIXED: Rule = Rule {
    code: "write-mend",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "zhoubao check --fix 或 zhoubao number 没有把改动写进文件。",
    why: "文件是只读的、正开着、没有权限，或者读出之后又被改动过；宁可不写，也不能丢了东西。",
    example: "文件设成了只读。",
    fix: "去掉只读属性、关掉编辑器或核对权限，再运行一次；原文件没有动。",
};

pub static UNNUMBERED: Rule = Rule {
    code: "number-unassigned",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "zhoubao number 没有编文号，或者没有留用、作废。",
    why: "记录里有错误，已经封存，或者说不准已经编到几号：宁可不编，也不能编错。",
    example: "有一周的文件读不出，它用到了几号不知道。",
    fix: "照提示改好，再运行一次；编好的号都写在记录里了。",
};

pub static FONTS: Rule = Rule {
    code: "fonts",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "缺少排版要用的字体。",
    why: "没有字体就排不出版，字会变样。",
    example: "新装的电脑上没有仿宋。",
    fix: "按 zhoubao fonts 的提示安装，或者用 --fonts 指出字体所在的文件夹。",
};

pub static FONTS_MISSING: Rule = Rule {
    code: "fonts-missing",
    severity: Severity::Advice,
    adjustable: false,
    looks_for: "检查记录的这台电脑缺少排版要用的字体。",
    why: "只检查不要字体；在这台电脑上出文书就要。",
    example: "新装的电脑上没有仿宋。",
    fix: "要在这台电脑上出文书，按 zhoubao fonts 的提示安装；只检查的不用管。",
};

pub static FONT_WIDTHS: Rule = Rule {
    code: "font-widths",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "office.yaml 的「字体」写了一种字体，程序不知道它的字有多宽，这台电脑上也没有找到它。",
    why: "断行时只能当作数字、字母半个字宽，汉字一个字宽；不是这样的字体，同事打开 Word 文件，断行会和 PDF 不一样。",
    example: "字体: { 仿宋: 方正仿宋_GBK }",
    fix: "在装有这种字体的电脑上打开 Word 文件，核对断行；核对过了，不查这条规则。zhoubao fonts 列出同事会看到什么。",
};

pub static MANIFEST: Rule = Rule {
    code: "archive-manifest",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "output 里的清单读不出，或者不是清单。",
    why: "没有清单就说不清每份文书由什么做成；不是清单的文件不能覆盖。",
    example: "output/panlong/manifest.txt 是别的文件",
    fix: "从版本库取回清单；别的文件改个名称；实在没有了就移走它，再做一次。",
};

pub static SEALED: Rule = Rule {
    code: "archive-sealed",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "已经封存的一周，记录有改动（一句注释也算），office.yaml 或模板变了、文书会不同，或者封存的文件被改动过。",
    why: "封存的文书是已经发出去的，要与发出去的一致。",
    example: "封存以后又改了那一周的一句话。",
    fix: "把改动退回去；office.yaml 和模板的改动写上起用的日期；确实要重做的，加上 --unseal。",
};

pub static UNSEALED: Rule = Rule {
    code: "archive-unsealed",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "要封存一周，它的一份文书没有做成。",
    why: "封存的是已经发出去的一周；少一份就不是全部。",
    example: "加了 --seal，通报单 6 的回复缺主送。",
    fix: "先改好那一份，再加 --seal 运行一次。",
};

pub static ORPHAN: Rule = Rule {
    code: "archive-orphan",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "output 里有一份文书，它的记录已经没有了。",
    why: "留着会被当作有效的文书报出去。",
    example: "通报单删掉了，它的回复还在 output 里。",
    fix: "核对无误后删掉那份文书；记录是误删的，放回去。",
};

pub static UNREADABLE: Rule = Rule {
    code: "archive-unreadable",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文书所在的文件夹打不开。",
    why: "打不开就不能核对。",
    example: "zhoubao verify --out 写错的路径",
    fix: "核对路径和权限。",
};

pub static GONE: Rule = Rule {
    code: "archive-missing",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "清单里有的文书，文件不见了。",
    why: "存档缺了一份。",
    example: "output/panlong/2021-01-08/weekly.pdf 被删掉了",
    fix: "运行 zhoubao build 照原样重做，或者从备份取回。",
};

pub static DAMAGED: Rule = Rule {
    code: "archive-damaged",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "文书的文件与清单记下的不一样。",
    why: "文件损坏了，或者做好以后被人改动过：它不再是当时的那一份。",
    example: "用 Word 打开周报改了一个字，又存回去。",
    fix: "改动写进记录里；移走改过的文件，运行 zhoubao build 照原样重做。",
};

pub static FOREIGN: Rule = Rule {
    code: "archive-foreign",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "output 里有清单没有记下的文件。",
    why: "说不清它由什么做成，不能当作正式的文书。",
    example: "把改过的周报另存在 output 里。",
    fix: "不用的删掉，有用的移到别处。",
};

pub static DIFFERS: Rule = Rule {
    code: "archive-differs",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "照现在的记录重做的文书，与 output 里的不一样。",
    why: "存档要能照原样再做出来。",
    example: "做好以后又改了记录，没有重做。",
    fix: "按提示找到变了的来源；改动是要的，运行 zhoubao build，不要的退回去。",
};

pub static PACKAGE_PAPER: Rule = Rule {
    code: "package-paper",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "做归档包时，这一年的一份文书没有 PDF，或者那个 PDF 与清单不符，或者不是照现在的记录做的。",
    why: "归档包里少一份就不全；文书与记录对不上，十年以后说不清它是怎么来的。",
    example: "只做了 Word 格式，又写了 --package 2021。",
    fix: "不带 --format 和 --kind，把整个指挥中心的文书做一遍，再做归档包。",
};

pub static PACKAGE_PLACE: Rule = Rule {
    code: "package-place",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "归档包该放的地方，已有一个不是归档包、或者不再完好的文件夹。",
    why: "重做会去掉整个文件夹；里面的东西不是程序做的，或者与做的时候不一样，去掉就没有了。",
    example: "output/panlong/package/panlong-2021 里放了扫描件。",
    fix: "核对以后把整个文件夹移到别处，再做一次。",
};

pub static PACKAGE_CODE: Rule = Rule {
    code: "package-code",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "做归档包时，有的文书编不出档号。",
    why: "归档文件目录里每件都要有档号（DA/T 22—2015，5.4）；空着的，要档案员一件件补。",
    example: "office.yaml 里没有「归档」，或者它的保管期限里没有写 weekly。",
    fix: "在 office.yaml 里写上，例如 归档: { 全宗号: X043, 保管期限: 30年, 机构代码: BGS }；全宗号问档案馆。",
};

pub static PACKAGE_EMPTY: Rule = Rule {
    code: "package-empty",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "要做归档包的那一年，没有一份文书。",
    why: "多半是年份写错了。",
    example: "记录都是 2021 年的，写了 --package 2012。",
    fix: "核对年份；文书归在成文日期所在的那一年。",
};

pub static PACKAGE_OLD: Rule = Rule {
    code: "package-old",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "归档包里的文书，与 output 里现在的不是同一份，或者少了那一年后来做的。",
    why: "打包以后文书又重做过、又添了一周，移交的就不是最后的，也不全。",
    example: "做了归档包，又改了那一年的一周，或者补报了一周。",
    fix: "核对以后，再用 --package 做一次。",
};

pub static OVERWRITTEN: Rule = Rule {
    code: "archive-overwritten",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "output 里的一份文书做好以后被改动过，又照记录重做了。",
    why: "手工改的字在记录里没有，重做就没有了。",
    example: "用 Word 在周报里改了一个字，又运行 zhoubao build。",
    fix: "要改的写进记录里。",
};

pub static UNREBUILT: Rule = Rule {
    code: "archive-unrebuilt",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "清单里的文书，没有记录可以照着重做。",
    why: "没有记录，就证明不了它是怎么来的。",
    example: "那一周的 YAML 文件删掉了，文书还在。",
    fix: "把记录放回去；文书确实作废的，删掉，再运行一次 zhoubao build。",
};

/// All of them.
pub static RULES: &[&Rule] = &[
    &UNPRINTED,
    &COMPARED,
    &PUBLIC_PERSONS,
    &PUBLIC_FOLDER,
    &COMPARISON_MISSING,
    &NUMBER_MISSING,
    &MISSING_GLYPH,
    &FIRST_PAGE,
    &LONE_SIGNATURE,
    &PARTED_NUMBER,
    &SHEET_LEFT_OUT,
    &SHEET_MISSING,
    &SHEET_TEXT_LEFT_OUT,
    &SHEET_UNMARKED,
    &UNMADE,
    &WRITE,
    &UNFIXED,
    &UNNUMBERED,
    &FONTS,
    &FONTS_MISSING,
    &FONT_WIDTHS,
    &MANIFEST,
    &SEALED,
    &UNSEALED,
    &ORPHAN,
    &UNREADABLE,
    &GONE,
    &DAMAGED,
    &FOREIGN,
    &DIFFERS,
    &PACKAGE_OLD,
    &OVERWRITTEN,
    &UNREBUILT,
    &PACKAGE_PAPER,
    &PACKAGE_PLACE,
    &PACKAGE_CODE,
    &PACKAGE_EMPTY,
];

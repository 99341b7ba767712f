//! What can be typed behind `zhoubao`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::archive::Shard;
use crate::metrics::FigureName;
use crate::record::edition::Edition;
use crate::record::format::Format;
use crate::record::value::Wrong;

const HELP: &str = "{about}\n\n用法：{usage}\n\n{all-args}";

const HELP_WITH_MORE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";

fn figures() -> String {
    format!("可以问的数：{}", FigureName::words().collect::<Vec<_>>().join("、"))
}

/// 把一周的 YAML 记录做成公文：周报、通报单回复，Word 和 PDF 各一份，版式按 GB/T 9704-2012。
#[derive(Debug, Parser)]
#[command(
    name = "zhoubao", version, override_usage = "zhoubao <命令> [选项]", help_template = HELP, subcommand_help_heading = "命令", next_help_heading = "选项",
    disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// 显示说明
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 做出文书
    #[command(help_template = HELP, next_help_heading = "选项", override_usage = "zhoubao build [选项] [路径]...")]
    Build(BuildOptions),
    /// 核对文书与清单：有没有损坏、缺少、多出来的
    #[command(help_template = HELP, next_help_heading = "选项", override_usage = "zhoubao verify [选项] [路径]...")]
    Verify(VerifyOptions),
    /// 只检查记录，不做文书
    #[command(help_template = HELP, next_help_heading = "选项", override_usage = "zhoubao check [选项] [路径]...")]
    Check(CheckOptions),
    /// 说明文书里的一个数：怎样算出来的，出自记录的哪几行
    #[command(
        help_template = HELP_WITH_MORE, next_help_heading = "选项", override_usage = "zhoubao explain [选项] [数] [路径]", after_help = figures()
    )]
    Explain(ExplainOptions),
    /// 给缺文号的文书编上接着的号，写进记录；也用来留用、作废文号
    #[command(help_template = HELP, next_help_heading = "选项", override_usage = "zhoubao number [选项] [路径]...")]
    Number(NumberOptions),
    /// 列出排版用的字体、Word 文件里写的字体，以及怎样安装
    #[command(help_template = HELP, next_help_heading = "选项", override_usage = "zhoubao fonts [选项] [路径]...")]
    Fonts(ListFontsOptions),
    /// 给编辑器用的 JSON Schema：写记录时补全、提示、核对
    #[command(help_template = HELP, next_help_heading = "选项", override_usage = "zhoubao schema [选项] [路径]")]
    Schema(SchemaOptions),
    /// 供编辑器调用的语言服务：边写边检查、补全、悬停说明（在标准输入输出上说 LSP）
    #[command(help_template = HELP, next_help_heading = "选项", override_usage = "zhoubao lsp")]
    Lsp(LspOptions),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// 给人看
    Human,
    /// 每行一个 JSON 对象，给程序看
    Json,
    /// 一份 SARIF 2.1.0，给代码托管平台和查看器
    Sarif,
    /// GitHub Actions 的命令，问题标在改动的那一行上
    Github,
}

/// How figures and numbers are shown: the formats that are for findings alone hold none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ResultFormat {
    Human,
    Json,
}

impl From<ResultFormat> for MessageFormat {
    fn from(format: ResultFormat) -> Self {
        match format {
            ResultFormat::Human => Self::Human,
            ResultFormat::Json => Self::Json,
        }
    }
}

/// Reads a paper's format by its name.
fn formats() -> impl TypedValueParser<Value = Format> {
    let words = Format::ALL.iter().map(|format| format.word());
    PossibleValuesParser::new(words).try_map(|word| word.parse().map_err(|wrong: Wrong| wrong.to_string()))
}

/// Reads an edition by its name.
fn editions() -> impl TypedValueParser<Value = Edition> {
    let words = Edition::ALL.iter().map(|edition| edition.word());
    PossibleValuesParser::new(words).try_map(|word| word.parse().map_err(|wrong: Wrong| wrong.to_string()))
}

/// Where the papers of an edition lie where nobody says otherwise.
fn out_of(edition: Edition) -> PathBuf {
    match edition {
        Edition::Internal => PathBuf::from("output"),
        Edition::Public => PathBuf::from("output-public"),
    }
}

impl BuildOptions {
    pub(super) fn out(&self) -> PathBuf {
        self.out.clone().unwrap_or_else(|| out_of(self.edition))
    }
}

impl VerifyOptions {
    pub(super) fn out(&self) -> PathBuf {
        self.out.clone().unwrap_or_else(|| out_of(self.edition))
    }
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct BuildOptions {
    /// 数据文件夹、一个指挥中心的文件夹，或一周的文件；不写就是 data
    #[arg(value_name = "路径", default_value = "data", hide_default_value = true, help_heading = "参数")]
    pub(super) paths: Vec<PathBuf>,
    /// 文书放到哪个文件夹；不写就是 output，公开版是 output-public
    #[arg(long, value_name = "文件夹")]
    out: Option<PathBuf>,
    /// 做哪一版：internal（照记录，报送用；不写就是它）或 public（公开版，遮住个人的姓名和号码）
    #[arg(long, value_name = "版", default_value = "internal", hide_default_value = true, hide_possible_values = true, value_parser = editions())]
    pub(super) edition: Edition,
    /// 做哪些格式：docx、pdf、xlsx、csv，用逗号隔开；不写就都做
    #[arg(long, value_name = "格式", value_delimiter = ',', hide_possible_values = true, value_parser = formats())]
    pub(super) format: Vec<Format>,
    /// 只做哪几种文书：weekly（周报）、notice（通报单回复）等，用逗号隔开
    #[arg(long, value_name = "文种", value_delimiter = ',')]
    pub(super) kind: Vec<String>,
    /// 同时用几个线程；不写就是全部核心
    #[arg(long, value_name = "个数", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) jobs: Option<u16>,
    /// 已经做好的文书也重做一遍
    #[arg(long)]
    pub(super) force: bool,
    /// 只说哪些文书要重做、为什么，不动任何文件
    #[arg(long, conflicts_with_all = ["seal", "unseal"])]
    pub(super) explain_stale: bool,
    /// 做好以后封存这几周：文书不再重做，记录再改就报错
    #[arg(long, conflicts_with = "unseal")]
    pub(super) seal: bool,
    /// 封存的也重做，不再封存
    #[arg(long)]
    pub(super) unseal: bool,
    /// 几台机器分着做：指挥中心按名称分成 n 份，只做第 i 份
    #[arg(long, value_name = "i/n")]
    pub(super) shard: Option<Shard>,
    /// 再把这一年的文书做成归档包：PDF、记录、目录和校验值；年份写四位数
    #[arg(long, value_name = "年份", value_parser = clap::value_parser!(i16).range(1949..=9999), conflicts_with = "explain_stale")]
    pub(super) package: Option<i16>,
    /// 列出各家文字处理软件可能断得不一样的行，和为少占一面而排紧了的文书
    #[arg(long)]
    pub(super) fragile: bool,
    #[command(flatten)]
    pub(super) fonts: FontsOptions,
    #[command(flatten)]
    pub(super) messages: MessageOptions,
}

#[derive(Debug, Args)]
pub(super) struct VerifyOptions {
    /// 照哪里的记录重做：数据文件夹、一个指挥中心的文件夹，或一周的文件；不写就是 data。与 --rebuild 一起用
    #[arg(value_name = "路径", requires = "rebuild", help_heading = "参数")]
    pub(super) paths: Vec<PathBuf>,
    /// 文书在哪个文件夹；不写就是 output，公开版是 output-public
    #[arg(long, value_name = "文件夹")]
    out: Option<PathBuf>,
    /// 核对哪一版：internal（不写就是它）或 public（公开版）
    #[arg(long, value_name = "版", default_value = "internal", hide_default_value = true, hide_possible_values = true, value_parser = editions())]
    pub(super) edition: Edition,
    /// 照记录在内存里全部重做，逐字节比对
    #[arg(long)]
    pub(super) rebuild: bool,
    /// 同时用几个线程；不写就是全部核心
    #[arg(long, value_name = "个数", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) jobs: Option<u16>,
    #[command(flatten)]
    pub(super) fonts: FontsOptions,
    #[command(flatten)]
    pub(super) messages: MessageOptions,
}

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// 数据文件夹、一个指挥中心的文件夹，或一周的文件；不写就是 data
    #[arg(value_name = "路径", default_value = "data", hide_default_value = true, help_heading = "参数")]
    pub(super) paths: Vec<PathBuf>,
    /// 替你改有把握的地方：先显示改动，原文件留一份 .bak 备份；拿不准的会问你
    #[arg(long)]
    pub(super) fix: bool,
    /// 拿不准的也改，不再一处处问；与 --fix 一起用
    #[arg(long, requires = "fix")]
    pub(super) yes: bool,
    /// 显示一条规则的说明；不写代号就列出全部规则
    #[arg(long, value_name = "代号", num_args = 0..=1, conflicts_with = "fix")]
    #[expect(clippy::option_option, reason = "not asked, asked for all, asked for one")]
    pub(super) explain: Option<Option<String>>,
    #[command(flatten)]
    pub(super) messages: MessageOptions,
}

#[derive(Debug, Args)]
pub(super) struct LspOptions {
    /// 有些编辑器会加上它；不写也是这样
    #[arg(long)]
    stdio: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// 数的名称（平均办结时长），平台或文书的名称，或印出来的样子（13.16）；不写就列出全部
    #[arg(value_name = "数", help_heading = "参数")]
    pub(super) figure: Option<String>,
    /// 数据文件夹、一个指挥中心的文件夹，或一周的文件；不写就是 data
    #[arg(value_name = "路径", help_heading = "参数")]
    pub(super) path: Option<PathBuf>,
    /// 结果怎样显示：human（给人看）或 json（每行一个对象）
    #[arg(long, value_name = "方式", default_value = "human", hide_default_value = true, hide_possible_values = true)]
    pub(super) message_format: ResultFormat,
}

#[derive(Debug, Args)]
pub(super) struct NumberOptions {
    /// 数据文件夹、一个指挥中心的文件夹，或一周的文件；不写就是 data
    #[arg(value_name = "路径", default_value = "data", hide_default_value = true, help_heading = "参数")]
    pub(super) paths: Vec<PathBuf>,
    /// 只编哪几种文书，用逗号隔开；写明的，版式可以不要文号的也编
    #[arg(long, value_name = "文种", value_delimiter = ',')]
    pub(super) kind: Vec<String>,
    /// 只编哪一年的；留用、作废的是哪一年的号
    #[arg(long, value_name = "年份", value_parser = clap::value_parser!(i16).range(1949..=9999))]
    pub(super) year: Option<i16>,
    /// 留用接着的几个号，给不在这里做的公文，记在 office.yaml 里
    #[arg(
        long, value_name = "个数", group = "aside", requires_all = ["year", "reason"], conflicts_with = "kind",
        value_parser = clap::value_parser!(u16).range(1..=1000)
    )]
    pub(super) reserve: Option<u16>,
    /// 作废一个编了、没有用的号，记在 office.yaml 里
    #[arg(
        long, value_name = "号", group = "aside", requires_all = ["year", "reason"], conflicts_with = "kind",
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub(super) void: Option<u32>,
    /// 留给哪一份公文，或者为什么作废
    #[arg(long, value_name = "说明", requires = "aside", value_parser = one_line)]
    pub(super) reason: Option<String>,
    /// 只说会编成几号，不写进记录
    #[arg(long)]
    pub(super) dry_run: bool,
    /// 文书在哪个文件夹：那里封存了的不编；不写就是 output
    #[arg(long, value_name = "文件夹", default_value = "output", hide_default_value = true)]
    pub(super) out: PathBuf,
    /// 结果怎样显示：human（给人看）或 json（每行一个对象）
    #[arg(long, value_name = "方式", default_value = "human", hide_default_value = true, hide_possible_values = true)]
    pub(super) message_format: ResultFormat,
}

/// What stands in one line of a record.
fn one_line(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_control) {
        Err("写成一行，不能是空的")
    } else {
        Ok(text.to_owned())
    }
}

#[derive(Debug, Args)]
pub(super) struct ListFontsOptions {
    /// 哪些指挥中心的 Word 文件：数据文件夹，或一个指挥中心的文件夹；不写就是 data
    #[arg(value_name = "路径", help_heading = "参数")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) fonts: FontsOptions,
}

#[derive(Debug, Args)]
pub(super) struct FontsOptions {
    /// 从哪个文件夹找字体；不写就在系统里找
    #[arg(long = "fonts", value_name = "文件夹")]
    pub(super) folder: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RecordName {
    Week,
    Office,
}

impl RecordName {
    /// The file that holds its schema.
    pub(super) fn schema_file(self) -> &'static str {
        match self {
            Self::Week => "week.schema.json",
            Self::Office => "office.schema.json",
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct SchemaOptions {
    /// 列出哪个指挥中心的平台、企业、单位等名称：它的文件夹，或一周的文件；不写就是 data 里的那一个
    #[arg(value_name = "路径", help_heading = "参数")]
    pub(super) path: Option<PathBuf>,
    /// 哪种文件的：week（周记录）或 office（office.yaml）；不写就是 week
    #[arg(long, value_name = "记录", default_value = "week", hide_default_value = true, hide_possible_values = true)]
    pub(super) record: RecordName,
    /// 两种都写成文件，放到这个文件夹：week.schema.json 和 office.schema.json
    #[arg(long, value_name = "文件夹", conflicts_with = "record")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct MessageOptions {
    /// 结果怎样显示：human（给人看）、json（每行一个对象）、sarif（一份 SARIF 2.1.0）或 github（标在改动上）
    #[arg(long, value_name = "方式", default_value = "human", hide_default_value = true, hide_possible_values = true)]
    pub(super) message_format: MessageFormat,
}

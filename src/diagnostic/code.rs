//! The register of findings.

macro_rules! codes {
    ($($variant:ident = $name:literal, $description:literal;)*) => {
        /// The name of a kind of finding: what scripts match on, and what stays when a message is reworded.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $description] $variant,)* }

        impl Code {
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// As printed and as scripts match on it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// One Chinese sentence on what it looks for.
            #[must_use]
            pub fn description(self) -> &'static str {
                match self { $(Self::$variant => $description,)* }
            }
        }
    };
}

codes! {
    FileUnreadable = "read-file", "文件或文件夹打不开、读不出。";
    NoData = "read-nothing", "给出的路径下没有可办的数据。";
    Encoding = "read-encoding", "文件不是 UTF-8 编码，读不成汉字。";
    ControlCharacter = "read-control", "文字里有看不见的控制字符（如 NUL、ESC）。";
    Empty = "read-empty", "文件是空的，或者只有注释。";
    Syntax = "yaml-syntax", "YAML 写法有误，读不下去。";
    Tab = "yaml-tab", "缩进里有制表符；YAML 只认空格。";
    SeveralDocuments = "yaml-documents", "一个文件里写了几份文档（多了 --- 分隔线）。";
    Alias = "yaml-alias", "锚点、别名或标签用得不对，或者展开后过大。";
    TooLarge = "yaml-too-large", "文件过大、层次过深或内容过多。";
    LostWords = "yaml-lost-words", "值后面以 # 开头的字被 YAML 当作注释，不会印出来。";
    DuplicateKey = "key-duplicate", "同一层里一个键写了两次。";
    UnknownKey = "key-unknown", "没有这个键，多半是写错了字。";
    MissingKey = "key-missing", "少了必须有的键。";
    WrongType = "value-type", "值的种类不对，例如该是列表却写了一句话。";
    WrongValue = "value-wrong", "值的写法不对，或者不可能存在，例如 2 月 30 日。";
    UnknownReference = "value-reference", "提到的平台、文书或单位在 office.yaml 里没有登记。";
    MissingGlyph = "font-glyph", "有一个字，所有字体里都没有。";
    Template = "template", "模板写得不对，填不成文书。";
    FirstPage = "page-first", "首页没有正文，版头或标题太长。";
    LoneSignature = "signature-alone", "署名和成文日期单独在一面上，那一面没有正文。";
    Unmade = "unmade", "文书做不成文件。";
    Write = "write", "文书写不到磁盘上。";
    Fonts = "fonts", "缺少排版要用的字体。";
}

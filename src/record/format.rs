//! The file formats that a paper can have.

use crate::words;

words! {
    /// A file format; its word is the file's ending, and its name in options and messages.
    pub enum Format {
        /// Word 文件
        "docx" => Docx,
        /// PDF 文件
        "pdf" => Pdf,
        /// 文书里的表，每张表一个工作表；数和日期可以计算，合计是公式
        "xlsx" => Xlsx,
        /// 文书里的表，只有一张时才做；给别的程序读
        "csv" => Csv,
        /// 文书里的图，只有一张时才做；放进别的文件、网页
        "svg" => Svg,
    }
}

impl Format {
    /// Those of a paper whose kind names none.
    pub const BY_DEFAULT: [Self; 2] = [Self::Docx, Self::Pdf];

    #[must_use]
    pub fn has_pages(self) -> bool {
        match self {
            Self::Docx | Self::Pdf => true,
            Self::Xlsx | Self::Csv | Self::Svg => false,
        }
    }

    /// Whether a paper has to be set for it; a table of figures need not be.
    #[must_use]
    pub fn is_set(self) -> bool {
        self.has_pages() || self == Self::Svg
    }
}

words! {
    /// How the characters of a CSV file are coded.
    pub enum Encoding {
        /// 通用的编码，Excel 和 WPS 都认得
        "UTF-8" => Utf8,
        /// 国家标准的编码，只认得它的老系统要
        "GB18030" => Gb18030,
    }
}

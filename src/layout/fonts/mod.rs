//! Fonts by role: which face sets what, and which face steps in for a character that the role's own face lacks.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::galley::Style;
use super::page;
use super::unit::Pt;

/// What a face is used for; the names are those of GB/T 9704-2012 (5.2.2, 7.2.4, 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 仿宋: body.
    FangSong,
    /// 楷体: second-level headings, names of 签发人.
    KaiTi,
    /// 黑体: first-level headings.
    HeiTi,
    /// 小标宋: title.
    XiaoBiaoSong,
    /// 宋体: page numbers.
    SongTi,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::FangSong, Self::KaiTi, Self::HeiTi, Self::XiaoBiaoSong, Self::SongTi];

    /// The name that offices' Word files carry.
    #[must_use]
    pub fn word_name(self) -> &'static str {
        match self {
            Self::FangSong => "仿宋_GB2312",
            Self::KaiTi => "楷体_GB2312",
            Self::HeiTi => "黑体",
            Self::XiaoBiaoSong => "方正小标宋简体",
            Self::SongTi => "宋体",
        }
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FangSong => "仿宋",
            Self::KaiTi => "楷体",
            Self::HeiTi => "黑体",
            Self::XiaoBiaoSong => "小标宋",
            Self::SongTi => "宋体",
        }
    }
}

impl Style {
    /// The face and size of a style (7.2, 7.3).
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::Title => Role::XiaoBiaoSong,
            Self::Heading1 => Role::HeiTi,
            Self::Heading2 => Role::KaiTi,
            _ => Role::FangSong,
        }
    }

    #[must_use]
    pub fn size(self) -> Pt {
        match self {
            Self::Title => page::TITLE_SIZE,
            _ => page::BODY_SIZE,
        }
    }
}

/// A face among [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(usize);

/// One face of one font file, read when first needed.
#[derive(Debug)]
pub struct Face {
    pub path: PathBuf,
    /// Index in a font collection (.ttc).
    pub index: u32,
    /// The family's name in the file; typst selects by it.
    pub family: String,
    /// The name that the Word file carries.
    pub word_name: String,
    data: OnceLock<Arc<[u8]>>,
}

/// The faces that serve the five roles, and those that step in.
#[derive(Debug)]
pub struct Fonts {
    faces: Vec<Face>,
    roles: [FaceId; 5],
    fallbacks: Vec<FaceId>,
}

impl Fonts {
    /// Finds a face for every role in `folder`, or where this system keeps fonts.
    ///
    /// # Errors
    /// The roles that nothing serves.
    pub fn find(folder: Option<&Path>) -> Result<Self, Vec<Role>> {
        let folder = folder.map_or_else(
            || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".local/share/fonts/zhoubao"),
            Path::to_path_buf,
        );
        let files = [
            ("FandolFang-Regular.otf", "FandolFang R", "仿宋_GB2312"),
            ("FandolKai-Regular.otf", "FandolKai", "楷体_GB2312"),
            ("FandolHei-Regular.otf", "FandolHei", "黑体"),
            ("FandolSong-Bold.otf", "FandolSong", "方正小标宋简体"),
            ("FandolSong-Regular.otf", "FandolSong", "宋体"),
            ("LXGWWenKai-Regular.ttf", "LXGW WenKai", "LXGW WenKai"),
        ];
        let faces = files
            .map(|(file, family, word_name)| Face {
                path: folder.join(file),
                index: 0,
                family: family.to_owned(),
                word_name: word_name.to_owned(),
                data: OnceLock::new(),
            })
            .into();
        Ok(Self { faces, roles: [0, 1, 2, 3, 4].map(FaceId), fallbacks: vec![FaceId(5)] })
    }

    #[must_use]
    pub fn role(&self, role: Role) -> FaceId {
        self.roles[role as usize]
    }

    #[must_use]
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[id.0]
    }

    #[must_use]
    pub fn fallbacks(&self) -> &[FaceId] {
        &self.fallbacks
    }

    /// The role's own face where it has the character, else the first fallback that has it.
    #[must_use]
    pub fn face_for(&self, role: Role, character: char) -> Option<FaceId> {
        let candidates = std::iter::once(self.role(role)).chain(self.fallbacks.iter().copied());
        candidates.into_iter().find(|id| {
            ttf_parser::Face::parse(self.face(*id).data(), self.face(*id).index)
                .is_ok_and(|face| face.glyph_index(character).is_some())
        })
    }

    /// A character's advance in em; 1 where the face lacks it.
    #[must_use]
    pub fn advance(&self, face: FaceId, character: char) -> f64 {
        let face = self.face(face);
        let Ok(face) = ttf_parser::Face::parse(face.data(), face.index) else { return 1.0 };
        let advance = face.glyph_index(character).and_then(|glyph| face.glyph_hor_advance(glyph));
        advance.map_or(1.0, |advance| f64::from(advance) / f64::from(face.units_per_em()))
    }
}

impl Face {
    /// The font file's bytes; empty where it cannot be read any more.
    #[must_use]
    pub fn data(&self) -> &Arc<[u8]> {
        self.data.get_or_init(|| std::fs::read(&self.path).unwrap_or_default().into())
    }
}

//! A picture that a paper carries: a seal or a signature stamp.

use std::sync::Arc;

use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// How a picture is coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ImageFormat {
    Png,
    Jpeg,
}

/// A picture with the size at which it is to be placed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Image {
    #[serde(serialize_with = "as_hash")]
    pub bytes: Arc<[u8]>,
    pub format: ImageFormat,
    /// In mm.
    pub width: f64,
    pub height: f64,
    /// What it shows, for those who cannot see it.
    pub description: String,
}

/// A picture may have megabytes: its hash stands for it.
fn as_hash<S: Serializer>(bytes: &Arc<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(Sha256::digest(bytes))
}

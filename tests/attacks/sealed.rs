//! An office with a sealed week, and whether it has come through an attack.

use crate::program::{Room, WEEK_FILE, copy_folder, quiet_office, quiet_week};

pub const MANIFEST: &str = "output/panlong/manifest.txt";
const WEEK: &str = "output/panlong/2021-01-08";

/// The office as it was when its week was sealed; attacks are made on copies.
pub struct Sealed {
    room: Room,
    /// The papers that were sent.
    pub sent: Vec<(String, Vec<u8>)>,
    /// The manifest as it was before the week was sealed.
    pub unsealed: String,
}

impl Sealed {
    pub fn new() -> Self {
        let room = Room::quiet()
            .file("data/panlong/office.yaml", quiet_office().replace("轻重: {", "轻重: { complaint-dropped: 不查,"))
            .file("data/panlong/2021/2021-01-15.yaml", quiet_week("2021-01-15", "2021-01-21", 3));
        assert_eq!(room.run(&["build"]).status, 0);
        let unsealed = room.manifest("panlong");
        assert_eq!(room.run(&["build", WEEK_FILE, "--seal"]).status, 0);
        let sent = room.tree(WEEK);
        assert_eq!(sent.len(), 6);
        Self { room, sent, unsealed }
    }

    pub fn manifest(&self) -> String {
        self.room.manifest("panlong")
    }

    pub fn copy(&self) -> Room {
        let room = Room::empty();
        for folder in ["data", "output"] {
            copy_folder(&self.room.path(folder), &room.path(folder));
        }
        room
    }

    /// Asserts that a run has taken no seal away: no paper that was sent is made anew, and a run that finds nothing leaves
    /// six sealed lines. Verification finds what is spoilt or missing, and nothing else then.
    pub fn has_held(&self, room: &Room, status: i32, attack: &str) {
        let now = room.tree(WEEK);
        let found = |name: &str| now.iter().find(|(found, _)| found == name).map(|(_, bytes)| bytes);
        for (name, bytes) in &self.sent {
            let is_kept = found(name).is_none_or(|found| found == bytes || found == SPOILT);
            assert!(is_kept, "{attack}: {name} was made anew");
        }
        if status == 0 {
            assert_eq!(room.manifest("panlong").matches(" sealed sum=").count(), 6, "{attack}: seals were lost");
            let is_whole = self.sent.iter().all(|(name, bytes)| found(name) == Some(bytes));
            assert_eq!(room.run(&["verify"]).status, i32::from(!is_whole), "{attack}: what verification finds");
        }
    }
}

/// What an attack writes into a paper.
pub const SPOILT: &[u8] = b"spoilt";

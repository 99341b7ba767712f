//! What a shard says of offices in which it makes nothing.

use super::site::{enter, write_finding};
use super::{Order, Watch};
use crate::archive::manifest;
use crate::diagnostic::Diagnostic;
use crate::workspace::write::{self, WriteError};

/// Takes back what an earlier run as the same shard said of offices that are others' now. Where a file cannot be removed,
/// `zhoubao merge` will tell of it.
pub fn withdraw(order: &Order) {
    let Some(shard) = order.shard.filter(|_| !order.only_explain) else { return };
    let own = order.parts.get(&shard.index());
    for office in order.parts.values().flatten().filter(|office| !own.is_some_and(|own| own.contains(*office))) {
        let _ = std::fs::remove_file(manifest::file(&order.out.join(office), Some(shard)));
    }
}

/// Says of an office that cannot be opened that the shard has looked at it: merging waits for it no longer.
///
/// # Errors
/// Where the office's output folder cannot be used.
pub fn looked_at(order: &Order, office: &str, watch: &Watch) -> Result<(), Diagnostic> {
    let Some(shard) = order.shard.filter(|_| !order.only_explain) else { return Ok(()) };
    let folder = order.out.join(office);
    let failed = |error| write_finding(&WriteError { path: folder.clone(), error });
    write::no_link(&order.out, &folder).map_err(|error| write_finding(&error))?;
    let Some(_lock) = enter(&folder, Some(shard), watch).map_err(failed)? else { return Ok(()) };
    let mut own = manifest::find(&folder)?.shards.remove(&shard).unwrap_or_default();
    own.parts.clone_from(&order.parts);
    write::whole(&manifest::file(&folder, Some(shard)), own.print().as_bytes()).map_err(|error| write_finding(&error))
}

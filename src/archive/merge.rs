//! Putting together what shards have made.

use std::collections::BTreeSet;
use std::path::Path;

use super::findings;
use super::lock::{Lock, Use};
use super::manifest::{self, Found, Manifest};
use super::write;
use crate::diagnostic::Diagnostic;
use crate::record::find::display;

/// Puts the manifests of all shards that made papers of an office together into its own, and removes theirs. Returns how
/// many files it names then; `None` where there is nothing to put together.
///
/// # Errors
/// Where a shard is missing or has not finished, or two contradict each other; nothing is changed then.
pub fn merge(folder: &Path, waiting: &dyn Fn()) -> Result<Option<usize>, Diagnostic> {
    let failed = |error: write::WriteError| findings::WRITE.finding(error.to_string()).help(error.help());
    let locked = Lock::take(folder, Use::Alone, waiting, || false);
    let _lock = locked.map_err(|error| failed(write::WriteError { path: folder.to_path_buf(), error }))?;
    write::remove_leftovers(folder);
    let Found { mut whole, shards } = manifest::find(folder)?;
    if shards.is_empty() && whole.sharers.is_empty() {
        return Ok(None);
    }
    let wrong = |message: String, help: &str| {
        Err(findings::SHARDS.finding(format!("「{}」{message}", display(folder))).help(help))
    };
    let count = shards.keys().next().map_or(1, |shard| shard.count());
    if shards.keys().any(|shard| shard.count() != count) {
        return wrong("里有几次分着做的清单，份数不一样".to_owned(), "只留下这一次的，移走别的 manifest.*-of-*.txt");
    }
    let sharers: BTreeSet<u32> = shards.values().flat_map(|shard| shard.sharers.iter().copied()).collect();
    // Those that a run put together already that was killed before it was done.
    let mut there = whole.sharers.clone();
    there.extend(shards.keys().map(|shard| shard.index()));
    let missing: Vec<String> = sharers.difference(&there).map(|index| format!("{index}/{count}")).collect();
    if !missing.is_empty() {
        let message = format!("缺了第 {} 份", missing.join("、"));
        return wrong(message, "把那一份做好，或把它的文件拿回来，再运行 zhoubao merge");
    }
    let mut all = Manifest::default();
    for (shard, part) in shards.clone() {
        if part.is_unfinished {
            let message = format!("的第 {}/{count} 份没有做完", shard.index());
            return wrong(message, "把那一份再做一次，再运行 zhoubao merge");
        }
        if let Some(path) =
            part.papers.keys().find(|path| all.papers.get(*path).is_some_and(|known| known != &part.papers[*path]))
        {
            let message = format!("里有两份都做了「{path}」，做的不一样");
            return wrong(message, "各份要用同样的数据、字体和程序来做：核对以后重做");
        }
        whole.papers.retain(|path, _| !part.doubtful.contains(path));
        all.extend(part);
    }
    whole.extend(all);
    whole.sharers = there;
    let write = |whole: &Manifest| write::whole(&manifest::file(folder, None), whole.print().as_bytes());
    write(&whole).map_err(failed)?;
    for shard in shards.keys() {
        let path = manifest::file(folder, Some(*shard));
        std::fs::remove_file(&path).map_err(|error| failed(write::WriteError { path, error }))?;
    }
    whole.sharers.clear();
    write(&whole).map_err(failed)?;
    Ok(Some(whole.papers.len()))
}

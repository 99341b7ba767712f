//! Putting together what shards have made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::lock::{Lock, Use};
use super::manifest::{self, Manifest};
use super::shard::Shard;
use crate::diagnostic::Diagnostic;
use crate::record::find::display;
use crate::workspace::findings;
use crate::workspace::write::{self, WriteError};

/// An office whose shards are put together.
#[derive(Debug)]
pub struct Merged {
    pub folder: PathBuf,
    /// How many files its manifest names.
    pub files: usize,
}

/// Puts the manifests of all shards that made papers of an office together into its own, and removes theirs.
///
/// # Errors
/// Where a shard is missing or has not finished, or two contradict each other: nothing is changed then. Where a manifest
/// cannot be written: to be run again.
pub fn merge(folders: &[PathBuf], waiting: &dyn Fn()) -> Result<Vec<Merged>, Vec<Diagnostic>> {
    let mut findings = Vec::new();
    let mut places = Vec::new();
    for folder in folders {
        match Place::open(folder, waiting) {
            Ok(place) => places.extend(place),
            Err(finding) => findings.push(finding),
        }
    }
    findings.extend(missing(&places));
    if !findings.is_empty() {
        return Err(findings);
    }
    // Once no shard asks for others any more, a run that is killed below can be taken up.
    let done = places.iter().try_for_each(Place::ask_for_no_others);
    done.and_then(|()| places.iter().map(Place::merge).collect()).map_err(|finding| vec![finding])
}

/// An office's folder with manifests of shards in it, which nobody else uses meanwhile.
struct Place {
    folder: PathBuf,
    name: String,
    shards: BTreeSet<Shard>,
    /// The shards that there should be, by where they should be.
    asked_for: BTreeMap<Shard, BTreeSet<String>>,
    _lock: Option<Lock>,
}

impl Place {
    /// `None` where no shard has been at work.
    fn open(folder: &Path, waiting: &dyn Fn()) -> Result<Option<Self>, Diagnostic> {
        let locked = Lock::take(folder, Use::Alone, waiting, || false);
        let lock = locked.map_err(|error| failed(&WriteError { path: folder.to_path_buf(), error }))?;
        write::remove_leftovers(folder);
        let found = manifest::find(folder)?;
        let Some(count) = found.shards.keys().map(|shard| shard.count()).next() else { return Ok(None) };
        let wrong = |message: String, help: &str| {
            Err(findings::SHARDS.finding(format!("「{}」{message}", display(folder))).help(help))
        };
        if found.shards.keys().any(|shard| shard.count() != count) {
            let help = "只留下这一次的，移走别的 manifest.*-of-*.txt";
            return wrong("里有几次分着做的清单，份数不一样".to_owned(), help);
        }
        let mut all = Manifest::default();
        let mut asked_for = BTreeMap::<Shard, BTreeSet<String>>::new();
        for (shard, part) in &found.shards {
            if part.is_unfinished {
                return wrong(format!("的第 {shard} 份没有做完"), "把那一份再做一次，再运行 zhoubao merge");
            }
            if let Some(path) =
                part.papers.keys().find(|path| all.papers.get(*path).is_some_and(|known| known != &part.papers[*path]))
            {
                let message = format!("里有两份都做了「{path}」，做的不一样");
                return wrong(message, "各份要用同样的数据、字体和程序来做：核对以后重做");
            }
            for (index, offices) in &part.parts {
                if let Some(shard) = shard.other(*index) {
                    asked_for.entry(shard).or_default().extend(offices.iter().cloned());
                }
            }
            all.extend(part.clone());
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let shards = found.shards.keys().copied().collect();
        Ok(Some(Self { folder: folder.to_path_buf(), name, shards, asked_for, _lock: lock }))
    }

    fn ask_for_no_others(&self) -> Result<(), Diagnostic> {
        for (shard, mut part) in manifest::find(&self.folder)?.shards {
            if !part.parts.is_empty() {
                part.parts.clear();
                let file = manifest::file(&self.folder, Some(shard));
                write::whole(&file, part.print().as_bytes()).map_err(|error| failed(&error))?;
            }
        }
        Ok(())
    }

    fn merge(&self) -> Result<Merged, Diagnostic> {
        let found = manifest::find(&self.folder)?;
        let whole = found.together();
        let file = manifest::file(&self.folder, None);
        // As where one machine finds nothing that it can make.
        if !whole.papers.is_empty() || file.exists() {
            write::whole(&file, whole.print().as_bytes()).map_err(|error| failed(&error))?;
        }
        for shard in &self.shards {
            let path = manifest::file(&self.folder, Some(*shard));
            std::fs::remove_file(&path).map_err(|error| failed(&WriteError { path, error }))?;
        }
        let _ = std::fs::remove_dir(&self.folder);
        Ok(Merged { folder: self.folder.clone(), files: whole.papers.len() })
    }
}

fn failed(error: &WriteError) -> Diagnostic {
    findings::WRITE.finding(error.to_string()).help(error.help())
}

/// Shards that others count on and that have left nothing where they should.
fn missing(places: &[Place]) -> Vec<Diagnostic> {
    let mut asked_for = BTreeMap::<Shard, BTreeSet<&str>>::new();
    for (shard, offices) in places.iter().flat_map(|place| &place.asked_for) {
        asked_for.entry(*shard).or_default().extend(offices.iter().map(String::as_str));
    }
    for place in places {
        for shard in &place.shards {
            asked_for.entry(*shard).or_default().remove(place.name.as_str());
        }
    }
    asked_for.retain(|_, offices| !offices.is_empty());
    let tell = |(shard, offices): (Shard, BTreeSet<&str>)| {
        let first: Vec<&str> = offices.iter().take(MOST_NAMES).copied().collect();
        let more =
            if offices.len() > MOST_NAMES { format!("等 {} 个指挥中心", offices.len()) } else { String::new() };
        findings::SHARDS
            .finding(format!("缺了第 {shard} 份：{}{more}", first.join("、")))
            .help("把那一份做好，或把它的文件拿回来，再运行 zhoubao merge")
    };
    asked_for.into_iter().map(tell).collect()
}

/// So many offices are named in a message.
const MOST_NAMES: usize = 5;

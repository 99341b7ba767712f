//! On how many cores a run works.

/// Works with so many threads; with all cores where none are named.
pub(super) fn use_threads(jobs: Option<u16>) {
    if let Some(jobs) = jobs {
        // Fails only where a pool stands already, which a fresh process has not.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
    }
}

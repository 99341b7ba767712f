//! Figures in prose against the figures of the records.

pub mod announced_papers;
pub mod contradicted;
mod elsewhere;
mod figure;
mod of_week;
pub mod week_figures;

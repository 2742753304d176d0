//! Pictures: numbers that can be drawn.

mod bars;
mod dots;
mod skin;

pub(super) use bars::bars;
pub(super) use dots::dots;
pub(super) use skin::skin;

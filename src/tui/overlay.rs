//! What may lie on top of a tab, one file each: its state, what an action means to it, and how it is drawn. Each is an
//! [`Overlay`](super::app::Overlay); to add one, write its file and open it in `update`.

pub mod actions;
pub mod confirm;
pub mod panel;
pub mod prompt;
pub mod results;
pub mod self_check;
pub mod start_card;
pub mod text;
pub mod visit;

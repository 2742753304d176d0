//! The full-screen guide: plain data, what changes it, and what draws it.
//!
//! ```text
//! message --keymap--> Action --update(&mut App)--> Effect --run--> progress file, clipboard, terminal
//!                                   App --view--> one frame
//! ```
//!
//! | file | what it is for |
//! |---|---|
//! | `app`, `in_view` | all that is shown, as data, and what of it is in view and in focus |
//! | `pane`, `scroll`, `history`, `search`, `memo` | the parts of that data |
//! | `keymap`, `action` | what a key means, what the reader wants, what the world must do for it |
//! | `update`, `edit`, `reveal`, `paging` | what an action does, a change and the way back, the way to a place, when a page is made |
//! | `tab`, `overlay` | the kinds of tab, and what may lie on top of one: each with its state, its update and its drawing |
//! | `view`, `screen`, `frame` | the whole screen, where its parts stand, the frame of what lies on top |
//! | `sketch`, `theme`, `put`, `bar`, `field` | words in rows, what they look like, and what they are put together to |
//! | `start`, `run`, `renderer`, `repaint` | the first screen, the loop, and the bytes of a frame |

pub mod action;
pub mod app;
mod bar;
mod edit;
mod field;
pub mod frame;
pub mod history;
mod in_view;
pub mod keymap;
pub mod memo;
pub mod overlay;
mod paging;
pub mod pane;
mod put;
pub mod renderer;
mod repaint;
pub mod reveal;
pub mod run;
pub mod screen;
pub mod scroll;
pub mod search;
pub mod sketch;
pub mod start;
pub mod tab;
pub mod theme;
pub mod update;
pub mod view;

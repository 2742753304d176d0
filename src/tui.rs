//! The full-screen guide: plain data, what changes it, and what draws it.
//!
//! ```text
//! message --keymap--> Action --update(&mut App)--> Effect --run--> progress file, clipboard, terminal
//!                                   App --view--> one frame
//! ```

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

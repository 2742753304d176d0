//! What a user would miss, tested without a terminal: one binary, so that one link serves all.

#[path = "../common/mod.rs"]
mod common;

mod broken;
mod calendar;
mod cli;
mod content;
mod course;
mod dangers;
mod dependencies;
mod documents;
mod export;
mod figure;
mod guides;
mod layout;
mod overlay;
mod progress;
mod promises;
mod right_to_left;
mod rooms;
#[cfg(unix)]
mod saving;
mod schedule;
mod schema;
mod screens;
mod search;
mod store_model;
mod today;
mod words;

//! The guide outside the terminal: a document in each format, the guide and its steps for programs, and the plan for
//! calendars. `format` is the table of what can be printed.

pub mod document;
mod drawing;
pub mod format;
pub mod guide_json;
pub mod hits;
pub mod html;
pub mod ics;
pub mod json;
mod json_step;
pub mod leaflet;
mod links;
pub mod markdown;
pub mod pen;
pub mod schedule;
pub mod steps;
pub mod text;

//! The guide outside the terminal: a document in each format, the guide and its steps for programs, and the plan for
//! calendars.

pub mod document;
mod drawing;
pub mod guide_json;
pub mod hits;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod schedule;
pub mod steps;
pub mod text;

/// The name of a value in a content file.
fn name_in<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, named)| *named == value).expect("the list names all values").0
}

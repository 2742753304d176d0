//! The forms in which a command can print its result.

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::export::format::{FORMATS, Format};

/// The formats of `print`, by their names.
pub(super) fn print_format() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.name).help(format.help));
    PossibleValuesParser::new(names)
        .map(|name| FORMATS.iter().find(|format| format.name == name).expect("only the names of formats are possible"))
}

/// How to print a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// How to print the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScheduleFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For calendars.
    Ics,
}

//! The forms in which a command can print its result.

use clap::ValueEnum;

/// How to print the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PrintFormat {
    /// Plain text from top to bottom, states in words.
    Text,
    /// Markdown as GitHub shows it, with task lists, and sources as footnotes.
    Markdown,
    /// One web page without scripts, for a browser or for paper.
    Html,
    /// Everything that the guide says, for programs.
    Json,
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

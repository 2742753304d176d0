//! What each command does. They read files and write to standard output; everything else they ask of the rooms below.

pub mod arguments;
mod check;
mod checklist;
pub mod completions;
mod guide_file;
pub mod init;
pub mod keys;
mod labels;
mod man;
mod merge;
mod print;
mod read;
mod save;
mod schedule;
mod schema;
mod search;
mod version;

use std::io::{self, Write};
use std::process::ExitCode;

use anstream::AutoStream;
use chrono::{DateTime, NaiveDate, Utc};
use clap::ColorChoice;
use thiserror::Error;

use crate::cli::arguments::{Cli, Command, SharedArguments};
use crate::content::ReadError;
use crate::content::diagnostic::Position;
use crate::content::nearest::nearest;
use crate::export::format::NoVisitSheet;
use crate::export::pen::{Pen, Styling};
use crate::guide::Guide;
use crate::page::layout::{ASCII, Glyphs, UNICODE};
use crate::progress::disk::NotSaved;
use crate::progress::{LONGEST_WORDS, Notice, SaveError};
use crate::schedule::parse_date;
use crate::terminal::environment::Environment;
use crate::terminal::{clock, sanitize};
use crate::tui::run::TerminalError;

/// Why a command failed: a finished sentence each.
#[derive(Debug, Error)]
pub enum CommandError {
    /// A content file cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The file that an overlay is a copy of cannot be read.
    #[error("{overlay}:{}:{}: {why}", .place.line, .place.column)]
    Base {
        /// The overlay.
        overlay: String,
        /// Where it names its base.
        place: Position,
        /// What may have been meant, as a question; why it cannot be read if nothing comes near.
        why: String,
    },
    /// A content file has errors.
    #[error("{0}")]
    Content(String),
    /// The reader named something that the guide does not have.
    #[error("{0}")]
    Unknown(String),
    /// The visit sheet is asked for in a form that it does not have.
    #[error(transparent)]
    NoVisitSheet(#[from] NoVisitSheet),
    /// The reader named a day that is none; why, is said in the words of the guide.
    #[error("`{words}`: {why}")]
    Day {
        /// What the reader wrote.
        words: String,
        /// What is wrong, and what to do.
        why: String,
    },
    /// There is no plan without a treatment day.
    #[error(
        "no day is set, so nothing has a date. Set it with `checklist day DATE`, or name one with `schedule --date DATE`."
    )]
    NoTreatmentDay,
    /// The reader wrote nothing that can be kept.
    #[error("nothing was changed: there are no words in the text. Write some, or remove the old ones with `--clear`.")]
    NoWords,
    /// The reader wrote more than is kept.
    #[error("nothing was changed: the text has {count} characters, and at most {LONGEST_WORDS} are kept. Shorten it.")]
    TooManyWords {
        /// How many characters there are.
        count: usize,
    },
    /// Progress cannot be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The content file is to keep progress too.
    #[error("`{0}` is the content file, so it cannot keep your progress. Name another file with `--state`.")]
    SameFile(String),
    /// The guide was left while another copy held the progress file.
    #[error(
        "what you entered last is not on disk: another copy of the guide holds your progress file. End that copy, and enter it again."
    )]
    NotOnDisk,
    /// The question whether to go on was answered with no.
    #[error("nothing was changed, because the answer was not `y`.")]
    Declined,
    /// There is nobody who could answer a question.
    #[error(
        "nothing was changed: standard input is not a terminal, so nobody can be asked: \"{question}\" Add `--yes` if you agree."
    )]
    NobodyToAsk {
        /// What would be asked.
        question: String,
    },
    /// A file that was to be written is there already.
    #[error("{name} exists already, and nothing is overwritten. Name another file.")]
    Exists {
        /// The file, safe to print.
        name: String,
    },
    /// A file cannot be written.
    #[error("cannot write {name}: {source}. Check the folder and its permissions.")]
    NotWritten {
        /// The file, safe to print.
        name: String,
        /// Why.
        source: NotSaved,
    },
    /// The terminal cannot be used.
    #[error(transparent)]
    Terminal(#[from] TerminalError),
    /// Standard output cannot be written.
    #[error("cannot write to standard output: {0}. Check the disk or the program behind the pipe.")]
    Output(io::Error),
}

impl CommandError {
    /// 2 for wrong usage, such as a day that does not exist; 1 for what failed.
    pub fn exit_code(&self) -> ExitCode {
        let is_wrong_usage = matches!(self, Self::Day { .. } | Self::SameFile(_));
        if is_wrong_usage { ExitCode::from(2) } else { ExitCode::FAILURE }
    }
}

/// Does what the command line says.
///
/// # Errors
///
/// If it failed; the error is the sentence to print.
pub fn run(cli: &Cli) -> Result<ExitCode, CommandError> {
    let environment = Environment::read();
    match &cli.command {
        _ if cli.version => version::run(&cli.shared, &environment),
        None => read::run(cli, &environment),
        Some(Command::Print(print)) => print::run(&cli.shared, print, &environment),
        Some(Command::Search(search)) => search::run(&cli.shared, search, &environment),
        Some(Command::Check(check)) => check::run(&cli.shared, check, &environment),
        Some(Command::Checklist(checklist)) => checklist::run(&cli.shared, checklist, &environment),
        Some(Command::Schedule(schedule)) => schedule::run(&cli.shared, schedule, &environment),
        Some(Command::Init { file, overlay: true }) => init::overlay(&cli.shared, file),
        Some(Command::Init { file, overlay: false }) => init::guide(&cli.shared, file),
        Some(Command::Merge { file }) => merge::run(&cli.shared, file, &environment),
        Some(Command::Labels(labels)) => labels::run(&cli.shared, *labels, &environment),
        Some(Command::Schema { overlay: true }) => schema::overlay(),
        Some(Command::Schema { overlay: false }) => schema::guide(),
        Some(Command::Completions { shell }) => completions::run(*shell),
        Some(Command::Man) => man::run(),
    }
}

/// Prints what the command line is answered with when there is nothing to run: a help text, or why it cannot be
/// understood. No character of the arguments can act on the terminal.
///
/// # Errors
///
/// If the help text cannot be written.
pub fn answer(text: &str, exit_code: i32) -> Result<ExitCode, CommandError> {
    let text = sanitize::visible(text);
    if exit_code == 0 {
        output(&text)?;
        return Ok(ExitCode::SUCCESS);
    }
    // There is nobody to tell if that fails.
    let _ = io::stderr().write_all(text.as_bytes());
    Ok(ExitCode::from(u8::try_from(exit_code).unwrap_or(u8::MAX)))
}

/// The day that everything is shown as of.
fn today(shared: &SharedArguments) -> NaiveDate {
    shared.today.unwrap_or_else(clock::today)
}

/// The time at which something is entered, on the day that everything is shown as of.
fn now(shared: &SharedArguments) -> DateTime<Utc> {
    shared.today.map_or_else(clock::now, clock::now_on)
}

/// The day that is meant, as people type days.
fn day(words: &str, guide: &Guide, today: NaiveDate) -> Result<NaiveDate, CommandError> {
    parse_date(words, today, &guide.labels).map_err(|error| {
        let words = sanitize::visible_line(words).into_owned();
        CommandError::Day { words, why: error.words(&guide.labels) }
    })
}

/// The signs to draw with.
fn glyphs(shared: &SharedArguments, environment: &Environment) -> &'static Glyphs {
    if shared.ascii || !environment.has_unicode() { &ASCII } else { &UNICODE }
}

/// What text is written with.
fn pen(shared: &SharedArguments, environment: &Environment) -> Pen<'static> {
    let is_colored = match shared.color {
        ColorChoice::Auto => AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
        ColorChoice::Always => true,
        ColorChoice::Never => false,
    };
    Pen { glyphs: glyphs(shared, environment), ink: if is_colored { Styling::Colored } else { Styling::Plain } }
}

/// Writes a result to standard output at once. A reader that went away has seen enough.
fn output(text: &str) -> Result<(), CommandError> {
    // Old consoles of Windows take colors another way, which the stream knows.
    let mut stdout = AutoStream::always(io::stdout().lock());
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(CommandError::Output),
    }
}

/// Says what the reader should know, where it does not disturb the result.
fn tell(notice: Option<Notice>) {
    if let Some(notice) = notice {
        say("note", &notice.to_string());
    }
}

/// Says why something failed.
pub fn complain(error: &CommandError) {
    say("error", &error.to_string());
}

/// Writes a message to standard error; no character in it can act on the terminal. There is nobody to tell if that fails.
fn say(kind: &str, message: &str) {
    let _ = writeln!(io::stderr(), "{kind}: {}", sanitize::visible(message));
}

/// A question after a word that is not known, if one of the known words is like it.
fn did_you_mean(word: &str, known: &[&str]) -> String {
    nearest(word, known.iter().copied()).map_or_else(String::new, |near| format!(" (did you mean `{near}`?)"))
}

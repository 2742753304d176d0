//! The command line as data. Help, completions and the man page are made from it.

pub mod checklist;
mod format;

use std::ffi::OsStr;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, Args, ColorChoice, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

use crate::export::format::{Format, TEXT};
use crate::tui::theme::ThemeChoice;

use format::print_format;

pub use checklist::ChecklistArguments;
pub use format::{ListFormat, ScheduleFormat};

/// A calm guide to microneedling for acne scars: read it, search it, tick off the preparation.
///
/// Without a command it opens the full-screen guide, or prints the guide as plain text when standard output is not a
/// terminal. It works offline, keeps everything on this computer, and does not replace a clinician.
#[derive(Debug, Parser)]
#[command(name = "microneedling-guide", version = env!("VERSION_AND_COMMIT"), disable_version_flag = true)]
#[command(after_long_help = EXAMPLES, max_term_width = 100, help_expected = true)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub shared: SharedArguments,
    /// What holds for the full-screen guide.
    #[command(flatten)]
    pub screen: ScreenArguments,
    /// Print the version, and where progress is kept.
    #[arg(long)]
    pub version: bool,
    /// Print the version on one line.
    #[arg(short = 'V', action = ArgAction::Version)]
    pub brief_version: Option<bool>,
    /// What to do instead of opening the full-screen guide.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every command.
#[derive(Debug, Clone, Args)]
pub struct SharedArguments {
    /// Show the guide in this content file instead of the built-in one.
    #[arg(long, value_name = "FILE", global = true, env = "MICRONEEDLING_GUIDE_CONTENT", hide_env_values = true)]
    #[arg(value_parser = FileParser, value_hint = ValueHint::FilePath)]
    pub content: Option<PathBuf>,
    /// Keep progress in this file.
    #[arg(long, value_name = "FILE", global = true, env = "MICRONEEDLING_GUIDE_STATE", hide_env_values = true)]
    #[arg(value_parser = FileParser, value_hint = ValueHint::FilePath)]
    pub state: Option<PathBuf>,
    /// Keep nothing of this run: what you enter is gone when it ends. Only files that you save yourself stay.
    #[arg(long, global = true)]
    pub no_save: bool,
    /// Draw with ASCII characters only.
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Print text in bold and color; `auto` does on a terminal, as `NO_COLOR` and `CLICOLOR_FORCE` say.
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: ColorChoice,
    /// Show everything as of this day.
    #[arg(long, value_name = "YYYY-MM-DD", global = true)]
    pub today: Option<NaiveDate>,
}

/// What holds for the full-screen guide.
#[derive(Debug, Clone, Args)]
pub struct ScreenArguments {
    /// Open this tab, for instance `risks` or `4`.
    #[arg(long, value_name = "ID")]
    pub tab: Option<String>,
    /// The colors of the screen; those that you chose last if left out, else `auto`.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<ThemeChoice>,
    /// Leave the mouse to the terminal.
    #[arg(long)]
    pub no_mouse: bool,
}

/// What to do instead of opening the full-screen guide.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Print the guide, for paper, a pipe or a screen reader.
    Print(PrintArguments),
    /// Find words in the guide; the best place comes first.
    Search(SearchArguments),
    /// Check content files, and tell each fault with its place.
    Check(CheckArguments),
    /// Show and tick the steps from the shell; note down days, answers and questions.
    Checklist(ChecklistArguments),
    /// Tell what is due when, as text or as a calendar file.
    Schedule(ScheduleArguments),
    /// Write a small content file to start your own guide from.
    Init {
        /// The new file; one that is there already is left as it is.
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// Start a copy of the built-in guide that says only what differs.
        #[arg(long)]
        overlay: bool,
    },
    /// Print the whole guide that a copy and its base make, as one content file.
    Merge {
        /// The copy, which names its base; `-` is standard input, and `built-in` the built-in guide.
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    /// Print every word that the program shows by itself, for those who translate a guide.
    Labels(LabelsArguments),
    /// Print the JSON Schema of content files, by which editors complete and check them.
    Schema {
        /// That of a copy which says only what differs.
        #[arg(long)]
        overlay: bool,
    },
    /// Print the line with which a shell learns to complete this program.
    Completions {
        /// The shell.
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// Print the man page.
    Man,
}

/// Print the guide.
#[derive(Debug, Clone, Args)]
pub struct PrintArguments {
    /// Print a leaflet: the messages, the warning signs and the steps with their dates, without what is folded below them.
    #[arg(long)]
    pub short: bool,
    /// How to print it.
    #[arg(long, value_name = "FORMAT", default_value = TEXT.name, value_parser = print_format())]
    pub format: &'static Format,
    /// Break lines of text, and draw in Markdown, at this many cells; if left out at 76, or at the width of a terminal that has fewer.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
    /// Print only this tab, for instance `risks` or `4`, or `visit`: the sheet for your visit.
    #[arg(long, value_name = "ID")]
    pub tab: Option<String>,
    /// Leave out drawings, marks of sources and how sure each claim is: words alone, for a screen reader.
    #[arg(long, alias = "no-pictures")]
    pub screen_reader: bool,
}

/// Find words in the guide.
#[derive(Debug, Clone, Args)]
pub struct SearchArguments {
    /// The words; they need not stand together.
    #[arg(value_name = "WORDS", required = true)]
    pub words: Vec<String>,
    /// How to print what is found.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// Check content files.
#[derive(Debug, Clone, Args)]
pub struct CheckArguments {
    /// The files, `-` for standard input; the guide that `--content` names, or the built-in one, if there are none.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// Treat warnings as errors.
    #[arg(long)]
    pub strict: bool,
    /// How to print what is found.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// Print every word that the program shows by itself.
#[derive(Debug, Clone, Copy, Args)]
pub struct LabelsArguments {
    /// Only those that the guide of `--content` does not replace.
    #[arg(long)]
    pub missing: bool,
}

/// Tell what is due when.
#[derive(Debug, Clone, Args)]
pub struct ScheduleArguments {
    /// Tell it as if this were the treatment day, for instance `10 dec`. Nothing is saved.
    #[arg(long, value_name = "DATE", allow_negative_numbers = true)]
    pub date: Option<String>,
    /// How to print it.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ScheduleFormat,
    /// Show the steps too that are done or not for you; in a calendar, those without a reminder and those before today.
    #[arg(long)]
    pub all: bool,
}

/// Reads the name of a file. An empty environment variable counts as not set, as it does everywhere; an option without a
/// name is a mistake, for instance of a script whose variable is empty.
#[derive(Debug, Clone, Copy)]
struct FileParser;

impl TypedValueParser for FileParser {
    type Value = PathBuf;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<PathBuf, clap::Error> {
        PathBufValueParser::new().parse_ref(command, argument, value)
    }

    fn parse_ref_(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
        source: ValueSource,
    ) -> Result<PathBuf, clap::Error> {
        if source == ValueSource::EnvVariable && value.is_empty() {
            return Ok(PathBuf::new());
        }
        self.parse_ref(command, argument, value)
    }
}

const EXAMPLES: &str = "\
Examples:
  microneedling-guide                              open the guide
  microneedling-guide --tab checklist              open it at the checklist
  microneedling-guide print --tab risks            print the risks, warning signs first
  microneedling-guide print --tab visit            print the sheet for your visit
  microneedling-guide print --short                print the leaflet: all in short, and your dates
  microneedling-guide print | less                 read it as plain text
  microneedling-guide print --format html          print it as a web page
  microneedling-guide search brown skin            find words, the best place first
  microneedling-guide checklist                    list the steps
  microneedling-guide checklist tick start-sun-care
  microneedling-guide checklist --format json      the same for programs
  microneedling-guide checklist day 10 dec         set the treatment day
  microneedling-guide schedule                     what is due when
  microneedling-guide schedule --format ics > plan.ics
  microneedling-guide init my-guide.toml           start a guide of your own
  microneedling-guide init --overlay clinic.toml   start a copy of this one that says only what differs
  microneedling-guide check my-guide.toml          check it";

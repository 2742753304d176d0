//! Prints the man page: what clap knows of the command line, and sections of our own.
//!
//! `clap_mangen` makes a page for each command. This is one page for all of them, so the sections that list options and
//! commands are written here; heading, name and the language of man pages are its own.

use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::{CommandError, keys, output};
use crate::cli::arguments::Cli;

/// The day on which the words of this page were last changed.
const CHANGED: &str = "2026-11-24";

pub(super) fn run() -> Result<ExitCode, CommandError> {
    output(&page().map_err(CommandError::Output)?)?;
    Ok(ExitCode::SUCCESS)
}

fn page() -> std::io::Result<String> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let man = Man::new(command.clone()).title(command.get_name().to_uppercase());
    let man = man.date(CHANGED).manual("User Commands");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    let mut roff = Roff::new();
    synopsis(&mut roff, &command);
    description(&mut roff, &command);
    options(&mut roff, &command);
    commands(&mut roff, &command);
    all_keys(&mut roff);
    for (title, rows) in [("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT), ("EXIT STATUS", EXIT_STATUS)] {
        roff.control("SH", [title]);
        for (term, words) in rows {
            entry(&mut roff, vec![bold(*term)], words);
        }
    }
    examples(&mut roff, &command);
    roff.to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn synopsis(roff: &mut Roff, command: &Command) {
    let name = command.get_name();
    roff.control("SH", ["SYNOPSIS"]);
    roff.text([bold(name), roman(" ["), italic("OPTIONS"), roman("]")]);
    roff.control("br", []);
    roff.text([bold(name), roman(" ["), italic("OPTIONS"), roman("] "), italic("COMMAND"), roman(" ...")]);
}

fn description(roff: &mut Roff, command: &Command) {
    let about = command.get_long_about().map(ToString::to_string).unwrap_or_default();
    roff.control("SH", ["DESCRIPTION"]);
    for (index, paragraph) in about.split("\n\n").enumerate() {
        if index > 0 {
            roff.control("PP", []);
        }
        say(roff, paragraph);
    }
}

fn options(roff: &mut Roff, command: &Command) {
    roff.control("SH", ["OPTIONS"]);
    say(roff, "Those marked with * hold for every command.");
    for argument in command.get_arguments() {
        let star = if argument.is_global_set() { " *" } else { "" };
        option(roff, argument, star);
    }
}

/// Each command with the options that it alone has.
fn commands(roff: &mut Roff, command: &Command) {
    roff.control("SH", ["COMMANDS"]);
    let known: Vec<_> = command.get_arguments().collect();
    commands_within(roff, command, "", &known);
}

/// The commands of a command and those within them. `above` is what is typed before their names, `known` as below.
fn commands_within(roff: &mut Roff, command: &Command, above: &str, known: &[&Arg]) {
    for sub in command.get_subcommands() {
        let name = format!("{above}{}", sub.get_name());
        one_command(roff, sub, &name, known);
        let known: Vec<_> = known.iter().copied().chain(sub.get_arguments()).collect();
        commands_within(roff, sub, &format!("{name} "), &known);
    }
}

/// `known` are the options of the commands around this one. Those that hold here too are not told again.
fn one_command(roff: &mut Roff, command: &Command, name: &str, known: &[&Arg]) {
    let told = known.iter().filter(|known| known.is_global_set() || known.get_id() == "help");
    let told: Vec<_> = told.map(|known| known.get_id()).collect();
    let own: Vec<_> = command.get_arguments().filter(|argument| !told.contains(&argument.get_id())).collect();
    let values = own.iter().filter(|argument| argument.is_positional()).map(|argument| value_names(argument));
    let heading: Vec<_> = [name.to_owned()].into_iter().chain(values).collect();
    roff.control("SS", [heading.join(" ").as_str()]);
    say(roff, &sentence(command.get_about().map(ToString::to_string)));
    for argument in own {
        option(roff, argument, "");
    }
}

fn option(roff: &mut Roff, argument: &Arg, star: &str) {
    let mut term = Vec::new();
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    let names: Vec<_> = short.into_iter().chain(long).collect();
    if !names.is_empty() {
        term.push(bold(names.join(", ")));
    }
    if argument.get_action().takes_values() {
        term.push(roman(if names.is_empty() { "" } else { " " }));
        term.push(italic(value_names(argument)));
    }
    term.push(roman(star));
    entry(roff, term, &sentence(argument.get_help().map(ToString::to_string)));
    for value in argument.get_possible_values().iter().filter(|_| argument.get_action().takes_values()) {
        possible(roff, argument, value);
    }
}

fn possible(roff: &mut Roff, argument: &Arg, value: &PossibleValue) {
    let is_default = argument.get_default_values().iter().any(|default| default == value.get_name());
    let default = if is_default { " (if left out)" } else { "" };
    let help = value.get_help().map(|help| format!(": {help}")).unwrap_or_default();
    roff.control("br", []);
    roff.text([bold(value.get_name()), roman(format!("{help}{default}"))]);
}

fn value_names(argument: &Arg) -> String {
    let names: Vec<_> = argument.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect();
    let many = argument.get_num_args().is_some_and(|range| range.max_values() > names.len());
    let names = format!("{}{}", names.join(" "), if many { "..." } else { "" });
    if argument.is_positional() && !argument.is_required_set() { format!("[{names}]") } else { names }
}

/// Help texts of clap have no full stop at their end.
fn sentence(help: Option<String>) -> String {
    help.map(|help| format!("{help}.")).unwrap_or_default()
}

fn all_keys(roff: &mut Roff) {
    roff.control("SH", ["KEYS"]);
    say(roff, "Every action is in the list that ? or F1 opens, so none needs a letter key of its own.");
    for (place, rows) in keys::by_place() {
        roff.control("SS", [place]);
        for row in rows {
            let keys =
                if row.keys.is_empty() { roman(format!("({})", keys::WITHOUT_KEY)) } else { bold(row.key_names()) };
            entry(roff, vec![keys], row.words);
        }
    }
}

fn examples(roff: &mut Roff, command: &Command) {
    let examples = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
    roff.control("SH", ["EXAMPLES"]);
    roff.control("nf", []);
    for line in examples.lines().skip(1) {
        roff.text([roman(line.trim())]);
    }
    roff.control("fi", []);
}

/// A term with what is said of it below.
fn entry(roff: &mut Roff, term: Vec<Inline>, words: &str) {
    roff.control("TP", []);
    roff.text(term);
    say(roff, words);
}

/// Running text. Its lines are short, as those who read the source of a page expect; a reader sees them joined.
fn say(roff: &mut Roff, words: &str) {
    const LONGEST_LINE: usize = 70;
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + word.len() < LONGEST_LINE => line.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    for line in lines {
        roff.text([roman(line)]);
    }
}

const FILES: &[(&str, &str)] = &[
    (
        "$XDG_STATE_HOME/microneedling-guide/GUIDE.toml",
        "What the reader entered, one file for each guide, readable by its owner alone. Without XDG_STATE_HOME the folder is ~/.local/state. The option --state names another file.",
    ),
    (".GUIDE.toml.lock", "Beside it; keeps two running copies from writing at once. It stays empty."),
    ("GUIDE.toml.damaged-1", "A file that could not be understood, kept as it was under this name."),
];

const ENVIRONMENT: &[(&str, &str)] = &[
    ("MICRONEEDLING_GUIDE_CONTENT", "The content file, unless --content names one."),
    ("MICRONEEDLING_GUIDE_STATE", "The progress file, unless --state names one."),
    ("XDG_STATE_HOME, HOME", "Where the progress file is; only full paths count."),
    ("NO_COLOR", "If set and not empty, no colors."),
    ("CLICOLOR_FORCE", "If set and not 0, printed text has colors in a pipe too. The option --color goes before both."),
    ("TERM, COLORTERM, COLORFGBG, TMUX", "What the terminal can show. With TERM=dumb the guide is printed."),
    ("LC_ALL, LC_CTYPE, LANG", "Only in a UTF-8 locale are characters beyond ASCII drawn."),
];

const EXIT_STATUS: &[(&str, &str)] = &[
    ("0", "It is done. A closed pipe counts as done."),
    ("1", "It failed: a content file has errors, an id is unknown, progress cannot be saved."),
    ("2", "The command line cannot be understood."),
    ("128 + N", "Signal N ended the full-screen guide; the terminal is as it was before."),
];

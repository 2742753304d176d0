//! Opens the full-screen guide, or prints the guide where there is no screen.

use std::io::{IsTerminal, stdin, stdout};
use std::process::ExitCode;

use super::{CommandError, glyphs, guide_file, print, save, today};
use crate::cli::arguments::{Cli, PrintArguments};
use crate::export::format::TEXT;
use crate::progress::{Notice, WhenHeld};
use crate::terminal::environment::Environment;
use crate::terminal::switch::Switch;
use crate::tui::run::{Clock, Ended, FollowedContent, Host, run as run_screen};
use crate::tui::start::{Config, Greeting};
use crate::tui::theme::{Theme, ThemeChoice};

pub(super) fn run(cli: &Cli, environment: &Environment) -> Result<ExitCode, CommandError> {
    if !(stdin().is_terminal() && stdout().is_terminal() && environment.has_screen()) {
        let print = PrintArguments {
            short: false,
            format: TEXT,
            width: None,
            tab: cli.screen.tab.clone(),
            screen_reader: false,
        };
        return print::run(&cli.shared, &print, environment);
    }
    let glyphs = glyphs(&cli.shared, environment);
    let guide = guide_file::load(&cli.shared, glyphs)?;
    let tab = cli.screen.tab.as_deref().map(|tab| print::tab_id(&guide, tab, &[])).transpose()?;
    let (store, progress, notice) = guide_file::progress(&cli.shared, &guide)?;
    let mut store = store.when_held(WhenHeld::Keep);
    let saves = if cli.shared.no_save { Switch::Off } else { Switch::On };
    let greeting = match notice.filter(|notice| !matches!(notice, Notice::NotKept)) {
        Some(notice) => Greeting::Notice(notice.to_string()),
        None if store.is_first_run() && tab.is_none() => Greeting::StartCard,
        None => Greeting::None,
    };
    let chosen = progress.screen().clone();
    let theme = cli.screen.theme.or(chosen.theme.as_deref().and_then(ThemeChoice::from_name)).unwrap_or_default();
    let config = Config {
        guide,
        progress,
        today: today(&cli.shared),
        theme: Theme::new(theme, environment),
        glyphs,
        mouse: if cli.screen.no_mouse || chosen.mouse == Some(false) { Switch::Off } else { Switch::On },
        tab,
        greeting,
        saves,
        clipboard: environment.clipboard(),
    };
    let clock = if cli.shared.today.is_some() { Clock::Stopped } else { Clock::Local };
    let id = config.guide.about.id.clone();
    let again = || guide_file::read_again(&cli.shared, &id, glyphs);
    let files = || guide_file::files(&cli.shared);
    let content = guide_file::is_followed(&cli.shared).then_some(FollowedContent { files: &files, read: &again });
    let ended = run_screen(config, &mut store, Host { clock, write: save::write, content }, environment)?;
    if ended == Ended::Left && !store.has_all_on_disk() {
        return Err(CommandError::NotOnDisk);
    }
    Ok(exit_code(ended))
}

/// A program that a signal ended answers with 128 and the number of the signal; a terminal that went away counts as a
/// hang-up.
fn exit_code(ended: Ended) -> ExitCode {
    const HANG_UP: i32 = 1;
    match ended {
        Ended::Left => ExitCode::SUCCESS,
        Ended::Signal(signal) => ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX)),
        Ended::Gone => exit_code(Ended::Signal(HANG_UP)),
    }
}

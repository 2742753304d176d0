//! The ids that a shell offers, each with its title, from the guide and the progress that the words typed so far name.

use std::ffi::OsString;

use clap::{Arg, CommandFactory, FromArgMatches, value_parser};
use clap_complete::CompletionCandidate;

use crate::cli::arguments::{Cli, SharedArguments};
use crate::cli::guide_file;
use crate::guide::{Guide, Step, VISIT_TAB};
use crate::page::layout::ASCII;
use crate::progress::{Mark, Progress};

/// Ids and titles of one kind.
pub(super) type List = fn(&Guide, &Progress) -> Vec<(String, String)>;

/// What an argument of a command can be, by their names; nothing for one that is no id.
pub(super) fn of(command: &str, argument: &str) -> Option<List> {
    Some(match (command, argument) {
        ("print", "tab") => |guide, _| tabs(guide).chain([(VISIT_TAB.to_owned(), String::new())]).collect(),
        (_, "tab") => |guide, _| tabs(guide).collect(),
        ("tick" | "na", "id") => |guide, progress| steps(guide, |step| progress.mark(&step.id) == Mark::Open),
        ("untick", "id") => |guide, progress| steps(guide, |step| progress.mark(&step.id) != Mark::Open),
        ("set" | "note", "id") => |guide, _| steps(guide, |_| true),
        ("pick", "id") => |guide, progress| {
            let left = guide.questions().filter(|question| progress.asked(&question.id).is_none());
            left.map(|question| (question.id.to_string(), question.text.words())).collect()
        },
        ("drop" | "move" | "answer", "id") => |guide, progress| {
            let title = |id| guide.question(id).map(|question| question.text.words()).unwrap_or_default();
            progress.current().questions.iter().map(|asked| (asked.id.to_string(), title(&asked.id))).collect()
        },
        ("answer", "check") => {
            |guide, _| guide.checks().map(|check| (check.id.to_string(), check.text.words())).collect()
        }
        _ => return None,
    })
}

fn tabs(guide: &Guide) -> impl Iterator<Item = (String, String)> {
    guide.tab_titles().map(|(id, title)| (id.to_owned(), title.to_owned()))
}

fn steps(guide: &Guide, is_meant: impl Fn(&Step) -> bool) -> Vec<(String, String)> {
    guide.steps().filter(|step| is_meant(step)).map(|step| (step.id.to_string(), step.title.clone())).collect()
}

/// What `list` tells of the guide that is named by the arguments with which a shell asks. A guide that cannot be read has
/// nothing to offer, and says so once it is asked for.
pub(super) fn list(arguments: impl IntoIterator<Item = OsString>, list: List) -> Vec<CompletionCandidate> {
    let shared = typed(arguments);
    // Standard input belongs to the shell now.
    let is_file = |shared: &SharedArguments| shared.content.as_ref().is_none_or(|content| content.as_os_str() != "-");
    let Some(shared) = shared.filter(is_file) else { return Vec::new() };
    let Ok(guide) = guide_file::load(&shared, &ASCII) else { return Vec::new() };
    let progress = guide_file::progress(&shared, &guide).map(|(_, progress, _)| progress).unwrap_or_default();
    let help = |title: String| (!title.is_empty()).then(|| title.into());
    list(&guide, &progress).into_iter().map(|(id, title)| CompletionCandidate::new(id).help(help(title))).collect()
}

/// What the words typed so far, which stand behind `--`, and the environment say of the guide. Whatever else is wrong with
/// the words does not matter yet. Bash hands over `--content=FILE` as three words.
fn typed(arguments: impl IntoIterator<Item = OsString>) -> Option<SharedArguments> {
    let mut words: Vec<OsString> = Vec::new();
    let mut joins = false;
    for word in arguments.into_iter().skip_while(|word| word != "--").skip(1) {
        let is_sign = word == "=";
        match words.last_mut().filter(|_| joins || is_sign) {
            Some(last) => last.push(word),
            None => words.push(word),
        }
        joins = is_sign;
    }
    // A value that is wrong would end the reading of the words, and this one is often half typed.
    let any_theme = |theme: Arg| theme.value_parser(value_parser!(OsString));
    let command = Cli::command().mut_arg("theme", any_theme).ignore_errors(true);
    let matches = command.try_get_matches_from(words).ok()?;
    SharedArguments::from_arg_matches(&matches).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn files(line: &str) -> (Option<String>, Option<String>) {
        let words = ["/usr/bin/microneedling-guide", "--", "microneedling-guide"];
        let shared = typed(words.into_iter().chain(line.split(' ')).map(OsString::from)).unwrap();
        let name = |path: &Path| path.to_str().unwrap().to_owned();
        (shared.content.as_deref().map(name), shared.state.as_deref().map(name))
    }

    #[test]
    fn the_words_typed_so_far_name_the_guide_and_the_progress() {
        let both = (Some("a.toml".to_owned()), Some("b.toml".to_owned()));
        assert_eq!(files("--content a.toml --state b.toml checklist tick "), both);
        assert_eq!(files("checklist --state=b.toml tick --content=a.toml wear-"), both);
        assert_eq!(files("--content = a.toml checklist --state = b.toml tick"), both);
        assert_eq!(files("--state b.toml --theme nonsense --content a.toml --tab "), both);
        assert_eq!(files("--content a.toml checklist tick --state"), (Some("a.toml".to_owned()), None));
        assert_eq!(files("check a.toml"), (None, None));
    }
}

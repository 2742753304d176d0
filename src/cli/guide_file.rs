//! The guide that the command line asks for, and what the reader entered about it.

use std::io;
use std::path::{Path, PathBuf};

use crate::cli::arguments::SharedArguments;
use crate::content::diagnostic::{Severity, SourceFile};
use crate::content::nearest::nearest;
use crate::content::{self, BUILT_IN, BUILT_IN_ID, overlay};
use crate::guide::{Guide, Id};
use crate::page::layout::Glyphs;
use crate::progress::{Location, Notice, Progress, Store};
use crate::tui::keymap;

use super::{CommandError, today};

/// The name of the built-in guide in findings: that of a file that one may write it to.
pub(super) const BUILT_IN_NAME: &str = "built-in.toml";

/// The name of standard input in findings.
const STANDARD_INPUT: &str = "standard input";

/// The file that the command line names, or the built-in one.
pub(super) fn source(shared: &SharedArguments) -> Result<SourceFile, CommandError> {
    named(shared).map_or_else(|| Ok(SourceFile::of_program(BUILT_IN_NAME, BUILT_IN)), read)
}

/// The file that the command line names.
pub(super) fn named(shared: &SharedArguments) -> Option<&Path> {
    shared.content.as_deref().filter(|path| !path.as_os_str().is_empty())
}

/// The content file of this name; `-` is standard input.
pub(super) fn read(path: &Path) -> Result<SourceFile, CommandError> {
    if path.as_os_str() == "-" {
        let text = content::read_from(io::stdin().lock(), STANDARD_INPUT)?;
        return with_base(SourceFile::new(STANDARD_INPUT, text), Path::new(""));
    }
    let file = SourceFile::new(path.to_string_lossy(), content::read(path)?);
    with_base(file, path.parent().unwrap_or(Path::new("")))
}

/// The file with its base, if it is an overlay. The base is named as seen from the folder of the overlay.
fn with_base(file: SourceFile, folder: &Path) -> Result<SourceFile, CommandError> {
    let base = match overlay::base_of(file.text()) {
        None => return Ok(file),
        Some((name, _)) if name == overlay::BUILT_IN => SourceFile::of_program(BUILT_IN_NAME, BUILT_IN),
        Some((name, at)) => {
            let path = folder.join(&name);
            let text = content::read(&path).map_err(|source| {
                let near = nearest(&name, [overlay::BUILT_IN].into_iter());
                let why = near.map(|near| format!("there is no file of this name; did you mean `base = \"{near}\"`?"));
                let why = why.unwrap_or_else(|| format!("the base is missing: {source}"));
                CommandError::Base { overlay: file.name().to_owned(), place: file.position(at), why }
            })?;
            SourceFile::new(path.to_string_lossy(), text)
        }
    };
    Ok(file.over(&base))
}

/// The guide; a file with errors is refused with all of them.
pub(super) fn load(shared: &SharedArguments, glyphs: &Glyphs) -> Result<Guide, CommandError> {
    guide_in(&source(shared)?, shared, glyphs)
}

/// The guide in a file, likewise.
pub(super) fn guide_in(file: &SourceFile, shared: &SharedArguments, glyphs: &Glyphs) -> Result<Guide, CommandError> {
    let today = today(shared);
    let loaded = if file.text() == BUILT_IN {
        content::load_built_in(today)
    } else {
        content::load(file, &keymap::action_names(), today)
    };
    let Some(mut guide) = loaded.guide else {
        let errors = loaded.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
        let findings: Vec<_> = errors.map(|finding| finding.render(file, glyphs.charset)).collect();
        let name = crate::terminal::sanitize::visible_line(file.name()).into_owned();
        let summary = format!("the content file {name} has errors; mend them, or name another file with `--content`.");
        return Err(CommandError::Content(format!("{}\n{summary}", findings.join("\n"))));
    };
    guide.labels.speak_of_subject(keymap::action_words);
    Ok(guide)
}

/// Whether the guide can be read again: the built-in one and standard input cannot.
pub(super) fn is_followed(shared: &SharedArguments) -> bool {
    named(shared).is_some_and(|path| path.as_os_str() != "-")
}

/// The files that the guide is made of now: the content file, and its base if it is an overlay of a file.
pub(super) fn files(shared: &SharedArguments) -> Vec<PathBuf> {
    let Some(path) = named(shared) else { return Vec::new() };
    let base = content::read(path).ok().and_then(|text| overlay::base_of(&text));
    let base = base.map(|(base, _)| base).filter(|base| base != overlay::BUILT_IN);
    let base = base.map(|base| path.with_file_name(base));
    [path.to_owned()].into_iter().chain(base).collect()
}

/// The guide of this id as its file is now, or in one line what is wrong, with the place in the file.
pub(super) fn read_again(shared: &SharedArguments, id: &Id, glyphs: &Glyphs) -> Result<Guide, String> {
    let guide = load(shared, glyphs).map_err(|error| {
        let words = error.to_string();
        let first = words.lines().next().unwrap_or_default();
        let folder = named(shared).and_then(Path::parent).map(|folder| folder.join("").to_string_lossy().into_owned());
        // There is one row to tell it in, so that a long path would hide the place.
        folder.and_then(|folder| first.strip_prefix(&folder)).unwrap_or(first).to_owned()
    })?;
    let now = &guide.about.id;
    let other =
        || format!("the guide is called `{now}` now and no longer `{id}`; quit and start it to keep progress for it.");
    if now == id { Ok(guide) } else { Err(other()) }
}

/// The built-in guide.
pub(super) fn built_in(shared: &SharedArguments, glyphs: &Glyphs) -> Result<Guide, CommandError> {
    guide_in(&SourceFile::of_program(BUILT_IN_NAME, BUILT_IN), shared, glyphs)
}

/// The id of the guide; the built-in one is not read for it.
pub(super) fn id(shared: &SharedArguments, glyphs: &Glyphs) -> Result<Id, CommandError> {
    match Id::new(BUILT_IN_ID).filter(|_| named(shared).is_none()) {
        Some(id) => Ok(id),
        None => load(shared, glyphs).map(|guide| guide.about.id),
    }
}

/// What the reader entered about this guide, and the file that keeps it.
pub(super) fn progress(
    shared: &SharedArguments,
    guide: &Guide,
) -> Result<(Store, Progress, Option<Notice>), CommandError> {
    let opened = Store::open(location(shared, &guide.about.id), &guide.about.id);
    match shared.content.as_ref().filter(|content| opened.0.keeps(content)) {
        Some(content) => Err(CommandError::SameFile(content.to_string_lossy().into_owned())),
        None => Ok(opened),
    }
}

/// Where that file is.
pub(super) fn location(shared: &SharedArguments, guide: &Id) -> Location {
    let location = Location::resolve(shared.state.clone(), guide);
    if shared.no_save { location.only_read() } else { location }
}

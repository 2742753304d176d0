//! What a search found, for the shell: lines for people, JSON for programs.

use serde::Serialize;

use super::json;
use super::pen::Pen;
use crate::guide::{Guide, Label, SectionId, StepId};
use crate::page::search::{Found, Hit};

/// The version of the JSON that programs may rely on. New keys may come; those that are there stay.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct JsonFound<'a> {
    format: u32,
    guide: &'a str,
    corrected: Vec<JsonCorrected<'a>>,
    missing: &'a [String],
    hits: Vec<JsonHit<'a>>,
}

/// A word that is nowhere, and the one that was searched for instead.
#[derive(Serialize)]
struct JsonCorrected<'a> {
    typed: &'a str,
    shown: &'a str,
}

/// `id` is that of the thing itself, for instance of a card or a source; `also` is the word that led there, where the
/// text itself does not have it.
#[derive(Serialize)]
struct JsonHit<'a> {
    tab: Option<&'a str>,
    section: Option<&'a str>,
    step: Option<&'a str>,
    id: Option<&'a str>,
    title: &'a str,
    words: &'a str,
    also: Option<&'a str>,
}

/// The hits for programs, best first.
pub fn json(guide: &Guide, found: &Found) -> String {
    let corrected = found.corrected.iter().map(|(typed, shown)| JsonCorrected { typed, shown });
    json::pretty(&JsonFound {
        format: FORMAT,
        guide: guide.about.id.as_str(),
        corrected: corrected.collect(),
        missing: &found.missing,
        hits: found.hits.iter().map(json_hit).collect(),
    })
}

fn json_hit(hit: &Hit) -> JsonHit<'_> {
    JsonHit {
        tab: hit.tab.as_deref(),
        section: hit.section.as_ref().map(SectionId::as_str),
        step: hit.step().map(StepId::as_str),
        id: hit.target.id(),
        title: &hit.title,
        words: &hit.words,
        also: hit.also.as_deref(),
    }
}

/// The hits for people, best first: the tab and the heading, below them the words around.
pub fn text(guide: &Guide, found: &Found, pen: Pen<'_>) -> String {
    let hits: Vec<_> = found.hits.iter().map(|hit| of_hit(guide, hit, pen)).collect();
    hits.join("\n")
}

fn of_hit(guide: &Guide, hit: &Hit, pen: Pen<'_>) -> String {
    let tab = guide.tab_titles().find(|(id, _)| Some(*id) == hit.tab.as_deref());
    let place = tab.map_or(guide.labels.get(Label::Sources), |(_, title)| title);
    let also = hit.also.as_ref().map(|word| format!(" ({word})")).unwrap_or_default();
    let words = if hit.words.is_empty() { String::new() } else { format!("    {}\n", hit.words) };
    pen.heading(&format!("{place}: {}{also}", hit.title)) + &pen.write(&format!("\n{words}"))
}

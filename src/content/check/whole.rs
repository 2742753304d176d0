//! What stands in the file once or beside the tabs: about, start, checklist, sources, warnings.

use chrono::NaiveDate;

use super::{sources, tables_in};
use crate::content::fields::{Fields, Placed};
use crate::content::format::whole::{checklist, door, guide, root, source, start, vars, warning};
use crate::content::prose::is_address;
use crate::content::report::{Given, Kind, Reference, Reporter};
use crate::content::rules;
use crate::guide::{
    About, Checklist, Door, Id, Later, SectionId, Source, SourceId, Sources, Stage, Start, Tab, Text, Warning,
};

pub(super) fn about(fields: Fields<'_>, today: NaiveDate) -> About {
    fields.read(|fields| {
        let id = fields.new_id(guide::ID, Kind::Guide, Id::new);
        let title = fields.title(guide::TITLE).unwrap_or_default();
        let summary = fields.line(guide::SUMMARY).unwrap_or_default();
        let language = language(fields);
        let (reviewed, review_by) = dates(fields, today);
        About {
            id,
            title,
            summary,
            language,
            reviewed,
            review_by,
            authors: fields.line(guide::AUTHORS).unwrap_or_default(),
            funding: fields.line(guide::FUNDING).unwrap_or_default(),
            disclaimer: fields.line(guide::DISCLAIMER).unwrap_or_default(),
            contact: fields.line(guide::CONTACT).unwrap_or_default(),
            lead_days: fields.whole(guide::LEAD_DAYS).map(|(days, _)| days),
            phone: None,
        }
    })
}

fn language(fields: &mut Fields<'_>) -> String {
    let Some(words) = fields.words(guide::LANGUAGE) else { return String::new() };
    let is_tag = |tag: &str| {
        let mut subtags = tag.split('-');
        let first = subtags.next().unwrap_or_default();
        (2..=3).contains(&first.len())
            && first.bytes().all(|b| b.is_ascii_lowercase())
            && subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    let dashed = words.value.replace('_', "-");
    let near = [dashed.to_lowercase(), dashed].into_iter().rfind(|tag| is_tag(tag));
    if is_tag(words.value) {
        fields.reporter.keep_language(words.value);
    } else {
        let message = format!("`{}` is not a language tag.", words.value);
        let help = near.map(|tag| format!("write `{tag}`."));
        let help = help.unwrap_or("write a tag such as `en`, `de` or `zh-Hans`.".to_owned());
        fields.reporter.error("bad-language", words.span, message, help);
    }
    words.value.to_owned()
}

fn dates(fields: &mut Fields<'_>, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let reviewed = fields.date(guide::REVIEWED);
    let review_by = fields.date(guide::REVIEW_BY);
    if let Some((day, place)) = reviewed.clone().filter(|(day, _)| *day > today) {
        let message = format!("the text was compared with its sources on {day}, which is still to come.");
        fields.reporter.warning("review-dates", place, message, "write the day on which it was done.");
    }
    if let (Some((reviewed, _)), Some((review_by, place))) = (&reviewed, review_by.clone()) {
        if review_by < *reviewed {
            let message = format!("{review_by} is before the day of the review, {reviewed}.");
            let help = "write the day by which the text is to be compared with its sources again.";
            fields.reporter.error("review-dates", place, message, help);
        } else if review_by < today {
            let message = format!("the text was to be reviewed by {review_by}.");
            let help = "compare it with its sources, then set `reviewed` and `review_by` anew.";
            fields.reporter.warning("review-overdue", place, message, help);
        }
    }
    let day = |date: Option<Placed<NaiveDate>>| date.map_or(today, |(day, _)| day);
    (day(reviewed), day(review_by))
}

pub(super) fn source(fields: &mut Fields<'_>) -> Source {
    Source {
        id: fields.new_id(source::ID, Kind::Source, SourceId::new),
        title: fields.title(source::TITLE).unwrap_or_default(),
        year: fields.whole(source::YEAR).map(|(year, _)| year),
        url: url(fields),
        reliability: fields.title(source::RELIABILITY).unwrap_or_default(),
    }
}

/// Sources of which only the ids are looked at before one of them is shown. Each id stands on a line of its own.
pub(super) fn sources_later(reporter: &Reporter<'_>, text: &'static str) -> Sources {
    let ids = text.lines().filter_map(|line| SourceId::new(line.strip_prefix("id = \"")?.strip_suffix('"')?));
    let ids: Vec<_> = ids.collect();
    for id in &ids {
        reporter.give(Kind::Source, id.as_str(), 0..0);
    }
    Sources::new(ids, Later::new(move || tables_in(text, &Given::default(), root::SOURCES, source)))
}

fn url(fields: &mut Fields<'_>) -> Option<String> {
    let words = fields.words(source::URL)?;
    if !is_address(words.value, &["http://", "https://"]) {
        let message = format!("`{}` is not the address of a web page.", words.value);
        let help = "begin it with https:// or http:// and leave no blank in it.";
        fields.reporter.error("link", words.span, message, help);
    }
    Some(words.value.to_owned())
}

/// Up to three stages, each once and from mild to grave.
pub(super) fn warnings(root: &mut Fields<'_>) -> Vec<Warning> {
    let tables = root.tables(root::WARNINGS);
    let headers: Vec<_> = tables.iter().map(|table| table.header.clone()).collect();
    let warnings: Vec<_> = tables.into_iter().map(|table| table.read(warning)).collect();
    let wrong = warnings.windows(2).position(|pair| pair[0].stage >= pair[1].stage);
    if let Some(place) = wrong.and_then(|index| headers.get(index + 1)) {
        let message =
            "the stages of the warnings are not in the order `clinic`, `urgent`, `emergency`, each once at most.";
        let help = "write one [[warning]] for each stage that there is, from mild to grave.";
        root.reporter.error("stages", place.clone(), message, help);
    }
    warnings
}

fn warning(fields: &mut Fields<'_>) -> Warning {
    let stage = fields.choice(warning::STAGE, &Stage::NAMES).unwrap_or(Stage::Clinic);
    let title = fields.title(warning::TITLE).unwrap_or_default();
    let text = fields.line(warning::TEXT).unwrap_or_default();
    let signs = fields.lines(warning::SIGNS);
    let also = fields.titles(warning::ALSO);
    let named = fields.sources(warning::SOURCES);
    let cited = text.citations().chain(signs.iter().flat_map(Text::citations));
    let sources = sources::all(fields, warning::SOURCES, &named, cited);
    let warning = Warning { stage, title, text, signs, also, sources };
    rules::warning(fields, &warning);
    warning
}

/// Reads the values that the text may name; the telephone number among them, which is used by the visit sheet.
pub(super) fn vars(fields: &mut Fields<'_>) -> Option<String> {
    let mut phone = None;
    for ((name, place), words) in fields.chosen() {
        let Some(words) = words else {
            fields.reporter.give_misshapen(Kind::Value, name);
            continue;
        };
        let value = fields.plain(&words);
        if value.trim().is_empty() {
            let help = "write it between the quotes, or remove the line.";
            fields.reporter.error("empty-text", place.clone(), format!("the value `{name}` is empty."), help);
        }
        if Id::new(name).is_some() {
            fields.reporter.keep_value(name, place.clone(), value);
            if name == vars::PHONE.name {
                phone = fields.reporter.value(name, &|| place.clone());
            }
        } else {
            fields.reporter.give_misshapen(Kind::Value, name);
            fields.bad_id(name, place);
        }
    }
    phone
}

/// Reads the card of the first run.
pub(super) fn start(fields: &mut Fields<'_>, tabs: &[Tab]) -> Start {
    Start {
        text: fields.prose(start::TEXT).unwrap_or_default(),
        doors: fields.each(start::DOORS, |fields| door(fields, tabs)),
    }
}

fn door(fields: &mut Fields<'_>, tabs: &[Tab]) -> Door {
    let door = Door {
        title: fields.title(door::TITLE).unwrap_or_default(),
        text: fields.line(door::TEXT).unwrap_or_default(),
        tab: fields.tab(door::TAB),
        place: place(fields),
    };
    let holds = |tab: &&Tab| tab.sections.iter().any(|section| Some(&section.id) == door.place.as_ref());
    let holder = tabs.iter().filter(|_| fields.reporter.minds_words()).find(holds);
    if let Some(holder) = holder.filter(|holder| holder.id != door.tab) {
        let message = format!("the section of `place` is in the tab `{}`, not in this one.", holder.id);
        let help = format!("write `tab = \"{}\"`, or name a section of this tab.", holder.id);
        fields.reporter.warning("place", fields.own_place([door::TAB, door::PLACE]), message, help);
    }
    door
}

/// Sections stand further down in the file than the doors that lead to them.
fn place(fields: &mut Fields<'_>) -> Option<SectionId> {
    let words = fields.words(door::PLACE)?;
    fields.reporter.follow_later(Reference::Section, words.value, || words.span);
    SectionId::new(words.value)
}

/// Reads the words over the tab that is made from all steps.
pub(super) fn checklist(fields: &mut Fields<'_>) -> Checklist {
    Checklist {
        title: fields.title(checklist::TITLE).unwrap_or_default(),
        summary: fields.prose(checklist::SUMMARY).unwrap_or_default(),
    }
}

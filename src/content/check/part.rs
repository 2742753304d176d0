//! What stands in the file once or beside the tabs: about, sources, warnings.

use super::unique;
use crate::content::prose::is_address;
use crate::content::raw::Fields;
use crate::content::{desk::Kind, rules};
use crate::guide::{About, Id, Source, SourceId, Stage, Text, Warning};
use chrono::NaiveDate;

/// Who books earlier than a year ahead has no use for the number of days.
const LONGEST_LEAD: u16 = 366;

pub(super) fn about(fields: Fields<'_>, today: NaiveDate) -> About {
    fields.read(|fields| {
        let id = fields.new_id(Kind::Guide, Id::new);
        let title = fields.title("title");
        let summary = fields.line("summary");
        let language = language(fields);
        let (reviewed, review_by) = dates(fields, today);
        About {
            id,
            title,
            summary,
            language,
            reviewed,
            review_by,
            authors: fields.line("authors"),
            funding: fields.line("funding"),
            disclaimer: fields.line("disclaimer"),
            contact: fields.line("contact"),
            lead_days: lead_days(fields),
        }
    })
}

fn lead_days(fields: &mut Fields<'_>) -> Option<u16> {
    let (days, place) = fields.optional_integer("lead_days")?;
    let lead_days = u16::try_from(days).ok().filter(|days| (1..=LONGEST_LEAD).contains(days));
    if lead_days.is_none() {
        let message = format!("{days} is not a number of days to book ahead.");
        fields.desk.error("out-of-range", place, message, format!("write a number from 1 to {LONGEST_LEAD}."));
    }
    lead_days
}

fn language(fields: &mut Fields<'_>) -> String {
    let Some(words) = fields.words("language") else {
        return String::new();
    };
    let mut subtags = words.value.split('-');
    let first =
        subtags.next().is_some_and(|tag| (2..=8).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphabetic()));
    let rest = subtags.all(|tag| (1..=8).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric()));
    if !(first && rest) {
        let message = format!("`{}` is not a language tag.", words.value);
        fields.desk.error("bad-language", words.span, message, "write a tag such as `en`, `de` or `zh-Hans`.");
    }
    fields.desk.keep_language(words.value);
    words.value.to_owned()
}

fn dates(fields: &mut Fields<'_>, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let (reviewed, _) = fields.day("reviewed");
    let (review_by, place) = fields.day("review_by");
    if review_by < reviewed {
        let message = format!("{review_by} is before the day of the review, {reviewed}.");
        fields.desk.error(
            "review-dates",
            place,
            message,
            "write the day by which the text is to be compared with its sources again.",
        );
    } else if review_by < today && !place.is_empty() {
        let message = format!("the text was to be reviewed by {review_by}.");
        fields.desk.warning(
            "review-overdue",
            place,
            message,
            "compare it with its sources, then set `reviewed` and `review_by` anew.",
        );
    }
    (reviewed, review_by)
}

pub(super) fn source(fields: Fields<'_>) -> Source {
    fields.read(|fields| Source {
        id: fields.new_id(Kind::Source, SourceId::new),
        title: fields.title("title"),
        year: fields.optional_integer("year").map(|(year, _)| year),
        url: url(fields),
        reliability: fields.title("reliability"),
    })
}

fn url(fields: &mut Fields<'_>) -> Option<String> {
    let words = fields.optional_words("url")?;
    if !is_address(words.value, &["http://", "https://"]) {
        let message = format!("`{}` is not the address of a web page.", words.value);
        fields.desk.error("link", words.span, message, "begin it with https:// or http:// and leave no blank in it.");
    }
    Some(words.value.to_owned())
}

/// The three stages, each once and from mild to grave.
pub(super) fn warnings(root: &mut Fields<'_>) -> Vec<Warning> {
    let tables = root.some_tables("warning", "[[warning]]");
    let headers: Vec<_> = tables.iter().map(|table| table.header.clone()).collect();
    let warnings: Vec<_> = tables.into_iter().map(|table| table.read(warning)).collect();
    let stages = Stage::NAMES.map(|(_, stage)| stage);
    let right = warnings.iter().zip(stages).take_while(|(warning, stage)| warning.stage == *stage);
    let right = right.count();
    if let Some(place) = headers.get(right).or(headers.last()).filter(|_| right < stages.len().max(headers.len())) {
        let message = "the stages of the warnings are not `clinic`, `urgent`, `emergency`.";
        let help = "write one [[warning]] for each stage, in this order.";
        root.desk.error("stages", place.clone(), message, help);
    }
    warnings
}

fn warning(fields: &mut Fields<'_>) -> Warning {
    let stage = fields.choice("stage", &Stage::NAMES);
    let title = fields.title("title");
    let text = fields.line("text");
    let signs = fields.lines("signs");
    let named = fields.sources();
    let cited = text.citations().chain(signs.iter().flat_map(Text::citations));
    let sources = unique(named.iter().chain(cited));
    let warning = Warning { stage, title, text, signs, sources };
    rules::warning(fields, &warning);
    warning
}

//! What the words of a label must keep, so that sentences, lists of names, keys and screens hold with them.

use std::collections::BTreeSet;

use crate::content::fields::Fields;
use crate::content::format::Key;
use crate::content::nearest::nearest;
use crate::content::report::quoted;
use crate::guide::labels::Declared;
use crate::guide::{BETWEEN_KEYS, Label, Labels, slots};
use crate::terminal::width::cells;

/// The keys that answer a question before something that is hard to take back, by the label that names them in this order.
const CONFIRMING: [(Label, &[&str]); 2] =
    [(Label::ConfirmKeys, &["y", "n"]), (Label::ConfirmDayKeys, &["y", "m", "n"])];

/// Lists of names, with one blank between them.
const LISTS: [Label; 5] = [Label::Weekdays, Label::Months, Label::WeekdayNames, Label::MonthNames, Label::KeyNames];

/// Words that must not look the same: the marks of a step, the answers to a question.
const TOLD_APART: [&[Label]; 2] = [
    &[Label::MarkOpen, Label::MarkDone, Label::MarkKeptUp, Label::MarkNotForMe],
    &[Label::AnswerYes, Label::AnswerNo, Label::AnswerNotSure],
];

/// Labels that have room for so many cells.
const ROOM: [(Label, usize); 2] = [(Label::StripDay, 3), (Label::DecimalMark, 1)];

/// Other words may take so many times the cells of the English ones, and so many more: screens of 80 columns hold that.
const MOST_TIMES: usize = 2;
const MOST_MORE: usize = 40;

/// Monday in small letters, in languages of which we know it: their weeks are held to begin with it, as ours do.
const MONDAYS: &str = "monday montag maandag mandag måndag lundi lunes lunedì segunda-feira luni poniedziałek pondělí pondelok \
    понедельник понеділок hétfő maanantai pazartesi 星期一 月曜日";

/// Holds the words of one label against what they must keep.
pub(super) fn words(fields: &Fields<'_>, label: &Declared, words: &str) {
    same_slots(fields, label.key, label.slots, words);
    if LISTS.iter().any(|list| list.key() == label.key) {
        names(fields, label, words);
    }
    limits(fields, label, words);
}

/// Holds labels against each other.
pub(super) fn together(fields: &Fields<'_>, labels: &Labels) {
    from_monday(fields, labels);
    same_order(fields, labels, Label::Weekdays, Label::WeekdayNames);
    same_order(fields, labels, Label::Months, Label::MonthNames);
    told_apart(fields, labels);
    confirming_keys(fields, labels);
}

fn error(fields: &Fields<'_>, rule: &'static str, key: &'static str, message: String, help: &str) {
    fields.reporter.error(rule, fields.place_of(Key::title(key)), message, help);
}

fn warning(fields: &Fields<'_>, rule: &'static str, key: &'static str, message: String, help: &str) {
    fields.reporter.warning(rule, fields.place_of(Key::title(key)), message, help);
}

/// What the program puts in must stand there once each, and nothing else in braces.
pub(super) fn same_slots(fields: &Fields<'_>, key: &'static str, wanted: &[&'static str], words: &str) {
    let found = slots(words);
    let times = |slot: &str| found.iter().filter(|name| **name == slot).count();
    let wrong = if words.matches(['{', '}']).count() > 2 * found.len() {
        "has a brace too many or too few".to_owned()
    } else if let Some(name) = found.iter().find(|name| !wanted.contains(name)) {
        let near = nearest(name, wanted.iter().copied());
        let hint = near.map(|near| format!(" (did you mean `{{{near}}}`?)")).unwrap_or_default();
        format!("has `{{{name}}}`, for which nothing is put in{hint}")
    } else if let Some(slot) = wanted.iter().find(|slot| times(slot) == 0) {
        format!("lacks `{{{slot}}}`")
    } else if let Some(slot) = wanted.iter().find(|slot| times(slot) > 1) {
        format!("has `{{{slot}}}` twice")
    } else {
        return;
    };
    let names: Vec<_> = wanted.iter().map(|name| format!("{{{name}}}")).collect();
    let help = match wanted {
        [] => "use no braces here.".to_owned(),
        _ => format!("use each of these once: {}.", names.join(", ")),
    };
    error(fields, "label-slots", key, format!("`{key}` {wrong}."), &help);
}

/// A list of names, such as those of the weekdays, must not have fewer or more than the English one.
fn names(fields: &Fields<'_>, label: &Declared, words: &str) {
    let wrong = |message: String, help: &str| error(fields, "label-names", label.key, message, help);
    if let Some(found) = words.find("  ").or_else(|| words.find(|c: char| c.is_whitespace() && c != ' ')) {
        let what =
            if words[found..].starts_with(' ') { "two blanks in a row" } else { "a blank that is not a plain one" };
        let message = format!("`{}` has {what} between its names.", label.key);
        return wrong(message, "write the names with one plain blank between them.");
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = words.split(' ').find(|name| !seen.insert(*name)) {
        let message = format!("`{}` has the name `{twice}` twice.", label.key);
        wrong(message, "write names that can be told from each other.");
    }
    if words.split(' ').any(|name| name.ends_with([',', ';'])) {
        let message = format!("a name of `{}` ends in a comma.", label.key);
        wrong(message, "write the names with nothing but one blank between them.");
    }
    let [found, wanted] = [words, label.default_text].map(|words| words.split(' ').count());
    if found != wanted {
        let message = format!("`{}` has {found} names, not {wanted}.", label.key);
        wrong(message, "write the names with one blank between them, and none inside of a name.");
    }
}

/// What a screen has no room for, and what no name of a file can have.
fn limits(fields: &Fields<'_>, label: &Declared, words: &str) {
    let Declared { key, default_text: ours, .. } = *label;
    let room = ROOM.iter().find(|(own, _)| own.key() == key);
    let most = room.map_or(MOST_TIMES * cells(ours) + MOST_MORE, |(_, most)| *most);
    if cells(words) > most {
        let message = format!("`{key}` takes {} cells of a line, and has room for {most}.", cells(words));
        warning(fields, "label-length", key, message, "say it in fewer words.");
    }
    let is_confirming = CONFIRMING.iter().any(|(confirming, _)| confirming.key() == key);
    let [parts, wanted] = [words, ours].map(|words| words.split(BETWEEN_KEYS).count());
    if parts < wanted && !is_confirming {
        let message = format!(
            "`{key}` has {parts} of {wanted} parts, of which a small screen leaves some out at two blanks in a row."
        );
        let help = format!("write two blanks between its parts, as in `{ours}`.");
        warning(fields, "label-keys", key, message, &help);
    }
    if key == Label::VisitFile.key() && words.contains(['/', '\\']) {
        let message = format!("`{key}` begins the name of a file, in which no slash may stand.");
        error(fields, "label-file", key, message, "write it without slashes.");
    }
}

/// A week that begins with another day would name a wrong one.
fn from_monday(fields: &Fields<'_>, labels: &Labels) {
    let key = Label::WeekdayNames.key();
    let mut behind = labels.get(Label::WeekdayNames).split(' ').skip(1);
    if let Some(monday) = behind.find(|name| MONDAYS.split(' ').any(|monday| monday == name.to_lowercase())) {
        let help = format!("begin with Monday, here and in `{}`.", Label::Weekdays.key());
        error(fields, "label-names", key, format!("`{key}` does not begin with `{monday}`."), &help);
    }
}

/// Short names that begin like the whole ones a few places further on stand in another order, and would name a wrong day.
fn same_order(fields: &Fields<'_>, labels: &Labels, short: Label, whole: Label) {
    let is_own = [short, whole].iter().all(|label| labels.replaces(label.key()));
    if !(is_own || fields.reporter.is_english()) {
        return;
    }
    let [short_initials, whole_initials] = [short, whole].map(|label| -> Vec<_> {
        labels.get(label).split(' ').map(|name| name.to_lowercase().chars().next()).collect()
    });
    let alike = |shift: usize| {
        let moved = whole_initials.iter().cycle().skip(shift);
        short_initials.iter().zip(moved).filter(|(short, whole)| short == whole).count()
    };
    let is_whole = short_initials.len() == whole_initials.len();
    if is_whole && (1..whole_initials.len()).any(|shift| alike(shift) > alike(0)) {
        let message = format!("`{}` and `{}` have their names in different orders.", short.key(), whole.key());
        warning(fields, "label-names", short.key(), message, "begin with Monday or with January in both.");
    }
}

fn told_apart(fields: &Fields<'_>, labels: &Labels) {
    for group in TOLD_APART {
        for (index, mark) in group.iter().enumerate() {
            if let Some(other) = group[..index].iter().find(|other| labels.get(**other) == labels.get(*mark)) {
                let message = format!("`{}` and `{}` are both `{}`.", other.key(), mark.key(), labels.get(*mark));
                let own = [mark, other].into_iter().find(|mark| labels.replaces(mark.key())).unwrap_or(mark);
                error(fields, "label-marks", own.key(), message, "write words that can be told from each other.");
            }
        }
    }
}

/// The words that tell how to answer must name the keys that answer, which are the same in every language.
fn confirming_keys(fields: &Fields<'_>, labels: &Labels) {
    for (label, keys) in CONFIRMING {
        if !labels.answers(label).map(|(key, _)| key).eq(keys.iter().copied()) {
            let keys = quoted(keys.iter().copied());
            let message = format!("`{}` does not name the keys {keys} in this order.", label.key());
            let help = format!("write it like `{}`, with two blanks between the answers.", label.default_text());
            error(fields, "label-keys", label.key(), message, &help);
        }
    }
}

//! `[labels]`: the words that the program shows by itself, where the file replaces them, and the
//! template to start from.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

use super::fields::Fields;
use super::format::Key;
use super::format::whole::{self, root};
use super::nearest::nearest;
use super::report::{Kind, quoted};
use crate::guide::labels::subject::WORDS;
use crate::guide::labels::{DECLARED, Declared, Seen, is_key};
use crate::guide::{BETWEEN_KEYS, Guide, Label, Labels, NeverShown, slots};
use crate::terminal::width::cells;

/// The keys that answer a question before something that is hard to take back, by the label that names them in this order.
const CONFIRMING: [(Label, &[&str]); 2] =
    [(Label::ConfirmKeys, &["y", "n"]), (Label::ConfirmDayKeys, &["y", "m", "n"])];

/// So many words of the program may be the same in another language, such as signs and words that came from English.
const MOST_SAME: usize = 40;

/// The day itself has so many cells on the strip of days.
const STRIP_DAY: usize = 3;

/// Other words may take so many times the cells of the English ones, and so many more: screens of 80 columns hold that.
const MOST_TIMES: usize = 2;
const MOST_MORE: usize = 40;

/// Monday in small letters, in languages of which we know it: their weeks are held to begin with it, as ours do.
const MONDAYS: &str = "monday montag maandag mandag måndag lundi lunes lunedì segunda-feira luni poniedziałek pondělí pondelok \
    понедельник понеділок hétfő maanantai pazartesi 星期一 月曜日";

/// Heads the labels that a translator begins with.
const FIRST: &str = "What readers see first: begin here";

/// Reads the words; under `[labels.actions]` stand those of the actions with these names.
pub(super) fn labels(fields: Fields<'_>, action_names: &[&'static str]) -> Labels {
    let mut labels = Labels::default();
    fields.read(|fields| {
        fields.declare_names(DECLARED.iter().map(|label| label.key));
        let mut actions = fields.table(whole::labels::ACTIONS);
        stray_actions(fields, action_names);
        for label in DECLARED {
            if let Some(words) = fields.label(Key::title(label.key)) {
                same_slots(fields, label.key, label.slots, &words);
                all_names(fields, label, &words);
                limits(fields, label, &words);
                labels.replace(label.key, words);
            }
        }
        from_monday(fields, &labels);
        same_order(fields, &labels, Label::Weekdays, Label::WeekdayNames);
        same_order(fields, &labels, Label::Months, Label::MonthNames);
        different_marks(fields, &labels);
        confirming_keys(fields, &labels);
        actions.declare_names(action_names.iter().copied());
        actions.read(|actions| {
            for name in action_names {
                if let Some(words) = actions.label(Key::title(name)) {
                    same_slots(actions, name, &[], &words);
                    labels.replace_action((*name).to_owned(), words);
                }
            }
        });
        still_english(fields, &labels);
        let named = fields.table(whole::labels::SUBJECT).read(|subject| {
            let words = whole::subject::TABLE.keys.iter().zip(WORDS);
            let named = words.filter_map(|(key, ours)| {
                let word = subject.title(*key)?;
                bare(subject, *key, &word);
                Some((ours, word))
            });
            let named = named.collect::<Vec<_>>();
            partly(subject, &named);
            foreign(subject, &named);
            named
        });
        labels.subject = named;
        fields.reporter.keep_counted(labels.get(Label::CountedWords));
        labels.speak_of_subject(Vec::new);
    });
    labels
}

/// Words for actions that stand among the labels: a line is missing above the first, or they are in the wrong place.
fn stray_actions(fields: &mut Fields<'_>, action_names: &[&'static str]) {
    let stray = action_names.iter().copied().filter(|name| !is_key(name) && fields.has_as_written(Key::title(name)));
    let stray: Vec<_> = stray.collect();
    fields.declare_names(stray.iter().copied());
    let first = stray.iter().filter_map(|name| fields.place_of_name(Key::title(name))).min_by_key(|place| place.start);
    if let Some(place) = first {
        let message = format!("words for actions stand here: {}.", quoted(stray));
        let help = "the line `[labels.actions]` belongs above them.";
        fields.reporter.error("unknown-key", place, message, help);
    }
}

/// Warns of a word of the subject that does not fit where the word of ours stands, within a sentence.
fn bare(fields: &Fields<'_>, key: Key, word: &str) {
    let has_article = ["the ", "a ", "an "].iter().any(|article| word.to_lowercase().starts_with(article));
    // German nouns and abbreviations are capitals within a sentence, too.
    let has_capital = fields.reporter.is_english()
        && word.starts_with(char::is_uppercase)
        && !word.chars().nth(1).is_some_and(char::is_uppercase);
    if has_article || has_capital {
        let message = format!("`{word}` stands in the middle of sentences, in the place of `{}`.", key.name);
        let help = "write the word alone, in small letters and without an article.";
        fields.reporter.warning("subject-word", fields.place_of(key), message, help);
    }
}

/// Warns of a word of ours that is left beside those of another subject.
fn partly(fields: &Fields<'_>, named: &[(&str, String)]) {
    let missing: Vec<_> = WORDS.into_iter().filter(|word| named.iter().all(|(ours, _)| ours != word)).collect();
    // The base of a copy speaks of ours.
    let is_own = fields.reporter.is_english() && fields.reporter.file.base().is_none();
    if !named.is_empty() && !missing.is_empty() && is_own {
        let message = format!("the program goes on to say {} beside your words.", quoted(missing.iter().copied()));
        let help = format!("add `{} = \"...\"`, with the same word where it fits.", missing[0]);
        fields.reporter.warning("subject-word", fields.header.clone(), message, help);
    }
}

/// Warns of words of another language within English sentences.
fn foreign(fields: &Fields<'_>, named: &[(&str, String)]) {
    if !named.is_empty() && fields.reporter.is_foreign() {
        let message = "these words are put into English sentences, and this guide is in another language.";
        let help = "remove the table, and translate the sentences as a whole: `labels --missing` prints them.";
        fields.reporter.warning("subject-word", fields.header.clone(), message, help);
    }
}

/// Counts the words that a guide in another language shows and leaves in English.
pub(super) fn missing(root: &Fields<'_>, guide: &Guide, action_names: &[&'static str]) {
    if !root.reporter.is_foreign() {
        return;
    }
    let never = NeverShown::of(guide);
    let words = DECLARED.iter().map(|label| label.key).filter(|key| !never.labels.contains(key));
    let words = words.map(|key| (key, guide.labels.replaces(key)));
    let actions = action_names.iter().copied().filter(|name| !never.actions.contains(name));
    let all: Vec<_> = words.chain(actions.map(|name| (name, guide.labels.replaces_action(name)))).collect();
    let missing: Vec<_> = all.iter().filter(|(_, is_there)| !is_there).map(|(name, _)| *name).collect();
    if let Some(first) = missing.first() {
        let of = format!("{} of {} words of the program", missing.len(), all.len());
        let message = if missing.len() == 1 {
            format!("{of} is still English here: `{first}`.")
        } else {
            format!("{of} are still English here.")
        };
        let file = root.reporter.file.name();
        let help = format!("`microneedling-guide --content {file} labels --missing` prints them as a template.");
        let guide = root.reporter.names(Kind::Guide).into_iter().map(|guide| guide.span).next();
        let place = guide.filter(|_| !root.has(root::LABELS)).unwrap_or(root.place_of(root::LABELS));
        root.reporter.warning("missing-labels", place, message, help);
    }
}

/// A template that was pasted in and not translated is not a translation. Some words are the same in another language.
fn still_english(fields: &Fields<'_>, labels: &Labels) {
    let same = DECLARED.iter().filter(|label| labels.words(label.key) == Some(label.default_text)).count();
    if same > MOST_SAME && fields.reporter.is_foreign() {
        let message = format!("{same} words of the program are here as they are in English.");
        let help = "translate them, or leave those out that are not translated yet.";
        fields.reporter.warning("same-labels", fields.header.clone(), message, help);
    }
}

/// Both tables with every label for which there are `words`, and above it what it is for; those that readers see first come
/// first. `actions` are names with their
/// English words; `words` are made of the name of a label and its English words.
pub fn template(
    actions: &[(&str, &str)],
    mut words: impl for<'w> FnMut(LabelName<'_>, &'w str) -> Option<Cow<'w, str>>,
) -> String {
    let mut text = String::from("[labels]\n");
    let (first, later): (Vec<&Declared>, Vec<_>) = DECLARED.iter().partition(|label| label.seen.contains(&Seen::First));
    let first = first.into_iter().map(|label| (FIRST, label));
    let mut heading = "";
    for (theme, label) in first.chain(later.into_iter().map(|label| (label.theme, label))) {
        let Some(words) = words(LabelName::Label(label.key), label.default_text) else { continue };
        if theme != heading {
            heading = theme;
            text.extend(["\n# ", theme, "\n"]);
        }
        row(&mut text, label.meaning, label.key, &words);
    }
    text.push_str("\n[labels.actions]\n\n# What the keys do\n");
    for (name, default) in actions {
        if let Some(words) = words(LabelName::Action(name), default) {
            row(&mut text, "", name, &words);
        }
    }
    text
}

/// The name of a label, by the table in which it stands.
#[derive(Debug, Clone, Copy)]
pub enum LabelName<'a> {
    /// In `[labels]`.
    Label(&'a str),
    /// In `[labels.actions]`.
    Action(&'a str),
}

fn row(text: &mut String, meaning: &str, key: &str, words: &str) {
    if !meaning.is_empty() {
        text.extend(["\n# ", meaning, "\n"]);
    }
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{key} = {}", toml::Value::from(words));
}

/// A list of names, such as those of the weekdays, must not have fewer or more than the English one.
fn all_names(fields: &Fields<'_>, label: &Declared, words: &str) {
    let lists = [Label::Weekdays, Label::Months, Label::WeekdayNames, Label::MonthNames, Label::KeyNames];
    if !lists.iter().any(|list| list.key() == label.key) {
        return;
    }
    if let Some(found) = words.find("  ").or_else(|| words.find(|c: char| c.is_whitespace() && c != ' ')) {
        let what =
            if words[found..].starts_with(' ') { "two blanks in a row" } else { "a blank that is not a plain one" };
        let message = format!("`{}` has {what} between its names.", label.key);
        let help = "write the names with one plain blank between them.";
        fields.reporter.error("label-names", fields.place_of(Key::title(label.key)), message, help);
        return;
    }
    let count = |words: &str| words.split(' ').count();
    let (found, wanted) = (count(words), count(label.default_text));
    let mut seen = BTreeSet::new();
    if let Some(twice) = words.split(' ').find(|name| !seen.insert(*name)) {
        let message = format!("`{}` has the name `{twice}` twice.", label.key);
        let help = "write names that can be told from each other.";
        fields.reporter.error("label-names", fields.place_of(Key::title(label.key)), message, help);
    }
    if words.split(' ').any(|name| name.ends_with([',', ';'])) {
        let message = format!("a name of `{}` ends in a comma.", label.key);
        let help = "write the names with nothing but one blank between them.";
        fields.reporter.error("label-names", fields.place_of(Key::title(label.key)), message, help);
    }
    if found != wanted {
        let message = format!("`{}` has {found} names, not {wanted}.", label.key);
        let help = "write the names with one blank between them, and none inside of a name.";
        fields.reporter.error("label-names", fields.place_of(Key::title(label.key)), message, help);
    }
}

/// What a screen has no room for, and what no name of a file can have.
fn limits(fields: &Fields<'_>, label: &Declared, words: &str) {
    let own =
        [(Label::StripDay, STRIP_DAY), (Label::DecimalMark, 1)].into_iter().find(|(own, _)| own.key() == label.key);
    let most = own.map_or(MOST_TIMES * cells(label.default_text) + MOST_MORE, |(_, most)| most);
    let place = || fields.place_of(Key::title(label.key));
    if cells(words) > most {
        let message = format!("`{}` takes {} cells of a line, and has room for {most}.", label.key, cells(words));
        fields.reporter.warning("label-length", place(), message, "say it in fewer words.");
    }
    let is_confirming = CONFIRMING.iter().any(|(confirming, _)| confirming.key() == label.key);
    let [parts, wanted] = [words, label.default_text].map(|words| words.split(BETWEEN_KEYS).count());
    if parts < wanted && !is_confirming {
        let message = format!(
            "`{}` has {parts} of {wanted} parts, of which a small screen leaves some out at two blanks in a row.",
            label.key
        );
        let help = format!("write two blanks between its parts, as in `{}`.", label.default_text);
        fields.reporter.warning("label-keys", place(), message, help);
    }
    if label.key == Label::VisitFile.key() && words.contains(['/', '\\']) {
        let message = format!("`{}` begins the name of a file, in which no slash may stand.", label.key);
        fields.reporter.error("label-file", place(), message, "write it without slashes.");
    }
}

/// A week that begins with another day would name a wrong one.
fn from_monday(fields: &Fields<'_>, labels: &Labels) {
    let label = Label::WeekdayNames;
    let mut behind = labels.get(label).split(' ').skip(1);
    if let Some(monday) = behind.find(|name| MONDAYS.split(' ').any(|monday| monday == name.to_lowercase())) {
        let message = format!("`{}` does not begin with `{monday}`.", label.key());
        let help = format!("begin with Monday, here and in `{}`.", Label::Weekdays.key());
        fields.reporter.error("label-names", fields.place_of(Key::title(label.key())), message, help);
    }
}

/// Short names that begin like the whole ones a few places further on stand in another order, and would name a wrong day.
fn same_order(fields: &Fields<'_>, labels: &Labels, short: Label, whole: Label) {
    let is_own = |label: Label| labels.replaces(label.key());
    if !(is_own(short) && is_own(whole) || fields.reporter.is_english()) {
        return;
    }
    let initials =
        |label| labels.get(label).split(' ').map(|name| name.to_lowercase().chars().next()).collect::<Vec<_>>();
    let (short_initials, whole_initials) = (initials(short), initials(whole));
    let alike = |shift: usize| {
        let moved = whole_initials.iter().cycle().skip(shift);
        short_initials.iter().zip(moved).filter(|(short, whole)| short == whole).count()
    };
    let is_whole = short_initials.len() == whole_initials.len();
    if is_whole && (1..whole_initials.len()).any(|shift| alike(shift) > alike(0)) {
        let message = format!("`{}` and `{}` have their names in different orders.", short.key(), whole.key());
        let help = "begin with Monday or with January in both.";
        fields.reporter.warning("label-names", fields.place_of(Key::title(short.key())), message, help);
    }
}

/// The marks of a step must not look the same, nor the answers to a question.
fn different_marks(fields: &Fields<'_>, labels: &Labels) {
    let marks: &[_] = &[Label::MarkOpen, Label::MarkDone, Label::MarkKeptUp, Label::MarkNotForMe];
    let answers: &[_] = &[Label::AnswerYes, Label::AnswerNo, Label::AnswerNotSure];
    for group in [marks, answers] {
        for (index, mark) in group.iter().enumerate() {
            if let Some(other) = group[..index].iter().find(|other| labels.get(**other) == labels.get(*mark)) {
                let message = format!("`{}` and `{}` are both `{}`.", other.key(), mark.key(), labels.get(*mark));
                let place = [mark, other].into_iter().find(|mark| labels.replaces(mark.key()));
                let place = fields.place_of(Key::title(place.unwrap_or(mark).key()));
                fields.reporter.error("label-marks", place, message, "write words that can be told from each other.");
            }
        }
    }
}

/// The words that tell how to answer must name the keys that answer, which are the same in every language.
fn confirming_keys(fields: &Fields<'_>, labels: &Labels) {
    for (label, keys) in CONFIRMING {
        if !labels.answers(label).map(|(key, _)| key).eq(keys.iter().copied()) {
            let message =
                format!("`{}` does not name the keys {} in this order.", label.key(), quoted(keys.iter().copied()));
            let help = format!("write it like `{}`, with two blanks between the answers.", label.default_text());
            fields.reporter.error("label-keys", fields.place_of(Key::title(label.key())), message, help);
        }
    }
}

/// What the program puts in must stand there once each, and nothing else in braces.
fn same_slots(fields: &Fields<'_>, key: &'static str, wanted: &[&'static str], words: &str) {
    let found = slots(words);
    let times = |slot: &str| found.iter().filter(|name| **name == slot).count();
    let unknown = found.iter().find(|name| !wanted.contains(name)).map(|name| {
        let near = nearest(name, wanted.iter().copied());
        let hint = near.map(|near| format!(" (did you mean `{{{near}}}`?)")).unwrap_or_default();
        format!("`{key}` has `{{{name}}}`, for which nothing is put in{hint}.")
    });
    let missing = wanted.iter().find(|slot| times(slot) == 0);
    let missing = missing.map(|slot| format!("`{key}` lacks `{{{slot}}}`."));
    let repeated = wanted.iter().find(|slot| times(slot) > 1);
    let repeated = repeated.map(|slot| format!("`{key}` has `{{{slot}}}` twice."));
    let alone = words.matches(['{', '}']).count() > 2 * found.len();
    let alone = alone.then(|| format!("`{key}` has a brace too many or too few."));
    if let Some(message) = alone.or(unknown).or(missing).or(repeated) {
        let help = match wanted {
            [] => "use no braces here.".to_owned(),
            names => format!(
                "use each of these once: {}.",
                names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
            ),
        };
        fields.reporter.error("label-slots", fields.place_of(Key::title(key)), message, help);
    }
}

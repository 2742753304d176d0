//! Words of another subject in the default labels: a guide about bread says "bake" where ours says "treatment".

use super::{DECLARED, Labels, Replaced};
use crate::guide::sort::one_by_one;

/// What the default labels call the people, the occasion and the meeting that a guide is about.
pub const WORDS: [&str; 5] = ["clinic", "treatment", "visit", "session", "aftercare"];

impl Labels {
    /// Says the words of the subject in all default labels that are not replaced, and in those of these actions, which are
    /// names with their default words.
    pub fn speak_of_subject(&mut self, actions: fn() -> Vec<(&'static str, &'static str)>) {
        if self.subject.is_empty() {
            return;
        }
        let other = |words: &str| Some(reworded(words, &self.subject)).filter(|other| other != words);
        let labels = DECLARED.iter().filter_map(|label| Some((label.key, other(label.default_text)?)));
        let actions = actions().into_iter().filter_map(|(name, default)| Some((name, other(default)?)));
        self.reworded = Replaced { labels: one_by_one(labels), actions: one_by_one(actions) };
    }
}

/// The text with each whole word of the subject replaced, in its case and number; names in braces stay.
fn reworded(text: &str, subject: &[(&str, String)]) -> String {
    let mut words = String::new();
    for (index, part) in text.split_inclusive(|c: char| !c.is_alphabetic()).enumerate() {
        let word = part.trim_end_matches(|c: char| !c.is_alphabetic());
        let is_slot = index > 0 && words.ends_with('{');
        let other = subject.iter().find_map(|(ours, other)| {
            let lower = word.to_lowercase();
            let rest = lower.strip_prefix(ours).filter(|rest| !is_slot && ["", "s"].contains(rest))?;
            let other = if rest.is_empty() { other.clone() } else { plural(other) };
            Some(in_case_of(word, &other))
        });
        words.push_str(other.as_deref().unwrap_or(word));
        words.push_str(&part[word.len()..]);
    }
    words
}

/// Several of what an English word names.
fn plural(word: &str) -> String {
    let stem = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match stem {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        None => format!("{word}s"),
    }
}

fn in_case_of(word: &str, other: &str) -> String {
    let first = other.chars().next().map(char::len_utf8).unwrap_or_default();
    if word.chars().all(char::is_uppercase) {
        other.to_uppercase()
    } else if word.starts_with(char::is_uppercase) {
        other[..first].to_uppercase() + &other[first..]
    } else {
        other.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_default_label_speaks_of_a_clinic_where_the_subject_is_another() {
        let subject = WORDS.map(|word| (word, "loaf".to_owned()));
        for label in DECLARED {
            let words = reworded(label.default_text, &subject).to_lowercase();
            let own = words.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
            let own = own.collect::<String>();
            assert!(!WORDS.iter().any(|word| own.contains(word)), "{}: {own}", label.key);
        }
    }

    #[test]
    fn words_keep_their_case_and_number_and_slots_their_names() {
        let subject = [("clinic", "baker".to_owned()), ("treatment", "bake".to_owned())];
        let text = "CALL THE CLINIC. Clinics: {clinic}, treatment-day";
        assert_eq!(reworded(text, &subject), "CALL THE BAKER. Bakers: {clinic}, bake-day");
        let several = ["bakery", "day", "class"].map(plural);
        assert_eq!(several, ["bakeries", "days", "classes"]);
    }
}

//! The self-check: questions about the reader, and the steps that hang on their answers.

use crate::content::desk::{Kind, Reference};
use crate::content::raw::Fields;
use crate::content::rules;
use crate::guide::{Answer, Check, CheckId, Condition};

/// The answers that mean something; "not sure" counts as each of them.
const PLAIN: [(&str, Answer); 2] = [("yes", Answer::Yes), ("no", Answer::No)];

/// Reads the questions of a block.
pub(super) fn checks(fields: &mut Fields<'_>) -> Vec<Check> {
    let tables = fields.some_tables("check", "[[tab.section.block.check]]");
    tables.into_iter().map(|table| table.read(check)).collect()
}

fn check(fields: &mut Fields<'_>) -> Check {
    let check = Check {
        id: fields.new_id(Kind::Check, CheckId::new),
        text: fields.line("text"),
        tell_if: fields.optional_choice("tell_if", &PLAIN).unwrap_or(Answer::Yes),
        tell: fields.line("tell"),
    };
    rules::check(fields, &check);
    check
}

/// Reads whom a step concerns: `only_if` names a question, `only_if_answer` the answer to it, which is yes if left out.
pub(super) fn only_if(fields: &mut Fields<'_>) -> Option<Condition> {
    let words = fields.optional_words("only_if");
    let answer = fields.optional_choice("only_if_answer", &PLAIN);
    let Some(words) = words else {
        if answer.is_some() {
            fields.missing("only_if", "name the question of the self-check, or remove `only_if_answer`.");
        }
        return None;
    };
    let Some(check) = CheckId::new(words.value) else {
        fields.bad_id(&words);
        return None;
    };
    fields.desk.follow_later(Reference::Check, words.value, words.span);
    Some(Condition { check, answer: answer.unwrap_or(Answer::Yes) })
}

//! The self-check: questions about the reader, and the steps that hang on their answers.

use crate::content::fields::Fields;
use crate::content::format::blocks::{PLAIN_ANSWERS, check, self_check};
use crate::content::format::steps::step;
use crate::content::report::{Kind, Reference};
use crate::content::rules;
use crate::guide::{Answer, Check, CheckId, Condition};

/// Reads the questions of a block.
pub(super) fn checks(fields: &mut Fields<'_>) -> Vec<Check> {
    fields.each(self_check::CHECKS, check)
}

fn check(fields: &mut Fields<'_>) -> Check {
    let read = fields.reporter.numbers_read();
    let check = Check {
        id: fields.new_id(check::ID, Kind::Check, CheckId::new),
        text: fields.line(check::TEXT).unwrap_or_default(),
        tell_if: fields.choice(check::TELL_IF, &PLAIN_ANSWERS).unwrap_or(Answer::Yes),
        tell: fields.line(check::TELL).unwrap_or_default(),
    };
    rules::check(fields, &check, read);
    check
}

/// Reads whom a step concerns: `only_if` names a question, `only_if_answer` the answer to it, which is yes if left out.
pub(super) fn only_if(fields: &mut Fields<'_>) -> Option<Condition> {
    let words = fields.words(step::ONLY_IF);
    let answer = fields.choice(step::ONLY_IF_ANSWER, &PLAIN_ANSWERS);
    let Some(words) = words else {
        if answer.is_some() {
            fields.missing(step::ONLY_IF, "name the question of the self-check, or remove `only_if_answer`.");
        }
        return None;
    };
    fields.reporter.follow_later(Reference::Check, words.value, || words.span);
    Some(Condition { check: CheckId::new(words.value)?, answer: answer.unwrap_or(Answer::Yes) })
}

//! Rules that may only be broken because others are: a reference with a slip in it leaves its source unused.

use std::collections::HashMap;

/// Each of them with its causes, a blank between two.
const WAITING: &[(&str, &str)] = &[
    ("unused-source", UNREAD),
    ("unused-value", UNREAD),
    ("unsourced", "dangling-reference citation bad-id duplicate-id unknown-word block-type"),
    // What stands below a line that begins no table of the format is missing elsewhere.
    ("block-type", "unknown-table"),
    ("dangling-reference", "unknown-table"),
    ("empty", "unknown-table"),
    ("missing-key", "unknown-table"),
    ("group-shown", UNREAD),
    ("no-picture", UNREAD),
    ("stages", "unknown-word"),
    ("warnings-shown", "unknown-word block-type reserved-id dangling-reference empty-text missing-key"),
    ("dropped-link", "base-id named-twice unknown-key wrong-type"),
    ("old-days", "base-id block-type named-twice unknown-key window wrong-type"),
    ("step-heading", "window"),
    ("missing-labels", UNREAD),
];

/// What leaves a part of the file unread, and with it what that names.
const UNREAD: &str = "\
    bad-id bad-language base-id block-type citation dangling-reference duplicate-id \
    empty empty-text markup missing-key replaced reserved-id unknown-key unknown-table unknown-word wrong-type";

/// Whether findings of this rule wait until others have been put right, of those that were broken so often.
pub(super) fn waits(rule: &str, broken: &HashMap<&'static str, usize>) -> bool {
    let causes = WAITING.iter().filter(|(waiting, _)| *waiting == rule);
    causes.flat_map(|(_, causes)| causes.split(' ')).any(|cause| broken.contains_key(cause))
}

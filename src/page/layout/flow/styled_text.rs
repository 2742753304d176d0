//! A paragraph that is ready to be broken into lines: its characters, and what each stretch of them is for.

use std::borrow::Cow;

use crate::guide::{self, Text};
use crate::page::layout::rows::Role;
use crate::page::target::Target;
use crate::terminal::width::is_boundary;

/// The characters of a paragraph with their roles.
#[derive(Debug, Default)]
pub(super) struct StyledText<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where each stretch ends, what it is for, and what a click on it means.
    pub(super) stretches: Vec<(usize, Role, Option<Target>)>,
}

impl<'a> StyledText<'a> {
    /// Words of one role.
    pub(super) fn plain(text: &'a str, role: Role) -> Self {
        Self { text: Cow::Borrowed(text), stretches: vec![(text.len(), role, None)] }
    }

    /// A text of the guide; what has no role of its own takes `plain`.
    pub(super) fn of(text: &'a Text, plain: Role) -> Self {
        let mut words = Self::default();
        for span in &text.spans {
            let (role, target) = role(&span.role, plain);
            words.push(&span.text, role, target);
        }
        words
    }

    /// Goes on with more words.
    pub(super) fn push(&mut self, text: &str, role: Role, target: Option<Target>) {
        self.text.to_mut().push_str(text);
        self.stretches.push((self.text.len(), role, target));
    }

    /// Goes on with other words.
    pub(super) fn append(&mut self, other: StyledText<'_>) {
        let before = self.text.len();
        self.text.to_mut().push_str(&other.text);
        self.stretches.extend(other.stretches.into_iter().map(|(end, role, target)| (before + end, role, target)));
    }

    /// The same with a sign behind each link that leads to a place in the guide: what it is must be seen without color, too.
    pub(super) fn with_links_marked(self, sign: &str) -> Self {
        if !self.stretches.iter().any(|(.., target)| matches!(target, Some(Target::Place(_)))) {
            return self;
        }
        let mut marked = Self::default();
        let mut start = 0;
        for (index, (end, role, target)) in self.stretches.iter().enumerate() {
            let goes_on = self.stretches.get(index + 1).is_some_and(|(.., next)| next == target);
            let is_marked = matches!(target, Some(Target::Place(_))) && !goes_on;
            let words = &self.text[start..*end];
            let words = if is_marked { Cow::Owned(format!("{words}{sign}")) } else { Cow::Borrowed(words) };
            marked.push(&words, *role, target.clone());
            start = *end;
        }
        marked
    }

    /// The same with a blank for each tab, and no stretch that ends inside of a grapheme: the screen draws each alone.
    pub(super) fn settled(mut self) -> Self {
        if self.text.contains('\t') {
            self.text = Cow::Owned(self.text.replace('\t', " "));
        }
        let text = &self.text;
        for (end, ..) in &mut self.stretches {
            *end = (*end..=text.len()).find(|end| is_boundary(text, *end)).unwrap_or(text.len());
        }
        self
    }
}

fn role(role: &guide::SpanRole, plain: Role) -> (Role, Option<Target>) {
    match role {
        guide::SpanRole::Plain => (plain, None),
        guide::SpanRole::Strong | guide::SpanRole::Today => (Role::Strong, None),
        guide::SpanRole::Emphasis => (Role::Emphasis, None),
        guide::SpanRole::Link(url) => (Role::Link, Some(Target::Address(url.clone()))),
        guide::SpanRole::Inside(id) => (Role::Link, Some(Target::Place(id.clone()))),
        guide::SpanRole::Citation(source) => (Role::Citation, Some(Target::Source(source.clone()))),
        guide::SpanRole::Sign => (Role::Marker, None),
    }
}

/// All characters of a text, citations among them.
pub(super) fn whole(text: &Text) -> Cow<'_, str> {
    match text.spans.as_slice() {
        [span] => Cow::Borrowed(&span.text),
        spans => spans.iter().map(|span| span.text.as_str()).collect(),
    }
}

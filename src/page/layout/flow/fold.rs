//! The line that opens a fold: its title, its gist, and a few words on what is in there.

use std::borrow::Cow;

use super::{Flow, StyledText};
use crate::guide::Label;
use crate::page::element::{Element, Fold, Level, Openness};
use crate::page::layout::Medium;
use crate::page::layout::rows::Role;
use crate::page::target::Target;

impl Flow<'_> {
    /// One fold further in: a line runs down beside what it holds, where there are eyes to see it.
    pub(super) fn deepen(&mut self) {
        if self.layout.medium == Medium::Screen {
            let line = self.sign(&format!("{} ", self.layout.glyphs.divider), Role::Rule);
            self.margin.first.push(line);
            self.margin.rest.push(line);
            self.margin.width += self.rows.cells(&[line]);
        }
    }

    /// What is shown of a fold whether it is open or not. A section has its sign in the words that tell what is folded;
    /// what stands in a row with others has it in front, where it lines up.
    pub(in crate::page::layout) fn fold(&mut self, fold: &Fold, openness: Openness) {
        let sign = self.fold_sign(openness);
        if let Element::Heading(heading) = &*fold.title
            && heading.level != Level::Item
        {
            self.heading(heading);
            self.gist(fold, openness, sign);
        } else if let Element::Task(task) = &*fold.title {
            self.task(task, sign);
        } else {
            self.in_front(sign, |flow| {
                flow.element(&fold.title);
                if let (Element::Row(row), Openness::Open) = (&*fold.title, openness) {
                    flow.hidden_facts(row);
                    row.certainty.iter().for_each(|certainty| flow.text(certainty, Role::Weak));
                }
                flow.gist(fold, openness, None);
            });
        }
    }

    /// A fold inside of something that is laid out as a whole is open.
    pub(super) fn open_fold(&mut self, fold: &Fold) {
        self.fold(fold, Openness::Open);
        self.elements(&fold.body);
    }

    /// The sign that tells whether a fold is open; in print nothing can be opened.
    pub(super) fn fold_sign(&self, openness: Openness) -> Option<&'static str> {
        let glyphs = self.layout.glyphs;
        let sign = if openness == Openness::Open { glyphs.opened } else { glyphs.closed };
        (self.layout.medium == Medium::Screen).then_some(sign)
    }

    /// What `inner` writes stands right of the sign.
    fn in_front(&mut self, sign: Option<&str>, inner: impl FnOnce(&mut Self)) {
        match sign {
            Some(sign) => {
                let sign = self.sign(&format!("{sign} "), Role::Hint);
                self.indented(vec![sign], inner);
            }
            None => inner(self),
        }
    }

    /// The gist, and behind it the sign with the words that tell what is in the fold. Sources are told once it is open.
    fn gist(&mut self, fold: &Fold, openness: Openness, sign: Option<&str>) {
        let gist = fold.gist.as_ref().map(|gist| match openness {
            Openness::Open => Cow::Borrowed(gist),
            Openness::Closed => Cow::Owned(gist.uncited()),
        });
        let mut words = gist.as_ref().map_or_else(StyledText::default, |gist| StyledText::of(gist, Role::Body));
        if let Some(sign) = sign {
            let more = fold.more.as_deref().unwrap_or_else(|| self.layout.labels.get(Label::More));
            if !words.text.is_empty() {
                words.push(" ", Role::Body, None);
            }
            words.push(&format!("{sign}\u{a0}{more}"), Role::Hint, Some(Target::Fold(fold.id.clone())));
        }
        if !words.text.is_empty() {
            self.paragraph(words);
        }
    }
}

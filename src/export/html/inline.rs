//! Running text as HTML.

use maud::{Markup, html};

use super::body::{Body, source_id};
use crate::guide::{SourceId, Span, SpanRole, Text};

impl Body<'_> {
    /// The runs of a text, with its line breaks.
    pub(super) fn text(&mut self, text: &Text) -> Markup {
        html! { @for span in &text.spans { (self.span(span)) } }
    }

    fn span(&mut self, span: &Span) -> Markup {
        match &span.role {
            SpanRole::Plain => lines(&span.text),
            SpanRole::Inside(id) => match self.links.target(id) {
                Some(place) => html! { a href={ "#" (place) } { (lines(&span.text)) } },
                None => lines(&span.text),
            },
            SpanRole::Strong | SpanRole::Today => html! { strong { (lines(&span.text)) } },
            SpanRole::Emphasis => html! { em { (lines(&span.text)) } },
            SpanRole::Link(address) => link(&span.text, address),
            SpanRole::Citation(source) => self.citation(&span.text, source),
            SpanRole::Sign => html! { span.sign aria-hidden="true" { (lines(&span.text)) } },
        }
    }

    /// The number of a source, which leads to it.
    fn citation(&mut self, words: &str, source: &SourceId) -> Markup {
        let Some((number, _)) = self.guide.source(source) else { return lines(words) };
        let id = self.cite(number);
        let shown = words.trim_start();
        html! {
            (words[..words.len() - shown.len()])
            a.cite id=[id] href={ "#" (source_id(number)) } role="doc-noteref" { (shown) }
        }
    }
}

/// A link. On paper its address follows, unless it is what the words say.
fn link(words: &str, address: &str) -> Markup {
    let class = if address.ends_with(words) { None } else { Some("words") };
    html! { a class=[class] href=(address) { (words) } }
}

fn lines(words: &str) -> Markup {
    html! {
        @for (index, line) in words.split('\n').enumerate() {
            @if index > 0 { br; }
            (line)
        }
    }
}

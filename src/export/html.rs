//! One web page: no scripts, nothing from elsewhere, light and dark as the reader's device is set, and fit for paper.
//!
//! The templates escape all words by themselves. Only the style sheet goes in raw, and no word of a guide is in it.

mod body;
mod inline;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::document::{Document, DocumentPage, Form};
use super::links::page_name;
use crate::guide::{Label, WritingDirection};
use crate::page::element::{self, Element};
use crate::terminal::palette::{DARK, LIGHT, Palette, Rgb};
use crate::terminal::sanitize::visible;
use body::{Body, LINE_BREAK, citation_id, source_id};

/// The look without its colors, which [`style`] puts before it.
const STYLE: &str = include_str!("html/page.css");

/// Nothing is fetched and nothing runs, whatever the words say.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The document as a file in UTF-8.
pub fn render(document: &Document<'_>) -> String {
    let guide = document.guide;
    let page = html! {
        (DOCTYPE) (LINE_BREAK)
        html lang=(guide.about.language) dir=(direction(&guide.about.language)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="description" content=(guide.about.summary.words());
                title { (guide.about.title) }
                style { (PreEscaped(style())) }
            }
            (LINE_BREAK)
            body class=[class(document.form)] { (content(document)) }
        }
    };
    visible(&page.into_string()).into_owned() + "\n"
}

/// The name by which the style sheet knows how the document lies on paper.
fn class(form: Form) -> Option<&'static str> {
    match form {
        Form::Book => None,
        Form::Leaflet => Some("leaflet"),
        Form::Sheet => Some("sheet"),
    }
}

/// From the top down, so that the citations are known before the sources lead back to them.
fn content(document: &Document<'_>) -> Markup {
    let labels = &document.guide.labels;
    let mut body = Body::new(document);
    html! {
        a.skip href="#the_text" { (labels.get(Label::SkipToText)) }
        header {
            h1 { (document.guide.about.title) }
            (body.elements(&document.front))
        }
        (LINE_BREAK)
        (contents(document))
        (LINE_BREAK)
        main id="the_text" {
            @for page in &document.pages {
                section aria-labelledby=(page_name(&page.id)) {
                    h2 id=[body.links.name(&page_name(&page.id))] { (page.title) }
                    (body.page(&page.id, &page.elements))
                }
                (LINE_BREAK)
            }
        }
        @if has_end(document) {
            footer { (end(document, &mut body)) }
        }
    }
}

fn has_end(document: &Document<'_>) -> bool {
    !document.sources.is_empty() || !document.about.is_empty()
}

/// Where the claims come from, and who wrote the guide.
fn end(document: &Document<'_>, body: &mut Body<'_>) -> Markup {
    let labels = &document.guide.labels;
    html! {
        @if !document.sources.is_empty() {
            h2 id="the_sources" { (labels.get(Label::Sources)) }
            (sources(document, body))
        }
        @if !document.about.is_empty() {
            h2 id="the_about" { (labels.get(Label::AboutTitle)) }
            (body.elements(&document.about))
        }
    }
}

/// What the document holds, page by page, each with its sections in a few words.
fn contents(document: &Document<'_>) -> Markup {
    let labels = &document.guide.labels;
    html! {
        nav aria-labelledby="the_contents" {
            h2 id="the_contents" { (labels.get(Label::Contents)) }
            ol {
                @for page in &document.pages {
                    li {
                        a href={ "#" (page_name(&page.id)) } { (page.title) }
                        (sections(page))
                    }
                    (LINE_BREAK)
                }
            }
            @if has_end(document) {
                ul {
                    @if !document.sources.is_empty() {
                        li { a href="#the_sources" { (labels.get(Label::Sources)) } }
                    }
                    @if !document.about.is_empty() {
                        li { a href="#the_about" { (labels.get(Label::AboutTitle)) } }
                    }
                }
            }
        }
    }
}

fn sections(page: &DocumentPage) -> Markup {
    let sections: Vec<_> = page.elements.iter().filter_map(Element::section).collect();
    html! {
        @if !sections.is_empty() {
            ul {
                @for (id, short) in &sections {
                    li { a href={ "#" (id) } { (short) } }
                }
            }
        }
    }
}

/// The sources under their numbers. Each leads back to the first place of every page that cites it.
fn sources(document: &Document<'_>, body: &mut Body<'_>) -> Markup {
    html! {
        ol.sources {
            @for (number, source) in document.guide.numbered(&document.sources) {
                li id=(source_id(number)) value=(number) {
                    @if document.form == Form::Leaflet {
                        (source.title) @if let Some(year) = source.year { ", " (year) }
                    } @else {
                        p { (body.text(&element::source_words(source))) }
                        (cited_in(document, body, number))
                    }
                }
                (LINE_BREAK)
            }
        }
    }
}

fn cited_in(document: &Document<'_>, body: &Body<'_>, number: usize) -> Markup {
    let pages: Vec<_> = document.pages.iter().filter(|page| body.is_cited(number, &page.id)).collect();
    html! {
        @if !pages.is_empty() {
            p.cited-in {
                (document.guide.labels.get(Label::CitedIn))
                @for page in pages {
                    " " a href={ "#" (citation_id(number, &page.id)) } role="doc-backlink" { (page.title) }
                }
            }
        }
    }
}

/// The colors of the terminal as properties, then the rest. Paper is light always.
fn style() -> String {
    let (light, dark) = (properties(&LIGHT), properties(&DARK));
    format!(":root {{ {light} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{STYLE}")
}

fn properties(palette: &Palette) -> String {
    let Palette { ground, raised, text, weak, line, heading, accent, done, note, ask, caution, urgent, .. } = *palette;
    let named = [
        ("ground", ground),
        ("raised", raised),
        ("text", text),
        ("weak", weak),
        ("line", line),
        ("heading", heading),
        ("accent", accent),
        ("done", done),
        ("note", note),
        ("ask", ask),
        ("caution", caution),
        ("urgent", urgent),
    ];
    named.map(|(name, Rgb(color))| format!("--{name}: #{color:06x};")).join(" ")
}

/// How the web page says where lines of a language begin.
fn direction(tag: &str) -> &'static str {
    match WritingDirection::of_language(tag) {
        WritingDirection::LeftToRight => "ltr",
        WritingDirection::RightToLeft => "rtl",
    }
}

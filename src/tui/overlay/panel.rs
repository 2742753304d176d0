//! A panel of text on top of a tab: what it says, scrolling in it, and copying an address from it.

use super::text::TextLayout;
use crate::guide::{Label, Pattern, SectionId, SourceId, Span, SpanRole, StepId, Text};
use crate::page::element::{self, Element};
use crate::terminal::environment::Clipboard;
use crate::terminal::sanitize;
use crate::tui::action::{Action, Effect};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::keymap::{self, Scope};
use crate::tui::scroll::Scroll;
use crate::tui::sketch::Sketch;

/// Text to read on top of a tab.
#[derive(Debug)]
pub struct Panel {
    /// What it is about.
    topic: Topic,
    /// Where the reader is in it.
    scroll: Scroll,
    /// The text as it was last made ready.
    text: TextLayout,
}

/// What a panel is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Topic {
    /// When to call whom.
    Warnings,
    /// A section that a door leads to, below what to do in an emergency.
    Answer(SectionId),
    /// Everything about one step, in a window that has no room for it beside the list.
    Step(StepId),
    /// Source and certainty of a part.
    Sources {
        /// The section that the part belongs to; nothing for what another panel says.
        section: Option<SectionId>,
        /// Where the part comes from.
        ids: Vec<SourceId>,
    },
    /// The addresses of sources.
    Addresses(Vec<SourceId>),
    /// The sessions so far.
    Sessions,
    /// What became of the progress file.
    Notice(String),
}

impl Topic {
    /// Whether Enter copies an address there.
    fn is_of_sources(&self) -> bool {
        matches!(self, Self::Step(_) | Self::Sources { .. } | Self::Addresses(_))
    }
}

impl Overlay for Panel {
    fn scope(&self) -> Scope {
        Scope::Panel
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "whatever a panel does not know is meant for the tab below it")]
    fn update(&mut self, app: &mut App, action: Action) -> Next {
        match action {
            Action::Walk(way) => self.scroll.walk(way, self.text.extent()),
            Action::Wheel(turn, _) => self.scroll.wheel(turn, self.text.extent()),
            Action::Accept if !self.topic.is_of_sources() => return Next::Close(None),
            Action::CopyAddress | Action::Accept => return Next::Stay(self.copy_focused(app)),
            Action::Sources | Action::Addresses => self.show_sources(app, action),
            Action::Click(position) if self.text.area.contains(position) => {}
            Action::Click(_) | Action::Close | Action::Quit => return Next::Close(None),
            other => return Next::Act(other),
        }
        Next::Stay(None)
    }

    /// Keeps the text in view when the window grows.
    fn prepare(&mut self, app: &App) {
        if !self.text.is_made_for(app) {
            self.text = TextLayout::new(app, &elements(app, &self.topic), 0);
        }
        self.scroll.settle(self.text.extent());
    }

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let (title, keys) = (title(app, &self.topic), keys_of(app, &self.topic));
        self.text.draw(app, self.scroll, &title, &keys, sketch);
    }

    fn cursor(&self, _app: &App) -> Cursor {
        self.text.cursor(self.scroll)
    }
}

impl Panel {
    /// The panel from its top.
    pub fn new(topic: Topic) -> Self {
        Self { topic, scroll: Scroll::default(), text: TextLayout::default() }
    }

    /// Copies the address in focus; a panel that shows none has the first of its sources copied.
    fn copy_focused(&self, app: &mut App) -> Option<Effect> {
        if let Some((_, address)) = self.text.focused_address(self.scroll) {
            return copy(app, Some(address.to_owned()));
        }
        let sources = sources_of(app, &self.topic).unwrap_or_default();
        copy_first_address(app, &sources)
    }

    /// Shows the sources or addresses of what the panel is about, with the same source in focus.
    fn show_sources(&mut self, app: &App, action: Action) {
        let Some(ids) = sources_of(app, &self.topic) else { return };
        let focused = self.text.focused_address(self.scroll).map(|(_, address)| address.to_owned());
        let topic = match (&self.topic, action) {
            (Topic::Sources { section, .. }, Action::Sources) => Topic::Sources { section: section.clone(), ids },
            (_, Action::Sources) => Topic::Sources { section: None, ids },
            _ => Topic::Addresses(ids),
        };
        *self = Self::new(topic);
        self.prepare(app);
        let text = &self.text;
        let line = text.addresses().into_iter().find(|(_, address)| Some(*address) == focused.as_deref());
        if let Some((line, _)) = line {
            self.scroll.reveal(line..line + 1, line - text.start_of(line), text.extent());
        }
    }
}

/// Copies the address of the first of these sources that has one.
pub fn copy_first_address(app: &mut App, sources: &[SourceId]) -> Option<Effect> {
    let address = sources.iter().find_map(|id| app.guide.source(id)?.1.url.clone());
    copy(app, address)
}

/// Sends an address to the clipboard and says so.
pub fn copy(app: &mut App, address: Option<String>) -> Option<Effect> {
    let Some(address) = address else {
        app.say_label(Label::NoAddress);
        return None;
    };
    let (words, effect) = match app.clipboard {
        Clipboard::Asked => (Pattern::Copied { address: &address }, Some(Effect::Copy(address.clone()))),
        Clipboard::BehindTmux => (Pattern::CopiedInTmux { address: &address }, Some(Effect::Copy(address.clone()))),
        Clipboard::None => (Pattern::NoClipboard { key: &keymap::key_of(Action::Addresses) }, None),
    };
    app.say(words);
    effect
}

/// The heading of a panel.
fn title(app: &App, topic: &Topic) -> String {
    if let Topic::Answer(section) = topic {
        return app.guide.section(section).map_or_else(String::new, |section| section.title.clone());
    }
    let label = match topic {
        Topic::Warnings | Topic::Answer(_) => Label::WarningTitle,
        Topic::Step(_) => Label::StepTitle,
        Topic::Sources { .. } => Label::InfoTitle,
        Topic::Addresses(_) => Label::AddressTitle,
        Topic::Sessions => Label::SessionsTitle,
        Topic::Notice(_) => Label::NoticeTitle,
    };
    app.guide.labels.get(label).to_owned()
}

fn keys_of(app: &App, topic: &Topic) -> String {
    let labels = &app.guide.labels;
    let has_address = |id: &SourceId| app.guide.source(id).is_some_and(|(_, source)| source.url.is_some());
    if topic.is_of_sources() && sources_of(app, topic).is_some_and(|ids| ids.iter().any(has_address)) {
        return labels.fill(Pattern::InfoKeys { copy: &keymap::key_of(Action::CopyAddress) });
    }
    labels.get(Label::PanelKeys).to_owned()
}

/// The sources that a panel is about.
fn sources_of(app: &App, topic: &Topic) -> Option<Vec<SourceId>> {
    match topic {
        Topic::Sessions | Topic::Notice(_) => None,
        Topic::Warnings => Some(app.in_order(app.guide.warnings.iter().flat_map(|warning| &warning.sources))),
        Topic::Answer(section) => Some(app.in_order(&app.guide.section(section)?.sources)),
        Topic::Step(step) => Some(app.in_order(&app.guide.step(step)?.sources)),
        Topic::Sources { ids, .. } | Topic::Addresses(ids) => Some(ids.clone()),
    }
}

fn elements(app: &App, topic: &Topic) -> Vec<Element> {
    match topic {
        Topic::Warnings => element::warnings(&app.guide),
        Topic::Answer(section) => {
            let section = app.guide.section(section);
            let key = keymap::key_of(Action::WarningSigns);
            section.map_or_else(Vec::new, |it| element::answer(&app.guide, it, &app.progress, app.today, &key))
        }
        Topic::Step(step) => {
            let step = app.guide.step(step);
            step.map_or_else(Vec::new, |step| element::step(&app.guide, &app.progress, app.today, step))
        }
        Topic::Sources { section, ids } => sources(app, section.as_ref(), ids),
        Topic::Addresses(ids) => addresses(app, ids),
        Topic::Sessions => element::sessions(&app.guide, &app.progress, app.today),
        Topic::Notice(words) => vec![Element::Paragraph(Text::plain(sanitize::visible_line(words)))],
    }
}

/// How sure a part is, and where it comes from.
fn sources(app: &App, section: Option<&SectionId>, ids: &[SourceId]) -> Vec<Element> {
    let labels = &app.guide.labels;
    let mut page = Vec::new();
    if let Some(section) = section.and_then(|id| app.guide.section(id)) {
        page.push(Element::Paragraph(Text::with_role(section.title.clone(), SpanRole::Strong)));
        page.extend(section.certainty.map(|certainty| Element::Paragraph(element::certainty(labels, certainty))));
    }
    let known = element::sources(&app.guide, ids);
    page.push(known.unwrap_or_else(|| Element::Paragraph(Text::plain(labels.get(Label::InfoNone)))));
    page.push(Element::Aside(element::reviewed(&app.guide)));
    page
}

/// Nothing but addresses, so that each has a line of its own to be read or selected.
fn addresses(app: &App, ids: &[SourceId]) -> Vec<Element> {
    let line = |id: &SourceId| {
        let (number, source) = app.guide.source(id)?;
        let title = Element::Paragraph(Text::plain(format!("[{number}] {}", source.title)));
        let address = match &source.url {
            Some(url) => Text { spans: vec![Span { text: url.clone(), role: SpanRole::Link(url.clone()) }] },
            None => Text::plain(app.guide.labels.get(Label::NoAddress)),
        };
        Some(Element::List { first: None, items: vec![vec![title, Element::Paragraph(address)]] })
    };
    let mut page: Vec<_> = ids.iter().filter_map(line).collect();
    if page.is_empty() {
        page.push(Element::Paragraph(Text::plain(app.guide.labels.get(Label::InfoNone))));
    }
    page
}

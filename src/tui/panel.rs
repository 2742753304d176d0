//! What a panel says: the page of text on top of a tab, and the addresses in it.

use ratatui::layout::Rect;

use super::action::Action;
use super::app::App;
use super::keymap;
use super::overlay::{Panel, Topic};
use super::screen::{self, PanelParts};
use super::scroll::Extent;
use super::visit;
use crate::guide::{Label, Pattern, Role as TextRole, SectionId, SourceId, Span, Text};
use crate::page::element::{self, Element};
use crate::page::layout::{self, Page, Role, TaskSpot};
use crate::page::target::Target;
use crate::terminal::sanitize;

/// A panel laid out for the screen.
pub struct Laid {
    /// Its box.
    pub area: Rect,
    /// Its parts.
    pub parts: PanelParts,
    /// Its text.
    pub page: Page,
    /// The cells left of the text that are its own: letters of questions stand there.
    pub margin: u16,
}

impl Laid {
    /// How much of the text fits.
    pub fn extent(&self) -> Extent {
        Extent { length: self.page.len(), height: usize::from(self.parts.text.height) }
    }

    /// The addresses in the text, each with the line that it starts on.
    pub fn addresses(&self) -> Vec<(usize, &str)> {
        let mut addresses: Vec<(usize, &str)> = Vec::new();
        for (number, line) in self.page.lines(0..self.page.len()).enumerate() {
            for run in line.runs() {
                if let Some(Target::Address(address)) = run.target
                    && !addresses.iter().any(|(_, known)| known == address)
                {
                    addresses.push((number, address));
                }
            }
        }
        addresses
    }

    /// The address in focus: the first at or below the cursor that is in view, else the last in view.
    pub fn focused_address(&self, panel: &Panel) -> Option<(usize, &str)> {
        let shown = panel.scroll.top..panel.scroll.top + self.extent().height;
        let in_view = self.addresses().into_iter().filter(|(line, _)| shown.contains(line));
        let mut in_view: Vec<_> = in_view.collect();
        let ahead = in_view.iter().position(|(line, _)| *line >= panel.scroll.cursor);
        ahead.map(|index| in_view.swap_remove(index)).or_else(|| in_view.pop())
    }

    /// The question in focus: the first at or below the cursor that is in view, else the last in view.
    pub fn focused_task(&self, panel: &Panel) -> Option<&TaskSpot> {
        let shown = panel.scroll.top..panel.scroll.top + self.extent().height;
        let mut in_view = self.page.tasks.iter().filter(|task| shown.contains(&task.lines.start));
        let ahead = in_view.clone().find(|task| task.lines.end > panel.scroll.cursor);
        ahead.or_else(|| in_view.next_back())
    }

    /// The line on which what is said of the thing in this line starts: the nearest one above it with a name or a bullet.
    pub fn start_of(&self, line: usize) -> usize {
        let starts =
            |line: &usize| self.page.line(*line).runs().any(|run| matches!(run.role, Role::Name | Role::Marker));
        (0..=line.min(self.page.len().saturating_sub(1))).rev().find(starts).unwrap_or(line)
    }

    /// The number of lines below those in view.
    fn below(&self, panel: &Panel) -> usize {
        let extent = self.extent();
        extent.length.saturating_sub(panel.scroll.top + extent.height)
    }
}

/// Lays a panel out.
pub fn lay_out(app: &App, topic: &Topic) -> Laid {
    let margin = if *topic == Topic::Questions { visit::MARGIN } else { 0 };
    let width = screen::panel_parts(screen::largest_panel(app.size)).text.width.saturating_sub(margin);
    let page = layout::page(&elements(app, topic), app.layout(usize::from(width)));
    let area = screen::panel(app.size, page.len());
    let mut parts = screen::panel_parts(area);
    parts.text = Rect { x: parts.text.x + margin.min(parts.text.width), width, ..parts.text };
    Laid { area, parts, page, margin }
}

/// The heading of a panel.
pub fn title(app: &App, topic: &Topic) -> String {
    if let Topic::Answer(section) = topic {
        return app.guide.section(section).map_or_else(String::new, |section| section.title.clone());
    }
    let label = match topic {
        Topic::Warnings | Topic::Answer(_) => Label::WarningTitle,
        Topic::Step(_) => Label::StepTitle,
        Topic::Sources { .. } => Label::InfoTitle,
        Topic::Addresses(_) => Label::AddressTitle,
        Topic::Questions => return visit::title(app),
        Topic::Visit => Label::VisitTitle,
        Topic::Sessions => Label::SessionsTitle,
        Topic::Notice(_) => Label::NoticeTitle,
    };
    app.guide.labels.get(label).to_owned()
}

/// The last line of a panel: how much is out of view, and what can be pressed.
pub fn keys(app: &App, panel: &Panel, laid: &Laid) -> String {
    last_line(app, &keys_of(app, &panel.topic), laid.below(panel))
}

/// How much lies below, if anything does, and what can be pressed.
pub fn last_line(app: &App, keys: &str, below: usize) -> String {
    match below {
        0 => keys.to_owned(),
        below => format!("{}  {keys}", app.guide.labels.fill(Pattern::MoreBelow { count: &below })),
    }
}

fn keys_of(app: &App, topic: &Topic) -> String {
    let labels = &app.guide.labels;
    match topic {
        Topic::Warnings | Topic::Answer(_) | Topic::Sessions | Topic::Notice(_) => {
            labels.get(Label::PanelKeys).to_owned()
        }
        Topic::Questions => visit::list_keys(app),
        Topic::Visit => visit::keys(app),
        Topic::Step(_) | Topic::Sources { .. } | Topic::Addresses(_) => {
            labels.fill(Pattern::InfoKeys { copy: &keymap::key_of(Action::CopyAddress) })
        }
    }
}

/// The sources that a panel is about.
pub fn sources_of(app: &App, topic: &Topic) -> Option<Vec<SourceId>> {
    match topic {
        Topic::Questions | Topic::Visit | Topic::Sessions | Topic::Notice(_) => None,
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
            section.map_or_else(Vec::new, |section| element::answer(&app.guide, section, &app.progress, app.today))
        }
        Topic::Step(step) => {
            let step = app.guide.step(step);
            step.map_or_else(Vec::new, |step| element::step(&app.guide, &app.progress, app.today, step))
        }
        Topic::Sources { section, ids } => sources(app, section.as_ref(), ids),
        Topic::Addresses(ids) => addresses(app, ids),
        Topic::Questions => element::questions_for_visit(&app.guide, &app.progress),
        Topic::Visit => element::visit(&app.guide, &app.progress, app.today),
        Topic::Sessions => element::sessions(&app.guide, &app.progress, app.today),
        Topic::Notice(words) => vec![Element::Paragraph(Text::plain(sanitize::visible_line(words)))],
    }
}

/// How sure a part is, and where it comes from.
fn sources(app: &App, section: Option<&SectionId>, ids: &[SourceId]) -> Vec<Element> {
    let labels = &app.guide.labels;
    let mut page = Vec::new();
    if let Some(section) = section.and_then(|id| app.guide.section(id)) {
        page.push(Element::Paragraph(Text::with_role(section.title.clone(), TextRole::Strong)));
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
            Some(url) => Text { spans: vec![Span { text: url.clone(), role: TextRole::Link(url.clone()) }] },
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

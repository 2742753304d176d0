//! Text on top of a tab: laid out for the screen, with what is in focus in it.

use ratatui::layout::{Position, Rect, Size};

use crate::page::element::Element;
use crate::page::layout::{self, Page, Role, TaskSpot};
use crate::page::target::Target;
use crate::tui::app::{App, Cursor};
use crate::tui::frame::{self, PanelParts, frame};
use crate::tui::put::{put_page, put_scrollbar, row};
use crate::tui::scroll::{Extent, Scroll};
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

/// Text on top laid out for the screen.
#[derive(Debug, Default)]
pub struct TextLayout {
    /// Its box.
    pub area: Rect,
    /// Its parts.
    pub parts: PanelParts,
    /// Its text.
    pub page: Page,
    /// The cells left of the text that are its own: letters of questions stand there.
    pub margin: u16,
    /// The edition of what the app knows and the size of the window that it was laid out for.
    made_for: Option<(usize, Size)>,
}

impl TextLayout {
    /// Lays text out, with so many cells left of it for signs of its own.
    pub fn new(app: &App, elements: &[Element], margin: u16) -> Self {
        let width = frame::largest_text(app.size).width.saturating_sub(margin);
        let page = layout::page(elements, app.layout(usize::from(width)));
        let area = frame::panel(app.size, page.len());
        let mut parts = frame::panel_parts(area);
        parts.text = Rect { x: parts.text.x + margin.min(parts.text.width), width, ..parts.text };
        Self { area, parts, page, margin, made_for: Some((app.edition, app.size)) }
    }

    /// Whether the same elements would be laid out anew for nothing.
    pub fn is_made_for(&self, app: &App) -> bool {
        self.made_for == Some((app.edition, app.size))
    }

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
    pub fn focused_address(&self, scroll: Scroll) -> Option<(usize, &str)> {
        let shown = scroll.top..scroll.top + self.extent().height;
        let in_view = self.addresses().into_iter().filter(|(line, _)| shown.contains(line));
        let mut in_view: Vec<_> = in_view.collect();
        let ahead = in_view.iter().position(|(line, _)| *line >= scroll.cursor);
        ahead.map(|index| in_view.swap_remove(index)).or_else(|| in_view.pop())
    }

    /// The question in focus: the first at or below the cursor that is in view, else the last in view.
    pub fn focused_task(&self, scroll: Scroll) -> Option<&TaskSpot> {
        let shown = scroll.top..scroll.top + self.extent().height;
        let mut in_view = self.page.tasks.iter().filter(|task| shown.contains(&task.lines.start));
        let ahead = in_view.clone().find(|task| task.lines.end > scroll.cursor);
        ahead.or_else(|| in_view.next_back())
    }

    /// The line on which what is said of the thing in this line starts: the nearest one above it with a name or a bullet.
    pub fn start_of(&self, line: usize) -> usize {
        let starts =
            |line: &usize| self.page.line(*line).runs().any(|run| matches!(run.role, Role::Name | Role::Marker));
        (0..=line.min(self.page.len().saturating_sub(1))).rev().find(starts).unwrap_or(line)
    }

    /// Draws the text in its frame.
    pub fn draw_text(&self, app: &App, scroll: Scroll, title: &str, keys: &str, sketch: &mut Sketch) {
        frame(app, self.area, title, keys, scroll.below(self.extent()), sketch);
        put_page(&self.page, scroll.top, self.parts.text, sketch);
        put_scrollbar(app, scroll, self.extent(), self.parts.scrollbar, sketch);
    }

    /// The same with a sign at the address or the question in focus.
    pub fn draw(&self, app: &App, scroll: Scroll, title: &str, keys: &str, sketch: &mut Sketch) {
        self.draw_text(app, scroll, title, keys, sketch);
        let address = self.focused_address(scroll).filter(|_| self.addresses().len() > 1);
        let task = self.focused_task(scroll).map(|task| task.lines.start);
        if let Some(line) = address.map(|(line, _)| self.start_of(line)).or(task) {
            self.mark(app, line.max(scroll.top) - scroll.top, sketch);
        }
    }

    /// Draws the sign of the focus beside a row of the window.
    pub fn mark(&self, app: &App, index: usize, sketch: &mut Sketch) {
        let place = row(self.parts.text, index);
        let sign = Rect { x: place.x.saturating_sub(self.margin.max(1)), width: 1, ..place };
        sketch.put(sign, app.glyphs.focus, Look::Focus);
    }

    /// On the address in focus, else on the line of attention.
    pub fn cursor(&self, scroll: Scroll) -> Cursor {
        let task = self.focused_task(scroll).map(|task| task.lines.start);
        let line = self.focused_address(scroll).map(|(line, _)| line).or(task).unwrap_or(scroll.cursor);
        let row = u16::try_from(line.saturating_sub(scroll.top)).unwrap_or(0);
        Cursor::hidden(Position { x: self.parts.text.x, y: self.parts.text.y + row })
    }
}

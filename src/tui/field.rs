//! A field of one line: its words stay bounded, whatever is typed or pasted, and move to the left as far as needed to show
//! the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use tui_input::{Input, InputRequest};

use super::put::put_line;
use crate::progress::LONGEST_WORDS;
use crate::terminal::width::{cells, graphemes};

/// Changes the words as asked, up to the most that a field holds; tells whether they are others now.
pub(super) fn edit(field: &mut Input, request: InputRequest) -> bool {
    let is_full = || field.value().chars().count() >= LONGEST_WORDS;
    if matches!(request, InputRequest::InsertChar(_)) && is_full() {
        return false;
    }
    field.handle(request).is_some_and(|changed| changed.value)
}

/// A field behind its prompt.
pub(super) struct Field<'a> {
    prompt: Span<'a>,
    input: &'a Input,
    area: Rect,
}

impl<'a> Field<'a> {
    /// A field in a row; the prompt goes where too little room is left beside it.
    pub(super) fn new(prompt: Span<'a>, input: &'a Input, area: Rect) -> Self {
        let has_room = cells(&prompt.content) + NARROWEST <= usize::from(area.width);
        Self { prompt: if has_room { prompt } else { Span::default() }, input, area }
    }

    /// Draws the field, and behind it what else is to be said, if there is room for all of it.
    pub(super) fn draw(&self, typed: Style, beside: Span<'a>, buffer: &mut Buffer) {
        let (skipped, _) = self.hidden();
        let words = &self.input.value()[skipped..];
        let mut line = Line::from(vec![self.prompt.clone(), Span::styled(words, typed)]);
        let used = cells(&self.prompt.content) + cells(words);
        if used + GAP + cells(&beside.content) <= usize::from(self.area.width) {
            line.push_span(Span::styled(" ".repeat(GAP), typed));
            line.push_span(beside);
        }
        put_line(buffer, self.area, line);
    }

    /// Marks where letters go while the terminal's cursor stands elsewhere.
    pub(super) fn mark_caret(&self, buffer: &mut Buffer) {
        if let Some(cell) = buffer.cell_mut(self.cursor()).filter(|_| !self.area.is_empty()) {
            cell.set_style(Modifier::REVERSED);
        }
    }

    /// Behind the letter before the cursor.
    pub(super) fn cursor(&self) -> Position {
        let (_, hidden) = self.hidden();
        let column = cells(&self.prompt.content) + self.before_cursor() - hidden;
        let last = self.area.width.saturating_sub(1);
        Position { x: self.area.x + u16::try_from(column).unwrap_or(last).min(last), y: self.area.y }
    }

    /// The bytes and the cells at the start of the words that are out of view, so that the cursor is in view.
    fn hidden(&self) -> (usize, usize) {
        let room = usize::from(self.area.width).saturating_sub(cells(&self.prompt.content) + 1);
        let needed = self.before_cursor().saturating_sub(room);
        let (mut end, mut hidden) = (0, 0);
        for (bytes, cells) in graphemes(self.input.value()) {
            if hidden >= needed {
                break;
            }
            end = bytes.end;
            hidden += cells;
        }
        (end, hidden.min(self.before_cursor()))
    }

    /// The cells of the words before the cursor.
    fn before_cursor(&self) -> usize {
        let letters: String = self.input.value().chars().take(self.input.cursor()).collect();
        cells(&letters)
    }
}

/// Blank cells between the words and what is said beside them.
const GAP: usize = 2;

/// Words are typed into at least this many cells.
const NARROWEST: usize = 8;

//! A field of one line: its words stay bounded, whatever is typed or pasted, and move to the left as far as needed to show
//! the cursor.

use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};

use super::sketch::Sketch;
use super::theme::Look;
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
    prompt: (String, Look),
    input: &'a Input,
    area: Rect,
}

impl<'a> Field<'a> {
    /// A field in a row; the prompt goes where too little room is left beside it.
    pub(super) fn new(prompt: (String, Look), input: &'a Input, area: Rect) -> Self {
        let has_room = cells(&prompt.0) + NARROWEST <= usize::from(area.width);
        Self { prompt: if has_room { prompt } else { (String::new(), prompt.1) }, input, area }
    }

    /// Draws the field.
    pub(super) fn draw(&self, sketch: &mut Sketch) {
        let (skipped, _) = self.hidden();
        let (prompt, look) = &self.prompt;
        sketch.put_line(self.area, [(prompt.as_str(), *look), (&self.input.value()[skipped..], Look::Text)]);
    }

    /// Marks where letters go while the terminal's cursor stands elsewhere.
    pub(super) fn mark_caret(&self, sketch: &mut Sketch) {
        if !self.area.is_empty() {
            let Position { x, y } = self.cursor();
            sketch.tint(Rect { x, y, width: 1, height: 1 }, Look::Caret);
        }
    }

    /// Behind the letter before the cursor.
    pub(super) fn cursor(&self) -> Position {
        let (_, hidden) = self.hidden();
        let column = cells(&self.prompt.0) + self.before_cursor() - hidden;
        let last = self.area.width.saturating_sub(1);
        Position { x: self.area.x + u16::try_from(column).unwrap_or(last).min(last), y: self.area.y }
    }

    /// The bytes and the cells at the start of the words that are out of view, so that the cursor is in view.
    fn hidden(&self) -> (usize, usize) {
        let room = usize::from(self.area.width).saturating_sub(cells(&self.prompt.0) + 1);
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

/// Words are typed into at least this many cells.
const NARROWEST: usize = 8;

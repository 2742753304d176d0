//! What a message does: a key, the mouse, the window, a signal, a file that was saved, an answer of the terminal.

use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{Event, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::{Clock, Ended, Running, TerminalError, size};
use crate::terminal::mailbox::Message;
use crate::terminal::platform::{self, Signal};
use crate::terminal::response_filter::Filtered;
use crate::terminal::{clock, session};
use crate::tui::action::{Action, Direction};
use crate::tui::{keymap, update};

/// A terminal that answers at all does so within this time.
const ANSWERS_WITHIN: Duration = Duration::from_millis(500);

impl Running<'_> {
    /// Takes a message in.
    pub(super) fn take(&mut self, message: Message) -> io::Result<()> {
        match message {
            Message::Terminal(event) => return self.filter(event),
            Message::Signal(Signal::Suspend) => return self.suspend(),
            Message::Signal(Signal::Resume) => return self.resume(),
            Message::Signal(Signal::End(signal)) => self.leave(self.app.place(), Ended::Signal(signal)),
            Message::Saved => self.reload(),
            Message::Gone => self.leave(self.app.place(), Ended::Gone),
            Message::Failed(reason) => {
                self.leave(self.app.place(), Ended::Gone);
                self.end = Some(Err(TerminalError::Fault(reason)));
            }
        }
        Ok(())
    }

    /// Keeps the terminal's answer from the reader's keys.
    fn filter(&mut self, event: Event) -> io::Result<()> {
        let Some(filter) = &mut self.filter else { return self.event(&event) };
        match filter.take(event) {
            Filtered::Held => {}
            Filtered::Background(background) => {
                self.app.theme.background = Some(background);
                self.app.forget_rows();
                self.changed = true;
                self.filter = None;
            }
            Filtered::Events(events) => return events.iter().try_for_each(|event| self.event(event)),
        }
        Ok(())
    }

    fn event(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => return self.press(*key),
            Event::Mouse(mouse) => return pointer(*mouse).map_or(Ok(()), |action| self.act(action)),
            Event::Resize(..) => self.measure(),
            Event::Paste(words) => {
                self.changed = true;
                update::paste(&mut self.app, words);
            }
            Event::Key(_) | Event::FocusGained | Event::FocusLost => {}
        }
        Ok(())
    }

    /// Looks how large the window is now.
    fn measure(&mut self) {
        let before = std::mem::replace(&mut self.app.size, size());
        self.changed |= before != self.app.size;
    }

    fn press(&mut self, key: KeyEvent) -> io::Result<()> {
        for key in keymap::pressed(self.app.scope(), key) {
            if let Some(action) = keymap::lookup(self.app.scope(), key) {
                self.act(action)?;
            }
        }
        Ok(())
    }

    /// The day changes at local midnight. Nothing ticks: the next key, or a look at the window, finds the new day. The key
    /// is shown first: it was meant for what stood on the screen, and the system may read its time zone anew for this.
    pub(super) fn look_at_the_calendar(&mut self) {
        let today = clock::today();
        if self.host.clock == Clock::Local && today != self.app.today {
            update::begin_day(&mut self.app, today);
            self.changed = true;
        }
    }

    fn act(&mut self, action: Action) -> io::Result<()> {
        self.changed = true;
        update::update(&mut self.app, action).map_or(Ok(()), |effect| self.perform(effect))
    }

    /// Gives the terminal back and stops until the shell lets the program go on. Without a shell to do so the program never
    /// stopped, and has the terminal still.
    fn suspend(&mut self) -> io::Result<()> {
        self.suspended = true;
        session::leave();
        platform::stop();
        self.resume()
    }

    /// Takes the terminal over again once the shell has given it back; a shell may wake a program only to end it.
    fn resume(&mut self) -> io::Result<()> {
        if !platform::is_given() {
            return Ok(());
        }
        self.suspended = false;
        self.app.size = size();
        self.changed = true;
        self.session.resume(self.app.mouse)?;
        self.start_over()
    }

    /// Reads the answer that the terminal still owes: after the end it would land at the prompt of the shell.
    pub(super) fn wait_for_answer(&mut self) {
        while self.filter.is_some() {
            match self.mailbox.next(Some(ANSWERS_WITHIN.saturating_sub(self.asked.elapsed()))) {
                Some(Message::Terminal(event)) => self.swallow(event),
                Some(Message::Signal(_) | Message::Saved) => {}
                Some(Message::Gone | Message::Failed(_)) | None => return,
            }
        }
    }

    fn swallow(&mut self, event: Event) {
        if self.filter.as_mut().is_some_and(|filter| matches!(filter.take(event), Filtered::Background(_))) {
            self.filter = None;
        }
    }
}

/// What the mouse means; moves, drags and the other buttons mean nothing.
#[expect(clippy::wildcard_enum_match_arm, reason = "the kinds of the terminal library are not ours to follow")]
fn pointer(mouse: MouseEvent) -> Option<Action> {
    let position = Position { x: mouse.column, y: mouse.row };
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Click(position)),
        MouseEventKind::ScrollDown => Some(Action::Wheel(Direction::Down, position)),
        MouseEventKind::ScrollUp => Some(Action::Wheel(Direction::Up, position)),
        _ => None,
    }
}

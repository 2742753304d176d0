//! The full-screen guide: a mailbox loop around plain data.
//!
//! ```text
//! message --keymap--> Action --update(&mut App)--> Effect --here--> progress file, clipboard, terminal
//!                                   App --view--> one frame
//! ```
//!
//! The main thread alone updates, saves, draws and leaves. It empties the mailbox before each frame, so a flood of keys
//! costs one frame, and draws only after something happened.

pub mod action;
pub mod actions;
pub mod app;
pub mod background;
pub mod bars;
pub mod keymap;
pub mod mailbox;
mod paging;
pub mod pane;
pub mod panel;
pub mod prompt;
pub mod rejoin;
pub mod screen;
pub mod scroll;
pub mod search;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod visit;

use std::io;
use std::sync::mpsc::Receiver;

use chrono::{Local, Utc};
use ratatui::crossterm::event::{Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};
use thiserror::Error;

use action::{Action, Deed, Effect, Order, Switch, Turn};
use app::{App, Opening};
use background::{Sieve, Sifted};
use mailbox::{Mailbox, Message};
use terminal::Terminal;
use update::Written;

use crate::progress::{Change, Place, Store};
use crate::terminal::environment::Environment;

/// Why the full-screen guide could not go on.
#[derive(Debug, Error)]
#[error(
    "the terminal cannot be used as a full screen ({0}); `microneedling-guide print` shows the guide as plain text"
)]
pub struct TerminalError(#[from] io::Error);

/// The ways to the outside that lie beyond the terminal and the progress file.
#[derive(Debug, Clone, Copy)]
pub struct Doors {
    /// Tells which day it is; the same one for ever if a day was asked for.
    pub clock: Clock,
    /// Writes a file.
    pub write: fn(&App, &Order, &Store) -> Written,
}

/// Which day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The day that the computer says.
    Local,
    /// The day that was asked for.
    Stopped,
}

/// How the full-screen guide ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The reader left.
    Left,
    /// This signal ended it.
    Signal(i32),
    /// The terminal went away.
    Gone,
}

/// Shows the guide until the reader leaves.
///
/// # Errors
///
/// If the terminal cannot be taken over or written to; it is given back then.
pub fn run(opening: Opening, store: Store, doors: Doors, environment: &Environment) -> Result<Ended, TerminalError> {
    let mailbox = Mailbox::open()?;
    terminal::leave_on_panic();
    let size = terminal::size();
    let mut app = App::new(opening, size);
    let mut terminal = Terminal::enter(size, app.mouse)?;
    app.prepare();
    terminal.draw(&app)?;
    let asks = background::should_ask(app.theme.choice, app.theme.depth, environment);
    if asks {
        terminal.send(background::QUESTION)?;
    }
    let sieve = asks.then(Sieve::default);
    let mut session = Session {
        app,
        store,
        terminal,
        clock: doors.clock,
        write: doors.write,
        drawn: size,
        pastes: Switch::Off,
        changed: false,
        asleep: false,
        sieve,
        end: None,
    };
    Ok(session.run(&mailbox.listen()?))
}

/// The program while it runs.
struct Session {
    app: App,
    store: Store,
    terminal: Terminal,
    clock: Clock,
    write: fn(&App, &Order, &Store) -> Written,
    /// Whether the terminal marks what is pasted, so that a line break in it is no Enter.
    pastes: Switch,
    /// The size of the last frame.
    drawn: Size,
    /// Whether something happened since then that can be seen.
    changed: bool,
    /// Whether the shell has the terminal.
    asleep: bool,
    /// Picks the terminal's answer about its background out of the keys, until it came.
    sieve: Option<Sieve>,
    end: Option<Ended>,
}

impl Session {
    /// A terminal that cannot be written to any more counts as gone: the place is kept all the same.
    fn run(&mut self, mailbox: &Receiver<Message>) -> Ended {
        loop {
            let first = mailbox.recv().unwrap_or(Message::Gone);
            for message in std::iter::once(first).chain(mailbox.try_iter()) {
                if self.take(message).is_err() {
                    self.leave(self.app.place(), Ended::Gone);
                }
                if let Some(end) = self.end {
                    return end;
                }
            }
            if !self.asleep && std::mem::take(&mut self.changed) && self.draw().is_err() {
                self.leave(self.app.place(), Ended::Gone);
                return Ended::Gone;
            }
        }
    }

    /// Draws what is new; after any number of changes of the size everything, once.
    fn draw(&mut self) -> io::Result<()> {
        if self.drawn != self.app.size {
            self.terminal.start_over(self.app.size)?;
            self.drawn = self.app.size;
        }
        self.app.prepare();
        self.terminal.draw(&self.app)
    }

    fn take(&mut self, message: Message) -> io::Result<()> {
        match message {
            Message::Terminal(event) => return self.sift(event),
            Message::Sleep => {
                self.asleep = true;
                sleep();
            }
            Message::Wake => self.wake()?,
            Message::Resized => {
                self.app.size = terminal::size();
                self.changed = true;
            }
            Message::End(signal) => self.leave(self.app.place(), Ended::Signal(signal)),
            Message::Gone => self.leave(self.app.place(), Ended::Gone),
        }
        Ok(())
    }

    fn sift(&mut self, event: Event) -> io::Result<()> {
        let Some(sieve) = &mut self.sieve else { return self.event(&event) };
        match sieve.sift(event) {
            Sifted::Held => {}
            Sifted::Ground(ground) => {
                self.app.theme.ground = Some(ground);
                self.changed = true;
                self.sieve = None;
            }
            Sifted::Events(events) => {
                for event in events {
                    self.event(&event)?;
                }
            }
        }
        Ok(())
    }

    fn event(&mut self, event: &Event) -> io::Result<()> {
        self.look_at_the_calendar();
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => match keymap::lookup(self.app.scope(), *key) {
                Some(action) => self.act(action),
                None => Ok(()),
            },
            Event::Mouse(mouse) => pointer(*mouse).map_or(Ok(()), |action| self.act(action)),
            // A resize is told by its signal, which the library misses until it first waits for events.
            Event::Paste(words) => {
                self.changed = true;
                update::paste(&mut self.app, words);
                Ok(())
            }
            Event::Key(_) | Event::Resize(..) | Event::FocusGained | Event::FocusLost => Ok(()),
        }
    }

    /// The day changes at local midnight. Nothing ticks: the next key, or a look at the window, finds the new day.
    fn look_at_the_calendar(&mut self) {
        let today = Local::now().date_naive();
        if self.clock == Clock::Local && today != self.app.today {
            update::begin_day(&mut self.app, today);
            self.changed = true;
        }
    }

    fn act(&mut self, action: Action) -> io::Result<()> {
        self.changed = true;
        let tab = self.app.tab;
        let effect = update::update(&mut self.app, action);
        if self.app.tab != tab {
            self.reread();
        }
        effect.map_or(Ok(()), |effect| self.perform(effect))?;
        self.mark_pastes()
    }

    /// Has the terminal mark what is pasted while a field takes letters, and only then.
    fn mark_pastes(&mut self) -> io::Result<()> {
        let wanted = if self.app.scope().takes_letters() { Switch::On } else { Switch::Off };
        if wanted == self.pastes {
            return Ok(());
        }
        self.pastes = wanted;
        self.terminal.set_pastes(wanted)
    }

    /// Looks what another running copy may have saved. A file that cannot be read now is told of at the next save.
    fn reread(&mut self) {
        if let Some(progress) = self.store.reread() {
            update::reread(&mut self.app, progress);
        }
    }

    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Save(deed) => self.save(deed),
            Effect::Write(order) => {
                let outcome = (self.write)(&self.app, &order, &self.store);
                update::written(&mut self.app, order, outcome);
            }
            Effect::Copy(text) => return self.terminal.copy(&text),
            Effect::Mouse(mouse) => return self.terminal.set_mouse(mouse),
            Effect::Redraw => return self.terminal.start_over(self.app.size),
            Effect::Suspend => ask_to_sleep(),
            Effect::Quit(place) => self.leave(place, Ended::Left),
        }
        Ok(())
    }

    /// Saves a change before it is shown, so that what the screen says is on disk.
    fn save(&mut self, deed: Deed) {
        let outcome = self.store.apply(&deed.change, Utc::now()).map_err(|error| error.to_string());
        update::saved(&mut self.app, deed, outcome);
        if let Some(notice) = self.store.take_notice() {
            update::tell(&mut self.app, notice.to_string());
        }
    }

    /// Saves the place and ends. Where it cannot be saved, nothing of worth is lost, and every mark was saved when it was made.
    fn leave(&mut self, place: Place, end: Ended) {
        let _ = self.store.apply(&Change::Place(place), Utc::now());
        self.end = Some(end);
    }

    /// Takes the terminal over again once the shell has given it back; a shell may wake a program only to end it.
    fn wake(&mut self) -> io::Result<()> {
        if !terminal::is_given() {
            return Ok(());
        }
        self.asleep = false;
        self.app.size = terminal::size();
        self.changed = true;
        self.terminal.come_back(self.app.size, self.app.mouse)?;
        self.look_at_the_calendar();
        self.terminal.set_pastes(self.pastes)
    }
}

/// Asks the system to put this program, and whatever started it, to sleep, as the terminal would on Ctrl-z.
fn ask_to_sleep() {
    let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
}

/// Gives the terminal back and stops until the shell wakes the program.
fn sleep() {
    terminal::leave();
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
}

/// What the mouse means; moves, drags and the other buttons mean nothing.
#[expect(clippy::wildcard_enum_match_arm, reason = "the kinds of the terminal library are not ours to follow")]
fn pointer(mouse: MouseEvent) -> Option<Action> {
    let position = Position { x: mouse.column, y: mouse.row };
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Action::Click(position)),
        MouseEventKind::ScrollDown => Some(Action::Wheel(Turn::Down, position)),
        MouseEventKind::ScrollUp => Some(Action::Wheel(Turn::Up, position)),
        _ => None,
    }
}

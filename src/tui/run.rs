//! The loop: messages in, frames and effects out.
//!
//! The main thread alone updates, saves, draws and leaves. It empties the mailbox before each frame, so a flood of keys
//! costs one frame, and draws only after something happened.

mod effects;

use std::io;
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{Event, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};
use thiserror::Error;

use super::action::{Action, Direction, Order};
use super::app::App;
use super::keymap;
use super::renderer::Renderer;
use super::start::{Config, start};
use super::update::{self, Written};
use crate::guide::{Guide, Pattern};
use crate::progress::Store;
use crate::terminal::clock;
use crate::terminal::environment::Environment;
use crate::terminal::file_watch::FileWatch;
use crate::terminal::mailbox::{Mailbox, Message};
use crate::terminal::platform::{self, Signal};
use crate::terminal::response_filter::{Filtered, QUESTION, ResponseFilter};
use crate::terminal::session::{self, TerminalSession};
use crate::terminal::switch::Switch;

/// Why the full-screen guide could not go on.
#[derive(Debug, Error)]
pub enum TerminalError {
    /// The terminal refuses.
    #[error(
        "the terminal cannot be used as a full screen ({0}); `microneedling-guide print` shows the guide as plain text"
    )]
    Unusable(#[from] io::Error),
    /// Part of the program stopped.
    #[error("a fault of this program ended it ({0}); every mark was saved when it was made, so start it again")]
    Fault(String),
}

/// What the program around the guide does for it, beyond the terminal and the progress file.
#[derive(Clone, Copy)]
pub struct Host<'a> {
    /// Tells which day it is; the same one for ever if a day was asked for.
    pub clock: Clock,
    /// Writes a file.
    pub write: fn(&App, &Order, &Store) -> Written,
    /// Where the guide comes from a file: how it is read again.
    pub content: Option<FollowedContent<'a>>,
}

/// A content file that may change while it is shown.
#[derive(Clone, Copy)]
pub struct FollowedContent<'a> {
    /// The files that the guide is made of now.
    pub files: &'a dyn Fn() -> Vec<PathBuf>,
    /// Reads and checks them: the guide, or in one line what is wrong where.
    pub read: &'a dyn Fn() -> Result<Guide, String>,
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
/// If the terminal cannot be taken over or written to, or a part of the program stops; the terminal is given back then.
pub fn run(
    config: Config,
    store: &mut Store,
    host: Host<'_>,
    environment: &Environment,
) -> Result<Ended, TerminalError> {
    let mailbox = Mailbox::open()?;
    session::leave_on_panic();
    // It lives as long as the process, whose memory goes back as a whole: a long guide would take long to drop piece by piece.
    let mut app = ManuallyDrop::new(start(config, size()));
    let watch = host.content.and_then(|content| follow(content, &mailbox, &mut app));
    let mut session = TerminalSession::enter(app.mouse)?;
    let mut renderer = Renderer::new(environment.erasing());
    app.prepare();
    session.show(&renderer.frame(&app)?)?;
    let asks = app.theme.should_ask(environment);
    if asks {
        session.send(QUESTION)?;
    }
    let mut guide = Running {
        mailbox,
        drawn: app.size,
        shown: Instant::now(),
        resized: None,
        read_in: app.tab,
        app,
        store,
        session,
        renderer,
        host,
        watch,
        changed: false,
        grown: false,
        patience: Duration::ZERO,
        suspended: false,
        filter: asks.then(ResponseFilter::default),
        asked: Instant::now(),
        end: None,
    };
    guide.mailbox.listen()?;
    let end = guide.run();
    guide.wait_for_answer();
    end
}

/// Follows the content file; where the system cannot, the writer is told of the key.
fn follow(content: FollowedContent<'_>, mailbox: &Mailbox, app: &mut App) -> Option<FileWatch> {
    app.reloads = Switch::On;
    let watch = mailbox.file_watch().and_then(|mut watch| watch.follow(&(content.files)()).map(|()| watch));
    if watch.is_err() {
        app.say(Pattern::NoFileEvents { key: &keymap::key_of(Action::Reload) });
    }
    watch.ok()
}

/// The size of the window, in cells.
fn size() -> Size {
    let (width, height) = session::size();
    Size { width, height }
}

/// The program while it runs.
struct Running<'a> {
    mailbox: Mailbox,
    app: ManuallyDrop<App>,
    store: &'a mut Store,
    /// The tab that was shown when the progress file was last read.
    read_in: usize,
    session: TerminalSession,
    renderer: Renderer,
    host: Host<'a>,
    /// Follows the content file, if there is one and the system can watch it.
    watch: Option<FileWatch>,
    /// The size of the last frame.
    drawn: Size,
    /// When the last frame was shown.
    shown: Instant,
    /// When that was the first one of its size, if the size ever changed.
    resized: Option<Instant>,
    /// Whether something happened since then that can be seen.
    changed: bool,
    /// Whether more of the tab has been laid out since then.
    grown: bool,
    /// How long to wait for a message before what was put off is done.
    patience: Duration,
    /// Whether the shell has the terminal.
    suspended: bool,
    /// Picks the terminal's answer about its background out of the keys, until it came.
    filter: Option<ResponseFilter>,
    /// When the terminal was asked.
    asked: Instant,
    end: Option<Result<Ended, TerminalError>>,
}

/// A size is drawn for at least so long, about one picture of a screen: while a window is dragged, others come and go meanwhile.
const SIZE_LASTS: Duration = Duration::from_millis(16);

/// Keys that come faster than this after a frame are a flood, or held down.
const FLOODS: Duration = Duration::from_millis(5);

/// A window whose size changes again does so within this time; what is not seen is laid out only once it rests.
const SIZES_REST: Duration = Duration::from_millis(50);

/// A terminal that answers at all does so within this time.
const ANSWERS_WITHIN: Duration = Duration::from_millis(500);

impl Running<'_> {
    /// A terminal that cannot be written to any more counts as gone: the place is kept all the same.
    fn run(&mut self) -> Result<Ended, TerminalError> {
        loop {
            let mut next = self.next();
            while let Some(message) = next {
                if self.take(message).is_err() {
                    self.leave(self.app.place(), Ended::Gone);
                }
                if let Some(end) = self.end.take() {
                    return end;
                }
                // A key after a rest is shown without a look at whether more come; of a flood all that came is taken first.
                next = if self.shown.elapsed() < FLOODS { self.mailbox.next(Some(Duration::ZERO)) } else { None };
            }
            if self.changed && !self.suspended && !self.is_passing() {
                self.changed = false;
                if self.draw().is_err() {
                    self.leave(self.app.place(), Ended::Gone);
                    return Ok(Ended::Gone);
                }
            }
            // Nobody waits for the other tab until the file is read.
            if self.app.tab != self.read_in {
                self.read_in = self.app.tab;
                self.reread();
            }
            self.look_at_the_calendar();
        }
    }

    /// The next message; while there is none, what was put off is drawn, then the rest of the tab is laid out.
    fn next(&mut self) -> Option<Message> {
        if let Some(message) = self.mailbox.next(Some(std::mem::take(&mut self.patience))) {
            return Some(message);
        }
        if self.changed && !self.suspended {
            return None;
        }
        if self.app.lay_out_more() {
            self.grown = true;
            return None;
        }
        if std::mem::take(&mut self.grown) {
            self.changed = true;
            return None;
        }
        self.mailbox.next(None)
    }

    /// Whether the window changes its size so fast that nobody would see a frame of this one.
    fn is_passing(&mut self) -> bool {
        let left = self.resized.map_or(Duration::ZERO, |resized| SIZE_LASTS.saturating_sub(resized.elapsed()));
        let passes = self.drawn != self.app.size && !left.is_zero();
        if passes {
            self.patience = left;
        }
        passes
    }

    /// Draws what is new; after any number of changes of the size everything, once.
    fn draw(&mut self) -> io::Result<()> {
        if self.drawn != self.app.size {
            self.start_over()?;
            self.patience = SIZES_REST;
            self.resized = Some(Instant::now());
        }
        self.app.prepare();
        self.session.show(&self.renderer.frame(&self.app)?)?;
        self.shown = Instant::now();
        Ok(())
    }

    /// Starts from an empty screen: the next frame draws everything.
    fn start_over(&mut self) -> io::Result<()> {
        self.session.clear()?;
        self.renderer.start_over();
        self.drawn = self.app.size;
        Ok(())
    }

    fn take(&mut self, message: Message) -> io::Result<()> {
        match message {
            Message::Terminal(event) => self.filter(event),
            Message::Signal(Signal::Suspend) => self.suspend(),
            Message::Signal(Signal::Resume) => self.resume(),
            Message::Signal(Signal::End(signal)) => {
                self.leave(self.app.place(), Ended::Signal(signal));
                Ok(())
            }
            Message::Saved => {
                self.reload();
                Ok(())
            }
            Message::Gone => {
                self.leave(self.app.place(), Ended::Gone);
                Ok(())
            }
            Message::Failed(reason) => {
                self.leave(self.app.place(), Ended::Gone);
                self.end = Some(Err(TerminalError::Fault(reason)));
                Ok(())
            }
        }
    }

    /// Keeps the terminal's answer from the reader's keys.
    fn filter(&mut self, event: Event) -> io::Result<()> {
        let Some(filter) = &mut self.filter else { return self.event(&event) };
        match filter.take(event) {
            Filtered::Held => Ok(()),
            Filtered::Background(background) => {
                self.app.theme.background = Some(background);
                self.app.forget_rows();
                self.changed = true;
                self.filter = None;
                Ok(())
            }
            Filtered::Events(events) => events.iter().try_for_each(|event| self.event(event)),
        }
    }

    fn event(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.press(*key),
            Event::Mouse(mouse) => pointer(*mouse).map_or(Ok(()), |action| self.act(action)),
            Event::Resize(..) => {
                self.measure();
                Ok(())
            }
            Event::Paste(words) => {
                self.changed = true;
                update::paste(&mut self.app, words);
                Ok(())
            }
            Event::Key(_) | Event::FocusGained | Event::FocusLost => Ok(()),
        }
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
    fn look_at_the_calendar(&mut self) {
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
    fn wait_for_answer(&mut self) {
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

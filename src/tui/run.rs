//! The loop: messages in, frames and effects out.
//!
//! The main thread alone updates, saves, draws and leaves. It empties the mailbox before each frame, so a flood of keys
//! costs one frame, and draws only after something happened.

mod effects;
mod host;
mod messages;

use std::io;
use std::mem::ManuallyDrop;
use std::time::{Duration, Instant};

use ratatui::layout::Size;

use super::action::Action;
use super::app::App;
use super::keymap;
use super::renderer::Renderer;
use super::start::{Config, start};
use crate::guide::Pattern;
use crate::progress::Store;
use crate::terminal::environment::Environment;
use crate::terminal::file_watch::FileWatch;
use crate::terminal::mailbox::{Mailbox, Message};
use crate::terminal::response_filter::{QUESTION, ResponseFilter};
use crate::terminal::session::{self, TerminalSession};
use crate::terminal::switch::Switch;
pub use host::{Clock, Ended, FollowedContent, Host, TerminalError};

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
    renderer.frame(&app, |bytes| session.show(bytes))?;
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
        self.renderer.frame(&self.app, |bytes| self.session.show(bytes))?;
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
}

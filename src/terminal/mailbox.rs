//! One mailbox for everything that happens outside: keys, signals, a terminal that goes away, a file that is saved.
//!
//! Each source waits in a thread of its own, so nothing wakes up while nothing happens. The threads are never joined:
//! they end with the process.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use ratatui::crossterm::event::Event;

use super::file_watch::FileWatch;
use super::input;
use super::platform::{Listener, Signal, Watch};

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// The terminal sent something.
    Terminal(Event),
    /// The system told something.
    Signal(Signal),
    /// A file that is followed was saved.
    Saved,
    /// The terminal is gone.
    Gone,
    /// A thread that listens failed, for this reason: a fault of the program.
    Failed(String),
}

/// So many messages wait at most. A reader of a flood waits then, so that a signal never has more than these before it.
pub const ROOM: usize = 1_024;

/// The mailbox, before anything reads the terminal.
pub struct Mailbox {
    sender: SyncSender<Message>,
    receiver: Receiver<Message>,
}

impl Mailbox {
    /// Opens the mailbox and listens to signals from now on; call it before the terminal is changed.
    ///
    /// # Errors
    ///
    /// If the system refuses to deliver signals.
    pub fn open() -> io::Result<Self> {
        let (sender, receiver) = sync_channel(ROOM);
        let mut signals = Listener::open()?;
        spawn("signals", sender.clone(), move |letters| {
            for signal in signals.forever() {
                let _ = letters.send(Message::Signal(signal));
            }
        })?;
        Ok(Self { sender, receiver })
    }

    /// Hears of files that are saved, once some are followed.
    ///
    /// # Errors
    ///
    /// If the system cannot watch files.
    pub fn file_watch(&self) -> io::Result<FileWatch> {
        let letters = self.sender.clone();
        FileWatch::open(move || drop(letters.send(Message::Saved)))
    }

    /// Starts to read the terminal, and to watch whether it is still there.
    ///
    /// # Errors
    ///
    /// If a thread cannot be started, or standard input cannot be watched.
    pub fn listen(self) -> io::Result<Receiver<Message>> {
        let terminal = Watch::open()?;
        spawn("watch", self.sender.clone(), move |_| terminal.wait_for_hang_up())?;
        spawn("reader", self.sender, read)?;
        Ok(self.receiver)
    }
}

/// Starts a thread. However its work ends, the main loop learns that nothing more will come from there.
fn spawn(
    name: &str,
    letters: SyncSender<Message>,
    work: impl FnOnce(&SyncSender<Message>) + Send + 'static,
) -> io::Result<()> {
    let name = name.to_owned();
    let role = name.clone();
    let run = move || {
        let outcome = catch_unwind(AssertUnwindSafe(|| work(&letters)));
        let _ = letters.send(match outcome {
            Ok(()) => Message::Gone,
            Err(panic) => Message::Failed(format!("the thread `{role}` stopped: {}", words(panic.as_ref()))),
        });
    };
    thread::Builder::new().name(name).spawn(run).map(drop)
}

/// What a panic says of itself.
fn words(panic: &(dyn Any + Send)) -> &str {
    let literal = panic.downcast_ref::<&str>().copied();
    literal.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("it did not say why")
}

/// Hands on what the terminal sends.
fn read(letters: &SyncSender<Message>) {
    while let Ok(events) = input::read() {
        for event in events {
            if letters.send(Message::Terminal(event)).is_err() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_fails_says_why() {
        let (sender, receiver) = sync_channel(ROOM);
        spawn("reader", sender, |_| panic!("no more ink")).unwrap();
        let Message::Failed(words) = receiver.recv().unwrap() else { panic!("another message came") };
        assert_eq!(words, "the thread `reader` stopped: no more ink");
    }

    #[test]
    fn a_thread_that_ends_says_so() {
        let (sender, receiver) = sync_channel(ROOM);
        spawn("watch", sender, |_| {}).unwrap();
        assert!(matches!(receiver.recv(), Ok(Message::Gone)));
    }
}

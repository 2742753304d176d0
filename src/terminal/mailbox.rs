//! One mailbox for everything that happens outside: keys, signals, a terminal that goes away, a file that is saved.
//!
//! Who waits for the next message reads the terminal meanwhile: a key that one thread read for another would reach the
//! screen a wake-up later. Every other source waits in a thread of its own, puts in a message and wakes the reader. So
//! nothing wakes up while nothing happens. The threads are never joined: they end with the process.

use std::any::Any;
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::Event;

use super::file_watch::FileWatch;
use super::input;
use super::platform::{self, Listener, Signal, Watch};

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

/// So many messages wait at most; who has more waits then.
const ROOM: usize = 1_024;

/// What happened, in order; a signal goes before the keys that nobody has read yet.
pub struct Mailbox {
    sender: Sender,
    messages: Receiver<Message>,
    /// What the terminal sent at once.
    events: VecDeque<Event>,
}

impl Mailbox {
    /// Opens the mailbox and listens to signals from now on; call it before the terminal is changed or measured.
    ///
    /// # Errors
    ///
    /// If the system refuses to deliver signals.
    pub fn open() -> io::Result<Self> {
        input::open()?;
        let (sender, messages) = sync_channel(ROOM);
        let mut signals = Listener::open()?;
        let mailbox = Self { sender: Sender(sender), messages, events: VecDeque::new() };
        spawn("signals", mailbox.sender.clone(), move |sender| {
            signals.forever().map(Message::Signal).for_each(|signal| sender.put(signal));
        })?;
        Ok(mailbox)
    }

    /// Hears of files that are saved, once some are followed.
    ///
    /// # Errors
    ///
    /// If the system cannot watch files.
    pub fn file_watch(&self) -> io::Result<FileWatch> {
        let sender = self.sender.clone();
        FileWatch::open(move || sender.put(Message::Saved))
    }

    /// Starts to watch whether the terminal is still there.
    ///
    /// # Errors
    ///
    /// If a thread cannot be started, or standard input cannot be watched.
    pub fn listen(&self) -> io::Result<()> {
        let terminal = Watch::open()?;
        spawn("watch", self.sender.clone(), move |_| terminal.wait_for_hang_up())?;
        if platform::CAN_WAKE_READER { Ok(()) } else { spawn("reader", self.sender.clone(), read) }
    }

    /// The next message that does not come from the terminal; what comes from there waits.
    pub fn told(&self) -> Message {
        self.messages.recv().unwrap_or(Message::Gone)
    }

    /// The next message; nothing if none comes within this time. Without a time it waits for one.
    pub fn next(&mut self, patience: Option<Duration>) -> Option<Message> {
        if let Ok(message) = self.messages.try_recv() {
            return Some(message);
        }
        if !platform::CAN_WAKE_READER {
            return match patience {
                Some(patience) => self.messages.recv_timeout(patience).ok(),
                None => self.messages.recv().ok(),
            };
        }
        if self.events.is_empty() {
            match input::read(patience) {
                Ok(events) => self.events.extend(events),
                Err(_) => return Some(Message::Gone),
            }
        }
        self.events.pop_front().map(Message::Terminal)
    }
}

/// Where other threads put messages in.
#[derive(Clone)]
struct Sender(SyncSender<Message>);

impl Sender {
    /// Puts a message in. Once nobody takes it the process is about to end.
    fn put(&self, message: Message) {
        if self.0.send(message).is_ok() {
            platform::wake_reader();
        }
    }
}

/// Starts a thread. However its work ends, the main loop learns that nothing more will come from there.
fn spawn(name: &str, sender: Sender, work: impl FnOnce(&Sender) + Send + 'static) -> io::Result<()> {
    let name = name.to_owned();
    let role = name.clone();
    let run = move || {
        let outcome = catch_unwind(AssertUnwindSafe(|| work(&sender)));
        sender.put(match outcome {
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

/// Hands on what the terminal sends, where nothing could wake who reads it.
fn read(sender: &Sender) {
    while let Ok(events) = input::read(None) {
        events.into_iter().map(Message::Terminal).for_each(|message| sender.put(message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_fails_says_why() {
        let (sender, receiver) = sync_channel(ROOM);
        spawn("reader", Sender(sender), |_| panic!("no more ink")).unwrap();
        let Message::Failed(words) = receiver.recv().unwrap() else { panic!("another message came") };
        assert_eq!(words, "the thread `reader` stopped: no more ink");
    }

    #[test]
    fn a_thread_that_ends_says_so() {
        let (sender, receiver) = sync_channel(ROOM);
        spawn("watch", Sender(sender), |_| {}).unwrap();
        assert!(matches!(receiver.recv(), Ok(Message::Gone)));
    }
}

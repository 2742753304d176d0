//! One mailbox for everything that happens outside: keys, signals, a terminal that goes away, a file that is saved.
//!
//! Who waits for the next message reads the terminal meanwhile: a key that one thread read for another would reach the
//! screen a wake-up later. Every other source waits in a thread of its own, puts in a message and wakes the reader. So
//! nothing wakes up while nothing happens. The threads are never joined: they end with the process.

use std::any::Any;
use std::collections::VecDeque;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
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

/// What happened, in order; a signal goes before the keys that nobody has read yet.
pub struct Mailbox {
    letters: Inbox,
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
        let mut signals = Listener::open()?;
        let mailbox = Self { letters: Inbox::default(), events: VecDeque::new() };
        spawn("signals", mailbox.letters.clone(), move |letters| {
            signals.forever().map(Message::Signal).for_each(|signal| letters.put(signal));
        })?;
        Ok(mailbox)
    }

    /// Hears of files that are saved, once some are followed.
    ///
    /// # Errors
    ///
    /// If the system cannot watch files.
    pub fn file_watch(&self) -> io::Result<FileWatch> {
        let letters = self.letters.clone();
        FileWatch::open(move || letters.put(Message::Saved))
    }

    /// Starts to watch whether the terminal is still there.
    ///
    /// # Errors
    ///
    /// If a thread cannot be started, or standard input cannot be watched.
    pub fn listen(&self) -> io::Result<()> {
        let terminal = Watch::open()?;
        spawn("watch", self.letters.clone(), move |_| terminal.wait_for_hang_up())?;
        if platform::CAN_WAKE_READER { Ok(()) } else { spawn("reader", self.letters.clone(), read) }
    }

    /// The next message that does not come from the terminal; what comes from there waits.
    pub fn told(&self) -> Option<Message> {
        self.letters.wait(None)
    }

    /// The next message; nothing if none comes within this time. Without a time it waits for one.
    pub fn next(&mut self, patience: Option<Duration>) -> Option<Message> {
        if !platform::CAN_WAKE_READER {
            return self.letters.wait(patience);
        }
        let letter = self.letters.take();
        if letter.is_some() {
            return letter;
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

/// What other threads put in. The channels of the standard library do the same in ten times the code.
#[derive(Clone, Default)]
struct Inbox(Arc<(Mutex<VecDeque<Message>>, Condvar)>);

impl Inbox {
    fn put(&self, message: Message) {
        self.lock().push_back(message);
        self.0.1.notify_one();
        platform::wake_reader();
    }

    fn take(&self) -> Option<Message> {
        self.lock().pop_front()
    }

    /// Waits for one within this time, or without end.
    fn wait(&self, patience: Option<Duration>) -> Option<Message> {
        let (letters, is_empty) = (self.lock(), |letters: &mut VecDeque<Message>| letters.is_empty());
        let mut letters = match patience {
            Some(patience) => {
                let waited = self.0.1.wait_timeout_while(letters, patience, is_empty);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
            None => self.0.1.wait_while(letters, is_empty).unwrap_or_else(PoisonError::into_inner),
        };
        letters.pop_front()
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Message>> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts a thread. However its work ends, the main loop learns that nothing more will come from there.
fn spawn(name: &str, letters: Inbox, work: impl FnOnce(&Inbox) + Send + 'static) -> io::Result<()> {
    let name = name.to_owned();
    let role = name.clone();
    let run = move || {
        let outcome = catch_unwind(AssertUnwindSafe(|| work(&letters)));
        letters.put(match outcome {
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
fn read(letters: &Inbox) {
    while let Ok(events) = input::read(None) {
        events.into_iter().map(Message::Terminal).for_each(|message| letters.put(message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_fails_says_why() {
        let letters = Inbox::default();
        spawn("reader", letters.clone(), |_| panic!("no more ink")).unwrap();
        let Some(Message::Failed(words)) = letters.wait(None) else { panic!("another message came") };
        assert_eq!(words, "the thread `reader` stopped: no more ink");
    }

    #[test]
    fn a_thread_that_ends_says_so() {
        let letters = Inbox::default();
        spawn("watch", letters.clone(), |_| {}).unwrap();
        assert!(matches!(letters.wait(None), Some(Message::Gone)));
    }
}

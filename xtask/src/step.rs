//! Says what is being done, and how long it takes. A silent piece of work that lasts more than a second shows its
//! elapsed time: rewritten in place on a terminal, a line now and then in a log.

use anyhow::Result;
use std::io::{IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How often a log that is no terminal hears that work goes on.
const LOG_EVERY: Duration = Duration::from_secs(15);

/// Does silent work under a heading, with the elapsed time shown while it runs.
pub fn quiet<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    timed(what, || {
        let _clock = Clock::start();
        work()
    })
}

/// Does work under a heading; for commands that print their own progress.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(&format!("▸ {what}"));
    let start = Instant::now();
    let outcome = work();
    let elapsed = start.elapsed();
    if elapsed > Duration::from_secs(1) {
        let end = if outcome.is_ok() { "done" } else { "failed" };
        say(&format!("  {end} after {:.1} s", elapsed.as_secs_f64()));
    }
    outcome
}

/// Prints a line at once, so that what xtask says and what its commands say stay in order.
pub fn say(line: &str) {
    println!("{line}");
    // A closed pipe is the reader's choice; the work goes on.
    let _ = std::io::stdout().flush();
}

/// Shows the elapsed time until it is dropped.
struct Clock {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Clock {
    fn start() -> Clock {
        let (stop, stopped) = channel();
        Clock { stop: Some(stop), thread: Some(std::thread::spawn(move || tick(&stopped))) }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A clock that failed to print has nothing to tell.
            let _ = thread.join();
        }
    }
}

fn tick(stopped: &Receiver<()>) {
    let start = Instant::now();
    let terminal = std::io::stderr().is_terminal();
    let pause = if terminal { Duration::from_secs(1) } else { LOG_EVERY };
    while stopped.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
        let seconds = start.elapsed().as_secs();
        if terminal {
            eprint!("\r  … {seconds} s");
        } else {
            eprintln!("  … {seconds} s");
        }
    }
    if terminal && start.elapsed() > pause {
        eprint!("\r          \r");
    }
}

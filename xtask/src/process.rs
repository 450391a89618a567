//! A program that runs beside this one and ends with it. Takes the command; gives what the program says.

use crate::{step, system};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a program may take to say that it is ready, or to end.
pub const PATIENCE: Duration = Duration::from_secs(10);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A running program. Dropping it asks the program to end, and waits until it has.
pub struct Process {
    name: &'static str,
    child: Child,
}

impl Process {
    /// Starts a program whose output nobody needs.
    pub fn start(name: &'static str, command: &mut Command) -> Result<Process> {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().with_context(|| format!("starting {}", system::line(command)))?;
        Ok(Process { name, child })
    }

    /// Starts a program that says by itself what it is to be found by: `find` picks it from one of its lines.
    pub fn start_and_hear<T>(
        name: &'static str,
        command: &mut Command,
        find: impl Fn(&str) -> Option<T>,
    ) -> Result<(Process, T)> {
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let child = command.spawn().with_context(|| format!("starting {}", system::line(command)))?;
        let mut process = Process { name, child };
        let mut said = BufReader::new(process.child.stdout.take().context("a program without output")?);
        let found = hear(&mut said, find).with_context(|| format!("starting {name}"))?;
        drain(said);
        Ok((process, found))
    }

    /// Waits until something is true of the program, as long as it runs.
    pub fn wait_until(&mut self, is_true: impl Fn() -> bool) -> Result<()> {
        self.wait_up_to(PATIENCE, LOOK_EVERY, is_true)
    }

    /// The same for so long, looking every so often.
    pub fn wait_up_to(&mut self, patience: Duration, every: Duration, is_true: impl Fn() -> bool) -> Result<()> {
        let end = Instant::now() + patience;
        while !is_true() {
            if let Some(status) = self.child.try_wait()? {
                bail!("{} ended before it answered ({status})", self.name);
            }
            anyhow::ensure!(Instant::now() < end, "{} does not answer", self.name);
            std::thread::sleep(every);
        }
        Ok(())
    }

    /// True if the program ended when asked to.
    fn end(&mut self) -> bool {
        // Asked, a driver closes the browsers it still has; killed it would leave them. The standard library can only
        // kill, every shell can ask.
        let asked = Command::new("sh").args(["-c", "kill -TERM \"$0\"", &self.child.id().to_string()]).status();
        let end = Instant::now() + PATIENCE;
        while asked.as_ref().is_ok_and(|status| status.success()) && Instant::now() < end {
            match self.child.try_wait() {
                Ok(None) => std::thread::sleep(LOOK_EVERY),
                Ok(Some(_)) => return true,
                Err(_) => return false,
            }
        }
        false
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // One that has ended already is not asked: its number may be another's by now.
        if matches!(self.child.try_wait(), Ok(Some(_))) || self.end() {
            return;
        }
        if self.child.kill().is_err() {
            step::say(&format!("  {} could not be ended", self.name));
        }
        let _ = self.child.wait();
    }
}

fn hear<T>(said: &mut impl BufRead, find: impl Fn(&str) -> Option<T>) -> Result<T> {
    let mut line = String::new();
    while said.read_line(&mut line)? > 0 {
        if let Some(found) = find(line.trim_end()) {
            return Ok(found);
        }
        line.clear();
    }
    bail!("it ended before it was ready")
}

/// What a program says later is nobody's concern, but it must be able to say it.
fn drain(mut said: BufReader<ChildStdout>) {
    std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_says_of_itself_is_heard_past_other_lines() {
        let mut said = "a greeting\nListening on 127.0.0.1:4444\nmore\n".as_bytes();
        let port = hear(&mut said, |line| line.split_once("127.0.0.1:")?.1.parse::<u16>().ok());
        assert_eq!(port.expect("a port is said"), 4444);
    }

    #[test]
    fn a_program_that_ends_without_a_word_is_an_error() {
        assert!(hear(&mut "a greeting\n".as_bytes(), |_| None::<u16>).is_err());
    }

    #[test]
    fn a_process_ends_when_it_is_asked_to() {
        let script = "echo ready; exec tail -f /dev/null";
        let heard = Process::start_and_hear("a shell", Command::new("sh").args(["-c", script]), |line| {
            (line == "ready").then_some(())
        });
        let (mut process, ()) = heard.expect("the shell starts");
        assert!(process.end(), "it ends when asked");
    }

    #[test]
    fn nothing_is_waited_for_once_the_program_has_ended() {
        let mut process = Process::start("true", &mut Command::new("true")).expect("it starts");
        assert!(process.wait_until(|| false).is_err());
    }
}

//! Starts a kiosk as `docs/kiosk.md` says, on screens that nobody sees, and looks at them: the line that operators copy is
//! the line that is tested. A picture of each screen is left in `target/kiosk-screens/`.

use crate::process::Process;
use crate::{build, cargo, drivers, folders, settings, system};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// Stand before the line in the docs, and before what is added to it where no window manager gives the screen.
const FENCES: [&str; 2] = ["```sh start-line\n", "```sh bare-screen\n"];
/// What the docs call the file, and how large they take the screen to be.
const FILE: &str = "file:///srv/minsheng/kiosk.html";
const SIZE: &str = "1080,1920";
/// Tall and wide.
const SCREENS: [(usize, usize); 2] = [(1080, 1920), (1920, 1080)];
/// The two panels of the screen that nobody uses (`www/kiosk/kiosk.css`): at the first corner and at the last.
const PANELS: [[u8; 3]; 2] = [[0x17, 0x16, 0x13], [0xE9, 0xE5, 0xDA]];

/// How long a browser with nothing in its profile may take to start, on a machine with other work; and how often its screen,
/// which is large, is looked at.
const START: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_millis(250);

/// Starts it on every screen, with a window manager and without one.
pub fn check() -> Result<()> {
    system::ensure_chinese_font()?;
    let docs = fs::read_to_string(settings::root().join("docs/kiosk.md")).context("reading docs/kiosk.md")?;
    let (line, addition) = (line(&docs)?, fenced(&docs, FENCES[1])?);
    for (width, height) in SCREENS {
        let bare = format!("{line} {}", addition.replace(SIZE, &format!("{width},{height}")));
        for (line, managed) in [(&line, true), (&bare, false)] {
            let screen = Screen::start(width, height, managed)?;
            screen.shows(line).with_context(|| format!("on {}", screen.folder.display()))?;
        }
    }
    Ok(())
}

fn line(docs: &str) -> Result<String> {
    let line = fenced(docs, FENCES[0])?;
    ensure!(line.matches(FILE).count() == 1, "not one line that opens {FILE}: {line}");
    Ok(line.replace(FILE, &format!("file://{}", build::kiosk_file().display())))
}

fn fenced<'a>(docs: &'a str, fence: &str) -> Result<&'a str> {
    let (_, rest) = docs.split_once(fence).with_context(|| format!("docs/kiosk.md has no {fence}"))?;
    let (line, _) = rest.split_once("\n```").context("it does not end")?;
    ensure!(!line.contains('\n'), "more than one line: {line}");
    Ok(line)
}

/// A screen that nobody sees, with a folder for what it shows.
struct Screen {
    width: usize,
    height: usize,
    folder: PathBuf,
    display: String,
    _manager: Option<Process>,
    _screen: Process,
}

impl Screen {
    fn start(width: usize, height: usize, managed: bool) -> Result<Screen> {
        let name = format!("{width}x{height}{}", if managed { "" } else { "-bare" });
        let folder = folders::fresh(&cargo::target_folder()?.join("kiosk-screens").join(name))?;
        let (screen, display) = drivers::start_screen(&format!("{width}x{height}x24"), Some(&folder))?;
        let start = |tool| Process::start("openbox", Command::new(system::ensure(tool)?).env("DISPLAY", &display));
        let manager = if managed { Some(start(&drivers::WINDOW_MANAGER)?) } else { None };
        Ok(Screen { width, height, folder, display, _manager: manager, _screen: screen })
    }

    /// Starts Chromium by this line and waits until the kiosk fills the screen.
    fn shows(&self, line: &str) -> Result<()> {
        let port = drivers::free_port()?;
        let mut words = line.split_whitespace();
        let mut command = Command::new(system::ensure(&drivers::CHROMIUM)?);
        words.next().filter(|program| *program == "chromium").context("the line does not start Chromium")?;
        command.args(words).env("DISPLAY", &self.display);
        // What root in a container needs, and what lets a test see which windows there are.
        command.args([
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
        ]);
        command.arg(format!("--user-data-dir={}", self.folder.join("profile").display()));
        command.arg(format!("--remote-debugging-port={port}"));
        let mut browser = Process::start("chromium", &mut command)?;
        // Where one of the two never comes, what was seen last is told.
        let outcome = browser.wait_up_to(START, LOOK_EVERY, || is_live(port) && self.is_filled().unwrap_or(false));
        self.keep_picture()?;
        outcome.with_context(|| format!("its windows: {}", windows(port).unwrap_or_default()))
    }

    /// Whether no corner shows anything but the kiosk's own panels: no desktop, no bar, no bubble of the browser's.
    fn is_filled(&self) -> Result<bool> {
        let pixels = self.pixels()?;
        let at = |x: usize, y: usize| pixels.get(y * self.width + x).copied();
        let (right, bottom) = (self.width - 3, self.height - 3);
        let corners = [at(2, 2), at(right, bottom)];
        let sides = [at(right, 2), at(2, bottom)];
        Ok(corners == PANELS.map(Some) && sides.iter().flatten().all(|colour| PANELS.contains(colour)))
    }

    /// What it shows, from the file in which Xvfb keeps it: a header, then four bytes a pixel, blue first.
    fn pixels(&self) -> Result<Vec<[u8; 3]>> {
        let bytes = fs::read(self.folder.join("Xvfb_screen0"))?;
        let start = bytes.len().checked_sub(self.width * self.height * 4);
        let picture = start.and_then(|start| bytes.get(start..)).context("no picture")?;
        Ok(picture.chunks_exact(4).map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect())
    }

    fn keep_picture(&self) -> Result<()> {
        let file = fs::File::create(self.folder.join("screen.png"))?;
        let mut encoder = png::Encoder::new(file, u32::try_from(self.width)?, u32::try_from(self.height)?);
        encoder.set_color(png::ColorType::Rgb);
        Ok(encoder.write_header()?.write_image_data(&self.pixels()?.concat())?)
    }
}

/// Whether there is one window, and the kiosk waits in it for somebody.
fn is_live(port: u16) -> bool {
    windows(port)
        .is_ok_and(|list| list.matches("\"type\": \"page\"").count() == 1 && list.contains("\"title\": \"开始 · "))
}

fn windows(port: u16) -> Result<String> {
    let asked = ureq::get(format!("http://127.0.0.1:{port}/json/list"));
    let asked = asked.config().timeout_global(Some(Duration::from_secs(2))).build();
    Ok(asked.call()?.body_mut().read_to_string()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_docs_have_a_line_and_it_opens_the_file_that_was_built() {
        let line = line(include_str!("../../docs/kiosk.md")).expect("a line");
        assert!(line.starts_with("chromium --kiosk ") && line.ends_with("dist/kiosk.html"), "{line}");
        assert!(super::line("no line").is_err() && fenced("```sh bare-screen\na\nb\n```", FENCES[1]).is_err());
    }
}

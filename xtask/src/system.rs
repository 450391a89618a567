//! The programs that other people wrote: finds them, installs them where that is allowed, and otherwise names the
//! command that installs them.

use crate::{cargo, step};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::{Command, Output};

/// A program, the Debian packages that bring it, and what it is for.
pub struct Tool {
    pub program: &'static str,
    pub packages: &'static [&'static str],
    pub purpose: &'static str,
}

pub const NODE: Tool =
    Tool { program: "node", packages: &["nodejs", "npm"], purpose: "optimises the wasm and checks the types" };
pub const NPM: Tool = Tool { program: "npm", packages: &["npm"], purpose: "installs the tools that package.json pins" };
pub const JAVA: Tool =
    Tool { program: "java", packages: &["default-jre-headless"], purpose: "runs the validators of TEI and of HTML" };
const CHINESE_FONT: Tool = Tool {
    program: "a Chinese font",
    packages: &["fontconfig", "fonts-noto-cjk"],
    purpose: "draws the text in the browser",
};

/// Where the program is; installs it first where there is none and this may be done.
pub fn ensure(tool: &Tool) -> Result<PathBuf> {
    if let Some(path) = find(tool.program) {
        return Ok(path);
    }
    install(&format!("{}, which {}", tool.program, tool.purpose), tool.packages)?;
    find(tool.program).with_context(|| format!("`{}` is installed but not on the PATH", tool.program))
}

/// The files of Debian packages below a folder of this project's own: nothing of the machine changes, and no service
/// starts. What the packages depend on must be there already.
pub fn unpacked(what: &'static str, packages: &[&str], purpose: &str) -> Result<PathBuf> {
    let folder = cargo::target_folder()?.join("tools").join(what);
    if folder.is_dir() {
        return Ok(folder);
    }
    let unfinished = folder.with_extension("unfinished");
    std::fs::create_dir_all(&unfinished).with_context(|| format!("making a folder for {what}"))?;
    let names = packages.join(" ");
    step::quiet(&format!("unpack {what}, which {purpose}: apt-get download {names}"), || {
        let download = || output(apt().current_dir(&unfinished).arg("download").args(packages));
        if download().is_err() {
            // The lists of what there is may be missing or old.
            output(apt().args(["update", "-qq"])).and_then(|_| download()).with_context(|| {
                format!("{what} is missing: it {purpose}. Let apt know its packages with: sudo apt-get update")
            })?;
        }
        let files = std::fs::read_dir(&unfinished)?.map(|file| Ok(file?.path())).collect::<Result<Vec<_>>>()?;
        for file in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "deb")) {
            output(Command::new("dpkg-deb").arg("-x").arg(file).arg(&unfinished))?;
        }
        Ok(())
    })?;
    std::fs::rename(&unfinished, &folder).with_context(|| format!("keeping {what}"))?;
    Ok(folder)
}

/// Makes sure that the browser can draw Chinese; without a font every character is the same box.
pub fn ensure_chinese_font() -> Result<()> {
    ensure_all(&[])
}

/// Makes sure of several programs and of a Chinese font at once: installs all that are missing, or names all of them.
pub fn ensure_all(tools: &[&Tool]) -> Result<()> {
    let missing = tools.iter().filter(|tool| find(tool.program).is_none());
    let font = lacks_chinese_font().then_some(&CHINESE_FONT);
    let missing = missing.copied().chain(font).collect::<Vec<_>>();
    if missing.is_empty() {
        return Ok(());
    }
    let said = missing.iter().map(|tool| format!("{}, which {}", tool.program, tool.purpose)).collect::<Vec<_>>();
    let mut packages = missing.iter().flat_map(|tool| tool.packages).copied().collect::<Vec<_>>();
    packages.sort_unstable();
    packages.dedup();
    install(&said.join("; "), &packages)?;
    match tools.iter().find(|tool| find(tool.program).is_none()) {
        None => Ok(()),
        Some(tool) => bail!("`{}` is installed but not on the PATH", tool.program),
    }
}

/// Debian's browsers come without one. Elsewhere the system has its own way to bring fonts.
fn lacks_chinese_font() -> bool {
    let listed =
        |list| output(Command::new(list).args([":lang=zh-cn", "family"])).is_ok_and(|it| !it.stdout.is_empty());
    find("apt-get").is_some() && !find("fc-list").is_some_and(listed)
}

/// The program's path, if it is on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Installs Debian packages where this may be done; otherwise names the command.
pub fn install(what: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if !is_root() || find("apt-get").is_none() {
        bail!("missing: {what}. On Debian, install with: sudo apt-get install {names}");
    }
    step::quiet(&format!("install {what}: apt-get install {names}"), || {
        output(apt().args(["update", "-qq"]))?;
        output(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages)).map(drop)
    })
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

/// Runs a command whose output the reader sees as it comes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("starting {}", line(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a command and takes what it prints; on failure its own words are in the error.
pub fn output(command: &mut Command) -> Result<Output> {
    let output = command.output().with_context(|| format!("starting {}", line(command)))?;
    if !output.status.success() {
        let words = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
        bail!("{} failed ({})\n{}", line(command), output.status, String::from_utf8_lossy(&words));
    }
    Ok(output)
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

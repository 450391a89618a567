//! The project's commands. `cargo xtask COMMAND` is the one way to build, serve, test and measure.
//!
//! Each command has a file of its own; the other modules are what they share. Nothing here depends on the root
//! package: its program is run with cargo, so that xtask compiles while the page does not.

mod bench;
mod build;
mod check;
mod icons;
mod look;
mod serve;
mod soak;
mod test;

mod again;
mod assets;
mod browser;
mod cargo;
mod compressed;
mod conditions;
mod consumers;
mod data;
mod drivers;
mod embeds;
mod folders;
mod further;
mod glue;
mod growth;
mod kept;
mod kiosk;
mod lane;
mod libtest;
mod minify;
mod mvp;
mod next;
mod nginx;
mod node;
mod npm;
mod offline;
mod package;
mod pages;
mod plain;
mod process;
mod samples;
mod server;
mod settings;
mod sheet;
mod size;
mod start_line;
mod step;
mod suite;
mod system;
mod tally;
mod types;
mod validators;
mod variants;
mod wasm;

use std::process::ExitCode;

/// One command: its name, its arguments as usage shows them, what it does, and the function that does it.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> anyhow::Result<()>,
}

const COMMANDS: [Command; 8] = [
    Command {
        name: "build",
        arguments: "[--url URL] [--incomplete]",
        about: "build dist/site, dist/embed, dist/npm and dist/data; --incomplete goes on without Node.js",
        run: build::run,
    },
    Command {
        name: "serve",
        arguments: "[--port N] [--no-build | --incomplete | --folder FOLDER]",
        about: "build, then serve dist/site on 127.0.0.1 and print its URL; or serve a built FOLDER",
        run: serve::run,
    },
    Command { name: "check", arguments: "", about: "format, lint, native tests, seeds", run: check::run },
    Command {
        name: "test",
        arguments: "[--all] [FILTER]",
        about: "check, build, sizes, types, the page in Chromium; --all: also other browsers and other people's validators",
        run: test::run,
    },
    Command {
        name: "bench",
        arguments: "",
        about: "sizes against budgets, latency in the browser, search in growing text",
        run: bench::run,
    },
    Command {
        name: "look",
        arguments: "[--to FOLDER] [SHEET…]",
        about: "contact sheets of dist/site's first screens in all windows, and the table of their figures",
        run: look::run,
    },
    Command {
        name: "soak",
        arguments: "[--actions N] [--engine NAME]",
        about: "a busy week at a kiosk: a million touches, and what they leave in memory",
        run: soak::run,
    },
    Command {
        name: "icons",
        arguments: "",
        about: "draw www/icon.svg as the PNGs beside it, after a change of it",
        run: icons::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        None => fail(&usage()),
        Some((name, _)) if ["-h", "--help", "help"].contains(&name.as_str()) => say_usage(),
        Some((name, rest)) if rest.iter().any(|word| word == "--help") => say_help(name),
        Some((name, rest)) => match COMMANDS.iter().find(|command| command.name == name) {
            Some(command) => finish((command.run)(rest)),
            None => fail(&format!("no command `{name}`\n\n{}", usage())),
        },
    }
}

fn finish(outcome: anyhow::Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // The run has said what failed, and its last line is its count.
        Err(error) if error.is::<tally::Failed>() => ExitCode::FAILURE,
        Err(error) => fail(&format!("error: {error:#}")),
    }
}

fn say_usage() -> ExitCode {
    println!("{}", usage());
    ExitCode::SUCCESS
}

/// What one command does. `test` has more to say than a line.
fn say_help(name: &str) -> ExitCode {
    match COMMANDS.iter().find(|command| command.name == name) {
        None => say_usage(),
        Some(Command { arguments, about, .. }) => {
            let more = if name == "test" { lane::HELP } else { about };
            println!("usage: cargo xtask {name} {arguments}\n\n{more}");
            ExitCode::SUCCESS
        }
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}

fn usage() -> String {
    let lines = COMMANDS.map(|Command { name, arguments, about, .. }| {
        let call = format!("{name} {arguments}");
        format!("  {call:<32} {about}")
    });
    format!("usage: cargo xtask COMMAND\n\n{}", lines.join("\n"))
}

//! A build that cannot have Node.js leaves `dist/` incomplete. It fails, names the missing parts, and names the option that
//! goes on without them.

use std::path::PathBuf;
use std::process::Command;

/// Runs xtask with a PATH that has no programs.
fn alone(arguments: &[&str]) -> (bool, String) {
    let nowhere = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no-programs");
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = xtask.args(arguments).env("PATH", nowhere).output().expect("xtask starts");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_build_without_node_fails_and_names_what_would_be_missing() {
    for command in ["build", "serve"] {
        let (succeeded, said) = alone(&[command]);
        assert!(!succeeded, "{command}: {said}");
        for words in ["missing: node", "sudo apt-get install nodejs npm", "--incomplete", "dist/kiosk.html", "dist/npm"]
        {
            assert!(said.contains(words), "{command} does not say `{words}`: {said}");
        }
    }
}

#[test]
fn tests_that_lack_programs_name_all_of_them_before_anything_starts() {
    let (succeeded, said) = alone(&["test"]);
    assert!(!succeeded && said.contains("missing: node"), "{said}");
    for program in ["npm", "chromium", "chromedriver", "pdftotext"] {
        assert!(said.contains(&format!("{program}, which")), "{said}");
    }
}

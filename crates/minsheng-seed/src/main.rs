//! `minsheng-seed <directory>`: checks a seed directory and prints what is wrong with it. Run by `cargo xtask check`.

use std::{env, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let dir = env::args().nth(1).unwrap_or_else(|| "seeds".into());
    match minsheng_seed::compile(Path::new(&dir)) {
        Ok(document) => {
            println!(
                "{dir}: {} clauses, {} targets, sha-256 {}",
                document.clauses.len(),
                document.targets.len(),
                document.digest
            );
            ExitCode::SUCCESS
        }
        Err(diagnostics) => {
            diagnostics.iter().for_each(|diagnostic| println!("{diagnostic}"));
            ExitCode::FAILURE
        }
    }
}

//! Makes what the generator wrote smaller, the wasm and its JavaScript glue together, without changing what they do: the
//! names by which the two call each other carry hashes, which no compression takes away.

use anyhow::{Context, Result, ensure};
use std::path::Path;
use walrus::Module;

/// Gives the functions that the wasm imports from its glue short names, in both files.
pub fn shrink(wasm: &Path, glue: &Path) -> Result<()> {
    let mut module = Module::from_file(wasm).context("reading the module")?;
    let mut text = std::fs::read_to_string(glue)?;
    for (n, import) in module.imports.iter_mut().enumerate() {
        let short = short(n);
        text = renamed(&text, &import.name, &short)?;
        import.name = short;
    }
    module.emit_wasm_file(wasm).context("writing the module")?;
    Ok(std::fs::write(glue, text)?)
}

/// `a`, `b` … `z`, `ba` …
fn short(n: usize) -> String {
    let letter = char::from(b"abcdefghijklmnopqrstuvwxyz"[n % 26]);
    if n < 26 { letter.to_string() } else { short(n / 26) + &letter.to_string() }
}

/// The glue with another key for this import. It must be there just once: what is not understood is not shipped.
fn renamed(glue: &str, name: &str, short: &str) -> Result<String> {
    let (old, new) = (format!(" {name}: function"), format!(" {short}: function"));
    ensure!(glue.matches(&old).count() == 1, "the glue does not define `{name}` just once");
    Ok(glue.replacen(&old, &new, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_has_one_short_name_of_its_own() {
        let names: std::collections::BTreeSet<_> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!(renamed("{\n    __wbg_a_1: function() {}", "__wbg_a_1", "b").unwrap(), "{\n    b: function() {}");
        assert!(renamed("{\n    __wbg_a_12: function() {}", "__wbg_a_1", "b").is_err());
    }
}

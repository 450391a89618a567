//! Makes what the generator wrote smaller, the wasm and its JavaScript glue together, without changing what they do: the
//! names by which the two call each other carry hashes, which no compression takes away, and the glue carries comments.

use anyhow::{Context, Result, ensure};
use std::path::Path;
use walrus::Module;

/// Gives the functions that the wasm imports from its glue short names, in both files, and leaves the comments out.
pub fn shrink(wasm: &Path, glue: &Path) -> Result<()> {
    let mut module = Module::from_file(wasm).context("reading the module")?;
    let mut text = without_comments(&std::fs::read_to_string(glue)?);
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
    let (old, new) = (format!("\n{name}: function"), format!("\n{short}: function"));
    ensure!(glue.matches(&old).count() == 1, "the glue does not define `{name}` just once");
    Ok(glue.replacen(&old, &new, 1))
}

/// A script or style sheet without comments that have lines of their own, indentation and blank lines. Neither the
/// generator nor `www/` writes text that spans lines.
pub fn without_comments(script: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        let starts = line.starts_with("/*");
        if !inside && !starts && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        inside = (inside || starts) && !line.ends_with("*/");
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_the_script_stays() {
        let script = "/* types */\n\n/**\n * What `a` is.\n * @returns {boolean}\n */\n  a() {\n    // Yes.\n    return 2 */1/ 1;\n  }\n";
        assert_eq!(without_comments(script), "a() {\nreturn 2 */1/ 1;\n}\n");
    }

    #[test]
    fn an_import_has_one_short_name_of_its_own() {
        let names: std::collections::BTreeSet<_> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!(renamed("{\n__wbg_a_1: function() {}", "__wbg_a_1", "b").unwrap(), "{\nb: function() {}");
        assert!(renamed("{\n__wbg_a_12: function() {}", "__wbg_a_1", "b").is_err());
    }
}

//! Changes what the generator wrote. The names by which the wasm and its JavaScript glue call each other carry hashes, which
//! no compression takes away: they become short. And a new instance of the module is waited for, where the glue would make it
//! at once: Chromium before 115 starts no module above 4 KB while the page waits.

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

/// How the glue makes a new instance, and how it does in what is shipped. What else it resets stays between the two.
const RENEWED: [[&str; 2]; 2] = [
    [
        "export function __wbg_reset_state () {\n",
        "export async function __wbg_reset_state () {\n    const renewed = await WebAssembly.instantiate(wasmModule, __wbg_get_imports());\n",
    ],
    ["wasmInstance = new WebAssembly.Instance(wasmModule, __wbg_get_imports());", "wasmInstance = renewed;"],
];

/// Gives a module's glue and its types a `__wbg_reset_state` that promises the new instance.
pub fn renew_slowly(glue: &Path, types: &Path) -> Result<()> {
    std::fs::write(glue, renewed_slowly(&std::fs::read_to_string(glue)?)?)?;
    let told = std::fs::read_to_string(types)?;
    let (old, new) = ("__wbg_reset_state(): void", "__wbg_reset_state(): Promise<void>");
    ensure!(told.matches(old).count() == 1, "the types do not name `__wbg_reset_state` just once");
    Ok(std::fs::write(types, told.replacen(old, new, 1))?)
}

fn renewed_slowly(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for [old, new] in RENEWED {
        ensure!(glue.matches(old).count() == 1, "the glue does not hold just once: {old}");
        glue = glue.replacen(old, new, 1);
    }
    Ok(glue)
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
    fn a_new_instance_is_waited_for() {
        let [[begins, _], [makes, _]] = RENEWED;
        let glue = renewed_slowly(&format!("{begins}    reset();\n    {makes}\n}}")).expect("the glue is known");
        assert!(glue.find("await").expect("waits") < glue.find("reset();").expect("resets"), "{glue}");
        assert!(!glue.contains("new WebAssembly"), "{glue}");
        assert!(renewed_slowly(begins).is_err());
    }

    #[test]
    fn an_import_has_one_short_name_of_its_own() {
        let names: std::collections::BTreeSet<_> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!(renamed("{\n    __wbg_a_1: function() {}", "__wbg_a_1", "b").unwrap(), "{\n    b: function() {}");
        assert!(renamed("{\n    __wbg_a_12: function() {}", "__wbg_a_1", "b").is_err());
    }
}

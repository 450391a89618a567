//! What is done to the glue that the generator wrote. `guard` puts `www/shell/guard.js` between scripts and the module.
//! `shrink` gives the names by which the wasm and the glue call each other a short form: they carry hashes, which no compression
//! takes away. `renew_slowly` makes the glue wait for a new instance of the module: Chromium before 115 starts no module above
//! 4 KB while the page waits.

use crate::settings;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use walrus::Module;

/// A call that the generator puts before every other, for a way to begin again that nobody takes; and what it calls.
const UNUSED: [&str; 2] = [
    "__wbg_call_guard();",
    "function __wbg_call_guard() {
    if (__wbg_reinit_scheduled) {
        __wbg_reset_state();
        return;
    }
}",
];

/// What browsers without container queries lack, in which no explorer runs; and what is said to those who call an earlier
/// generator's glue. It is left out.
const LEFT_OUT: [&str; 5] = [
    "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : ",
    "if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}
",
    " else {
            console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
        }",
    " else {
            console.warn('using deprecated parameters for the initialization function; pass a single object instead')
        }",
    " Falling back to `WebAssembly.instantiate` which is slower.",
];

/// What a script may give, by the types of `src/web.rs`, and the guard's functions that check it and give a copy.
const CHECKS: [[&str; 2]; 5] = [
    ["{string}", "asText"],
    ["{boolean}", "asTruth"],
    ["{Element}", "asElement"],
    ["{SearchQuery}", "asQuery"],
    ["{ExplorerFrame}", "asFrame"],
];

/// How a method knows its object. Every method does but `free`.
const KNOWS: &str = "if (this.__wbg_inst !== undefined && this.__wbg_inst !== __wbg_instance_id) {
    throw new Error('Invalid stale object from previous Wasm instance');
}";

/// What stands once, and what stands there instead.
const ONCE: [[&str; 2]; 4] = [
    // An event that a discarded instance would hear of is nobody's.
    ["throw new Error('Cannot invoke closure from previous WASM instance');", "return;"],
    ["    free() {\n", "    free() {\n        if (!ends(this)) return;\n"],
    ["wasm = instance.exports;", "wasm = watched(instance.exports);"],
    ["wasm = wasmInstance.exports;", "wasm = watched(wasmInstance.exports);"],
];

/// Puts the guard into the glue: every call of the module and every method goes through it.
pub fn guard(glue: &Path) -> Result<()> {
    let guard = settings::root().join("www/shell/guard.js");
    let guard = std::fs::read_to_string(&guard).with_context(|| format!("reading {}", guard.display()))?;
    let text = guarded(&std::fs::read_to_string(glue)?)?;
    Ok(std::fs::write(glue, checked(&text)? + &guard)?)
}

/// The glue with a check for each argument, before anything else is done. The class's comments say which there are.
fn checked(glue: &str) -> Result<String> {
    let (class, rest) = glue.split_once("\n}\n").context("the glue does not begin with its class")?;
    let mut text = String::new();
    let mut checks = String::new();
    for line in class.lines() {
        text += &format!("{line}\n");
        if let Some(parameter) = line.trim().strip_prefix("* @param ") {
            checks += &check(parameter)?;
        } else if line.starts_with("    ") && line.ends_with(") {") && !line.starts_with("     ") {
            text += &std::mem::take(&mut checks);
        }
    }
    ensure!(checks.is_empty() && text.contains(" = as"), "the glue's comments do not stand before its methods");
    Ok(text + "}\n" + rest)
}

/// `{string} route` → `route = asText(route, "route");`
fn check(parameter: &str) -> Result<String> {
    let (kind, name) = parameter.split_once(' ').context("a parameter without a name")?;
    let known = CHECKS.iter().find(|[known, _]| *known == kind);
    let [_, check] = known.with_context(|| format!("nothing checks what scripts give as {kind}"))?;
    let name = name.trim_matches(['[', ']']);
    Ok(format!("        {name} = {check}({name}, \"{name}\");\n"))
}

fn guarded(glue: &str) -> Result<String> {
    let [call, called] = UNUSED;
    let glue = glue.replace(called, "").replace(call, "");
    let glue = LEFT_OUT.iter().try_fold(glue, |glue, part| {
        ensure!(glue.contains(part), "the glue does not say: {part}");
        Ok(glue.replace(part, ""))
    })?;
    let knows = ["        ", "            "].map(|indent| KNOWS.replace('\n', &format!("\n{indent}")));
    let glue = knows.iter().fold(glue, |glue, knows| glue.replace(knows, "alive(this);"));
    for unknown in ["__wbg_call_guard", "this.__wbg_inst !== undefined"] {
        ensure!(!glue.contains(unknown), "the glue says otherwise than is known: {unknown}");
    }
    ensure!(glue.contains("alive(this);"), "no method of the glue knows its object");
    ONCE.into_iter().try_fold(glue, |glue, [old, new]| {
        ensure!(glue.matches(old).count() == 1, "the glue does not say just once: {old}");
        Ok(glue.replacen(old, new, 1))
    })
}

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

    #[test]
    fn every_call_of_the_module_and_every_method_goes_through_the_guard() {
        let method = |indent| format!("{indent}{}\n", KNOWS.replace('\n', &format!("\n{indent}")));
        let once = ONCE.map(|[old, _]| old).join("\n");
        let glue =
            [LEFT_OUT.join("\n"), UNUSED.join("\n"), method("        "), method("            "), once].join("\n");
        let text = guarded(&glue).expect("the glue is known");
        assert_eq!(text.matches("alive(this);").count(), 2, "{text}");
        assert_eq!(text.matches("watched(").count(), 2, "{text}");
        assert!(text.contains("ends(this)") && !text.contains("__wbg_"), "{text}");
        assert!(guarded(&format!("{glue}wasm = instance.exports;")).is_err(), "one stands there twice");
        assert!(guarded(&format!("{glue}{KNOWS}")).is_err(), "one would be left out");
    }

    #[test]
    fn every_argument_is_checked_and_one_that_nothing_checks_is_an_error() {
        let glue = "export class A {\n    /**\n     * @param {string} one\n     * @param {ExplorerFrame} [two]\n     */\n    \
            go(one, two) {\n        wasm.go();\n    }\n}\nlet x;\n";
        let text = checked(glue).expect("the glue is known");
        let checks = "    go(one, two) {\n        one = asText(one, \"one\");\n        two = asFrame(two, \"two\");\n        wasm";
        assert!(text.contains(checks) && text.ends_with("    }\n}\nlet x;\n"), "{text}");
        assert!(checked(&glue.replace("string", "number")).is_err());
    }
}

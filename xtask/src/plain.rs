//! The module once more as plain JavaScript, for browsers that have no WebAssembly or may not use it: wasm2js, from npm.
//! Takes the finished wasm and its glue, gives a script that exports the same `Explorer`, ready when it is imported. It
//! makes no code from text either, so that the strictest policy lets it run.

use crate::wasm::Module;
use crate::{kept, minify, npm, step, system};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::Path;
use walrus::ValType;

/// Stands in for the script where node is not: whoever imports it is told.
const ABSENT: &str = "throw new Error(\"built without node, and so without the module that needs no WebAssembly\");\n";

/// What the script is: the glue, started at once. Whatever else the glue exports is left out.
const ENTRY: &str = "\
import { Explorer, initSync } from \"./glue.js\";
initSync({ module: {} });
export { Explorer };
";

/// Takes WebAssembly's place in the glue: a new instance is a new run of the function that wasm2js made of the module.
const MACHINE: &str = "
class Instance {
  constructor(module, imports) {
    this.exports = asmFunc(imports);
  }
}
const instantiate = async (module, imports) => new Instance(module, imports);
export const WebAssembly = { Module: class {}, Instance, instantiate };
";

/// Optimised again, because some of what is best in WebAssembly is not in JavaScript. Not `--pedantic`: that costs size
/// and speed to trap where WebAssembly does, at memory that is not there and at division by zero; Rust looks before.
const FLAGS: [&str; 2] = ["--mvp-features", "-Oz"];

/// Makes the script of a finished module.
pub fn make(module: &Module) -> Result<()> {
    let path = module.folder.join(&module.plain);
    if !npm::at_hand() {
        return Ok(fs::write(path, ABSENT)?);
    }
    let wasm = fs::read(module.wasm_path())?;
    let glue = fs::read_to_string(module.folder.join(&module.glue))?;
    let recipe = [include_bytes!("plain.rs").as_slice(), include_bytes!("minify.rs")].concat();
    let kept = kept::or_made(&path, &[&wasm, glue.as_bytes(), &recipe], |to| {
        step::quiet(&format!("say the wasm in JavaScript: wasm2js {}", FLAGS.join(" ")), || {
            translate(module, &glue, to)
        })
    })?;
    fs::copy(kept, path).context("taking the plain module")?;
    Ok(())
}

fn translate(module: &Module, glue: &str, to: &Path) -> Result<()> {
    keeps_to_numbers(&module.wasm_path())?;
    let folder = module.folder.join("plain");
    fs::create_dir_all(&folder)?;
    let machine = folder.join("machine.js");
    system::output(npm::node("binaryen/bin/wasm2js").args(FLAGS).arg(module.wasm_path()).arg("-o").arg(&machine))?;
    let said = fs::read_to_string(&machine)?;
    fs::write(&machine, readable(function(&said)?)? + MACHINE)?;
    fs::write(folder.join("glue.js"), growing(glue)?)?;
    let entry = folder.join("entry.js");
    fs::write(&entry, ENTRY)?;
    minify::bundle(&entry, to)
}

/// wasm2js hands an i64 over in two halves, which the glue does not know.
fn keeps_to_numbers(wasm: &Path) -> Result<()> {
    let module = walrus::Module::from_file(wasm).context("reading the module")?;
    for import in module.imports.iter() {
        if let walrus::ImportKind::Function(function) = import.kind {
            let kind = module.types.get(module.funcs.get(function).ty());
            let wide = kind.params().iter().chain(kind.results()).any(|value| *value == ValType::I64);
            ensure!(
                !wide,
                "`{}` takes or gives an i64, for which wasm2js and the glue have different forms",
                import.name
            );
        }
    }
    Ok(())
}

/// The function that wasm2js made, `asmFunc`, without its imports before and its exports after.
fn function(said: &str) -> Result<&str> {
    let (imports, rest) = said.split_once('\n').context("wasm2js wrote one line")?;
    ensure!(imports.starts_with("import * as "), "wasm2js did not begin with its one import, but: {imports}");
    let (function, _) = rest.split_once("var retasmFunc = ").context("wasm2js wrote no `retasmFunc`")?;
    ensure!(!function.lines().any(|line| line.starts_with("import ")), "wasm2js imports more than the glue");
    Ok(function)
}

/// How wasm2js calls its decoder for each part of the memory that is not empty, and what the decoder stands between.
const SEGMENT: &str = "base64DecodeToExistingUint8Array(bufferView, ";
const DECODER: [&str; 2] = ["var base64ReverseLookup", "function initActiveSegments"];

/// Takes the decoder's place: a character past U+0FFF is three bytes of UTF-8, any other is one byte.
const WRITER: &str = "function write(bytes, at, text) {
  for (let n = 0; n < text.length; n += 1) {
    const code = text.charCodeAt(n);
    if (code > 4095) {
      bytes[at++] = 224 | (code >> 12);
      bytes[at++] = 128 | ((code >> 6) & 63);
      bytes[at++] = 128 | (code & 63);
    } else bytes[at++] = code;
  }
}
";

/// The same function with its memory as text, not as base64: most of it is Chinese, and brotli sees no characters in base64.
fn readable(function: &str) -> Result<String> {
    let [begin, end] = DECODER.map(|sign| function.find(sign));
    let (begin, end) = begin.zip(end).context("wasm2js wrote no base64 decoder")?;
    let mut calls = function[end..].split(SEGMENT);
    let mut text = function[..begin].to_owned() + WRITER + calls.next().unwrap_or_default();
    for call in calls {
        let (offset, rest) = call.split_once(", \"").context("wasm2js wrote no offset")?;
        let (packed, rest) = rest.split_once('"').context("wasm2js wrote an open string")?;
        let literal = serde_json::Value::from(characters(&STANDARD.decode(packed)?));
        text += &format!("write(bufferView, {offset}, {literal}{rest}");
    }
    ensure!(!text.contains("base64"), "wasm2js calls its decoder in another way too");
    Ok(text)
}

/// What [`WRITER`] makes these bytes of.
fn characters(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let wide = rest.get(..3).and_then(|three| str::from_utf8(three).ok()?.chars().next());
        match wide.filter(|c| ('\u{1000}'..='\u{ffff}').contains(c)) {
            Some(c) => {
                text.push(c);
                rest = &rest[3..];
            }
            None => {
                text.push(char::from(*first));
                rest = after;
            }
        }
    }
    text
}

/// How the glue's two views of memory tell that the memory they show was replaced, and how they tell it in the script.
/// Memory that grows moves to another buffer. WebAssembly detaches the old one then; in the script it stays as it was.
const REPLACED: [[&str; 2]; 2] = [
    ["cachedUint8ArrayMemory0.byteLength === 0", "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer"],
    ["cachedDataViewMemory0.buffer.detached === undefined && ", ""],
];

/// The glue with a machine of its own in WebAssembly's place.
fn growing(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for [told, tells] in REPLACED {
        ensure!(glue.matches(told).count() == 1, "the glue does not ask just once: {told}");
        glue = glue.replace(told, tells);
    }
    ensure!(!glue.contains("Memory1"), "the glue has more memories than one");
    Ok("import { WebAssembly } from \"./machine.js\";\n".to_owned() + &glue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_wasm2js_says_the_function_is_taken() {
        let said = "import * as g from './g.js';\n\nfunction asmFunc() {}\n\nvar retasmFunc = asmFunc({});\nexport var a = 1;\n";
        assert_eq!(function(said).expect("a function"), "\nfunction asmFunc() {}\n\n");
        assert!(function("import * as g from './g.js';\nimport * as h from './h.js';\nvar retasmFunc = 1;").is_err());
        assert!(function("function asmFunc() {}\nvar retasmFunc = 1;").is_err());
    }

    #[test]
    fn memory_is_text_where_it_is_text_and_one_character_a_byte_elsewhere() {
        let bytes = "a养\0×\u{7ff}\u{800}😀".bytes().chain([0xe4, 0xb8, 0xff]).collect::<Vec<_>>();
        let text = characters(&bytes);
        assert!(text.starts_with("a养\0Ã\u{97}"));
        let written = text.chars().flat_map(|c| match u32::from(c) {
            code @ 0..4096 => vec![u8::try_from(code).expect("one byte")],
            _ => c.to_string().into_bytes(),
        });
        assert_eq!(written.collect::<Vec<_>>(), bytes);
    }

    #[test]
    fn the_segments_are_written_without_base64() {
        let said = "var bufferView;\nvar base64ReverseLookup = 1;\nfunction initActiveSegments(imports) {\n  \
                    base64DecodeToExistingUint8Array(bufferView, 8, \"5YW7\");\n}\nrest";
        let expected = format!(
            "var bufferView;\n{WRITER}function initActiveSegments(imports) {{\n  write(bufferView, 8, \"养\");\n}}\nrest"
        );
        assert_eq!(readable(said).expect("known"), expected);
        assert!(readable("function asmFunc() {}").is_err());
    }

    #[test]
    fn the_glue_looks_at_memory_anew_when_it_has_moved() {
        let [[bytes, bytes_moved], [view, _]] = REPLACED;
        let other = "cachedDataViewMemory0.buffer !== wasm.memory.buffer";
        let glue = growing(&format!("if ({bytes}) {{}} if ({view}{other}) {{}}")).expect("the glue is known");
        assert!(glue.ends_with(&format!("if ({bytes_moved}) {{}} if ({other}) {{}}")), "{glue}");
        assert!(growing(&format!("if ({bytes}) {{}}")).is_err());
    }
}

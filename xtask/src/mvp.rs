//! Whether every browser that knows WebAssembly at all can run a module: whether it has the features of the first version
//! and no others. Asked of a validator, not of the tool that made the module.

use anyhow::{Context, Result};
use std::path::Path;
use wasmparser::{Validator, WasmFeatures};

/// An error that names the first instruction or declaration that came later.
pub fn check(wasm: &Path) -> Result<()> {
    let bytes = std::fs::read(wasm).with_context(|| format!("reading {}", wasm.display()))?;
    validate(&bytes).with_context(|| format!("{} needs more than WebAssembly's first version", wasm.display()))
}

fn validate(bytes: &[u8]) -> Result<()> {
    Validator::new_with_features(WasmFeatures::MVP).validate_all(bytes)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function from i32 to i32: its parameter, and then these instructions.
    fn module(instructions: &[u8]) -> Vec<u8> {
        let body = [&[0, 0x20, 0], instructions, &[0x0b]].concat();
        let length = |content: &[u8]| u8::try_from(content.len()).expect("short");
        let code = [&[1, length(&body)], body.as_slice()].concat();
        [b"\0asm\x01\0\0\0\x01\x06\x01\x60\x01\x7f\x01\x7f\x03\x02\x01\0\x0a", [length(&code)].as_slice(), &code]
            .concat()
    }

    #[test]
    fn instructions_of_the_first_version_pass_and_later_ones_are_named() {
        let (eqz, extend) = ([0x45], [0xc0]);
        validate(&module(&eqz)).expect("i32.eqz is of the first version");
        let error = format!("{:#}", validate(&module(&extend)).expect_err("i32.extend8_s is not"));
        assert!(error.contains("sign extension"), "{error}");
    }
}

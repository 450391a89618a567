//! The conditions under which an embed, or the page, must still show its sentences: policies of the host, and faults of the
//! host that the files come from. Each is served under a path that names it: `/on/POLICY/FAULT/`.

use crate::server::{Fault, Mount, policy_header};
use anyhow::Result;

/// Policies by name. An empty one sends no header.
const POLICIES: [(&str, &str); 7] = [
    ("none", ""),
    ("strict", "default-src 'self'"),
    ("strict-wasm", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"),
    ("strict-tt", "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"),
    (
        "strict-wasm-tt",
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    ("no-connect", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'"),
    ("no-script", "default-src 'self'; script-src 'none'"),
];

/// The page's own script.
const SCRIPT: &str = "explorer.*.js";

/// Faults by name.
const FAULTS: [(&str, Fault); 8] = [
    ("sound", Fault::None),
    ("wasm-missing", Fault::Missing(".wasm")),
    ("wasm-mislabelled", Fault::Mislabelled(".wasm")),
    ("wasm-altered", Fault::Altered(".wasm")),
    ("plain-altered", Fault::Altered("minsheng-plain")),
    ("script-missing", Fault::Missing(SCRIPT)),
    ("script-mislabelled", Fault::Mislabelled(SCRIPT)),
    ("script-cut", Fault::Cut(SCRIPT)),
];

/// A mount for each policy with each fault.
pub fn mounts() -> Result<Vec<Mount>> {
    let mut mounts = Vec::new();
    for (policy, text) in POLICIES {
        for (name, fault) in FAULTS {
            let headers = if text.is_empty() { Vec::new() } else { vec![policy_header(text)?] };
            mounts.push(Mount { prefix: format!("/on/{policy}/{name}/"), headers, fault });
        }
    }
    Ok(mounts)
}

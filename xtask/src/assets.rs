//! Gives every file of the site a name that changes with its content, and rewrites the names by which the files call
//! each other, and what a file says as `hash of NAME`. Takes files as they were written, gives them as they are shipped.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// A file of the site under the name its author gave it.
#[derive(Clone, Debug)]
pub struct Asset {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Asset {
    /// The file of this name in a folder.
    pub fn read(folder: &Path, name: &str) -> Result<Asset> {
        let bytes = std::fs::read(folder.join(name)).with_context(|| format!("reading {name}"))?;
        Ok(Asset { name: name.to_owned(), bytes })
    }
}

/// The files as shipped, by the name their author gave them.
#[derive(Debug, Default)]
pub struct Linked(BTreeMap<String, Asset>);

impl Linked {
    /// The shipped name of a file.
    pub fn name_of(&self, name: &str) -> Result<&str> {
        Ok(&self.get(name)?.name)
    }

    /// A file as it is shipped.
    pub fn get(&self, name: &str) -> Result<&Asset> {
        self.0.get(name).with_context(|| format!("no asset is called `{name}`"))
    }

    /// A file that keeps its own name, with the names by which it calls these files.
    pub fn rewrite(&self, asset: Asset) -> Asset {
        Asset { bytes: rewritten(&asset, self), ..asset }
    }

    /// The shipped names by which a shipped file calls these files.
    pub fn called_by(&self, caller: &Asset) -> impl Iterator<Item = &str> {
        self.files().map(|file| file.name.as_str()).filter(|name| *name != caller.name && calls(caller, name))
    }

    /// Every shipped file, in the order of the authors' names.
    pub fn files(&self) -> impl Iterator<Item = &Asset> {
        self.0.values()
    }
}

/// Names and rewrites all the files, those first that others call. Files that call each other in a circle have no
/// content-derived names, which is an error.
pub fn link(assets: Vec<Asset>) -> Result<Linked> {
    let sources = assets.into_iter().map(|asset| (asset.name.clone(), asset)).collect::<BTreeMap<_, _>>();
    let mut linked = Linked::default();
    for name in sources.keys() {
        settle(name, &sources, &mut linked, &mut Vec::new())?;
    }
    Ok(linked)
}

fn settle(name: &str, sources: &BTreeMap<String, Asset>, linked: &mut Linked, callers: &mut Vec<String>) -> Result<()> {
    if linked.0.contains_key(name) {
        return Ok(());
    }
    if callers.iter().any(|caller| caller == name) {
        bail!("these files call each other in a circle: {} → {name}", callers.join(" → "));
    }
    callers.push(name.to_owned());
    let source = &sources[name];
    for called in sources.keys().filter(|other| *other != name && calls(source, other)) {
        settle(called, sources, linked, callers)?;
    }
    callers.pop();
    let bytes = rewritten(source, linked);
    linked.0.insert(name.to_owned(), Asset { name: hashed(name, &bytes), bytes });
    Ok(())
}

fn calls(source: &Asset, name: &str) -> bool {
    text(source).is_some_and(|text| quotations(name).iter().any(|quotation| text.contains(quotation)))
}

fn rewritten(source: &Asset, linked: &Linked) -> Vec<u8> {
    let Some(text) = text(source) else { return source.bytes.clone() };
    let mut text = text.to_owned();
    for (name, asset) in &linked.0 {
        for (old, new) in quotations(name).iter().zip(quotations(&asset.name)) {
            text = text.replace(old, &new);
        }
        let hash = format!("hash of {name}");
        if text.contains(&hash) {
            text = text.replace(&hash, &integrity(&asset.bytes));
        }
    }
    text.into_bytes()
}

/// The names of files beside it that a script says with `./`, whether they exist or not.
pub fn neighbours(script: &Asset) -> impl Iterator<Item = &str> {
    let parts = text(script).unwrap_or_default().split(['"', '\'']);
    parts
        .filter_map(|part| part.strip_prefix("./"))
        .filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)))
}

/// The ways in which JavaScript and CSS name a neighbouring file.
fn quotations(name: &str) -> [String; 5] {
    [format!("\"{name}\""), format!("'{name}'"), format!("\"./{name}\""), format!("'./{name}'"), format!("url({name})")]
}

fn text(asset: &Asset) -> Option<&str> {
    let extension = asset.name.rsplit('.').next()?;
    ["css", "js", "json", "svg", "webmanifest"].contains(&extension).then(|| str::from_utf8(&asset.bytes).ok())?
}

/// `explorer.css` → `explorer.3f9a1c2b04.css`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let digest = digest(bytes);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{digest}.{extension}"),
        None => format!("{name}.{digest}"),
    }
}

/// As browsers compare it: `sha256-…`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Ten hexadecimal digits of the content's SHA-256.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a file's name changes with its content, so that it may be kept for ever.
pub fn is_hashed(name: &str) -> bool {
    let mut parts = name.rsplit('.');
    let digest = parts.nth(1).unwrap_or_default();
    digest.len() == 10 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) && parts.next().is_some()
}

/// Fills a template: every `{{key}}` is replaced once by what `value` says, and what was filled in is not read again.
pub fn fill(template: &str, value: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (key, after) = after.split_once("}}").context("a `{{` without its `}}`")?;
        filled.push_str(before);
        filled.push_str(&value(key.trim()).with_context(|| format!("filling {{{{{key}}}}}"))?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asset(name: &str, text: &str) -> Asset {
        Asset { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    fn shipped(linked: &Linked, name: &str) -> String {
        String::from_utf8(linked.0[name].bytes.clone()).expect("text")
    }

    #[test]
    fn a_script_calls_its_module_and_the_module_its_wasm_by_their_new_names() {
        let linked = link(vec![
            asset("app.js", "import init from \"./glue.js\";"),
            asset("glue.js", "new URL('glue_bg.wasm', import.meta.url)"),
            asset("glue_bg.wasm", "bytes"),
        ])
        .expect("linked");
        assert!(shipped(&linked, "app.js").contains(&format!("\"./{}\"", linked.name_of("glue.js").unwrap())));
        assert!(shipped(&linked, "glue.js").contains(&format!("'{}'", linked.name_of("glue_bg.wasm").unwrap())));
    }

    #[test]
    fn a_script_knows_what_a_file_that_it_calls_must_hash_to() {
        let script = "fetch('notes.txt', { integrity: 'hash of notes.txt' })";
        let linked = link(vec![asset("app.js", script), asset("notes.txt", "")]).expect("linked");
        assert!(shipped(&linked, "app.js").contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
    }

    #[test]
    fn a_change_in_the_wasm_changes_every_name_above_it_and_no_other() {
        let names = |wasm: &str| {
            let linked = link(vec![
                asset("app.js", "import './glue.js'"),
                asset("glue.js", "'glue_bg.wasm'"),
                asset("glue_bg.wasm", wasm),
                asset("page.css", "body {}"),
            ]);
            linked.expect("linked").files().map(|file| file.name.clone()).collect::<Vec<_>>()
        };
        let (one, other) = (names("one"), names("other"));
        assert!(one[..3].iter().zip(&other[..3]).all(|(a, b)| a != b));
        assert_eq!(one[3], other[3]);
    }

    #[test]
    fn a_circle_is_an_error_that_names_the_files() {
        let error = link(vec![asset("a.js", "import './b.js'"), asset("b.js", "import './a.js'")]).unwrap_err();
        assert_eq!(error.to_string(), "these files call each other in a circle: a.js → b.js → a.js");
    }

    #[test]
    fn only_names_with_a_digest_are_kept_for_ever() {
        assert!(is_hashed(&hashed("explorer.css", b"body {}")));
        assert!(!is_hashed("index.html"));
        assert!(!is_hashed("opinion.schema.json"));
    }

    #[test]
    fn a_template_is_filled_once_and_an_unknown_key_is_named() {
        let value = |key: &str| if key == "a" { Ok("{{a}}".to_owned()) } else { bail!("unknown") };
        assert_eq!(fill("<{{a}}>", value).unwrap(), "<{{a}}>");
        assert_eq!(format!("{:#}", fill("{{b}}", value).unwrap_err()), "filling {{b}}: unknown");
    }
}

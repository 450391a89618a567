//! The samples of `docs/embedding.md` and of `README.md` as articles that a browser can open. A sample is a fenced block whose first line
//! names it, such as ```` ```html iframe ````; a policy is one that begins ```` ```http NAME ````.

use crate::assets::Asset;
use crate::{embeds, settings};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 2] = ["docs/embedding.md", "README.md"];
/// Where the samples say that the site is, and its host.
const SITE: &str = "https://news.example/minsheng/";
const HOST: &str = "https://news.example";
/// What stands for the hash of the element's script.
const HASH: &str = "sha384-…";
const POLICY: &str = "Content-Security-Policy: ";

/// What the documentation shows, ready to be opened.
pub struct Samples {
    pages: Vec<Asset>,
    /// Policies by name.
    pub policies: Vec<(String, String)>,
}

/// A fenced block.
#[derive(Debug, PartialEq)]
struct Block<'t> {
    language: &'t str,
    name: &'t str,
    text: &'t str,
}

/// The samples for a built site that is served at `url`.
pub fn read(site: &Path, url: &str) -> Result<Samples> {
    let text = DOCUMENTS.map(|name| fs::read_to_string(settings::root().join(name)).with_context(|| name.to_owned()));
    let text = text.into_iter().collect::<Result<String>>()?;
    let hashes: Value = serde_json::from_slice(&fs::read(site.join("embed/integrity.json"))?)?;
    let element = embeds::script_name();
    let hash = hashes["integrity"][&element].as_str().with_context(|| format!("no hash of {element}"))?;
    let host = url.split('/').take(3).collect::<Vec<_>>().join("/");
    let here = |text: &str| text.replace(SITE, url).replace(HOST, &host).replace(HASH, hash);
    let of = |language| blocks(&text).into_iter().filter(move |block| block.language == language);
    let pages = of("html").map(|Block { name, text, .. }| Asset {
        name: format!("{name}.html"),
        bytes: article(name, &here(text)).into_bytes(),
    });
    let policies = of("http").map(|Block { name, text, .. }| {
        let policy = text.trim().strip_prefix(POLICY).with_context(|| format!("{name} is no policy"))?;
        Ok((name.to_owned(), here(policy)))
    });
    Ok(Samples { pages: pages.collect(), policies: policies.collect::<Result<_>>()? })
}

impl Samples {
    /// Writes a page for each sample.
    pub fn write(&self, folder: &Path) -> Result<()> {
        ensure!(!self.pages.is_empty(), "the documentation has no samples");
        for page in &self.pages {
            fs::write(folder.join(&page.name), &page.bytes).with_context(|| format!("writing {}", page.name))?;
        }
        Ok(())
    }
}

/// The blocks that have a name.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let fenced = text.split("```").skip(1).step_by(2);
    let named = fenced.filter_map(|block| {
        let (line, text) = block.split_once('\n')?;
        let (language, name) = line.trim().split_once(' ')?;
        Some(Block { language, name, text })
    });
    named.collect()
}

/// A sample as it would stand in an article; one that is a page already, as it is.
fn article(name: &str, sample: &str) -> String {
    if sample.starts_with("<!doctype html>") {
        return sample.to_owned();
    }
    let (head, sample) = of_head(sample);
    format!(
        "<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n<title>{name}</title>\n{head}</head>\n\
         <body>\n<main>\n<h1>{name}</h1>\n<p>Before.</p>\n{sample}<p>After.</p>\n</main>\n</body>\n</html>\n"
    )
}

/// What of a sample stands in a page's head, and the rest.
fn of_head(sample: &str) -> (&str, &str) {
    let end = match sample {
        _ if sample.starts_with("<style") => sample.find("</style>\n").map(|end| end + "</style>\n".len()),
        _ if sample.starts_with("<link") => Some(sample.len()),
        _ => None,
    };
    sample.split_at(end.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const TEXT: &str = concat!(include_str!("../../docs/embedding.md"), include_str!("../../README.md"));
    /// Elements that end where they begin.
    const VOID: [&str; 4] = ["meta", "link", "img", "br"];

    fn samples() -> Vec<Block<'static>> {
        blocks(TEXT).into_iter().filter(|block| block.language == "html").collect()
    }

    /// `<p class="a">` as `p class="a"`; comments and what stands in scripts and styles are none.
    fn tags(sample: &str) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        let mut rest = sample;
        while let Some((_, after)) = rest.split_once('<') {
            let (tag, after) = after.split_once('>').expect("a tag that ends");
            let name = tag.split_whitespace().next().unwrap_or_default();
            rest = match name {
                "script" | "style" => &after[after.find(&format!("</{name}")).expect("its end")..],
                _ => after,
            };
            if !tag.starts_with('!') {
                found.push(tag);
            }
        }
        found
    }

    /// The names of a tag's attributes.
    fn attributes(tag: &str) -> Vec<&str> {
        let outside = tag.split('"').step_by(2);
        outside
            .flat_map(str::split_whitespace)
            .filter(|word| !word.starts_with('='))
            .map(|word| word.trim_end_matches('='))
            .skip(1)
            .collect()
    }

    /// The attributes that the element's source observes or reads.
    fn of_the_element() -> BTreeSet<String> {
        let source =
            ["element.js", "height.js"].map(|name| fs::read_to_string(embeds::source(name)).expect(name)).concat();
        let list = |name: &str| {
            let (_, after) = source.split_once(&format!("{name} = [")).expect(name);
            after.split_once(']').expect("a list").0.to_owned()
        };
        let names = [list("const STATE"), list("static observedAttributes")].concat();
        let named = names.split('"').skip(1).step_by(2).map(str::to_owned);
        let read = ["wasm-url", "private", "fluid"].into_iter().inspect(|name| {
            assert!(source.contains(&format!("Attribute(\"{name}\")")), "{name} is no longer read");
        });
        named.chain(read.map(str::to_owned)).collect()
    }

    #[test]
    fn every_sample_closes_what_it_opens() {
        assert!(samples().len() >= 8, "the samples are found");
        for Block { name, text, .. } in samples() {
            let mut open = Vec::new();
            for tag in tags(text) {
                let word = tag.split_whitespace().next().expect("a name");
                match word.strip_prefix('/') {
                    Some(word) => assert_eq!(open.pop(), Some(word), "{name}"),
                    None if VOID.contains(&word) => {}
                    None => open.push(word),
                }
            }
            assert!(open.is_empty(), "{name} leaves {open:?} open");
        }
    }

    #[test]
    fn samples_have_names_of_their_own_and_the_attributes_that_there_are() {
        let names: BTreeSet<_> = samples().iter().map(|block| block.name).collect();
        assert_eq!(names.len(), samples().len(), "two samples have one name");
        let known = of_the_element();
        for Block { name, text, .. } in samples() {
            for tag in tags(text).iter().filter(|tag| tag.starts_with("minsheng-explorer")) {
                let own = attributes(tag).into_iter().filter(|word| !["class", "id", "hidden"].contains(word));
                own.for_each(|word| assert!(known.contains(word), "{name}: no attribute {word}"));
            }
        }
    }

    #[test]
    fn the_document_tells_of_every_attribute_and_no_other() {
        let rows = TEXT.lines().skip_while(|line| !line.starts_with("| Attribute")).skip(2);
        let rows = rows.take_while(|line| line.starts_with('|'));
        let told = rows.map(|row| row.split('`').nth(1).expect("a name").to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(told, of_the_element());
    }

    #[test]
    fn the_document_tells_of_every_property_that_a_host_may_set() {
        for name in crate::sheet::OPEN.iter().chain(&["scale"]) {
            assert!(TEXT.contains(&format!("`--minsheng-{name}`")), "{name}");
        }
    }

    #[test]
    fn the_samples_load_the_version_that_is_built() {
        let scripts: Vec<_> =
            TEXT.split("embed/minsheng-explorer-").skip(1).map(|rest| rest.split(".js").next()).collect();
        assert!(
            scripts.len() >= 4 && scripts.iter().all(|version| *version == Some(env!("CARGO_PKG_VERSION"))),
            "{scripts:?}"
        );
    }
}

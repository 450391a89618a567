//! `cargo xtask build`: the site, the data, the embeds and the npm package, in `dist/`. The same sources give the same bytes.

use crate::assets::{self, Asset, Linked};
use crate::embeds::{self, Entry};
use crate::folders::fresh;
use crate::kiosk::{self, Kiosk};
use crate::settings::{self, Publish, Settings};
use crate::wasm::{self, Module};
use crate::{cargo, compressed, data, minify, npm, offline, package, step, variants};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The page, filled in and shipped under this name.
const PAGE: &str = "index.html";
/// Parts of the document that no filter waits for: the names they are shipped under, and what the program calls them.
pub const PARTS: [(&str, &str); 3] = [("notes.txt", "notes"), ("en.txt", "english"), ("zh-Hant.txt", "traditional")];

/// The page's script, which is shipped together with the glue.
const SCRIPT: &str = "explorer.js";
const MANIFEST: &str = "manifest.webmanifest";

/// What a build leaves behind.
pub struct Built {
    pub site: PathBuf,
    pub module: Module,
    /// The shipped names of what is not needed for the first filter: the notes, the module for where there is no
    /// WebAssembly, what gives life to the codes for embedding, and all that is for installing and being offline.
    pub beside: Vec<String>,
    /// The shipped names of the embeds' parts, in `embed/`.
    pub embeds: embeds::Names,
}

/// The parts that need Node.js, and so are missing in a build that goes on without it.
const NEED_NODE: &str = "dist/kiosk.html, dist/embed, dist/npm, the site's kiosk, its views for checking, matrix and citing, \
     and its module for browsers without WebAssembly; the wasm is not optimised, scripts and styles are not minified";
/// The option of `build` and `serve` that lets a build go on without these parts.
pub const INCOMPLETE: &str = "--incomplete";

pub fn run(arguments: &[String]) -> Result<()> {
    let mut settings = settings::read()?;
    let (mut words, mut incomplete) = (arguments.iter(), false);
    while let Some(word) = words.next() {
        match word.as_str() {
            INCOMPLETE => incomplete = true,
            "--url" => settings.publish = Publish::at(words.next().context("--url takes a URL")?)?,
            other => bail!("`cargo xtask build` knows --url URL and {INCOMPLETE}, not `{other}`"),
        }
    }
    build_or_go_on(&settings, incomplete).map(drop)
}

/// Builds everything that is shipped. An incomplete build leaves out the parts that need Node.js if it cannot be had.
pub fn build_or_go_on(settings: &Settings, incomplete: bool) -> Result<Built> {
    if !incomplete {
        return build(settings);
    }
    npm::ensure_or_go_on();
    let built = make(settings)?;
    if !npm::at_hand() {
        step::say(&format!("dist/ is INCOMPLETE. Missing: {NEED_NODE}"));
    }
    Ok(built)
}

/// Builds everything that is shipped, or fails.
pub fn build(settings: &Settings) -> Result<Built> {
    npm::ensure().with_context(|| {
        format!("the pinned tools cannot be installed. {INCOMPLETE} builds without them, and without: {NEED_NODE}")
    })?;
    make(settings)
}

/// Where the built site is.
pub fn site_folder() -> PathBuf {
    settings::root().join("dist/site")
}

fn make(settings: &Settings) -> Result<Built> {
    let module = wasm::make(settings)?;
    let program = cargo::build_program(&settings.wasm.package)?;
    let data = step::quiet("write dist/data: the document in every format", || {
        data::write(&program, &settings::root().join("dist/data"))
    })?;
    let parts = parts(&program)?;
    let collected = collect(&module)?;
    let scripts = minify::files(minify::joined(collected.clone(), SCRIPT, &[&module.glue, "parts.js"])?)?;
    let minified = minify::files(collected)?;
    let engine = wasm::make_embed(settings)?;
    let embeds = embeds::make(&program, &engine, &minified, &parts, settings)?;
    step::quiet("write dist/embed: the element, what it loads, the iframe's page", || {
        write_all(&fresh(&settings::root().join("dist/embed"))?, &embeds.files)
    })?;
    write_package(&engine, &minified, &parts)?;
    let kiosk = kiosk(&program, &parts, &embeds.entry, settings)?;
    let kiosk_files = kiosk.as_ref().map(|kiosk| kiosk.site(settings)).transpose()?.unwrap_or_default();
    let linked = assets::link([scripts, kiosk_files, vec![module.read(&module.plain)?], parts].concat())?;
    step::quiet("write dist/site: the page, its assets under content-derived names, the data, the embeds", || {
        let page = page(&program, &linked, settings, &data, &embeds.entry)?;
        write_site(&page, &linked, &data)?;
        write_all(&fresh(&site_folder().join("embed"))?, &embeds.files)?;
        write_all(&fresh(&site_folder().join("variants"))?, &variants::make(&program, &embeds.entry)?)
    })?;
    step::quiet("write dist/site/sw.js: which files it keeps, and what each must hash to", || {
        offline::write(&site_folder())
    })?;
    step::quiet("compress what hosts send compressed: FILE.br and FILE.gz beside each file", || {
        compressed::beside(&[site_folder(), settings::root().join("dist/embed")])
    })?;
    Ok(Built { site: site_folder(), beside: beside(&linked, &module, kiosk.as_ref()), embeds: embeds.names, module })
}

fn parts(program: &Path) -> Result<Vec<Asset>> {
    let part = |(name, asked): (&str, &str)| {
        Ok(Asset { name: name.to_owned(), bytes: cargo::ask(program, &[asked])?.into_bytes() })
    };
    PARTS.into_iter().map(part).collect()
}

/// The shipped names of what no filter waits for.
fn beside(linked: &Linked, module: &Module, kiosk: Option<&Kiosk>) -> Vec<String> {
    let named = [module.plain.as_str(), MANIFEST, minify::VIEWS, minify::PRINT]
        .into_iter()
        .chain(PARTS.map(|(name, _)| name))
        .chain(minify::LATER)
        .map(str::to_owned);
    let named = named.chain(kiosk.map(Kiosk::names).into_iter().flatten());
    let shipped = named.filter_map(|name| linked.name_of(&name).ok().map(str::to_owned));
    // Only who installs the page sees its pictures.
    let pictures = linked.files().map(|file| &file.name).filter(|name| name.ends_with(".png")).cloned();
    shipped.chain(pictures).chain([offline::WORKER.to_owned()]).collect()
}

/// Writes the one file, and gives what the site has of it. None without node, which has been said: its scripts are several.
fn kiosk(program: &Path, parts: &[Asset], entry: &Entry, settings: &Settings) -> Result<Option<Kiosk>> {
    if !npm::at_hand() {
        return Ok(None);
    }
    let kiosk = Kiosk::make(settings)?;
    step::quiet("write dist/kiosk.html: everything in one file", || {
        write_all(&settings::root().join("dist"), [&kiosk.file(program, parts, entry, settings)?])
    })?;
    Ok(Some(kiosk))
}

/// Where the kiosk's one file is.
pub fn kiosk_file() -> PathBuf {
    settings::root().join("dist").join(kiosk::FILE)
}

/// Not without node, which has been said: the package's scripts would be left with gaps.
fn write_package(module: &Module, minified: &[Asset], parts: &[Asset]) -> Result<()> {
    let folder = fresh(&package::folder())?;
    if !npm::at_hand() {
        return Ok(());
    }
    step::quiet("write dist/npm: the element as an npm package", || {
        write_all(&folder, &package::make(module, minified, parts)?)
    })
}

/// The files of `www/` but the page and the service worker, which keep their names; and the generated module.
fn collect(module: &Module) -> Result<Vec<Asset>> {
    let www = settings::root().join("www");
    let mut assets = vec![module.read(&module.glue)?, module.read(&module.wasm)?];
    for entry in fs::read_dir(&www).context("reading www")? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && ![PAGE, offline::WORKER].contains(&name.as_str()) && !name.starts_with('.') {
            assets.push(Asset::read(&www, &name)?);
        }
    }
    Ok(assets)
}

/// The page with every `{{key}}` filled in. `{{digest}}` names the data, so that a reader can tell two editions apart.
fn page(program: &Path, linked: &Linked, settings: &Settings, data: &[Asset], entry: &Entry) -> Result<Asset> {
    let template = fs::read_to_string(settings::root().join("www").join(PAGE)).context("reading www/index.html")?;
    let text = assets::fill(&template, |key| match key {
        "explorer" => cargo::ask(program, &["page"]),
        "title" => Ok(cargo::ask(program, &["title"])?.trim().to_owned()),
        "csp" => Ok(settings.policy.for_page()),
        "entry" => Ok(entry.told()),
        "legislation" => cargo::ask(program, &["legislation"]),
        "oembed" => Ok(embeds::discovery(&settings.publish.url)),
        "version" => Ok(env!("CARGO_PKG_VERSION").to_owned()),
        "digest" => Ok(assets::digest(&data.iter().flat_map(|asset| asset.bytes.clone()).collect::<Vec<_>>())),
        _ => match key.strip_prefix("asset:") {
            Some(name) => Ok(linked.name_of(name)?.to_owned()),
            None => bail!(
                "unknown key; known: explorer, title, csp, entry, legislation, oembed, version, digest, asset:NAME"
            ),
        },
    });
    Ok(Asset { name: PAGE.to_owned(), bytes: text.context("in www/index.html")?.into_bytes() })
}

fn write_site(page: &Asset, linked: &Linked, data: &[Asset]) -> Result<()> {
    let site = fresh(&site_folder())?;
    write_all(&site, linked.files())?;
    write_all(&site, [page])?;
    write_all(&fresh(&site.join("data"))?, data)
}

fn write_all<'a>(folder: &Path, assets: impl IntoIterator<Item = &'a Asset>) -> Result<()> {
    for asset in assets {
        let path = folder.join(&asset.name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, &asset.bytes).with_context(|| format!("writing {}", asset.name))?;
    }
    Ok(())
}

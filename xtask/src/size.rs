//! What the page weighs: every shipped file raw, with gzip and with brotli, and the totals that have budgets.

use crate::build::{self, Built};
use crate::settings::Budgets;
use crate::{compressed, step};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// A file, or several together, in bytes.
#[derive(Clone, Debug, Default)]
struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The totals that have budgets.
pub struct Weights {
    files: Vec<Weight>,
    page: Weight,
    wasm_and_glue: Weight,
    plain: Weight,
    element: Weight,
    kiosk_file: Weight,
}

/// Weighs a built site. Compression takes a few seconds.
pub fn weigh(built: &Built) -> Result<Weights> {
    let files = weigh_folder(&built.site)?;
    let embeds = weigh_folder(&built.site.join("embed"))?;
    let page = total("page to the first filter", files.iter().filter(|file| !built.beside.contains(&file.name)));
    let names = &built.embeds;
    let wasm_and_glue = total("wasm and glue", embeds.iter().filter(|file| names.wasm_and_glue.contains(&file.name)));
    let plain = total("module without WebAssembly", embeds.iter().filter(|file| file.name == names.plain));
    let element = total("element before it is near", embeds.iter().filter(|file| file.name == names.element));
    let kiosk_file = weigh_file("kiosk.html, not compressed".to_owned(), &fs::read(build::kiosk_file())?)?;
    Ok(Weights { files, page, wasm_and_glue, plain, element, kiosk_file })
}

fn weigh_folder(folder: &Path) -> Result<Vec<Weight>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && !compressed::is_compressed(&name) {
            files.push(weigh_file(name, &fs::read(entry.path())?)?);
        }
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

impl Weights {
    /// Prints a line for each file and one for each budget.
    pub fn print(&self, budgets: &Budgets) {
        step::say(&format!("{:<36}{:>10}{:>10}{:>10}   KB = 1000 bytes", "", "raw", "gzip -9", "br -11"));
        for file in &self.files {
            step::say(&line(file));
        }
        for (total, _, budget) in self.budgeted(budgets) {
            step::say(&format!("{}   of {budget} KB allowed", line(total)));
        }
    }

    /// An error that names each total above its budget.
    pub fn keep_to(&self, budgets: &Budgets) -> Result<()> {
        for (total, bytes, budget) in self.budgeted(budgets) {
            let weight = kilobytes(bytes);
            ensure!(weight <= budget, "{}: {weight:.1} KB, above the budget of {budget} KB", total.name);
        }
        Ok(())
    }

    /// Each with what counts of it: what is sent, or what lies on the disk.
    fn budgeted(&self, budgets: &Budgets) -> [(&Weight, usize, f64); 5] {
        let sent = [
            (&self.wasm_and_glue, budgets.wasm_and_glue_kb),
            (&self.page, budgets.page_kb),
            (&self.plain, budgets.plain_kb),
            (&self.element, budgets.element_kb),
        ];
        let [a, b, c, d] = sent.map(|(weight, budget)| (weight, weight.brotli, budget));
        [a, b, c, d, (&self.kiosk_file, self.kiosk_file.raw, budgets.kiosk_file_kb)]
    }
}

fn weigh_file(name: String, bytes: &[u8]) -> Result<Weight> {
    let [gzip, brotli] = [compressed::gzip(bytes)?.len(), compressed::brotli(bytes)?.len()];
    Ok(Weight { name, raw: bytes.len(), gzip, brotli })
}

fn total<'a>(name: &str, files: impl Iterator<Item = &'a Weight>) -> Weight {
    files.fold(Weight { name: name.to_owned(), ..Weight::default() }, |sum, file| Weight {
        name: sum.name,
        raw: sum.raw + file.raw,
        gzip: sum.gzip + file.gzip,
        brotli: sum.brotli + file.brotli,
    })
}

fn line(Weight { name, raw, gzip, brotli }: &Weight) -> String {
    let [raw, gzip, brotli] = [raw, gzip, brotli].map(|bytes| kilobytes(*bytes));
    format!("{name:<36}{raw:>10.1}{gzip:>10.1}{brotli:>10.1}")
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

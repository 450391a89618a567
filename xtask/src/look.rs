//! `cargo xtask look`: the first screens of `dist/site` as it is, for a person to look at, and their figures. A contact sheet
//! shows one state in all its windows. The table has a row for each window, as Markdown and as CSV.

mod contact;
mod table;

use crate::browser::Stage;
use crate::{build, cargo, settings, step};
use anyhow::{Context, Result, bail, ensure};
use minsheng_browser_tests::{Cell, Figures, Limits, Page, sheets};
use std::path::{Path, PathBuf};

/// A cell, and what was measured of it; or the reason why it could not be shown.
struct Row {
    cell: Cell,
    figures: Result<Figures, String>,
    faults: Vec<String>,
}

pub fn run(arguments: &[String]) -> Result<()> {
    let (folder, names) = parse(arguments)?;
    let folder = folder.map_or_else(|| Ok(cargo::target_folder()?.join("look")), anyhow::Ok)?;
    let chosen = chosen(&names)?;
    std::fs::create_dir_all(&folder).context("making the folder for the sheets")?;
    let settings = settings::read()?;
    let stage = Stage::set(build::site_folder(), &settings)?;
    let mut rows = Vec::new();
    for cells in &chosen {
        let page = stage.page()?;
        rows.extend(look_at(&page, cells, &folder, &settings.look)?);
        // What was seen is kept even if the run ends early.
        table::write(&rows, &folder)?;
    }
    step::say(&table::sum_up(&rows));
    step::say(&format!("{} sheets, table.md and table.csv in {}", chosen.len(), folder.display()));
    Ok(())
}

fn parse(arguments: &[String]) -> Result<(Option<PathBuf>, Vec<String>)> {
    let (mut folder, mut names) = (None, Vec::new());
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--to" => folder = Some(PathBuf::from(words.next().context("--to takes a folder")?)),
            option if option.starts_with('-') => bail!("`cargo xtask look` knows --to FOLDER, not `{option}`"),
            name => names.push(name.to_owned()),
        }
    }
    Ok((folder, names))
}

/// The sheets whose names begin with one of these; without names, all.
fn chosen(names: &[String]) -> Result<Vec<Vec<Cell>>> {
    let is_named = |sheet: &str| names.is_empty() || names.iter().any(|name| sheet.starts_with(name));
    let mut chosen = sheets();
    chosen.retain(|cells| cells.first().is_some_and(|cell| is_named(&cell.sheet())));
    ensure!(!chosen.is_empty(), "no sheet begins with {}", names.join(" or "));
    Ok(chosen)
}

/// Shows, photographs and measures a state in all its windows, and puts the pictures on one sheet.
fn look_at(page: &Page, cells: &[Cell], folder: &Path, limits: &Limits) -> Result<Vec<Row>> {
    let (mut rows, mut pictures) = (Vec::new(), Vec::new());
    for cell in cells {
        let (picture, row) = measure(page, *cell, limits)?;
        step::say(&table::line(&row));
        pictures.push(contact::Picture { cell: *cell, caption: table::caption(&row), png: picture });
        rows.push(row);
    }
    let name = cells.first().context("a sheet without cells")?.sheet();
    let sheet = contact::sheet(page, &name, &pictures).with_context(|| format!("composing {name}"))?;
    std::fs::write(folder.join(format!("{name}.png")), sheet)?;
    Ok(rows)
}

fn measure(page: &Page, cell: Cell, limits: &Limits) -> Result<(Vec<u8>, Row)> {
    let kiosk = format!("file://{}", build::kiosk_file().display());
    let shown = page.show(&cell, &kiosk);
    let picture = page.screenshot()?;
    let figures = shown.and_then(|()| page.measure(limits.target(&cell))).map_err(|error| format!("{error:#}"));
    let faults = figures.as_ref().map_or_else(|error| vec![error.clone()], |figures| limits.faults(&cell, figures));
    Ok((picture, Row { cell, figures, faults }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_chosen_by_how_their_names_begin() {
        let (folder, names) = parse(&["--to", "a", "parents-en", "article-m"].map(str::to_owned)).expect("arguments");
        assert_eq!(folder, Some(PathBuf::from("a")));
        let names = chosen(&names).expect("sheets").iter().map(|cells| cells[0].sheet()).collect::<Vec<_>>();
        assert_eq!(names, ["parents-en", "parents-en-large", "article-many", "article-matrix"]);
        assert!(chosen(&["nothing".to_owned()]).is_err() && parse(&["--what".to_owned()]).is_err());
    }
}

//! The table of figures: a row for each cell, as lines on the terminal, as Markdown and as CSV.

use super::Row;
use anyhow::{Context, Result};
use minsheng_browser_tests::{Cell, Figures};
use std::fs;
use std::path::Path;

const COLUMNS: [&str; 20] = [
    "sheet",
    "window",
    "language",
    "type",
    "card begins",
    "text ends",
    "begun",
    "whole",
    "text %",
    "covered %",
    "most covered %",
    "height",
    "scrolled",
    "differ %",
    "below",
    "scrollers",
    "above max-height",
    "small targets",
    "shift",
    "beyond its limit",
];

/// Writes `table.md` and `table.csv`.
pub fn write(rows: &[Row], folder: &Path) -> Result<()> {
    let cells = rows.iter().map(fields).collect::<Vec<_>>();
    let line = |fields: &[String]| format!("| {} |\n", fields.join(" | "));
    let head = line(&COLUMNS.map(str::to_owned)) + &line(&COLUMNS.map(|_| "---".to_owned()));
    let markdown = head + &cells.iter().map(|fields| line(fields)).collect::<String>();
    fs::write(folder.join("table.md"), markdown).context("writing table.md")?;
    let quoted = |fields: &[String]| fields.iter().map(|field| quoted(field)).collect::<Vec<_>>().join(",") + "\n";
    let csv = quoted(&COLUMNS.map(str::to_owned)) + &cells.iter().map(|fields| quoted(fields)).collect::<String>();
    fs::write(folder.join("table.csv"), csv).context("writing table.csv")
}

fn quoted(field: &str) -> String {
    format!("\"{}\"", field.replace('"', "\"\""))
}

fn fields(row: &Row) -> Vec<String> {
    let Cell { language, large, size, .. } = row.cell;
    let window = format!("{}×{}", size.width, size.height);
    let kind = if large { "large" } else { "usual" };
    let first = [row.cell.sheet(), window, language.to_owned(), kind.to_owned()];
    let measured = match &row.figures {
        Ok(figures) => of(figures),
        Err(_) => [const { String::new() }; 15],
    };
    let faults = row.faults.join("; ").replace(['|', '\n'], " ");
    first.into_iter().chain(measured).chain([faults]).collect()
}

fn of(figures: &Figures) -> [String; 15] {
    let whole = |figure: f64| format!("{figure:.0}");
    let if_any = |figure: Option<f64>| figure.map_or_else(|| "–".to_owned(), whole);
    [
        if_any(figures.begins),
        if_any(figures.ends),
        figures.begun.to_string(),
        figures.whole.to_string(),
        if_any(figures.text),
        whole(figures.stuck),
        whole(figures.stuck_most),
        whole(figures.height),
        whole(figures.scrolled),
        whole(figures.drift()),
        whole(figures.below),
        figures.nested.to_string(),
        whole(figures.over),
        figures.small.len().to_string(),
        format!("{:.3}", figures.shift),
    ]
}

/// A row as it is printed.
pub fn line(row: &Row) -> String {
    let fault = if row.faults.is_empty() { "" } else { "  ✗ " };
    format!("  {:<44} {}{fault}{}", row.cell.to_string(), short(row), row.faults.join("; "))
}

/// What stands below a picture.
pub fn caption(row: &Row) -> String {
    let mut lines = vec![format!("{}×{}  {}", row.cell.size.width, row.cell.size.height, short(row))];
    lines.extend(row.faults.iter().map(|fault| format!("✗ {fault}")));
    lines.join("\n")
}

fn short(row: &Row) -> String {
    let Ok(figures) = &row.figures else { return String::new() };
    let [begins, ends, _, whole, text, _, most, height, ..] = of(figures);
    let sentence = format!("sentence {begins} to {ends}, {whole} whole, ");
    let sentence = if figures.begins.is_some() { sentence } else { String::new() };
    let text = if figures.text.is_some() { format!("text {text} %, ") } else { String::new() };
    format!("{sentence}{text}covered {most} %, {height} px")
}

/// How many cells are beyond a limit.
pub fn sum_up(rows: &[Row]) -> String {
    let faulty = rows.iter().filter(|row| !row.faults.is_empty()).count();
    let figures = rows.iter().filter_map(|row| row.figures.as_ref().ok());
    let unseen = rows.iter().filter(|row| row.figures.is_err()).count();
    let small = figures.map(|figures| figures.small.len()).sum::<usize>();
    format!("{} cells: {faulty} beyond a limit, {unseen} not shown; {small} small targets", rows.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use minsheng_browser_tests::PHONE;

    #[test]
    fn a_cell_that_could_not_be_shown_has_its_reason_in_the_last_column() {
        let reason = "no link begins with \"X\"".to_owned();
        let row = Row { cell: Cell::of("parents", PHONE), figures: Err(reason.clone()), faults: vec![reason.clone()] };
        let fields = fields(&row);
        assert_eq!((fields.len(), fields.last()), (COLUMNS.len(), Some(&reason)));
        assert_eq!(quoted(&reason), "\"no link begins with \"\"X\"\"\"");
    }
}

//! The matrix: how many sentences there are for each domain and each of whom, of the principles, or of the ways to put it.
//! Zeros are shown; every cell is a link; sums are explained.

use minsheng_document::ValueId;

use super::{Scene, choice, heading, link, quote};
use crate::{
    joined::{joined, listed},
    route::{Across, Filter, View},
    tree::{Element, el},
    words::{self, late::late},
};

pub(super) fn page(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let matrix = Matrix::new(scene);
    let across = |across: &Across| {
        choice(scene, scene.route.to(|route| route.across = *across), words::late::across(*across, scene.lang()))
    };
    let columns = el("p.sort.live").child(el("span").text(words.columns)).children(Across::ALL.iter().map(across));
    el("div.page.matrix")
        .child(heading(scene).text(words::view(View::Matrix, scene.lang())))
        .child(el("p.intro").text(words.matrix_intro))
        .children(matrix.limited())
        .child(columns)
        .child(matrix.table())
        .child(el("p.meta").text(words.sums))
}

/// Rows and columns, and the rest of the filter, which every cell keeps.
struct Matrix<'a> {
    scene: &'a Scene<'a>,
    base: Filter,
    rows: Vec<ValueId>,
    columns: Vec<ValueId>,
}

impl<'a> Matrix<'a> {
    fn new(scene: &'a Scene<'a>) -> Matrix<'a> {
        let values =
            |facet: &str| scene.document.vocabulary.values_in(facet).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        let (rows, columns) = (values("domain"), values(scene.route.across.id()));
        let base = rows.iter().chain(&columns).fold(scene.filter(), |filter, value| filter.without(*value));
        Matrix { scene, base, rows, columns }
    }

    /// What limits it, where anything does.
    fn limited(&self) -> Option<Element> {
        let words = late(self.scene.lang());
        let all = self.scene.href(self.scene.route.filtered(Filter::default()));
        let named = listed(&self.conditions(), self.scene.words.comma);
        let clear = link("a.clear", all, self.scene.words.clear);
        let note = || el("p.say").text(words.limited).child(el("b").text(named)).text(" ").child(clear);
        (!self.base.is_empty()).then(note)
    }

    /// What every cell keeps of the filter, by name.
    fn conditions(&self) -> Vec<String> {
        let values = self.base.selected().iter();
        let without = |excluded| if excluded { late(self.scene.lang()).without } else { "" };
        let values = values.map(|it| joined(&[without(it.excluded), self.scene.value(it.value)]));
        values.chain((!self.base.q().is_empty()).then(|| quote(self.base.q()))).collect()
    }

    fn table(&self) -> Element {
        let words = late(self.scene.lang());
        let corner = el("th[scope=col]").text(words.domains);
        let columns = self.columns.iter().map(|value| self.head("th[scope=col]", &[*value]));
        let head = el("tr").child(corner).children(columns).child(el("th[scope=col]").text(words.all));
        let rows = self.rows.iter().map(|row| self.row(*row));
        let foot = el("tr").child(el("th[scope=row]").text(words.all));
        let foot = foot.children(self.columns.iter().map(|value| self.cell(&[*value]))).child(self.cell(&[]));
        el("table.counts")
            .child(el("caption.unseen").text(words.matrix_name))
            .child(el("thead").child(head))
            .child(el("tbody").children(rows))
            .child(el("tfoot").child(foot))
    }

    fn row(&self, row: ValueId) -> Element {
        let cells = self.columns.iter().map(|column| self.cell(&[row, *column]));
        let head = self.head("th[scope=row]", &[row]).children(self.zeros(row));
        el("tr").child(head).children(cells).child(self.cell(&[row]))
    }

    /// Where a row is a list, its zeros are folded behind this (late.css).
    fn zeros(&self, row: ValueId) -> Option<Element> {
        let zeros = self.columns.iter().filter(|column| self.scene.count(&self.filter(&[row, **column])) == 0).count();
        let id = self.scene.document.vocabulary.get(row).map_or("", |value| &value.id);
        let open = el("button[type=button].zeros.live[aria-expanded=false]").attr("data-toggle", id);
        (zeros > 0).then(|| open.text(words::late::zeros(zeros, self.scene.lang())))
    }

    fn head(&self, selector: &'static str, values: &[ValueId]) -> Element {
        el(selector).child(link("a", self.scene.filtered(self.filter(values)), &self.named(values)))
    }

    /// How many sentences have these values; more of them are darker.
    fn cell(&self, values: &[ValueId]) -> Element {
        let filter = self.filter(values);
        let count = self.scene.count(&filter);
        let all = late(self.scene.lang()).all;
        let column = values.last().filter(|last| self.columns.contains(last));
        let name = column.map_or(all, |column| self.scene.value(*column)).to_owned();
        let said = joined(&[
            &self.named(values),
            words::late::colon(self.scene.lang()),
            &words::sentences(count, self.scene.lang()),
        ]);
        let link = link("a", self.scene.filtered(filter), &count.to_string()).attr("aria-label", said);
        let link = link.attr("data-name", name);
        let shade =
            if values.len() == 2 { SHADES.iter().take_while(|(least, _)| count >= *least).last() } else { None };
        el("td").class(shade.map_or("sum", |(_, class)| class)).child(link)
    }

    fn filter(&self, values: &[ValueId]) -> Filter {
        values.iter().fold(self.base.clone(), |filter, value| filter.with(*value, false))
    }

    /// No value is all of them.
    fn named(&self, values: &[ValueId]) -> String {
        if values.is_empty() {
            return late(self.scene.lang()).all.to_owned();
        }
        let names: Vec<&str> = values.iter().map(|value| self.scene.value(*value)).collect();
        names.join(" × ")
    }
}

/// From so many sentences on a cell is so dark.
const SHADES: [(usize, &str); 5] = [(0, "of0"), (1, "of1"), (2, "of2"), (4, "of3"), (7, "of4")];

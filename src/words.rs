//! The interface's own words, in its languages. Editorial: nothing here is the Opinion's text.

mod en;
mod dates;
pub mod kiosk;
pub mod late;
pub mod targets;
pub mod window;
mod zh_hans;

pub use dates::{date, dated, published};
use minsheng_document::{Clause, Document, Label, Variant};

use crate::{
    joined::{joined, listed},
    route::{Grouping, Lang, Layer, Reason, Script, Size, Theme, View},
};

/// Fixed words of one language.
pub struct Words {
    /// Value of the `lang` attribute.
    pub lang: &'static str,
    /// Name of the product.
    pub brand: &'static str,
    /// Label of the search field.
    pub search: &'static str,
    /// Example queries, all of them in the text.
    pub example: &'static str,
    /// Before the life situations.
    pub situations: &'static str,
    /// Said of the life situations.
    pub related: &'static str,
    /// The filters' heading and button.
    pub filters: &'static str,
    /// Before how many values of a facet would give nothing, and after it.
    pub zeros: [&'static str; 2],
    /// From the filters to the results, before how many these are.
    pub look: &'static str,
    /// To the beginning of the page.
    pub to_top: &'static str,
    /// Name of the results.
    pub to_results: &'static str,
    /// Removes all conditions.
    pub clear: &'static str,
    /// Turns a selected value into an exclusion.
    pub exclude: &'static str,
    /// Turns an exclusion back.
    pub include: &'static str,
    /// Removes one condition.
    pub remove: &'static str,
    /// Before the grouping links.
    pub grouped: &'static str,
    /// Name of the document map.
    pub map: &'static str,
    /// Under the map.
    pub map_caption: &'static str,
    /// After that, where something is asked.
    pub map_hits: &'static str,
    /// After that, where its cells are links.
    pub map_links: &'static str,
    /// Group of what no principle covers.
    pub safeguards: &'static str,
    /// Short for the same, beside the map.
    pub safeguards_short: &'static str,
    /// The preamble's place.
    pub preamble: &'static str,
    /// Before the reasons.
    pub why: &'static str,
    /// The reason of a value that follows from the chapter.
    pub by_place: &'static str,
    /// The reason of a value that follows from absence.
    pub by_absence: &'static str,
    /// Before the plain meaning of the wording.
    pub wording: &'static str,
    /// Tags of a sentence.
    pub tags: &'static str,
    /// Opens what explains a sentence.
    pub more: &'static str,
    /// Before the name of a tag that would be the only condition.
    pub only: &'static str,
    /// To the sentence in the whole text.
    pub in_context: &'static str,
    /// The same in a card.
    pub full: &'static str,
    /// Nothing found.
    pub none: &'static str,
    /// What nothing found means.
    pub none_note: &'static str,
    /// Before the ways back.
    pub way_back: &'static str,
    /// Before synonyms.
    pub also: &'static str,
    /// Before headings that contain the words.
    pub in_headings: &'static str,
    /// The title, as a place.
    pub title_place: &'static str,
    /// Contents of the reading view.
    pub contents: &'static str,
    /// Back from the reading view.
    pub to_explore: &'static str,
    /// Gives a link away.
    pub share: &'static str,
    /// To the heading that the linked sentence stands under.
    pub around: &'static str,
    /// Before what a link says and nobody understands.
    pub notice: &'static str,
    /// After what is searched without the marks around it.
    pub bare: &'static str,
    /// Mark in a card of an emended sentence.
    pub emended: &'static str,
    /// Heading of the embedding codes, and the link to them.
    pub embed: &'static str,
    /// Copies a code.
    pub copy: &'static str,
    /// It is copied.
    pub copied: &'static str,
    /// Closes what is open beside the view.
    pub close: &'static str,
    /// From an article to the explorer's own window.
    pub open_whole: &'static str,
    /// Shows what an article has cut.
    pub show_all: &'static str,
    /// Reads a sentence aloud.
    pub speak: &'static str,
    /// Copies a sentence with its citation.
    pub copy_cited: &'static str,
    /// Opens the forms of a citation, in the line of a card.
    pub cite: &'static str,
    /// Saves a sentence as a picture.
    pub picture: &'static str,
    /// The order that serves the reader, and the document's.
    pub orders: [&'static str; 2],
    /// Before and after the name of a tag that is searched for.
    pub labelled: [&'static str; 2],
    /// To the panel with files of what is shown.
    pub export: &'static str,
    /// Name of what stands beside a sentence.
    pub beside: &'static str,
    /// Before the texts to choose from, and their names.
    pub texts: [&'static str; 3],
    /// Before the layers.
    pub layers: &'static str,
    /// Before a note in everyday words, and the button that opens it.
    pub plain: [&'static str; 2],
    /// Before what is asked for and not mentioned.
    pub absent: &'static str,
    /// Before a reading that nothing confirms.
    pub unconfirmed: &'static str,
    /// Between list items.
    pub comma: &'static str,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::ZhHans => &zh_hans::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// A label in a language.
pub fn label(label: &Label, lang: Lang) -> &str {
    match lang {
        Lang::ZhHans => &label.zh,
        Lang::En if !label.en.is_empty() => &label.en,
        // The part with the English is not there.
        Lang::En => &label.zh,
    }
}

/// While a part of the page is on its way, and where it did not come.
pub fn loading(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::ZhHans => ["正在载入这一部分……", "这一部分没有载入，联网后再打开一次。"],
        Lang::En => ["This part is loading …", "This part did not load. Open it again with a network."],
    }
}

/// Name of a view.
pub fn view(view: View, lang: Lang) -> &'static str {
    match (view, lang) {
        (View::Explore, Lang::ZhHans) => "浏览",
        (View::Read, Lang::ZhHans) => "通读",
        (View::Targets, Lang::ZhHans) => "目标",
        (View::Matrix, Lang::ZhHans) => "矩阵",
        (View::Check, Lang::ZhHans) => "核对引文",
        (View::About, Lang::ZhHans) => "数据与出处",
        (View::Attract, Lang::ZhHans) => "开始",
        (View::Operator, Lang::ZhHans) => "管理页",
        (View::Explore, Lang::En) => "Explore",
        (View::Read, Lang::En) => "Read",
        (View::Targets, Lang::En) => "Targets",
        (View::Matrix, Lang::En) => "Matrix",
        (View::Check, Lang::En) => "Check a quotation",
        (View::About, Lang::En) => "Data & sources",
        (View::Attract, Lang::En) => "Start",
        (View::Operator, Lang::En) => "Operator",
    }
}

/// Name of a grouping.
pub fn grouping(by: Grouping, lang: Lang) -> &'static str {
    match (by, lang) {
        (Grouping::Principle, Lang::ZhHans) => "原则",
        (Grouping::Domain, Lang::ZhHans) => "领域",
        (Grouping::Group, Lang::ZhHans) => "对象",
        (Grouping::Printed, Lang::ZhHans) => "原文",
        (Grouping::Principle, Lang::En) => "principle",
        (Grouping::Domain, Lang::En) => "domain",
        (Grouping::Group, Lang::En) => "who benefits",
        (Grouping::Printed, Lang::En) => "as printed",
    }
}

/// Name of a layer.
pub fn layer(layer: Layer, lang: Lang) -> &'static str {
    match (layer, lang) {
        (Layer::Explainer, Lang::ZhHans) => "官方解读",
        (Layer::Press, Lang::ZhHans) => "发布会",
        (Layer::Commentary, Lang::ZhHans) => "评论",
        (Layer::Support, Lang::ZhHans) => "旁证",
        (Layer::Plain, Lang::ZhHans) => "白话",
        (Layer::Terms, Lang::ZhHans) => "名词",
        (Layer::Plain, Lang::En) => "plain words",
        (Layer::Terms, Lang::En) => "terms",
        (Layer::Support, Lang::En) => "support",
        (Layer::Explainer, Lang::En) => "explainers",
        (Layer::Press, Lang::En) => "press conference",
        (Layer::Commentary, Lang::En) => "commentary",
    }
}

/// Where a sentence stands: its measure or chapter, and its number there.
pub fn located(document: &Document, clause: &Clause, between: &str, lang: Lang) -> String {
    match clause.measure.or(clause.chapter) {
        Some(id) => joined(&[&document.heading(id), between, &ordinal(clause.n, lang)]),
        None => words(lang).preamble.into(),
    }
}

/// How a reading was emended: what is printed, what we read, on whose word, how sure.
pub fn emended(variant: &Variant, lang: Lang) -> String {
    let [printed, established] = [variant.printed.as_str(), &variant.established];
    let (witnesses, confidence) =
        (&listed(&variant.witnesses, words(lang).comma), confidence(&variant.confidence, lang));
    match lang {
        Lang::ZhHans => {
            joined(&["印本作“", printed, "”，据 ", witnesses, " 改作“", established, "”，把握：", confidence, "。"])
        }
        Lang::En => joined(&[
            "Printed “",
            printed,
            "”, emended to “",
            established,
            "” after ",
            witnesses,
            "; confidence: ",
            confidence,
            ".",
        ]),
    }
}

/// Name of a theme.
pub fn theme(theme: Theme, lang: Lang) -> &'static str {
    match (theme, lang) {
        (Theme::Auto, Lang::ZhHans) => "跟随系统",
        (Theme::Light, Lang::ZhHans) => "浅色",
        (Theme::Dark, Lang::ZhHans) => "深色",
        (Theme::Contrast, Lang::ZhHans) => "高对比",
        (Theme::Auto, Lang::En) => "Automatic",
        (Theme::Light, Lang::En) => "Light",
        (Theme::Dark, Lang::En) => "Dark",
        (Theme::Contrast, Lang::En) => "High contrast",
    }
}

/// Name of a step of large type.
pub fn size(size: Size, lang: Lang) -> &'static str {
    match (size, lang) {
        (Size::Large, Lang::ZhHans) => "大",
        (Size::Larger, Lang::ZhHans) => "更大",
        (Size::Largest, Lang::ZhHans) => "最大",
        (Size::Large, Lang::En) => "Large",
        (Size::Larger, Lang::En) => "Larger",
        (Size::Largest, Lang::En) => "Largest",
    }
}

/// The own short name of what the page can be read in.
pub fn language(tongue: (Lang, Script)) -> &'static str {
    match tongue {
        (Lang::ZhHans, Script::Hans) => "简体",
        (Lang::ZhHans, Script::Hant) => "繁體",
        (Lang::En, _) => "EN",
    }
}

/// What is wrong with a part of the link.
pub fn reason(reason: Reason, lang: Lang) -> &'static str {
    match (reason, lang) {
        (Reason::View, Lang::ZhHans) => "没有这个视图，已打开「浏览」",
        (Reason::Parameter, Lang::ZhHans) => "没有这个参数",
        (Reason::Value, Lang::ZhHans) => "没有这个取值",
        (Reason::Place, Lang::ZhHans) => "没有这个位置，已打开最近的上一级",
        (Reason::Words, Lang::ZhHans) => "与本文的字句不符，没有标出",
        (Reason::Long, Lang::ZhHans) => "太长，只搜索了前 800 字",
        (Reason::More, Lang::ZhHans) => "此外还有看不懂的部分，不再列出",
        (Reason::Long, Lang::En) => "too long; its first 800 characters are searched",
        (Reason::More, Lang::En) => "and other parts that are not listed",
        (Reason::View, Lang::En) => "no such view; Explore is shown",
        (Reason::Parameter, Lang::En) => "no such parameter",
        (Reason::Value, Lang::En) => "no such value",
        (Reason::Words, Lang::En) => "the text has other words here; nothing is marked",
        (Reason::Place, Lang::En) => "no such place; the nearest one above it is open",
    }
}

/// How sure an emendation is.
pub fn confidence(id: &str, lang: Lang) -> &'static str {
    match (id, lang) {
        ("certain", Lang::ZhHans) => "确定",
        (_, Lang::ZhHans) => "较大",
        ("certain", Lang::En) => "certain",
        (_, Lang::En) => "high",
    }
}

/// So many sentences.
pub fn sentences(n: usize, lang: Lang) -> String {
    match (n, lang) {
        (_, Lang::ZhHans) => joined(&[&n.to_string(), " 句"]),
        (1, Lang::En) => "1 sentence".into(),
        (_, Lang::En) => joined(&[&n.to_string(), " sentences"]),
    }
}

/// Sentence n of its measure.
pub fn ordinal(n: u8, lang: Lang) -> String {
    match lang {
        Lang::ZhHans => joined(&["第 ", &n.to_string(), " 句"]),
        Lang::En => joined(&["sentence ", &n.to_string()]),
    }
}

/// So many places where a word occurs.
pub fn places(n: usize, lang: Lang) -> String {
    match (n, lang) {
        (_, Lang::ZhHans) => joined(&[&n.to_string(), " 处"]),
        (1, Lang::En) => "once".into(),
        (_, Lang::En) => joined(&[&n.to_string(), " times"]),
    }
}

/// For the live region: what is shown now.
pub fn status(found: usize, conditions: usize, lang: Lang) -> String {
    let (found, conditions) = (found.to_string(), conditions.to_string());
    match lang {
        Lang::ZhHans => joined(&["共 ", &found, " 句，已选 ", &conditions, " 个条件"]),
        Lang::En => joined(&[&found, " sentences, ", &conditions, " conditions"]),
    }
}

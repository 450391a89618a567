//! The interface's own words, in its languages. Editorial: nothing here is the Opinion's text.

use minsheng_document::Label;

use crate::{
    joined::joined,
    route::{Grouping, Lang, Reason, Theme, View},
};

/// Fixed words of one language.
pub struct Words {
    /// Value of the `lang` attribute.
    pub lang: &'static str,
    /// Name of the product.
    pub brand: &'static str,
    /// Name of the navigation.
    pub views: &'static str,
    /// To the results, for keyboards.
    pub skip: &'static str,
    /// Name of the language switch.
    pub languages: &'static str,
    /// Name of the colour switch.
    pub theme: &'static str,
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
    /// From the filters to the results.
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
    /// To the sentence in the whole text.
    pub in_context: &'static str,
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
    /// The dates.
    pub dated: &'static str,
    /// The dates.
    pub published: &'static str,
    /// Columns of the targets.
    pub target_columns: [&'static str; 5],
    /// Intro of the targets.
    pub targets_intro: &'static str,
    /// Heading beside the targets.
    pub targets_caution: &'static str,
    /// No horizon.
    pub no_horizon: &'static str,
    /// No hedge.
    pub no_hedge: &'static str,
    /// Headings of the about view: sources, emendations, unconfirmed, vocabularies, data, what this is not.
    pub about: [&'static str; 6],
    /// Intros of the same.
    pub about_intro: [&'static str; 6],
    /// Columns of the emendations: printed, established, witnesses, confidence.
    pub variant_columns: [&'static str; 4],
    /// Data links: JSON and its schema.
    pub downloads: [&'static str; 2],
    /// Heading of the notices.
    pub notice: &'static str,
    /// Shown when the live page could not start.
    pub inactive: &'static str,
    /// In the footer.
    pub footer: &'static str,
    /// Mark in a card of an emended sentence.
    pub emended: &'static str,
    /// Names of facet counts: matching now, in the whole text.
    pub zero: &'static str,
    /// Between list items.
    pub comma: &'static str,
}

static ZH_HANS: Words = Words {
    lang: "zh-Hans",
    brand: "民生意见浏览器",
    views: "视图",
    skip: "跳到结果",
    languages: "语言",
    theme: "外观",
    search: "搜索",
    example: "搜原文，如：护理型床位、灵活就业、HPV",
    situations: "我关心",
    related: "《意见》中与你有关的内容；能不能办、怎么办，以当地规定为准。",
    filters: "筛选",
    to_results: "查看结果",
    clear: "清除全部条件",
    exclude: "改为排除",
    include: "改为包含",
    remove: "去掉",
    grouped: "分组：",
    map: "全文地图",
    map_caption: "全文地图：每行一条举措，每格一句，长短即字数，深色为命中；点一格，看原文。",
    safeguards: "保障措施",
    safeguards_short: "保",
    preamble: "引言",
    why: "为什么在这里：",
    by_place: "所在章节",
    by_absence: "原文未用其他各类的词",
    wording: "措辞：",
    tags: "标签",
    in_context: "在全文中看",
    none: "没有同时符合这些条件的句子",
    none_note: "这里只查《意见》原文；原文没有写的，不代表没有别的政策。",
    way_back: "放宽一步：",
    also: "原文用词不同，也找：",
    in_headings: "标题中有：",
    title_place: "文件标题",
    contents: "目录",
    to_explore: "只看命中的句子",
    dated: "成文",
    published: "公布",
    target_columns: ["目标", "内容", "范围", "期限", "限定词"],
    targets_intro: "《意见》全文只有这八项可以核对的目标。期限照原文写，不换算成年份；原文没有给出进展数字，这里也不给。",
    targets_caution: "看目标，先看这一句",
    no_horizon: "原文未给期限",
    no_hedge: "无",
    about: ["出处", "七处校改", "存疑的读法", "词表", "数据", "这不是什么"],
    about_intro: [
        "正文据一份新闻排印本整理，并与下列文献逐句比对。",
        "印本有误、且有旁证的，改正并注明；印本原样保留在数据里。",
        "印本看来有误或费解、但没有旁证的，一律照印，不改。",
        "每个标签都附有原文中的依据词语；没有依据，就没有标签。",
        "全文、标签、依据、目标和校改，一个文件带走；文件附有 JSON Schema。",
        "本页是查阅工具，不是政策解答；「鼓励」「支持」不等于各地已有。办理以当地规定为准。",
    ],
    variant_columns: ["印本作", "今作", "依据", "把握"],
    downloads: ["下载 JSON 数据", "下载 JSON Schema"],
    notice: "链接里有看不懂的部分，已略去：",
    inactive: "筛选和搜索未能启动，以下是全文，可以阅读和链接。",
    footer: "官方文件依《著作权法》第五条不受著作权保护。标签、说明与界面文字由本项目编写。",
    emended: "此句有校改",
    zero: "无",
    comma: "、",
};

static EN: Words = Words {
    lang: "en",
    brand: "Minsheng Explorer",
    views: "Views",
    skip: "Skip to results",
    languages: "Language",
    theme: "Colours",
    search: "Search",
    example: "Search the Chinese text: 养老, 灵活就业, HPV",
    situations: "I care about",
    related: "What the Opinion says about you. Local rules decide what you can get and how.",
    filters: "Filters",
    to_results: "Show results",
    clear: "Clear all",
    exclude: "exclude instead",
    include: "include instead",
    remove: "Remove",
    grouped: "Group by:",
    map: "Document map",
    map_caption: "Document map: a row per measure, a cell per sentence, as wide as it is long, dark where it matches. \
                  Each cell opens the text.",
    safeguards: "Safeguards",
    safeguards_short: "G",
    preamble: "Preamble",
    why: "Why it is here: ",
    by_place: "its chapter",
    by_absence: "none of the other values' words",
    wording: "Wording: ",
    tags: "Tags",
    in_context: "Read in context",
    none: "No sentence meets all of these conditions",
    none_note: "Only the Opinion itself is searched. What it does not say may still be policy elsewhere.",
    way_back: "One step back: ",
    also: "The text uses other words; try: ",
    in_headings: "In headings: ",
    title_place: "the title",
    contents: "Contents",
    to_explore: "Show only the matches",
    dated: "dated",
    published: "published",
    target_columns: ["Target", "Of what", "Scope", "By when", "Hedges"],
    targets_intro: "The Opinion holds just these eight targets that can be checked. Time limits are the text's own words, \
                    never turned into years; it gives no figures of progress, so none are shown.",
    targets_caution: "Read this first",
    no_horizon: "no time given",
    no_hedge: "none",
    about: ["Sources", "Seven emendations", "Unconfirmed readings", "Vocabularies", "Data", "What this is not"],
    about_intro: [
        "The text follows one printed news edition, compared sentence by sentence with the documents below.",
        "Where the print is wrong and another witness shows it, we correct it and say so. The data keep the print.",
        "Where the print looks wrong or odd and nothing else attests it, it stands as printed.",
        "Every tag carries the words of the text that justify it. No evidence, no tag.",
        "Text, tags, evidence, targets and emendations in one file, with a JSON Schema.",
        "This page helps you find and read. It is not advice: “encouraged” or “supported” does not mean that it \
         exists where you live. Local rules decide.",
    ],
    variant_columns: ["Printed", "Established", "Witnesses", "Confidence"],
    downloads: ["Download the data (JSON)", "Download the JSON Schema"],
    notice: "Parts of the link were not understood and left out: ",
    inactive: "Filters and search could not start. The whole text is below, to read and to link to.",
    footer: "Official documents are not subject to copyright (Article 5, PRC Copyright Law). Tags, notes and interface \
             are the project's own. The official text is Chinese; the English is ours.",
    emended: "emended",
    zero: "none",
    comma: ", ",
};

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::ZhHans => &ZH_HANS,
        Lang::En => &EN,
    }
}

/// A label in a language.
pub fn label(label: &Label, lang: Lang) -> &str {
    match lang {
        Lang::ZhHans => &label.zh,
        Lang::En => &label.en,
    }
}

/// Name of a view.
pub fn view(view: View, lang: Lang) -> &'static str {
    match (view, lang) {
        (View::Explore, Lang::ZhHans) => "浏览",
        (View::Read, Lang::ZhHans) => "通读",
        (View::Targets, Lang::ZhHans) => "目标",
        (View::About, Lang::ZhHans) => "数据与出处",
        (View::Explore, Lang::En) => "Explore",
        (View::Read, Lang::En) => "Read",
        (View::Targets, Lang::En) => "Targets",
        (View::About, Lang::En) => "Data & sources",
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

/// A language's own short name.
pub fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => "简体",
        Lang::En => "EN",
    }
}

/// What is wrong with a part of the link.
pub fn reason(reason: Reason, lang: Lang) -> &'static str {
    match (reason, lang) {
        (Reason::View, Lang::ZhHans) => "没有这个视图，已打开「浏览」",
        (Reason::Parameter, Lang::ZhHans) => "没有这个参数",
        (Reason::Value, Lang::ZhHans) => "没有这个取值",
        (Reason::Place, Lang::ZhHans) => "没有这个位置，已打开最近的上一级",
        (Reason::View, Lang::En) => "no such view; Explore is shown",
        (Reason::Parameter, Lang::En) => "no such parameter",
        (Reason::Value, Lang::En) => "no such value",
        (Reason::Place, Lang::En) => "no such place; the nearest one above it is open",
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

/// An ISO date as the language writes it.
pub fn date(iso: &str, lang: Lang) -> String {
    let parts = iso.split_once('-').and_then(|(year, rest)| Some((year, rest.split_once('-')?)));
    let Some((year, (month, day))) = parts else { return iso.into() };
    let (month, day) = (month.trim_start_matches('0'), day.trim_start_matches('0'));
    match lang {
        Lang::ZhHans => joined(&[year, "年", month, "月", day, "日"]),
        Lang::En => joined(&[day, " ", month_name(month), " ", year]),
    }
}

fn month_name(month: &str) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let number = month.parse::<u8>().unwrap_or_default();
    NAMES.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}

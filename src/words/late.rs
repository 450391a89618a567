//! What only the views and panels say that no first filter waits for, in both languages. Nothing else uses it, so that the
//! page's first module is built without it.

use crate::{
    joined::joined,
    quote::{Checked, Verdict},
    route::{Across, Lang},
};

/// Fixed words of these views in one language.
pub struct LateWords {
    /// Headings of the about view: data, sources, emendations, unconfirmed, vocabularies, what this is not.
    pub about: [&'static str; 6],
    /// Intros of the same.
    pub about_intro: [&'static str; 6],
    /// Columns of the emendations: printed, established, witnesses, confidence.
    pub variant_columns: [&'static str; 4],
    /// Data links: JSON and its schema.
    pub downloads: [&'static str; 2],
    /// Said where the notes did not arrive.
    pub no_notes: &'static str,
    /// From the reading view back to the list.
    pub to_list: &'static str,
    /// Kinds of highlight: a sentence found, its evidence, the words searched, the place that a link names.
    pub highlights: [&'static str; 4],
    /// Before and after the highlighted sentence one is at.
    pub steps: [&'static str; 2],
    /// Under the heading of the checker.
    pub check_intro: &'static str,
    /// Name of its field.
    pub paste: &'static str,
    /// What becomes of what is pasted.
    pub paste_note: &'static str,
    /// Fills that field with an example.
    pub example: &'static str,
    /// Empties it.
    pub empty: &'static str,
    /// What the example says before a quotation that is verbatim, and before one with words left out.
    pub says: [&'static str; 2],
    /// Name of the answer.
    pub found: &'static str,
    /// The verdicts and what they mean, from verbatim to missing.
    pub verdicts: [(&'static str, &'static str); 4],
    /// The verdict on what repeats the print's errors.
    pub as_printed: &'static str,
    /// After the verdict on what stood without quotation marks.
    pub no_marks: &'static str,
    /// Where the text was too long.
    pub unread: &'static str,
    /// Where no quotation was found.
    pub nothing: &'static str,
    /// Before words that the quotation leaves out.
    pub left_out: &'static str,
    /// Before words that the Opinion has not.
    pub put_in: &'static str,
    /// Before what the Opinion has, and before what the quotation has instead.
    pub instead: [&'static str; 2],
    /// To the sentence as printed.
    pub to_printed: &'static str,
    /// Before the places a quotation is from.
    pub sources: &'static str,
    /// Before the nearest sentence.
    pub perhaps: &'static str,
    /// Heading of the citation panel, and the link to it.
    pub cite: &'static str,
    /// Under that heading.
    pub cite_intro: &'static str,
    /// The forms of a citation: in words, and the three usual ones.
    pub forms: [&'static str; 4],
    /// Under the heading of the matrix.
    pub matrix_intro: &'static str,
    /// Name of the table.
    pub matrix_name: &'static str,
    /// Before the ways to choose columns.
    pub columns: &'static str,
    /// Heading of the rows.
    pub domains: &'static str,
    /// The last row and column.
    pub all: &'static str,
    /// Why they are not sums.
    pub sums: &'static str,
    /// Where a filter limits the matrix.
    pub limited: &'static str,
    /// Under the heading of the codes for embedding.
    pub embed_intro: &'static str,
    /// Name of each code and what it is good for: element, iframe, link.
    pub embed_kinds: [[&'static str; 2]; 3],
    /// Over the previews: narrow, wide.
    pub embed_previews: [&'static str; 2],
    /// Under the heading of the downloads.
    pub export_intro: &'static str,
    /// What is shown, as files: CSV, JSON, Markdown.
    pub this_view: &'static str,
    /// The whole document as files.
    pub whole: &'static str,
    /// Prints what is shown.
    pub print: &'static str,
    /// What the sheet then has.
    pub print_note: &'static str,
    /// On paper, who laid it out and who did not.
    pub unofficial: &'static str,
    /// On paper, before the sentences that one print alone has.
    pub one_print: &'static str,
    /// To that panel, from the data.
    pub more_formats: &'static str,
    /// Before who repeats a sentence's words, and where nobody does.
    pub support: [&'static str; 2],
    /// Before what others say and the text does not.
    pub not_in_text: &'static str,
    /// Under a title with translations.
    pub ours: &'static str,
    /// Before the name of a value that is excluded.
    pub without: &'static str,
}

/// Between a name and what is said of it.
pub fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHans => "：",
        Lang::En => ": ",
    }
}
/// After a list of places, which are Chinese in both languages.
pub const STOP: &str = "。";

/// The words of a language.
pub fn late(lang: Lang) -> &'static LateWords {
    match lang {
        Lang::ZhHans => &ZH,
        Lang::En => &EN,
    }
}

/// Name of what the matrix has for columns.
pub fn across(across: Across, lang: Lang) -> &'static str {
    match (across, lang) {
        (Across::Group, Lang::ZhHans) => "对象",
        (Across::Principle, Lang::ZhHans) => "原则",
        (Across::Wording, Lang::ZhHans) => "措辞",
        (Across::Group, Lang::En) => "who benefits",
        (Across::Principle, Lang::En) => "principle",
        (Across::Wording, Lang::En) => "wording",
    }
}

/// So many cells of a row are 0.
pub fn zeros(n: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhHans => joined(&["另有 ", &n.to_string(), " 项为 0"]),
        Lang::En => joined(&[&n.to_string(), " more are 0"]),
    }
}

/// Sentences by their numbers: 「第 1、4 句」.
pub fn nth(numbers: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHans => joined(&["第 ", numbers, " 句"]),
        Lang::En => joined(&[" ", numbers]),
    }
}

/// 「认出 5 处引文：一字不差 3，有删节 1，…」.
pub fn summary(checked: &Checked, lang: Lang) -> String {
    let count = |verdict: Verdict| checked.quotations.iter().filter(|it| it.verdict == verdict).count();
    let parts = Verdict::ALL.into_iter().zip(late(lang).verdicts).filter(|(verdict, _)| count(*verdict) > 0);
    let parts: Vec<String> =
        parts.map(|(verdict, (name, _))| joined(&[name, " ", &count(verdict).to_string()])).collect();
    let all = checked.quotations.len().to_string();
    match lang {
        Lang::ZhHans if parts.is_empty() => "没有认出引文".into(),
        Lang::ZhHans => joined(&["认出 ", &all, " 处引文：", &parts.join("，")]),
        Lang::En if parts.is_empty() => "No quotation recognised".into(),
        Lang::En => joined(&[&all, " quotations: ", &parts.join(", ")]),
    }
}

/// How many sentences were set aside.
pub fn unrelated(n: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhHans => joined(&["另有 ", &n.to_string(), " 句不是《意见》的原话，未列出。"]),
        Lang::En => joined(&[&n.to_string(), " further sentences are not the Opinion’s words and are not listed."]),
    }
}

static ZH: LateWords = LateWords {
    about: ["数据", "出处", "七处校改", "存疑的读法", "词表", "这不是什么"],
    about_intro: [
        "全文、标签、依据、目标和校改，一个文件带走；文件附有 JSON Schema。",
        "正文据一份新闻排印本整理，并与下列文献逐句比对。",
        "印本有误、且有旁证的，改正并注明；印本原样保留在数据里。",
        "印本看来有误或费解、但没有旁证的，一律照印，不改。",
        "每个标签都附有原文中的依据词语；没有依据，就没有标签。",
        "本页是查阅工具，不是政策解答；「鼓励」「支持」不等于各地已有。办理以当地规定为准。",
    ],
    variant_columns: ["印本作", "今作", "依据", "把握"],
    downloads: ["下载 JSON 数据", "下载 JSON Schema"],
    no_notes: "说明文字未能载入：词表的定义、校改的理由和出处暂缺；其余内容不受影响。",
    to_list: "回到列表",
    highlights: ["符合条件的句子", "依据的词语", "搜到的字", "链接所指"],
    steps: ["上一处", "下一处"],
    check_intro: "把引文，或整篇文章，贴在下面：每一处引自《意见》的话都与原文逐字比对。",
    paste: "要核对的文字",
    paste_note: "最多 20,000 字，可以有多处引文。文字只在这个页面里比对：不上传，不保存，也不进链接。全角半角、空格、引号样式和繁简不算差别，标点算。",
    example: "填入示例",
    empty: "清空",
    says: ["《意见》提出：", "又提出："],
    found: "核对结果",
    verdicts: [
        ("一字不差", "与今本逐字相同，标点也同"),
        ("有删节", "用字全同，中间略去了一些"),
        ("有改动", "有与原文不同的字或标点"),
        ("原文没有", "《意见》里找不到这些话"),
    ],
    as_printed: "与印本相同，印本此处有误",
    no_marks: "（未加引号）",
    unread: "超过 20,000 字的部分没有比对。",
    nothing: "这段文字里没有认出《意见》的话。引文太短（不足 6 字）也不判断；可以只贴一句再试。",
    left_out: "引文略去：",
    put_in: "原文没有：",
    instead: ["原文作", "，引文作"],
    to_printed: "看印本原样",
    sources: "出自：",
    perhaps: "是不是想引这一句？",
    cite: "引用",
    cite_intro: "校改和孤证的说明写在引文里，复制时不会丢。",
    forms: ["引文和出处", "GB/T 7714", "APA", "BibTeX"],
    matrix_intro: "哪个领域、为谁，各有几句。点一格看是哪几句；0 也是答案：原文没有同时说到这两样的句子。",
    matrix_name: "各领域的句数",
    columns: "列：",
    domains: "领域",
    all: "全部",
    sums: "各格相加不等于「全部」，也不等于 76：一句可以属于几个领域、说到几类人，在每一格里各算一次；「全部」数的是句子。",
    limited: "只数符合其余条件的句子：",
    embed_intro: "把当前看到的内容放进文章。改动筛选，代码和预览随之改变。",
    embed_kinds: [
        ["网页组件", "首选：随文章排版，高度不跳动；脚本被禁时显示代码里的原文。"],
        ["内嵌框架", "只许用 iframe 时用；第二行让高度随内容变化，可以不要。"],
        ["链接", "不能放代码的地方，放一个链接。"],
    ],
    embed_previews: ["手机 360", "电脑 680"],
    export_intro: "标签、依据和说明由本项目编写，按 MIT 或 Apache-2.0 许可使用；官方文件本身不受著作权保护。",
    this_view: "当前看到的句子",
    whole: "全文和全部标注",
    print: "打印",
    print_note: "当前看到的内容，带编号、筛选条件、出处、网址和二维码。",
    unofficial: "由民生意见浏览器选排，不是官方网站；文字以正式公布的文本为准。",
    one_print: "只见于一份排印本、未见他处逐字转引：",
    more_formats: "CSV、Markdown、Akoma Ntoso、TEI 等其他格式",
    support: ["逐字转引：", "只见于一份排印本，未见他处逐字转引。"],
    not_in_text: "原文没有：",
    ours: "",
    without: "不含 ",
};

static EN: LateWords = LateWords {
    about: ["Data", "Sources", "Seven emendations", "Unconfirmed readings", "Vocabularies", "What this is not"],
    about_intro: [
        "Text, tags, evidence, targets and emendations in one file, with a JSON Schema.",
        "The text follows one printed news edition, compared sentence by sentence with the documents below.",
        "Where the print is wrong and another witness shows it, we correct it and say so. The data keep the print.",
        "Where the print looks wrong or odd and nothing else attests it, it stands as printed.",
        "Every tag carries the words of the text that justify it. No evidence, no tag.",
        "This page helps you find and read. It is not advice: “encouraged” or “supported” does not mean that it \
         exists where you live. Local rules decide.",
    ],
    variant_columns: ["Printed", "Established", "Witnesses", "Confidence"],
    downloads: ["Download the data (JSON)", "Download the JSON Schema"],
    no_notes: "The notes could not be loaded: definitions, reasons and sources are missing here; all else is complete.",
    to_list: "Back to the list",
    highlights: ["a sentence found", "why it was found", "words searched", "the linked place"],
    steps: ["Previous", "Next"],
    check_intro: "Paste a quotation or a whole article below: everything in it that is quoted from the Opinion is compared with the text, character by character.",
    paste: "Text to check",
    paste_note: "Up to 20,000 characters and any number of quotations. It is compared in this page alone: not sent, not stored, in no link. Width, spaces, the style of quotation marks and traditional forms do not count as differences; punctuation does.",
    example: "Fill in an example",
    empty: "Empty the field",
    says: ["The Opinion says: ", "It also says: "],
    found: "Result",
    verdicts: [
        ("Verbatim", "the established text character by character, punctuation included"),
        ("Abridged", "the same characters, with some left out"),
        ("Altered", "with characters or punctuation that the text has not"),
        ("Not there", "the Opinion has no such words"),
    ],
    as_printed: "As printed, where the print errs",
    no_marks: " (without quotation marks)",
    unread: "What goes beyond 20,000 characters was not compared.",
    nothing: "No words of the Opinion were recognised in this text. Quotations of fewer than 6 characters are not judged; try a single one.",
    left_out: "Left out: ",
    put_in: "Not in the text: ",
    instead: ["The text has ", ", the quotation "],
    to_printed: "See it as printed",
    sources: "From:",
    perhaps: "Was this the sentence meant?",
    cite: "Cite",
    cite_intro: "What is emended or rests on one print is said inside the quotation, so that copying does not lose it.",
    forms: ["Quotation and source", "GB/T 7714", "APA", "BibTeX"],
    matrix_intro: "How many sentences there are for which domain and whom. A cell leads to them; 0 is an answer too: no sentence speaks of both.",
    matrix_name: "Sentences of each domain",
    columns: "Columns:",
    domains: "Domain",
    all: "All",
    sums: "Cells do not add up to “All”, nor to 76: a sentence may belong to several domains and name several groups, and counts once in each cell; “All” counts sentences.",
    limited: "Only sentences that match the other conditions are counted: ",
    embed_intro: "Put what you see into an article. Codes and previews follow the filters.",
    embed_kinds: [
        ["Element", "The best one: it never jumps, and without scripts its words stay."],
        ["Iframe", "Where nothing else is taken. The second line fits the height and may be left out."],
        ["Link", "A plain link, for places that take no code."],
    ],
    embed_previews: ["Phone, 360", "Desktop, 680"],
    export_intro: "Tags, evidence and notes are ours, under MIT or Apache-2.0; the official document itself is not protected by copyright.",
    this_view: "The sentences shown",
    whole: "The whole text and all annotations",
    print: "Print",
    print_note: "What you see, with numbers, filters, source, address and QR code.",
    unofficial: "Selected and laid out by Minsheng Explorer, which is not an official site. The published document prevails.",
    one_print: "Known from one print alone: ",
    more_formats: "CSV, Markdown, Akoma Ntoso, TEI and other formats",
    support: ["Repeated word for word by: ", "Known from one print alone."],
    not_in_text: "Not in the text: ",
    ours: "The English is our own, unofficial translation; the Chinese alone is authoritative.",
    without: "not ",
};

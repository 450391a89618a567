//! The words around the views in a window of its own, in both languages. The module of embeds is built without them.

use crate::route::Lang;

/// Fixed words of a window in one language.
pub struct WindowWords {
    /// Name of the navigation.
    pub views: &'static str,
    /// To the results, for keyboards.
    pub skip: &'static str,
    /// Name of the language switch.
    pub languages: &'static str,
    /// Name of the colour switch.
    pub theme: &'static str,
    /// To the layout with large type.
    pub elder: &'static str,
    /// Back from it.
    pub standard: &'static str,
    /// Name of the steps of large type.
    pub sizes: &'static str,
    /// Shown when the live page could not start.
    pub inactive: &'static str,
    /// In the footer.
    pub footer: &'static str,
}

/// The words of a language.
pub fn window(lang: Lang) -> &'static WindowWords {
    match lang {
        Lang::ZhHans => &ZH_HANS,
        Lang::En => &EN,
    }
}

static ZH_HANS: WindowWords = WindowWords {
    views: "视图",
    skip: "跳到结果",
    languages: "语言",
    theme: "外观",
    elder: "长辈版",
    standard: "标准版",
    sizes: "字号",
    inactive: "筛选和搜索未能启动，以下文字可以阅读和链接。",
    footer: "官方文件依《著作权法》第五条不受著作权保护。标签、说明与界面文字由本项目编写。",
};

static EN: WindowWords = WindowWords {
    views: "Views",
    skip: "Skip to results",
    languages: "Language",
    theme: "Colours",
    elder: "Large type",
    standard: "Standard",
    sizes: "Size",
    inactive: "Filters and search could not start. The text below is to read and to link to.",
    footer: "Official documents are not subject to copyright (Article 5, PRC Copyright Law). Tags, notes and interface \
             are the project's own. The official text is Chinese; the English is ours.",
};

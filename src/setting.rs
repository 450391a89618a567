//! The parts of a route that are one of a few: each with its name in the route, the default first. Knows no document.

use crate::joined::listed;

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$item_doc:meta])* $item:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name { #[default] $($(#[$item_doc])* $item),+ }

        impl $name {
            /// All, the default first.
            pub const ALL: &[$name] = &[$($name::$item),+];
            const IDS: &[&'static str] = &[$($id),+];

            /// As it stands in a route.
            pub fn id(self) -> &'static str {
                Self::IDS.get(self as usize).copied().unwrap_or_default()
            }

            /// The one that stands so in a route.
            pub fn parse(id: &str) -> Option<Self> {
                Self::ALL.get(place(Self::IDS, id)?).copied()
            }
        }
    };
}

/// One loop for all of them.
#[inline(never)]
fn place(ids: &[&str], id: &str) -> Option<usize> {
    ids.iter().position(|other| *other == id)
}

choice! {
    /// The views.
    View {
        /// 浏览: filters, map, results.
        Explore = "explore",
        /// 通读: the whole text.
        Read = "read",
        /// 目标: the eight targets.
        Targets = "targets",
        /// 矩阵: how many sentences there are for which domain and whom.
        Matrix = "matrix",
        /// 核对引文: quotations compared with the text.
        Check = "check",
        /// 数据与出处: sources, emendations, vocabularies.
        About = "about",
        /// What a kiosk shows while nobody uses it. Only there.
        Attract = "attract",
        /// What a kiosk tells its operator. Only there.
        Operator = "operator",
    }
}

choice! {
    /// What results are grouped by.
    Grouping {
        /// The four principles.
        Principle = "principle",
        /// Domains; a sentence stands under each of its own.
        Domain = "domain",
        /// Groups of people; a sentence stands under each of its own.
        Group = "group",
        /// As printed, measure by measure.
        Printed = "printed",
    }
}

choice! {
    /// Interface languages. The official text is Chinese in all of them.
    Lang {
        /// Simplified Chinese.
        ZhHans = "zh-Hans",
        /// English.
        En = "en",
    }
}

choice! {
    /// What Chinese is written in. Words know nothing of it: the finished page is written anew (`hant`).
    Script {
        /// As the text is.
        Hans = "zh-Hans",
        /// Traditional characters, one for each.
        Hant = "zh-Hant",
    }
}

/// What the page can be read in.
pub const TONGUES: [(Lang, Script); 3] =
    [(Lang::ZhHans, Script::Hans), (Lang::ZhHans, Script::Hant), (Lang::En, Script::Hans)];

/// As it stands in a route and in `lang` attributes.
pub fn code((lang, script): (Lang, Script)) -> &'static str {
    if script == Script::Hant { script.id() } else { lang.id() }
}

choice! {
    /// Colours.
    Theme {
        /// As the reader's system says.
        Auto = "auto",
        /// Dark ink on light paper.
        Light = "light",
        /// Light ink on dark paper.
        Dark = "dark",
        /// Highest contrast.
        Contrast = "contrast",
    }
}

choice! {
    /// Layouts.
    Mode {
        /// 标准: for a screen of one's own.
        Page = "page",
        /// 长辈版: the simple page, with large type and large targets.
        Elder = "elder",
        /// 自助: the same, on a public screen that is touched, without a keyboard and without a way out.
        Kiosk = "kiosk",
    }
}

choice! {
    /// Steps of large type.
    Size {
        /// 大: 24 px.
        Large = "large",
        /// 更大: 28 px.
        Larger = "larger",
        /// 最大: 32 px.
        Largest = "largest",
    }
}

choice! {
    /// What is open beside a view.
    Panel {
        /// Nothing.
        Closed = "closed",
        /// 嵌入: how to embed what is shown. Not in a kiosk.
        Embed = "embed",
        /// 引用: a sentence as others are to cite it. Not in a kiosk.
        Cite = "cite",
        /// 下载: what is shown as a file. Not in a kiosk.
        Export = "export",
        /// 找字词: the keyboard on the page. Only in a kiosk.
        Keyboard = "keyboard",
        /// 带走: what is shown as a QR code. Only in a kiosk.
        Qr = "qr",
        /// 字号: the steps of large type. Only in 长辈版.
        Sizes = "sizes",
        /// 更多: what the simple page leaves out. Only in 长辈版.
        More = "more",
        /// 筛选: the facets in the place of the list. Only in 长辈版.
        Filters = "filters",
    }
}

choice! {
    /// What the matrix counts each domain against.
    Across {
        /// Who benefits.
        Group = "group",
        /// The four principles.
        Principle = "principle",
        /// How firmly it is put.
        Wording = "wording",
    }
}

choice! {
    /// The text that is read.
    Text {
        /// As established.
        Established = "established",
        /// As printed in the source, errors and all.
        Printed = "printed",
    }
}

choice! {
    /// What stands beside the text, if it is wanted.
    Layer {
        /// 官方解读: what explainers say.
        Explainer = "explainer",
        /// 发布会: what departments said to the press.
        Press = "press",
        /// 评论: what a newspaper made of it.
        Commentary = "commentary",
        /// 旁证: which independent documents repeat the sentence's words.
        Support = "support",
        /// 白话: what measures are about and what hedges mean, in everyday words.
        Plain = "plain",
        /// 名词: what the sentence's terms mean.
        Terms = "terms",
    }
}

/// Which layers are wanted; at first none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layers(u8);

impl Layers {
    /// Whether none is wanted.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a layer is wanted.
    pub fn has(self, layer: Layer) -> bool {
        self.0 & 1 << layer as u8 != 0
    }

    /// With the layer where it is not, without it where it is.
    #[must_use]
    pub fn toggled(self, layer: Layer) -> Layers {
        Layers(self.0 ^ 1 << layer as u8)
    }

    /// As they stand in a route: ids with commas between them.
    pub fn print(self) -> String {
        let wanted = Layer::ALL.iter().filter(|layer| self.has(**layer)).map(|layer| layer.id().to_owned());
        listed(&wanted.collect::<Vec<_>>(), ",")
    }

    /// Nothing where one of them is none.
    pub fn parse(ids: &str) -> Option<Layers> {
        ids.split(',').try_fold(Layers::default(), |all, id| Some(Layers(all.0 | 1 << Layer::parse(id)? as u8)))
    }
}

impl Lang {
    /// The language in which this build answers.
    #[inline]
    pub fn spoken(self) -> Lang {
        if crate::ENGLISH { self } else { Lang::ZhHans }
    }
}

impl View {
    /// The views that every mode has.
    pub const EVERYWHERE: [View; 6] =
        [View::Explore, View::Read, View::Targets, View::Matrix, View::Check, View::About];

    /// Whether an article has only a link to this view.
    pub fn is_late(self) -> bool {
        matches!(self, View::Matrix | View::Check | View::About)
    }

    /// Whether the mode has this view.
    pub fn is_of(self, mode: Mode) -> bool {
        mode == Mode::Kiosk || View::EVERYWHERE.contains(&self)
    }
}

impl Panel {
    /// Whether only the module that has everything has this panel.
    pub fn is_late(self) -> bool {
        matches!(self, Panel::Embed | Panel::Cite | Panel::Export)
    }

    /// Whether the mode has this panel.
    pub fn is_of(self, mode: Mode) -> bool {
        match self {
            Panel::Closed => true,
            Panel::Embed | Panel::Cite | Panel::Export => mode != Mode::Kiosk,
            Panel::Keyboard | Panel::Qr => mode == Mode::Kiosk,
            Panel::Sizes | Panel::More | Panel::Filters => mode == Mode::Elder,
        }
    }
}

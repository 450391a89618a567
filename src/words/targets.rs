//! The words of the targets view, in both languages. The page loads them with the whole module.

use crate::route::Lang;

/// Fixed words of the targets view in one language.
pub struct TargetWords {
    /// Columns of the targets.
    pub columns: [&'static str; 5],
    /// Intro of the targets.
    pub intro: &'static str,
    /// Heading beside the targets.
    pub caution: &'static str,
    /// Under the drawing of the targets, and its heading.
    pub drawing: [&'static str; 2],
    /// No horizon.
    pub no_horizon: &'static str,
    /// No hedge.
    pub no_hedge: &'static str,
}

/// The words of a language.
pub fn targets(lang: Lang) -> &'static TargetWords {
    match lang {
        Lang::ZhHans => &ZH_HANS,
        Lang::En => &EN,
    }
}

static ZH_HANS: TargetWords = TargetWords {
    columns: ["目标", "内容", "范围", "期限", "限定词"],
    intro: "《意见》全文只有这八项可以核对的目标。期限照原文写，不换算成年份；原文没有给出进展数字，这里也不给。",
    caution: "看目标，先看这一句",
    drawing: ["上条：目标所及，斜纹表示原文有限定词。下条：期限，「左右」渐淡，未给的画虚线。不表示进度。", "画出来看"],
    no_horizon: "原文未给期限",
    no_hedge: "无",
};

static EN: TargetWords = TargetWords {
    columns: ["Target", "Of what", "Scope", "By when", "Hedges"],
    intro: "The Opinion holds just these eight targets that can be checked. Time limits are the text's own words, \
                    never turned into years; it gives no figures of progress, so none are shown.",
    caution: "Read this first",
    drawing: [
        "Above: what the target reaches, hatched where hedged. Below: time, fading for “or so”, dashed where none is given. Not progress.",
        "Drawn",
    ],
    no_horizon: "no time given",
    no_hedge: "none",
};

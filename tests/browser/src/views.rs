//! The views, languages and colours that a test of "everywhere" goes through.

/// A route into each view; the reading view and the explore view also with something selected.
pub const VIEWS: [&str; 14] = [
    "#/explore",
    "#/explore?domain=elderly-care&q=养老",
    "#/explore?q=此文没有的词",
    "#/explore?domain=childcare&panel=embed",
    "#/read",
    "#/read/m5s3?domain=elderly-care",
    "#/read/m2s2?layers=explainer,press,commentary,support,plain,terms&q=低收入",
    "#/read/m5s3?text=printed&panel=cite",
    "#/explore?q=育儿补贴&panel=export",
    "#/targets",
    "#/matrix",
    "#/check",
    "#/matrix?across=wording&q=养老",
    "#/about",
];

/// The screens of a kiosk, and 长辈版: a route into each.
pub const LARGE: [&str; 17] = [
    "#/explore?mode=elder",
    "#/explore?mode=elder&domain=elderly-care&q=养老",
    "#/explore?mode=elder&group=elderly&panel=more",
    "#/explore?mode=elder&group=elderly&panel=filters",
    "#/read/m5s3?mode=elder",
    "#/targets?mode=elder",
    "#/matrix?mode=elder",
    "#/check?mode=elder",
    "#/read?mode=elder&layers=press",
    "#/attract?mode=kiosk",
    "#/explore?mode=kiosk",
    "#/explore?mode=kiosk&panel=keyboard&q=yanglao",
    "#/explore?mode=kiosk&group=elderly&panel=qr",
    "#/read/m7s4?mode=kiosk&group=elderly",
    "#/read?mode=kiosk",
    "#/about?mode=kiosk",
    "#/operator?mode=kiosk",
];

/// Interface languages.
pub const LANGUAGES: [&str; 2] = ["zh-Hans", "en"];

/// What `lang` may be: languages, and the other script of one of them.
pub const SCRIPTS: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// Colours.
pub const THEMES: [&str; 3] = ["light", "dark", "contrast"];

/// A route in a language and in colours.
pub fn in_dress(route: &str, language: &str, theme: &str) -> String {
    let join = if route.contains('?') { '&' } else { '?' };
    format!("{route}{join}lang={language}&theme={theme}")
}

#[cfg(test)]
mod tests {
    use super::in_dress;

    #[test]
    fn language_and_colours_join_the_filters_of_a_route() {
        assert_eq!(in_dress("#/about", "en", "dark"), "#/about?lang=en&theme=dark");
        assert_eq!(in_dress("#/explore?q=养老", "en", "light"), "#/explore?q=养老&lang=en&theme=light");
    }
}

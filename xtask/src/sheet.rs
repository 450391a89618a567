//! The style sheet as embeds take it: a script, because a policy may forbid styles from elsewhere but not what a script
//! it allows writes; with a length of its own for `rem`, which in an article is the article's; and with every colour and
//! face open to the host.

/// The custom properties of `www/explorer.css` that a host may set as `--minsheng-NAME`.
pub const OPEN: [&str; 17] = [
    "paper",
    "surface",
    "ink",
    "muted",
    "rule",
    "edge",
    "accent",
    "fair",
    "balanced",
    "inclusive",
    "accessible",
    "plain",
    "mark",
    "found",
    "range",
    "serif",
    "sans",
];

/// How large everything is, 1 by default: `--minsheng-scale`.
const LENGTH: &str = ".explorer{--px:calc(var(--minsheng-scale,1)*1px)}";

/// The sheet as a module whose default export is its text. What is printed is black on white, whatever the host sets.
pub fn module(screen: &str, print: &str) -> String {
    let css = format!("{LENGTH}{}{}", own_length(&open(screen)), own_length(print));
    format!("export default {};\n", serde_json::Value::from(css))
}

/// `--ink:#000` → `--ink:var(--minsheng-ink,#000)`, for every theme.
fn open(css: &str) -> String {
    OPEN.iter().fold(css.to_owned(), |css, name| {
        let property = format!("--{name}:");
        let mut parts = css.split(&property);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (value, rest) = part.split_at(part.find([';', '}']).unwrap_or(part.len()));
            out += &format!("{property}var(--minsheng-{name},{value}){rest}");
        }
        out
    })
}

/// `1.5rem` → `calc(24*var(--px))`.
fn own_length(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("rem") {
        let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
        let number = before.trim_end_matches(is_number).len();
        let (before, number) = before.split_at(number);
        out += before;
        match number.parse::<f64>() {
            Ok(number) => out += &format!("calc({}*var(--px))", (number * 1600.0).round() / 100.0),
            Err(_) => out += &format!("{number}rem"),
        }
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_the_embeds_own_and_words_stay() {
        let css = ".a{margin:-.5rem 1.2rem;font:700 1rem/1.7 x}.remove{left:min(100%,22rem)}";
        let own = ".a{margin:calc(-8*var(--px)) calc(19.2*var(--px));font:700 calc(16*var(--px))/1.7 x}.remove{left:min(100%,calc(352*var(--px)))}";
        assert_eq!(own_length(css), own);
    }

    #[test]
    fn a_host_may_set_every_colour_in_every_theme() {
        let css = ".a{--ink:#1B1A17;--paper:#FFF}.b{--ink:#000}.c{color:var(--ink)}";
        let open = open(css);
        assert_eq!(
            open,
            ".a{--ink:var(--minsheng-ink,#1B1A17);--paper:var(--minsheng-paper,#FFF)}.b{--ink:var(--minsheng-ink,#000)}.c{color:var(--ink)}"
        );
    }

    #[test]
    fn every_open_name_is_one_of_the_sheets() {
        let sheet = include_str!("../../www/explorer.css");
        for name in OPEN {
            assert!(sheet.contains(&format!("--{name}:")), "{name}");
        }
    }
}

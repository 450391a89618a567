//! Dates in words. Takes them as the document has them, in ISO 8601.

use crate::{joined::joined, route::Lang};

/// When the document was written.
pub fn dated(iso: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHans => joined(&[&date(iso, lang), "成文"]),
        Lang::En => joined(&["dated ", &date(iso, lang)]),
    }
}

/// When it was made public.
pub fn published(iso: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHans => joined(&[&date(iso, lang), "公布"]),
        Lang::En => joined(&["published ", &date(iso, lang)]),
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

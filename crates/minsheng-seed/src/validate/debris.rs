//! Strings of unrelated articles printed on the same pages. None may come anywhere near the data: neither stand in what
//! the editors write nor in the text, not even by joining split paragraphs.

use crate::{
    diagnostic::Log,
    read::Seeds,
    text::{Established, line::text, occurrence::occurrences},
};

const DEBRIS: [&str; 14] = [
    "智能养老机器人",
    "2025年至2027年",
    "不少于6个月",
    "道路机动车辆",
    "2025年度",
    "送检样车",
    "52项",
    "250项",
    "第18个",
    "档案文献",
    "1940—1950",
    "中国人民抗日战争",
    "睡莲",
    "泗安镇",
];

/// Checks the text and the files of the editors.
pub fn check(seeds: &Seeds, established: &Established<'_>, log: &mut Log) {
    for words in DEBRIS {
        for source in seeds.edited() {
            let places = source.text.match_indices(words).map(|(byte, _)| source.at(byte));
            places.for_each(|at| log.error(at, message(words)));
        }
        for line in &established.lines {
            let places = occurrences(&text(line), words).into_iter().map(|span| usize::from(span.start));
            places.filter_map(|n| line.get(n)).for_each(|glyph| log.error(glyph.at, message(words)));
        }
    }
}

fn message(words: &str) -> String {
    format!("`{words}` comes from an unrelated article")
}

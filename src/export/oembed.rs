//! What a page says of itself to systems that embed links: one oEmbed 1.0 answer for each view and each sentence. Static
//! files, so that no server has to make them. Sizes are numbers, because consumers break on anything else.

use minsheng_document::{Clause, Document};
use serde_json::{Value, json};

use crate::{html, joined::joined, route::View, tree::el, words};

/// CSS pixels. Consumers may take less; the embed scrolls then.
const WIDTH: u16 = 680;
const HEIGHT: u16 = 640;
const SENTENCE_HEIGHT: u16 = 320;
/// Seconds: the text does not change, the explorer around it may.
const CACHE_AGE: u32 = 86400;

/// File name and answer for everything that can be embedded. `site` is the URL of the site's folder, with its last `/`.
pub fn answers(document: &Document, site: &str) -> Vec<(String, Value)> {
    let views = View::EVERYWHERE.iter().filter(|view| !view.is_late()).map(|view| {
        let (route, name) = (joined(&["#/", view.id()]), words::view(*view, Default::default()));
        let title = joined(&[&document.title, " · ", name]);
        (joined(&[view.id(), ".json"]), answer(site, &route, &title, HEIGHT))
    });
    let sentences = document.clauses.iter().map(|clause| {
        let id = clause.id.to_string();
        let answer = answer(site, &joined(&["#/read/", &id]), &title(document, clause), SENTENCE_HEIGHT);
        (joined(&["read-", &id, ".json"]), answer)
    });
    views.chain(sentences).collect()
}

fn title(document: &Document, clause: &Clause) -> String {
    let measure = clause.measure.and_then(|id| document.measure(id)).map_or("", |measure| &measure.num);
    joined(&[&document.title, measure, &words::ordinal(clause.n, Default::default())])
}

fn answer(site: &str, route: &str, title: &str, height: u16) -> Value {
    let frame = el("iframe[loading=lazy]")
        .attr("src", joined(&[site, "embed/embed.html", route]))
        .attr("title", title)
        .attr("width", WIDTH.to_string())
        .attr("height", height.to_string());
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": words::words(Default::default()).brand,
        "provider_url": site,
        "url": joined(&[site, route]),
        "html": html::print(&frame),
        "width": WIDTH,
        "height": height,
        "cache_age": CACHE_AGE,
    })
}

#[cfg(test)]
mod tests {
    use super::answers;
    use crate::page::Explorer;

    #[test]
    fn every_view_and_sentence_has_an_answer_that_consumers_can_read() {
        let explorer = Explorer::new();
        let answers = answers(explorer.document(), "https://news.example/opinion/");
        assert_eq!(answers.len(), 3 + 77);
        for (name, answer) in &answers {
            assert!(answer["version"] == "1.0" && answer["type"] == "rich", "{name}");
            assert!(answer["width"].is_u64() && answer["height"].is_u64(), "{name}");
            let html = answer["html"].as_str().expect("html");
            assert!(html.starts_with("<iframe ") && html.ends_with("></iframe>"), "{name}: {html}");
        }
        let (_, one) = answers.iter().find(|(name, _)| name == "read-m7s4.json").expect("a sentence's answer");
        assert_eq!(one["url"], "https://news.example/opinion/#/read/m7s4");
        assert!(
            one["html"]
                .as_str()
                .expect("html")
                .contains("src=\"https://news.example/opinion/embed/embed.html#/read/m7s4\"")
        );
    }
}

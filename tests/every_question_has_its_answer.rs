//! Routes and what they give, one fixture a question: `tests/search/<what it shows>.toml`.

use std::{fs, path::Path};

use minsheng::{page::Explorer, route::Route, search::search};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    route: String,
    canonical: Option<String>,
    clauses: Option<Vec<String>>,
    #[serde(default)]
    notices: Vec<String>,
}

fn check(explorer: &Explorer, name: &str, question: &Question) {
    let document = explorer.document();
    let (route, notices) = Route::parse(&question.route, document);
    let canonical = question.canonical.as_ref().unwrap_or(&question.route);
    assert_eq!(&route.print(&document.vocabulary), canonical, "{name}");
    assert_eq!(
        notices.iter().map(|notice| &notice.part).collect::<Vec<_>>(),
        question.notices.iter().collect::<Vec<_>>(),
        "{name}"
    );
    if let Some(expected) = &question.clauses {
        let hits = search(explorer.index(), document, &route.filter);
        let found: Vec<String> = hits.clauses.iter().map(|n| document.clauses[n].id.to_string()).collect();
        assert_eq!(&found, expected, "{name}");
    }
}

#[test]
fn every_fixture_holds() {
    let explorer = Explorer::whole();
    let mut files: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/search"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 10);
    for path in files {
        let question: Question = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        check(&explorer, &path.file_stem().unwrap().to_string_lossy(), &question);
    }
}

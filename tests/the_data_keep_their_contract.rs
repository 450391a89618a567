//! `opinion.json` against its schema, and the ids nobody may change any more.

use minsheng::{export::contract::opinion, page::Explorer};

fn data() -> serde_json::Value {
    serde_json::to_value(opinion(Explorer::whole().document())).unwrap()
}

#[test]
fn the_data_are_valid_against_the_schema_they_ship_with() {
    let schema: serde_json::Value = serde_json::from_str(include_str!("../src/export/opinion.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let data = data();
    let errors: Vec<String> =
        validator.iter_errors(&data).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let mut broken = data;
    broken["clauses"][0]["id"] = "m99s1".into();
    assert!(!validator.is_valid(&broken), "the schema refuses what is wrong");
}

#[test]
fn published_ids_are_frozen() {
    let ids: Vec<String> =
        data()["clauses"].as_array().unwrap().iter().map(|clause| clause["id"].as_str().unwrap().to_owned()).collect();
    let golden: Vec<&str> = include_str!("golden/ids.txt").lines().collect();
    assert_eq!(ids, golden);
}

#[test]
fn every_evidence_is_the_words_it_points_to() {
    let data = data();
    let mut checked = 0;
    for clause in data["clauses"].as_array().unwrap() {
        let text: Vec<u16> = clause["text"].as_str().unwrap().encode_utf16().collect();
        for list in ["domains", "groups", "wording", "targets"] {
            for evidence in clause[list].as_array().unwrap().iter().flat_map(|tag| tag["evidence"].as_array().unwrap())
            {
                let (start, end) =
                    (evidence["start"].as_u64().unwrap() as usize, evidence["end"].as_u64().unwrap() as usize);
                assert_eq!(
                    String::from_utf16(&text[start..end]).unwrap(),
                    evidence["text"].as_str().unwrap(),
                    "{}",
                    clause["id"]
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 300, "{checked} evidences");
}

#[test]
fn what_is_beside_the_text_points_into_it() {
    let data = data();
    let named = |list: &str, key: &str| -> Vec<serde_json::Value> {
        data[list].as_array().unwrap().iter().map(|item| item[key].clone()).collect()
    };
    let nodes = [named("chapters", "id"), named("measures", "id"), named("clauses", "id")].concat();
    let sources = named("sources", "siglum");
    for (list, key) in [("commentary", "at"), ("absent", "near")] {
        assert!(data[list].as_array().unwrap().len() > 35, "{list}");
        for id in named(list, key).iter().flat_map(|ids| ids.as_array().unwrap()) {
            assert!(nodes.contains(id), "{list} {id}");
        }
    }
    assert!(named("commentary", "source").iter().all(|source| sources.contains(source)));
}

//! The page as assistive technology is told of it: Chromium's accessibility tree as indented lines, `role "name" [states]`.
//! What only groups for the eye is left out, and of a long row of the same only two are told.

use crate::page::Page;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::HashMap;

/// What has no meaning of its own: its contents stand in its place.
const SEE_THROUGH: [&str; 8] = ["generic", "none", "paragraph", "strong", "emphasis", "mark", "Abbr", "RootWebArea"];
/// What comes in long rows.
const MANY: [&str; 6] = ["listitem", "row", "checkbox", "cell", "gridcell", "columnheader"];
const TOLD: usize = 2;
const STATES: [&str; 7] = ["checked", "disabled", "expanded", "pressed", "selected", "focused", "live"];
/// Characters of a name: enough to know it by.
const SHOWN: usize = 56;

/// Something that is read out.
struct Item {
    role: String,
    line: String,
    children: Vec<Item>,
}

struct Tree {
    nodes: HashMap<String, Value>,
    /// `aria-current` by the browser's number for an element; the tree does not tell it.
    current: HashMap<u64, String>,
}

impl Page {
    /// The accessibility tree of the document as it is. Chromium only.
    pub fn aria(&self) -> Result<String> {
        self.devtools("Accessibility.enable", json!({}))?;
        let answer = self.devtools("Accessibility.getFullAXTree", json!({}))?;
        let document = self.devtools("DOM.getDocument", json!({ "depth": -1 }))?;
        let nodes = answer["nodes"].as_array().context("no accessibility tree")?;
        let root = nodes.first().context("an empty accessibility tree")?.clone();
        let by_id = |node: &Value| Some((node["nodeId"].as_str()?.to_owned(), node.clone()));
        let mut tree = Tree { nodes: nodes.iter().filter_map(by_id).collect(), current: HashMap::new() };
        tree.note_current(&document["root"]);
        self.devtools("Accessibility.disable", json!({}))?;
        let mut out = String::new();
        print(&joined(tree.items(&root)), 0, &mut out);
        Ok(out)
    }
}

impl Tree {
    fn note_current(&mut self, node: &Value) {
        let attributes = node["attributes"].as_array().map(Vec::as_slice).unwrap_or_default();
        let current = attributes.chunks(2).find(|pair| pair[0] == "aria-current").and_then(|pair| pair[1].as_str());
        if let (Some(current), Some(id)) = (current, node["backendNodeId"].as_u64()) {
            self.current.insert(id, current.to_owned());
        }
        node["children"].as_array().into_iter().flatten().for_each(|child| self.note_current(child));
    }

    /// What a node is read out as; what it holds, where it says nothing itself.
    fn items(&self, node: &Value) -> Vec<Item> {
        let role = node["role"]["value"].as_str().unwrap_or("none");
        let name = node["name"]["value"].as_str().unwrap_or_default();
        if role == "InlineTextBox" || role == "ListMarker" || role == "LineBreak" {
            return Vec::new();
        }
        if role == "StaticText" {
            return vec![Item { role: "text".to_owned(), line: name.to_owned(), children: Vec::new() }];
        }
        let ids = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let children = ids.filter_map(|id| self.nodes.get(id)).flat_map(|child| self.items(child));
        let children: Vec<Item> = children.collect();
        if node["ignored"] == true || SEE_THROUGH.contains(&role) {
            return children;
        }
        let said = if role == "LabelText" { None } else { Some(bare(name)) };
        // What its name says already, or that of the control it labels, is not told again.
        let is_new =
            |item: &Item| item.role != "text" || said.as_ref().is_some_and(|said| !said.contains(&bare(&item.line)));
        let children = joined(children).into_iter().filter(is_new).collect();
        if role == "LabelText" {
            return children;
        }
        let line = self.line(node, role, name);
        vec![Item { role: role.to_owned(), line, children }]
    }

    fn line(&self, node: &Value, role: &str, name: &str) -> String {
        let properties = node["properties"].as_array().map(Vec::as_slice).unwrap_or_default();
        let property = |name: &str| {
            let found = properties.iter().find(|property| property["name"] == name)?;
            let value = &found["value"]["value"];
            Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        };
        let mut line = role.to_owned();
        line.extend(property("level").map(|level| format!(" {level}")));
        if !name.is_empty() {
            line.push_str(&format!(" “{}”", short(name)));
        }
        line.extend(
            node["value"]["value"].as_str().filter(|value| !value.is_empty()).map(|value| format!(" = “{value}”")),
        );
        for state in STATES {
            match property(state).as_deref() {
                None | Some("false") if !matches!(state, "expanded" | "pressed") => {}
                None => {}
                Some("true") => line.push_str(&format!(" [{state}]")),
                Some(value) => line.push_str(&format!(" [{state}: {value}]")),
            }
        }
        let current = node["backendDOMNodeId"].as_u64().and_then(|id| self.current.get(&id));
        line.extend(current.map(|current| format!(" [current: {current}]")));
        line
    }
}

fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// Without the spaces that lines and blocks make.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Texts beside each other are read out as one.
fn joined(items: Vec<Item>) -> Vec<Item> {
    items.into_iter().fold(Vec::new(), |mut all: Vec<Item>, item| {
        match all.last_mut() {
            Some(last) if last.role == "text" && item.role == "text" => last.line.push_str(&item.line),
            _ => all.push(item),
        }
        all
    })
}

fn print(items: &[Item], depth: usize, out: &mut String) {
    let mut told: HashMap<&str, usize> = HashMap::new();
    for item in items.iter().filter(|item| item.role != "text" || !item.line.trim().is_empty()) {
        let count = told.entry(&item.role).or_default();
        *count += 1;
        if MANY.contains(&item.role.as_str()) && *count > TOLD {
            continue;
        }
        let line = if item.role == "text" { format!("“{}”", short(&item.line)) } else { item.line.clone() };
        out.push_str(&format!("{}{line}\n", "  ".repeat(depth)));
        print(&item.children, depth + 1, out);
    }
    for role in MANY {
        let more = told.get(role).map_or(0, |count| count.saturating_sub(TOLD));
        if more > 0 {
            out.push_str(&format!("{}… {more} more: {role}\n", "  ".repeat(depth)));
        }
    }
}

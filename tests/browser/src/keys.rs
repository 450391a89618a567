//! A reader's keyboard: real key presses, as the browser gets them from the system.

use crate::session::Session;
use anyhow::Result;
use serde_json::{Value, json};

/// A key to press.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Key {
    /// A key that writes this character.
    Character(char),
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Enter.
    Enter,
    /// The space bar.
    Space,
    /// Escape.
    Escape,
    /// The down arrow.
    Down,
    /// The up arrow.
    Up,
}

/// Shift, in WebDriver's private code points.
const SHIFT: char = '\u{e008}';

impl Key {
    fn code(self) -> char {
        match self {
            Key::Character(character) => character,
            Key::Tab | Key::BackTab => '\u{e004}',
            Key::Enter => '\u{e007}',
            Key::Space => ' ',
            Key::Escape => '\u{e00c}',
            Key::Down => '\u{e015}',
            Key::Up => '\u{e013}',
        }
    }

    fn strokes(self) -> Vec<Value> {
        let stroke = |kind: &str, code: char| json!({ "type": kind, "value": code });
        let press = [stroke("keyDown", self.code()), stroke("keyUp", self.code())];
        if self != Key::BackTab {
            return press.to_vec();
        }
        [&[stroke("keyDown", SHIFT)], press.as_slice(), &[stroke("keyUp", SHIFT)]].concat()
    }
}

impl Session {
    /// Presses keys one after another.
    pub fn press(&self, keys: &[Key]) -> Result<()> {
        let strokes = keys.iter().flat_map(|key| key.strokes()).collect::<Vec<_>>();
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] });
        self.command("actions", &actions).map(drop)
    }

    /// Types a text of characters that keys write.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.press(&text.chars().map(Key::Character).collect::<Vec<_>>())
    }
}

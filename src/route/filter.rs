//! What is asked: facet values and words. The part of a route that search answers.

use minsheng_document::ValueId;

/// A selection of clauses: facet values and words.
#[derive(Clone, Debug, Default, Eq)]
pub struct Filter {
    pub(super) selected: Vec<Selection>,
    pub(super) q: String,
    /// Whether who asks reads English. It is the route's language, and printed as that.
    pub(super) english: bool,
}

/// A facet value that must, or must not, be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Selection {
    /// The value.
    pub value: ValueId,
    /// Whether clauses with it are left out.
    pub excluded: bool,
}

/// Who asks makes no other question.
impl PartialEq for Filter {
    fn eq(&self, other: &Filter) -> bool {
        self.selected == other.selected && self.q == other.q
    }
}

impl Filter {
    /// No value selected and nothing searched.
    pub fn is_empty(&self) -> bool {
        self.selected.is_empty() && self.q.is_empty()
    }

    /// Selected values, in vocabulary order.
    pub fn selected(&self) -> &[Selection] {
        &self.selected
    }

    /// The text searched, trimmed.
    pub fn q(&self) -> &str {
        &self.q
    }

    /// Whether words may be the translation's.
    pub fn is_english(&self) -> bool {
        self.english
    }

    /// How many conditions: selected values, and the words searched as one.
    pub fn conditions(&self) -> usize {
        self.selected.len() + usize::from(!self.q.is_empty())
    }

    /// How the value is selected, if it is: `Some(true)` where excluded.
    pub fn state(&self, value: ValueId) -> Option<bool> {
        self.selected.iter().find(|selection| selection.value == value).map(|selection| selection.excluded)
    }

    /// With the value selected or excluded.
    #[must_use]
    pub fn with(mut self, value: ValueId, excluded: bool) -> Self {
        let place = self.selected.partition_point(|selection| selection.value < value);
        match self.selected.get_mut(place) {
            Some(selection) if selection.value == value => selection.excluded = excluded,
            _ => self.selected.insert(place, Selection { value, excluded }),
        }
        self
    }

    /// Without the value.
    #[must_use]
    pub fn without(mut self, value: ValueId) -> Self {
        self.selected.retain(|selection| selection.value != value);
        self
    }

    /// With this text searched.
    #[must_use]
    pub fn searching(mut self, text: &str) -> Self {
        self.q = text.trim().into();
        self
    }
}

use crate::Label;

/// Number of a facet in [`Vocabulary::facets`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FacetId(pub u8);

/// Number of a value in [`Vocabulary::values`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId(pub u8);

/// The closed lists a clause is tagged from, in the order they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// `principle`, `domain`, `group`, `target`, `wording`, `concern`.
    pub facets: Vec<Facet>,
    /// Values of all facets, facet by facet.
    pub values: Vec<FacetValue>,
    /// Several values of one facet behind one click: `old-and-young`.
    pub bundles: Vec<Bundle>,
}

/// A way to divide the Opinion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// `domain`.
    pub id: String,
    /// 「领域」.
    pub label: Label,
    /// What a value of it says about a sentence.
    pub definition: Label,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Unique within its facet: `elderly-care`.
    pub id: String,
    /// The facet it belongs to.
    pub facet: FacetId,
    /// 「养老」.
    pub label: Label,
    /// What it covers.
    pub definition: Label,
    /// For wording: what it means for a reader, in plain words: 「鼓励，不是必须」. Empty elsewhere.
    pub plain: Label,
    /// Given to every sentence that has no other value of the facet (`directive`, `unspecified`, `unmapped`).
    pub otherwise: bool,
}

/// Several values of one facet that are selected together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// `old-and-young`.
    pub id: String,
    /// 「一老一小」.
    pub label: Label,
    /// The facet.
    pub facet: FacetId,
    /// Its values, in order.
    pub values: Vec<ValueId>,
}

impl Vocabulary {
    /// The facet with this id.
    pub fn facet(&self, id: &str) -> Option<FacetId> {
        self.facets.iter().position(|facet| facet.id == id).and_then(|n| u8::try_from(n).ok()).map(FacetId)
    }

    /// The facets with their numbers, in order.
    pub fn facets(&self) -> Vec<(FacetId, &Facet)> {
        self.facets.iter().zip(0..).map(|(facet, n)| (FacetId(n), facet)).collect()
    }

    /// The values of a facet with their numbers, in order. A list, so that the many places that go through it share one
    /// loop over the vocabulary.
    #[inline(never)]
    pub fn values_of(&self, facet: FacetId) -> Vec<(ValueId, &FacetValue)> {
        let values = self.values.iter().zip(0..).map(|(value, n)| (ValueId(n), value));
        values.filter(|(_, value)| value.facet == facet).collect()
    }

    /// The values of the facet with this id.
    #[inline(never)]
    pub fn values_in(&self, facet: &str) -> Vec<(ValueId, &FacetValue)> {
        self.facet(facet).map(|facet| self.values_of(facet)).unwrap_or_default()
    }

    /// The value of this facet with this id.
    pub fn value(&self, facet: FacetId, id: &str) -> Option<ValueId> {
        self.values_of(facet).into_iter().find(|(_, value)| value.id == id).map(|(n, _)| n)
    }

    /// What an id of this facet chooses: one value, or a bundle's; none where there is no such id.
    #[inline(never)]
    pub fn chosen(&self, facet: FacetId, id: &str) -> Vec<ValueId> {
        let bundle = self.bundles.iter().find(|bundle| bundle.facet == facet && bundle.id == id);
        bundle.map_or_else(|| self.value(facet, id).into_iter().collect(), |bundle| bundle.values.clone())
    }

    /// A value by its number.
    pub fn get(&self, value: ValueId) -> Option<&FacetValue> {
        self.values.get(usize::from(value.0))
    }
}

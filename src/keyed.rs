//! Which child of the old list lives on as which child of the new one, and which of those must move. Takes two lists of
//! children, gives one step per new child; what no step names is gone. Knows no browser: `dom` carries the steps out.

use crate::tree::Node;

/// Where a new child comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The old child with this number, where it is.
    Keep(usize),
    /// The old child with this number, from another place.
    Move(usize),
    /// There was no such child.
    Create,
}

/// What makes a child the same child in both lists: tag and key; without a key, how many of that tag came before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Identity<'t> {
    tag: &'static str,
    key: Option<&'t str>,
    nth: usize,
    /// The text behind this element (or, where the tag is empty, at the start): text goes where its element goes.
    text: bool,
}

/// One step per new child. A child stays if it came after all that stay before it: a moved node loses focus, scroll and
/// selection, so a list that only gains and loses children moves none.
pub fn plan(old: &[Node], new: &[Node]) -> Vec<Step> {
    let mut last = None;
    let step = |origin: Option<usize>| match origin {
        Some(n) if last < origin => {
            last = origin;
            Step::Keep(n)
        }
        Some(n) => Step::Move(n),
        None => Step::Create,
    };
    origins(&identities(old), &identities(new)).into_iter().map(step).collect()
}

fn identities(children: &[Node]) -> Vec<Identity<'_>> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    let mut last = Identity::default();
    let mut list = Vec::with_capacity(children.len());
    for child in children {
        let text = match child {
            Node::Text(_) => true,
            Node::Element(element) => {
                let key = element.key.as_deref();
                let nth = if key.is_none() { count(&mut counts, element.tag) } else { 0 };
                last = Identity { tag: element.tag, key, nth, text: false };
                false
            }
        };
        list.push(Identity { text, ..last });
    }
    list
}

/// How often the tag was counted before.
fn count(counts: &mut Vec<(&'static str, usize)>, tag: &'static str) -> usize {
    match counts.iter_mut().find(|(counted, _)| *counted == tag) {
        Some((_, n)) => {
            *n += 1;
            *n
        }
        None => {
            counts.push((tag, 0));
            0
        }
    }
}

/// The old number of each new identity, each at most once. Looks first behind the last one found: lists in the same
/// order take one pass.
fn origins(old: &[Identity], new: &[Identity]) -> Vec<Option<usize>> {
    let mut free: Vec<Option<Identity>> = old.iter().copied().map(Some).collect();
    let mut next = 0;
    let origin = |wanted: &Identity| {
        let found = (next..free.len()).chain(0..next).find(|n| free.get(*n) == Some(&Some(*wanted)))?;
        free.get_mut(found)?.take();
        next = found + 1;
        Some(found)
    };
    new.iter().map(origin).collect()
}

#[cfg(test)]
mod tests {
    use super::{Step, plan};
    use crate::tree::{Node, el};
    use proptest::prelude::*;

    fn list(keys: &[u8]) -> Vec<Node> {
        keys.iter().map(|key| Node::Element(el("li").key(&key.to_string()))).collect()
    }

    fn mixed(parts: &[&'static str]) -> Vec<Node> {
        let node = |part: &&'static str| match part.split_once('#') {
            Some((tag, "")) => Node::Element(el(tag)),
            Some((tag, key)) => Node::Element(el(tag).key(key)),
            None => Node::Text((*part).into()),
        };
        parts.iter().map(node).collect()
    }

    fn distinct() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::hash_set(0..20u8, 0..16).prop_map(|keys| keys.into_iter().collect()).prop_shuffle()
    }

    proptest! {
        #[test]
        fn every_child_of_the_new_list_is_there_once_and_only_what_is_out_of_order_moves(old in distinct(), new in distinct()) {
            let steps = plan(&list(&old), &list(&new));
            prop_assert_eq!(steps.len(), new.len());
            let mut last = None;
            for (step, key) in steps.iter().zip(&new) {
                match step {
                    Step::Create => prop_assert!(!old.contains(key)),
                    Step::Keep(n) | Step::Move(n) => prop_assert_eq!(&old[*n], key),
                }
                match step {
                    Step::Keep(n) => {
                        prop_assert!(last < Some(*n));
                        last = Some(*n);
                    }
                    Step::Move(n) => prop_assert!(last > Some(*n), "what is in order stays"),
                    Step::Create => {}
                }
            }
        }

        #[test]
        fn a_list_in_the_same_order_moves_nothing(keys in distinct(), gone in any::<u32>(), added in any::<u32>()) {
            let within = |bits: u32| -> Vec<u8> {
                keys.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 0).map(|(_, key)| *key).collect()
            };
            let steps = plan(&list(&within(gone)), &list(&within(added)));
            prop_assert!(!steps.iter().any(|step| matches!(step, Step::Move(_))));
        }
    }

    #[test]
    fn without_keys_a_child_is_the_nth_of_its_tag() {
        let steps = plan(&mixed(&["b#", "共", "p#"]), &mixed(&["h2#", "b#", "共", "p#", "b#"]));
        assert_eq!(steps, [Step::Create, Step::Keep(0), Step::Keep(1), Step::Keep(2), Step::Create]);
    }

    #[test]
    fn where_a_keyed_child_goes_its_text_goes_too_and_the_others_stay() {
        let steps = plan(&mixed(&["关于", "a#x", "、", "a#y", "句"]), &mixed(&["关于", "a#y", "句", "b#x"]));
        assert_eq!(steps, [Step::Keep(0), Step::Keep(3), Step::Keep(4), Step::Create]);
    }

    #[test]
    fn a_key_that_occurs_twice_is_found_as_often_as_it_was_there() {
        assert_eq!(plan(&list(&[1, 1]), &list(&[1, 1, 1])), [Step::Keep(0), Step::Keep(1), Step::Create]);
    }
}

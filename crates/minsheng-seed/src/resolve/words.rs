//! Declared words found in the text: exactly once, or the occurrence the seeds name.

use minsheng_document::{Eid, Span};

use crate::{diagnostic::Log, parse::evidence::Evidence, text::occurrence::occurrences};

/// The span of the declared words in a node's text.
pub fn find(text: &str, id: Eid, evidence: &Evidence<'_>, log: &mut Log) -> Option<Span> {
    let words = &evidence.words.value;
    let spans = occurrences(text, words);
    match (&evidence.occurrence, &spans[..]) {
        (_, []) => log.error(evidence.words.at, format!("`{words}` does not occur in {id}")),
        (None, [span]) => return Some(*span),
        (None, _) => {
            let message =
                format!("`{words}` occurs {} times in {id}: the entry must say which occurrence", spans.len());
            log.error(evidence.words.at, message);
        }
        (Some(n), _) => {
            let span = usize::try_from(n.value).ok().and_then(|n| spans.get(n.checked_sub(1)?));
            if span.is_none() {
                let message =
                    format!("`{words}` occurs {} times in {id}: there is no occurrence {}", spans.len(), n.value);
                log.error(n.at, message);
            }
            return span.copied();
        }
    }
    None
}

//! The critical apparatus: emendations and doubtful readings as spans of the established text, and the witnesses.

use minsheng_document::{Document, Span, Unconfirmed, Variant, Witness};

use super::{clause, unique, words};
use crate::{
    diagnostic::Log,
    parse::apparatus::{Attestation, Doubt, Emendation},
    source::Text,
    text::{Established, sentence::Sentence},
};

/// The witnesses, in order.
pub fn witnesses(declared: &[Attestation<'_>], log: &mut Log) -> Vec<Witness> {
    for (n, attestation) in declared.iter().enumerate() {
        let siglum = &attestation.witness.siglum;
        if declared.iter().take(n).any(|other| other.witness.siglum == *siglum) {
            log.error(attestation.at, format!("duplicate witness `{siglum}`"));
        }
    }
    declared.iter().map(|attestation| attestation.witness.clone()).collect()
}

/// The emendations in the order of the text.
pub fn variants(
    document: &Document,
    declared: &[Emendation<'_>],
    established: &Established<'_>,
    log: &mut Log,
) -> Vec<Variant> {
    unique("emendation", declared.iter().map(|emendation| &emendation.id), log);
    let mut variants: Vec<(usize, Variant)> = Vec::new();
    for (n, emendation) in declared.iter().enumerate() {
        check_terms(document, emendation, log);
        variants.extend(variant(n, emendation, established, log));
    }
    variants.sort_by_key(|(place, variant)| (*place, variant.span));
    variants.into_iter().map(|(_, variant)| variant).collect()
}

/// The doubtful readings, as declared.
pub fn unconfirmed(document: &Document, declared: &[Doubt<'_>], log: &mut Log) -> Vec<Unconfirmed> {
    unique("unconfirmed", declared.iter().map(|doubt| &doubt.id), log);
    let doubt = |doubt: &Doubt<'_>| {
        let clause = clause(document, &doubt.clause, log)?;
        let span = words::find(&clause.text, clause.id, &doubt.evidence, log)?;
        Some(Unconfirmed { id: doubt.id.value.clone(), clause: clause.id, span, note: doubt.note.clone() })
    };
    declared.iter().filter_map(doubt).collect()
}

fn check_terms(document: &Document, emendation: &Emendation<'_>, log: &mut Log) {
    let known = |siglum: &Text<'_>| document.witnesses.iter().any(|witness| witness.siglum == siglum.value);
    for siglum in emendation.witnesses.iter().filter(|siglum| !known(siglum)) {
        log.error(siglum.at, format!("unknown witness `{}`", siglum.value));
    }
    let confidence = &emendation.confidence;
    if !["certain", "high"].contains(&confidence.value.as_str()) {
        log.error(confidence.at, format!("unknown confidence `{}`; expected certain or high", confidence.value));
    }
}

/// The emendation where its characters ended up, with the place of the clause in the text.
fn variant(
    n: usize,
    emendation: &Emendation<'_>,
    established: &Established<'_>,
    log: &mut Log,
) -> Option<(usize, Variant)> {
    let spans = established.sentences.iter().enumerate();
    let spans: Vec<_> = spans.filter_map(|(place, sentence)| Some((place, sentence, emended(sentence, n)?))).collect();
    let (place, sentence, span) = match spans[..] {
        [only] => only,
        [] => return None,
        _ => {
            log.error(
                emendation.established.at,
                format!("emendation {} reaches into two sentences", emendation.id.value),
            );
            return None;
        }
    };
    let clause = sentence.clause.id;
    if clause.to_string() != emendation.clause.value {
        log.error(emendation.clause.at, format!("emendation {} falls in {clause}", emendation.id.value));
    }
    let variant = Variant {
        id: emendation.id.value.clone(),
        clause,
        span,
        printed: emendation.printed.value.clone(),
        established: emendation.established.value.clone(),
        witnesses: emendation.witnesses.iter().map(|siglum| siglum.value.clone()).collect(),
        confidence: emendation.confidence.value.clone(),
        reason: emendation.reason.clone(),
    };
    Some((place, variant))
}

/// The characters of a sentence that come from the emendation.
fn emended(sentence: &Sentence<'_>, n: usize) -> Option<Span> {
    let is = |glyph: &crate::text::line::Glyph<'_>| glyph.emendation == Some(n);
    let start = sentence.glyphs.iter().position(is)?;
    let end = sentence.glyphs.iter().rposition(is)? + 1;
    Some(Span { start: u16::try_from(start).ok()?, end: u16::try_from(end).ok()? })
}

//! Emendations applied to running text, before it is split into sentences: an emendation may join two.

use minsheng_document::Eid;

use super::{
    line::{Glyph, text},
    occurrence::occurrences,
    outline::Body,
};
use crate::{diagnostic::Log, parse::apparatus::Emendation};

/// Applies every emendation to the body its clause belongs to.
pub fn emend<'s>(bodies: &mut [Body<'s>], emendations: &[Emendation<'s>], log: &mut Log) {
    for (n, emendation) in emendations.iter().enumerate() {
        let body = emendation.clause.value.parse().ok().and_then(|id| home(bodies, id));
        match body {
            Some(body) => apply(body, n, emendation, log),
            None => log.error(emendation.clause.at, format!("unknown clause `{}`", emendation.clause.value)),
        }
    }
}

/// The body that holds, or will hold, the clause.
fn home<'b, 's>(bodies: &'b mut [Body<'s>], clause: Eid) -> Option<&'b mut Body<'s>> {
    bodies.iter_mut().find(|body| match clause {
        Eid::Sentence(measure, _) => body.id == Eid::Measure(measure),
        Eid::Safeguard(_) => matches!(body.id, Eid::Chapter(_)),
        _ => body.id == clause,
    })
}

fn apply<'s>(body: &mut Body<'s>, n: usize, emendation: &Emendation<'s>, log: &mut Log) {
    let (printed, established) = (&emendation.printed.value, &emendation.established.value);
    if printed == established {
        return log.error(emendation.established.at, format!("emendation {} changes nothing", emendation.id.value));
    }
    let places = occurrences(&text(&body.glyphs), printed);
    match places[..] {
        [span] => {
            let range = usize::from(span.start)..usize::from(span.end);
            let at = body.glyphs[range.start].at;
            let glyph = |c| Glyph { c, at, emendation: Some(n) };
            body.glyphs.splice(range, established.chars().map(glyph));
        }
        [] => log.error(emendation.printed.at, format!("`{printed}` does not occur in {}", body.id)),
        _ => log.error(emendation.printed.at, format!("`{printed}` occurs {} times in {}", places.len(), body.id)),
    }
}

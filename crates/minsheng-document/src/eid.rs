use std::{fmt, str::FromStr};

use crate::Span;

/// The frozen id of a node: `p`, `c3`, `m5`, `m5s3`, `g7`. Numbers start at 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Eid {
    /// `p`: the preamble.
    Preamble,
    /// `c3`: chapter 3.
    Chapter(u8),
    /// `m5`: measure 5.
    Measure(u8),
    /// `m5s3`: sentence 3 of measure 5.
    Sentence(u8, u8),
    /// `g7`: safeguard 7.
    Safeguard(u8),
}

/// A node, or words inside one: `m5s3`, `m5s3:4-12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The node.
    pub id: Eid,
    /// The words, half-open; the whole node where none.
    pub span: Option<Span>,
}

impl fmt::Display for Eid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Eid::Preamble => f.write_str("p"),
            Eid::Chapter(n) => write!(f, "c{n}"),
            Eid::Measure(n) => write!(f, "m{n}"),
            Eid::Sentence(m, n) => write!(f, "m{m}s{n}"),
            Eid::Safeguard(n) => write!(f, "g{n}"),
        }
    }
}

/// A string that is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnEid;

impl FromStr for Eid {
    type Err = NotAnEid;

    fn from_str(s: &str) -> Result<Self, NotAnEid> {
        let number = |s: &str| -> Result<u8, NotAnEid> {
            let plain = !s.is_empty() && !s.starts_with('0') && s.bytes().all(|b| b.is_ascii_digit());
            if plain { s.parse().map_err(|_| NotAnEid) } else { Err(NotAnEid) }
        };
        match s.split_at_checked(1).ok_or(NotAnEid)? {
            ("p", "") => Ok(Eid::Preamble),
            ("c", rest) => number(rest).map(Eid::Chapter),
            ("g", rest) => number(rest).map(Eid::Safeguard),
            ("m", rest) => match rest.split_once('s') {
                Some((measure, sentence)) => Ok(Eid::Sentence(number(measure)?, number(sentence)?)),
                None => number(rest).map(Eid::Measure),
            },
            _ => Err(NotAnEid),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)?;
        self.span.map_or(Ok(()), |span| write!(f, ":{}-{}", span.start, span.end))
    }
}

impl FromStr for Place {
    type Err = NotAnEid;

    fn from_str(s: &str) -> Result<Self, NotAnEid> {
        let (id, range) = s.split_once(':').map_or((s, None), |(id, range)| (id, Some(range)));
        let number = |s: &str| -> Result<u16, NotAnEid> {
            let canonical = s == "0" || (!s.starts_with('0') && s.bytes().all(|b| b.is_ascii_digit()));
            if canonical { s.parse().map_err(|_| NotAnEid) } else { Err(NotAnEid) }
        };
        let span = range.map(|range| {
            let (start, end) = range.split_once('-').ok_or(NotAnEid)?;
            let span = Span { start: number(start)?, end: number(end)? };
            if span.is_empty() { Err(NotAnEid) } else { Ok(span) }
        });
        Ok(Place { id: id.parse()?, span: span.transpose()? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Eid, Place};

    #[test]
    fn every_id_reads_back_as_printed() {
        for id in ["p", "c5", "m10", "m5s3", "m10s11", "g7"] {
            assert_eq!(id.parse::<Eid>().map(|eid| eid.to_string()), Ok(id.to_string()));
        }
        for place in ["m5s3:4-12", "g1:0-1", "p"] {
            assert_eq!(place.parse::<Place>().map(|place| place.to_string()), Ok(place.to_string()));
        }
    }

    #[test]
    fn other_strings_are_no_ids() {
        for not in ["", "m", "m0", "m05", "m5s", "m5s+3", "x1", "p1", "m5s3s4", "m999", "章"] {
            assert!(not.parse::<Eid>().is_err(), "{not}");
        }
        for not in ["m5s3:", "m5s3:4", "m5s3:4-4", "m5s3:9-4", "m5s3:04-9", "m5s3:-1-9", "m5s3:1-99999"] {
            assert!(not.parse::<Place>().is_err(), "{not}");
        }
    }
}

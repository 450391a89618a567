//! x
use crate::index::Index;
use minsheng_document::Document;
/// x
pub struct Candidate {
    /// x
    pub text: String,
    /// x
    pub clauses: usize,
}
/// x
pub fn candidates(_d: &Document, _i: &Index, _t: &str, _m: usize) -> Vec<Candidate> {
    Vec::new()
}

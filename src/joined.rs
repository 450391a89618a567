//! Text put together from parts, in one small loop each; what the standard library unrolls for speed is a kilobyte.

/// The parts one after the other.
#[inline(never)]
pub fn joined(parts: &[&str]) -> String {
    listed(parts, "")
}

/// The parts with this between them.
#[inline(never)]
pub fn listed(parts: &[impl AsRef<str>], between: &str) -> String {
    let mut text = String::new();
    for (n, part) in parts.iter().enumerate() {
        text.push_str(if n > 0 { between } else { "" });
        text.push_str(part.as_ref());
    }
    text
}

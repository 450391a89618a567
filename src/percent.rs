//! Percent-encoding of route parts (RFC 3986, UTF-8). Decoding never fails: what is not an escape stands for itself.

/// Everything but unreserved ASCII is escaped.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(|digit| char::from(hex(digit))));
            }
        }
    }
    out
}

/// Escapes are bytes of UTF-8; text whose escapes are not stands for itself.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(digit(*high) << 4 | digit(*low));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> u8 {
    if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }
}

fn digit(hex: u8) -> u8 {
    match hex {
        b'0'..=b'9' => hex - b'0',
        _ => (hex | 32).wrapping_sub(b'a') + 10,
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn text_survives_and_broken_escapes_stand_for_themselves() {
        for text in ["床位", "a b&c=d,e%", "100%", "😀\u{0}~"] {
            assert_eq!(decode(&encode(text)), text);
        }
        assert_eq!(encode("床 a"), "%E5%BA%8A%20a");
        assert_eq!(decode("%"), "%");
        assert_eq!(decode("%e5%ba%8a%4"), "床%4");
        assert_eq!(decode("%FF+"), "%FF+");
    }
}

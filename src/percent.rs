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

/// Escapes are bytes of UTF-8, and may be escaped again, however often; a plus is a space; line breaks and tabs are none of
/// a link's. Where bytes are no text, as in a link that was
/// cut off, it ends with U+FFFD. One pass: what is decoded is at once part of the next escape.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    for byte in text.bytes().filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r')) {
        bytes.push(if byte == b'+' { b' ' } else { byte });
        while let [before @ .., b'%', high, low] = bytes.as_slice()
            && high.is_ascii_hexdigit()
            && low.is_ascii_hexdigit()
        {
            let (byte, length) = (digit(*high) << 4 | digit(*low), before.len());
            bytes.truncate(length);
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let valid = error.utf8_error().valid_up_to();
        let mut bytes = error.into_bytes();
        bytes.truncate(valid);
        String::from_utf8(bytes).unwrap_or_default() + "\u{fffd}"
    })
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
        assert_eq!(decode("a+%FFb"), "a \u{fffd}");
        assert_eq!(decode("%E5%BA%8A%E4%BD"), "床\u{fffd}");
    }

    #[test]
    fn escapes_of_escapes_are_escapes() {
        assert_eq!(decode("%25E5%2525BA%25%38A"), "床");
        assert_eq!(decode("%2B%252B+"), "++ ");
        assert_eq!(decode("%E5%BA\n%8A"), "床");
    }
}

//! A text as a QR code: its dark modules as the path of a picture. Takes an address, gives nothing where it is too long.
//! Knows no route and no page.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The light margin that scanners need, in modules.
const QUIET: i32 = 4;
/// 57 modules a side: a phone reads it from a screen at arm's length.
const LARGEST: u8 = 10;

/// A code as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Modules a side, the quiet zone on both sides included: the picture is a square of this many units.
    pub side: i32,
    /// SVG path of the dark modules, in these units.
    pub path: String,
}

/// The smallest code of the text, up to version 10, with as much error correction as fits into that size.
pub fn picture(text: &str) -> Option<Picture> {
    let segments = QrSegment::make_segments(text);
    let code =
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, Version::MIN, Version::new(LARGEST), None, true)
            .ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for (start, length) in runs(&code, y) {
            run(&mut path, [start + QUIET, y + QUIET, length]);
        }
    }
    Some(Picture { side: code.size() + 2 * QUIET, path })
}

/// Where dark modules begin in a row, and how many follow each other.
fn runs(code: &QrCode, y: i32) -> Vec<(i32, i32)> {
    let mut runs: Vec<(i32, i32)> = Vec::new();
    for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == x => *length += 1,
            _ => runs.push((x, 1)),
        }
    }
    runs
}

/// A rectangle one unit high.
fn run(path: &mut String, [x, y, length]: [i32; 3]) {
    for (sign, number) in [("M", x), (" ", y), ("h", length), ("v1h", -length)] {
        path.push_str(sign);
        path.push_str(&number.to_string());
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use super::picture;

    #[test]
    fn a_code_has_its_quiet_zone_and_its_finder_in_the_corner() {
        let picture = picture("https://a.example/").expect("it fits");
        assert_eq!(picture.side, 21 + 4 + 8);
        assert!(picture.path.starts_with("M4 4h7v1h-7z"), "{}", picture.path);
    }

    #[test]
    fn what_does_not_fit_into_version_ten_is_no_code() {
        assert!(picture(&"a".repeat(271)).is_some_and(|picture| picture.side == 57 + 8));
        assert!(picture(&"a".repeat(272)).is_none());
    }
}

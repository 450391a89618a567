//! Files in one ZIP archive, stored as they are: small, and the same files are always the same bytes, because the date
//! of each is the format's first. Takes names and bytes; gives the archive. It is made for a handful of small files.

/// 1 January 1980, the earliest date there is.
const DATE: u16 = 0x0021;
/// Version 2.0 of the format, and names in UTF-8.
const VERSION: u16 = 20;
const UTF8: u16 = 1 << 11;

/// The archive.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let offset = size(archive.len());
        let entry = entry(name, bytes);
        archive.extend(local(&entry, name));
        archive.extend_from_slice(bytes);
        directory.extend(central(&entry, name, offset));
    }
    let end = end(files.len(), directory.len(), archive.len());
    archive.extend(directory);
    archive.extend(end);
    archive
}

/// What both headers of a file say: version, flags, method, time, date, checksum, sizes, lengths of name and extra field.
fn entry(name: &str, bytes: &[u8]) -> Vec<u8> {
    let (length, stored, midnight) = (size(bytes.len()), 0, 0);
    let mut entry = halves(&[VERSION, UTF8, stored, midnight, DATE]);
    entry.extend(words(&[crc32(bytes), length, length]));
    entry.extend(halves(&[half(name.len()), 0]));
    entry
}

fn local(entry: &[u8], name: &str) -> Vec<u8> {
    [b"PK\x03\x04".as_slice(), entry, name.as_bytes()].concat()
}

fn central(entry: &[u8], name: &str, offset: u32) -> Vec<u8> {
    // No comment, first disk, no attributes.
    let rest = [halves(&[0, 0, 0]), words(&[0, offset])].concat();
    [b"PK\x01\x02".as_slice(), &VERSION.to_le_bytes(), entry, &rest, name.as_bytes()].concat()
}

fn end(files: usize, directory: usize, offset: usize) -> Vec<u8> {
    let counts = halves(&[0, 0, half(files), half(files)]);
    [b"PK\x05\x06".as_slice(), &counts, &words(&[size(directory), size(offset)]), &halves(&[0])].concat()
}

fn halves(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn words(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn half(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// The checksum of ZIP and PNG, bit by bit: a table would be faster than anybody waits for here.
fn crc32(bytes: &[u8]) -> u32 {
    let shifted = |crc: u32| (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shifted(crc)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_the_standards() {
        assert_eq!(super::crc32(b"123456789"), 0xCBF4_3926);
    }
}

//! `opinion.zip`, read byte by byte as its format says.

use minsheng::{
    export::{FILES, file, files::archive, zip::zip},
    page::Explorer,
};

fn number(bytes: &[u8], at: usize, length: usize) -> usize {
    bytes[at..at + length].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// Names and bytes, found as programs find them: from the end, by the directory.
fn read(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let end = archive.len() - 22;
    assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
    let (count, length, mut at) =
        (number(archive, end + 10, 2), number(archive, end + 12, 4), number(archive, end + 16, 4));
    assert_eq!(at + length, end, "the directory reaches to the end record");
    let mut files = Vec::new();
    for _ in 0..count {
        assert_eq!(&archive[at..at + 4], b"PK\x01\x02");
        let (size, name) = (number(archive, at + 24, 4), number(archive, at + 28, 2));
        let local = number(archive, at + 42, 4);
        assert_eq!(&archive[local..local + 4], b"PK\x03\x04");
        assert_eq!(archive[local + 4..local + 30], archive[at + 6..at + 32], "both headers say the same");
        let named = &archive[local + 30..local + 30 + name];
        assert_eq!(named, &archive[at + 46..at + 46 + name]);
        let bytes = archive[local + 30 + name..local + 30 + name + size].to_vec();
        files.push((String::from_utf8(named.to_vec()).unwrap(), bytes));
        at += 46 + name;
    }
    assert_eq!(at, end, "nothing stands in the directory but files");
    files
}

#[test]
fn the_archive_holds_every_file_as_it_is() {
    let explorer = Explorer::whole();
    let files = read(&archive(explorer.document()));
    assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), FILES.map(|(name, ..)| name));
    for (name, bytes) in &files {
        assert_eq!(String::from_utf8(bytes.clone()).unwrap(), file(explorer.document(), name).unwrap(), "{name}");
    }
}

#[test]
fn the_same_files_are_the_same_archive_and_none_are_an_empty_one() {
    let files: [(&str, &[u8]); 2] = [("一.txt", "养老".as_bytes()), ("empty", b"")];
    assert_eq!(zip(&files), zip(&files));
    assert_eq!(read(&zip(&files)), files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec())));
    assert_eq!(zip(&[]).len(), 22);
}

//! Pasted quotations: what is verbatim, abridged, altered or not there.

use minsheng::{
    page::Explorer,
    quote::{Checked, Piece, Verdict, check},
};

fn checked(text: &str) -> Checked {
    let explorer = Explorer::new();
    check(explorer.document(), &explorer.index().fold, text)
}

#[test]
fn tmp() {
    for f in ["000_57519e5fc5901849.txt","001_8c3127101cf34643.txt","002_1bd3a47c8d5ee32b.txt","003_f675b52d3f436de7.txt"] {
        let text = std::fs::read_to_string(format!("/work/shared/seeds/{f}")).unwrap();
        let t = std::time::Instant::now();
        let c = checked(&text);
        println!("== {f} {} chars {:?} unrelated {} unread {}", text.chars().count(), t.elapsed(), c.unrelated, c.unread);
        for q in c.quotations { println!("{:?} m={} {:?} printed={:?} {}\n     {:?}", q.verdict, q.marked, q.places.iter().map(|p| p.to_string()).collect::<Vec<_>>(), q.printed, q.words.chars().take(200).collect::<String>().replace('\n', "|"), q.pieces.iter().filter(|p| !matches!(p, Piece::Same(_))).collect::<Vec<_>>()); }
    }
}

//! What stands on paper only: there when a page is printed, and only then; with what is uncertain in just the sentences that
//! are shown.

use minsheng::{frame::Frame, html, page::Explorer};

const SITE: &str = "https://minsheng.example/opinion/";

fn printed(site: &str, route: &str) -> String {
    Explorer::whole();
    let explorer = Explorer::framed(Frame { site: site.to_owned(), ..Frame::default() });
    html::print(&explorer.page_with(route, "", true).root)
}

fn colophon(page: &str) -> &str {
    let (_, rest) = page.split_once("<footer class=\"sheet\">").unwrap_or_default();
    rest.split("</footer>").next().unwrap_or_default()
}

#[test]
fn a_page_on_a_screen_has_nothing_of_it() {
    for route in ["#/explore", "#/targets", "#/read/m5s3?mode=kiosk"] {
        assert!(!html::print(&Explorer::whole().page(route).root).contains("class=\"sheet\""), "{route}");
    }
}

#[test]
fn it_ends_with_the_source_and_the_address_of_the_same_page_elsewhere() {
    let page = printed(SITE, "#/explore?group=elderly&mode=kiosk&size=largest&theme=dark&panel=qr&lang=en");
    let end = colophon(&page);
    assert!(end.contains("（2025年3月2日成文，2025年6月9日公布）"), "{end}");
    assert!(end.contains(&format!("{SITE}#/explore?group=elderly&amp;lang=en</p>")), "{end}");
    assert!(end.contains("<svg") && end.contains("not an official site"), "{end}");
}

#[test]
fn where_nobody_knows_the_address_there_is_none_and_no_code() {
    let page = printed("", "#/explore?group=elderly");
    let end = colophon(&page);
    assert!(end.contains("官方网站") && !end.contains("<svg") && !end.contains("#/explore?"), "{end}");
}

#[test]
fn it_tells_what_was_emended_in_the_sentences_shown_and_in_no_other() {
    let emended = "（五）第 3 句：印本作";
    let has = |route: &str| colophon(&printed(SITE, route)).contains(emended);
    assert!(has("#/explore?q=县域普通高中") && has("#/targets") && has("#/read/m5s3?mode=kiosk"));
    assert!(!has("#/explore?domain=elderly-care") && !has("#/read/m5s2?mode=kiosk") && !has("#/about"));
    assert!(!has("#/read"), "the whole text says so in its place");
}

#[test]
fn it_tells_which_of_them_one_print_alone_has() {
    let end = |route: &str| colophon(&printed(SITE, route)).to_owned();
    assert!(
        end("#/explore?domain=elderly-care&wording=-encouraged")
            .contains("逐字转引：（一）第 2 句；（七）第 1、3 句；（八）第 3 句。")
    );
    assert!(end("#/read").contains("逐字转引：引言；（一）第 2、4、5、6 句；"));
    assert!(!end("#/read/m5s3?mode=kiosk").contains("逐字转引："), "another document repeats it");
}

#[test]
fn the_preamble_and_the_safeguards_are_told_apart() {
    let page = printed("", "#/explore?q=民生");
    let told = colophon(&page);
    assert!(told.contains("未见他处逐字转引：引言；") && told.contains("保障措施第 5 句"), "{told}");
}

#[test]
fn a_view_without_a_title_begins_with_it() {
    let titled = |route: &str| printed(SITE, route).contains("<header class=\"sheet\">");
    for route in
        ["#/targets", "#/matrix", "#/check", "#/about", "#/explore?mode=kiosk&q=养老", "#/read/m5s3?mode=kiosk"]
    {
        assert!(titled(route), "{route}");
    }
    for route in ["#/explore", "#/read", "#/read?mode=kiosk"] {
        assert!(!titled(route), "{route} has its own");
    }
}

#[test]
fn the_matrix_names_what_limits_it() {
    let page = printed(SITE, "#/matrix?wording=-encouraged&q=养老");
    assert!(page.contains("只数符合其余条件的句子：<b>不含 鼓励支持、“养老”</b>"), "{page}");
}

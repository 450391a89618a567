//! Pasted quotations: what is verbatim, abridged, altered or not there. The words are the Opinion's own, as the articles of
//! the sources quote them (seeds/SOURCES.md), and changes to them.

use minsheng::{
    html,
    page::Explorer,
    quote::{Checked, LONGEST, Piece, Quotation, Verdict, check},
};

fn checked(text: &str) -> Checked {
    let explorer = Explorer::whole();
    check(explorer.document(), &explorer.index().fold, text)
}

/// The one quotation in a text.
fn only(text: &str) -> Quotation {
    let mut found = checked(text).quotations;
    assert_eq!(found.len(), 1, "{text}: {found:#?}");
    found.remove(0)
}

fn places(quotation: &Quotation) -> Vec<String> {
    quotation.places.iter().map(ToString::to_string).collect()
}

fn left_out(quotation: &Quotation) -> Vec<&str> {
    quotation
        .pieces
        .iter()
        .filter_map(|piece| if let Piece::Left(words) = piece { Some(words.as_str()) } else { None })
        .collect()
}

fn put_in(quotation: &Quotation) -> Vec<&str> {
    quotation
        .pieces
        .iter()
        .filter_map(|piece| if let Piece::Added(words) = piece { Some(words.as_str()) } else { None })
        .collect()
}

/// What D quotes at length: all of it stands in the established text, the thirteenth as emended (V3).
const BY_D: [(&str, &str); 14] = [
    ("依据国家基本公共服务标准，细化制定分地区分领域基本服务项目清单、基本质量标准、均衡评估办法", "m3s1:0-45"),
    ("根据经济社会发展水平和财政可承受能力，适时将涉及群众切身利益的增量服务事项纳入国家基本公共服务标准", "m3s2:0-49"),
    ("推动基本公共服务供给与人口变化相协调", "m3s3:0-18"),
    ("按照服务半径合理、规模适度、功能适用、保障有力要求，优化服务设施建设和运行管理", "m3s3:19-58"),
    ("以县域为基本单元，全面推进公共服务规划布局、设施建设、资源配置、人才调配城乡一体化", "m3s5:0-41"),
    ("提供形式灵活的基本公共服务", "m3s6:12-25"),
    ("支持面向艰苦边远地区农村提供形式灵活的基本公共服务", "m3s6:0-25"),
    ("推行由常住地提供基本公共服务", "m4"),
    ("采取常住地直接提供、跨区域协同经办、完善转移接续等方式，逐步将基本公共服务调整为常住地提供", "m4s1:0-45"),
    (
        "推动人口集中流入地城市‘一城一策’制定常住地提供基本公共服务实施办法，推动符合条件的农业转移人口享有同迁入地户籍人口同等权利",
        "m4s2:0-62",
    ),
    (
        "稳步推进灵活就业人员参加住房公积金制度。支持各地统筹资金渠道，加大保障性住房供给，引导支持社会力量运营长期租赁住房",
        "m4s3",
    ),
    ("推动数字智能技术与公共服务深度融合", "m3s8:0-17"),
    (
        "加快信息数据互通共享，推进婚姻登记等常用服务事项取消户籍地限制全国通办，扩大优质数字公共服务资源覆盖面",
        "m3s8:18-69",
    ),
    ("优化基本公共服务供给方式，符合条件的新增基本公共服务事项优先以政府购买服务方式提供", "m3s7:0-41"),
];

/// The seven strings that C quotes.
const BY_C: [&str; 7] = [
    "全面取消在就业地参加社会保险的户籍限制",
    "充分运用大数据比对与实地摸排相结合",
    "健全参保激励约束机制",
    "合理确定调整最低生活保障标准",
    "加大保障性住房供给",
    "支持引导有条件的地方",
    "着力解决群众急难愁盼",
];

#[test]
fn what_the_explainer_quotes_at_length_is_verbatim() {
    for (words, place) in BY_D {
        let found = only(&format!("《意见》提出，“{words}”。"));
        assert_eq!((found.verdict, found.marked), (Verdict::Verbatim, true), "{words}");
        assert_eq!(places(&found), [place], "{words}");
        assert!(found.printed.is_empty());
    }
}

#[test]
fn what_the_commentary_quotes_is_verbatim() {
    for words in BY_C {
        let found = only(&format!("“{words}”"));
        assert_eq!(found.verdict, Verdict::Verbatim, "{words}");
        assert!(found.title || !found.places.is_empty(), "{words}");
    }
}

#[test]
fn every_sentence_is_verbatim_and_so_are_two_neighbours() {
    let explorer = Explorer::new();
    let clauses = &explorer.document().clauses;
    for clause in clauses {
        let found = checked(&clause.text).quotations;
        assert_eq!(found.len(), 1, "{}", clause.id);
        assert_eq!(found[0].verdict, Verdict::Verbatim, "{}: {found:#?}", clause.id);
        assert!(
            places(&found[0]).iter().any(|place| place.split(':').next() == Some(&clause.id.to_string())),
            "{}",
            clause.id
        );
    }
    for pair in
        clauses.windows(2).filter(|pair| pair[0].measure == pair[1].measure && pair[0].chapter == pair[1].chapter)
    {
        let found = only(&format!("“{}{}”", pair[0].text, pair[1].text));
        assert_eq!(found.verdict, Verdict::Verbatim, "{}", pair[0].id);
    }
}

#[test]
fn words_left_out_are_told_and_where() {
    let found =
        only("“强化社会保险在社会保障体系中的主体作用，稳妥有序提高城镇就业人员参加职工基本养老保险和医疗保险比例”");
    assert_eq!(found.verdict, Verdict::Abridged);
    assert_eq!(
        left_out(&found),
        [
            "健全灵活就业人员、农民工、新就业形态人员社会保险制度，全面取消在就业地参加社会保险的户籍限制，健全参保激励约束机制，完善转移接续机制，"
        ]
    );
    let found = only("各地要强化责任落实，优化财政支出结构，强化基本民生财力保障，切实兜住兜牢民生底线。");
    assert_eq!((found.verdict, places(&found)), (Verdict::Abridged, vec!["g4".to_owned()]));
    assert_eq!(
        left_out(&found),
        ["坚持尽力而为、量力而行，", "持续完善教育、卫生健康、社保、就业等重点民生领域支持政策，"]
    );
    let found = only("“合理确定调整最低生活保障标准……切实保障困难群众基本生活”");
    assert_eq!(
        (found.verdict, places(&found)),
        (Verdict::Abridged, vec!["m2s3".to_owned()]),
        "an ellipsis is no change"
    );
}

#[test]
fn a_changed_character_is_a_change_and_so_is_a_comma() {
    let found = only("“新建养老机构护理型床位占比原则上不低于90%”");
    assert_eq!(found.verdict, Verdict::Altered);
    assert_eq!((left_out(&found), put_in(&found)), (vec!["8"], vec!["9"]));
    let found = only("“以县域为基本单元全面推进公共服务规划布局、设施建设、资源配置、人才调配城乡一体化”");
    assert_eq!((found.verdict, left_out(&found)), (Verdict::Altered, vec!["，"]));
    let found = only("“推动有条件的大城市逐步实现嵌入式等普惠托育覆盖80%的社区”");
    assert_eq!((found.verdict, left_out(&found), put_in(&found)), (Verdict::Altered, vec!["以上"], vec!["的"]));
    let found = only("“完善全民健身公共服务体系，推进体育公园、健身步道建设”");
    assert_eq!(found.verdict, Verdict::Abridged, "only a word is missing: {found:#?}");
}

#[test]
fn errors_of_the_print_are_recognised_as_the_prints() {
    let explorer = Explorer::new();
    for (n, variant) in explorer.document().variants.iter().enumerate() {
        let clause = explorer.document().clause(variant.clause).unwrap();
        let (start, end) = (usize::from(variant.span.start), usize::from(variant.span.end));
        let chars: Vec<char> = clause.text.chars().collect();
        let text: String =
            chars[..start].iter().collect::<String>() + &variant.printed + &chars[end..].iter().collect::<String>();
        let found = only(&format!("“{text}”"));
        assert_eq!((found.verdict, found.printed.clone()), (Verdict::Verbatim, vec![n]), "{}: {found:#?}", variant.id);
        assert_eq!(places(&found), [variant.clause.to_string()]);
    }
}

#[test]
fn width_space_quotation_marks_and_script_are_no_change() {
    for words in [
        "“新建改扩建 1000 所以上優質普通高中,重點改善縣域普通高中基本辦學條件”",
        "「新建改扩建１０００所以上优质普通高中，重点改善县域普通高中基本办学条件」",
    ] {
        assert_eq!(only(words).verdict, Verdict::Verbatim, "{words}");
    }
    assert_eq!(only("“推动人口集中流入地城市'一城一策'制定常住地提供基本公共服务实施办法”").verdict, Verdict::Verbatim);
}

#[test]
fn what_is_not_there_is_not_found_and_the_nearest_is_a_question() {
    let found = only("“为每个孩子发放育儿补贴三千元”");
    assert_eq!((found.verdict, found.pieces.len()), (Verdict::Missing, 0));
    let found = only("“为适龄女孩免费接种HPV疫苗作出专项安排”");
    assert_eq!((found.verdict, places(&found)), (Verdict::Missing, vec!["m10s9".to_owned()]));
}

#[test]
fn an_article_is_read_quotation_by_quotation() {
    let article = "新华社记者报道。《意见》提出，“全面取消在就业地参加社会保险的户籍限制”，这是很大的变化。\n\n专家认为，“用10年左右时间，推动大城市逐步实现嵌入式等普惠托育覆盖80%以上社区”值得期待。天气很好。他说：“我们准备好了，马上行动起来。”";
    let checked = checked(article);
    let verdicts: Vec<Verdict> = checked.quotations.iter().map(|it| it.verdict).collect();
    assert_eq!(verdicts, [Verdict::Verbatim, Verdict::Abridged, Verdict::Missing], "{:#?}", checked.quotations);
    assert_eq!(checked.unrelated, 2);
}

#[test]
fn wrapped_lines_are_one_sentence_and_lists_are_not() {
    let words = "采取常住地直接提供、跨区域协同经办、完善转移接续等方式，逐步将基本公共服务调整为常住地提供。推动人口集中流入地城市“一城一策”制定常住地提供基本公共服务实施办法。";
    let chars: Vec<char> = words.chars().collect();
    let wrapped: Vec<String> = chars.chunks(11).map(|line| line.iter().collect()).collect();
    let found = checked(&wrapped.join("\n\n")).quotations;
    assert!(found.len() == 2 && found.iter().all(|it| it.verdict == Verdict::Verbatim), "{found:#?}");
    let found = checked("鼓励有条件的地方为适龄女孩接种人乳头瘤病毒\n完善全民健身公共服务体系").quotations;
    assert!(found.len() == 2 && found.iter().all(|it| it.verdict == Verdict::Verbatim), "{found:#?}");
}

#[test]
fn any_paste_has_an_answer() {
    assert_eq!(checked(""), Checked::default());
    for text in [
        "a".repeat(300),
        "\u{0}\u{1}ÿ\u{fffd}".repeat(200),
        "“".repeat(500),
        "\n".repeat(900),
        "𠀀👨‍👩‍👧".repeat(90),
        "The Opinion says \"nothing of the kind\".".into(),
    ] {
        assert!(checked(&text).quotations.iter().all(|it| it.verdict == Verdict::Missing), "{text}");
    }
    let long = checked(&"基本公共服务，".repeat(3000));
    assert_eq!(long.unread, 21_000 - LONGEST);
}

/// Every sentence with its number behind it, as the PDF of the whole text gives it when somebody copies from it.
fn numbered(before: &str, after: &str) -> Vec<String> {
    let document = Explorer::whole().document();
    let numbered = document.clauses.iter().filter(|it| it.id.to_string() != "p");
    numbered.map(|it| format!("{}{before}{}{after}", it.text, it.n)).collect()
}

#[test]
fn the_number_that_this_explorer_prints_behind_a_sentence_is_no_word_of_the_quotation() {
    for (before, after) in [("", ""), (" \u{2060}", " "), ("\n", "\n"), ("", "\n")] {
        let sentences = numbered(before, after);
        let copies = sentences.iter().cloned().chain(sentences.windows(2).map(<[String]>::concat));
        for copy in copies.chain([sentences.concat()]) {
            for quotation in checked(&copy).quotations {
                assert_eq!(quotation.verdict, Verdict::Verbatim, "{copy:?}: {quotation:#?}");
                assert!(put_in(&quotation).is_empty(), "{copy:?}: {quotation:#?}");
            }
        }
    }
}

#[test]
fn any_other_number_is_somebodys_own() {
    let explorer = Explorer::whole();
    let sentence = |id: &str| &explorer.document().clauses.iter().find(|it| it.id.to_string() == id).unwrap().text;
    let (first, second) = (sentence("m1s1"), sentence("m1s2"));
    for n in ["2", "11", "01"] {
        let found = checked(&format!("{first}{n}{second}")).quotations;
        let own: Vec<_> = found.iter().flat_map(put_in).collect();
        assert_eq!(own, [n], "{found:#?}");
    }
    let broken = format!("{}1{}", &first[..first.len() - 6], second);
    assert!(
        checked(&broken).quotations.iter().any(|it| !put_in(it).is_empty()),
        "a sentence must end before its number"
    );
}

#[test]
fn a_sentence_of_the_writers_own_beside_a_quotation_is_not_counted() {
    let own = "我觉得这件事和每家每户都有关系，值得多读几遍。";
    let found = checked(&format!("{own}文件提出：“{}”。", BY_D[2].0));
    assert_eq!(found.quotations.len(), 1, "{:#?}", found.quotations);
    assert_eq!((found.quotations[0].verdict, found.unrelated), (Verdict::Verbatim, 1));
    // Alone it is asked about.
    assert_eq!(only(own).verdict, Verdict::Missing);
}

#[test]
fn the_checkers_example_has_a_verbatim_and_an_abridged_quotation() {
    let page = html::print(&Explorer::whole().page("#/check").root);
    let example = page.split("data-fill=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an example");
    let verdicts: Vec<Verdict> = checked(example).quotations.iter().map(|it| it.verdict).collect();
    assert_eq!(verdicts, [Verdict::Verbatim, Verdict::Abridged], "{example}");
}

//! What only the simple page says, large type and kiosks, in both languages. Nothing else uses it, so that the page's first
//! module is built without it.

use crate::route::Lang;

/// Fixed words of the simple page in one language.
pub struct KioskWords {
    /// What this is, in a line.
    pub about: &'static str,
    /// On the button over the whole screen that nobody uses.
    pub start: &'static str,
    /// Under it.
    pub start_note: &'static str,
    /// To the life situations.
    pub home: &'static str,
    /// One step up.
    pub back: &'static str,
    /// Name of all sentences.
    pub whole: &'static str,
    /// Over the life situations.
    pub choose: &'static str,
    /// Over the other ways.
    pub ways: &'static str,
    /// To the keyboard on the page.
    pub find: &'static str,
    /// Said of it.
    pub find_note: &'static str,
    /// To the whole text.
    pub read_all: &'static str,
    /// Name of the bar below.
    pub settings: &'static str,
    /// To the screen that nobody uses.
    pub over: &'static str,
    /// To the QR code.
    pub qr: &'static str,
    /// Under the QR code.
    pub qr_note: &'static str,
    /// Where what is shown is too much for a code.
    pub qr_too_long: &'static str,
    /// Name of the code as a picture.
    pub qr_name: &'static str,
    /// To the sentence before.
    pub before: &'static str,
    /// To the sentence after.
    pub after: &'static str,
    /// From a card to its sentence alone.
    pub open: &'static str,
    /// Name of the keyboard.
    pub keyboard: &'static str,
    /// Name of the field that it writes.
    pub field: &'static str,
    /// In the field, while it is empty.
    pub field_example: &'static str,
    /// Name of the words offered.
    pub candidates: &'static str,
    /// Takes the last letter away.
    pub delete: &'static str,
    /// Takes all letters away.
    pub empty: &'static str,
    /// Closes the keyboard.
    pub done: &'static str,
    /// Heading of the operator's page.
    pub operator: &'static str,
    /// Under it.
    pub operator_note: &'static str,
    /// Facts of this file: version, the text's digest, the file's.
    pub facts: [&'static str; 3],
    /// Heading of the self-test.
    pub self_test: &'static str,
    /// What is tested: the file, the text, fonts, voices, the public address.
    pub tests: [&'static str; 5],
    /// Their outcomes: sound, not so, not there.
    pub outcomes: [&'static str; 3],
    /// Provokes a fault, to see it mended.
    pub fault: &'static str,
    /// Said of it.
    pub fault_note: &'static str,
    /// Leaves kiosk mode.
    pub leave: &'static str,
    /// Said of it.
    pub leave_note: &'static str,
    /// Said where the kiosk was started without what leaving asks for.
    pub no_way: &'static str,
}

/// The words of a language.
pub fn kiosk(lang: Lang) -> &'static KioskWords {
    match lang {
        Lang::ZhHans => &ZH_HANS,
        Lang::En => &EN,
    }
}

static ZH_HANS: KioskWords = KioskWords {
    about: "《意见》里与您有关的内容，点几下就找到",
    start: "点这里开始",
    start_note: "不用打字，不留记录",
    home: "首页",
    back: "返回",
    whole: "全文",
    choose: "您关心什么？",
    ways: "也可以",
    find: "找字词",
    find_note: "用屏幕键盘打拼音",
    read_all: "通读全文",
    settings: "显示",
    over: "结束",
    qr: "手机带走",
    qr_note: "用手机扫一扫，打开同样的内容。",
    qr_too_long: "当前内容太长，放不进二维码。少选几个条件再试。",
    qr_name: "二维码，内容是下面的网址",
    before: "上一句",
    after: "下一句",
    open: "看这一句",
    keyboard: "键盘",
    field: "要找的字词",
    field_example: "打拼音，如 yanglao 或 yl",
    candidates: "原文里的词",
    delete: "退格",
    empty: "清空",
    done: "完成",
    operator: "管理页",
    operator_note: "给管理这台机器的人看；一会儿没人操作会自动回到开始画面。",
    facts: ["版本", "原文 SHA-256", "程序 SHA-256"],
    self_test: "自检",
    tests: ["程序完整", "原文与发布时一致", "中文字体", "本机中文朗读", "公开网址（二维码）"],
    outcomes: ["正常", "有问题", "没有"],
    fault: "制造一次故障",
    fault_note: "程序会崩溃一次；两秒之内应当自己回到开始画面。",
    leave: "作为普通网页打开",
    leave_note: "要输入启动时设定的数字（exit）；之后地址栏和外部链接恢复正常。",
    no_way: "启动时没有设定数字（exit），所以不能从这里离开自助模式。",
};

static EN: KioskWords = KioskWords {
    about: "What the Opinion says about you, in a few taps",
    start: "Touch here to begin",
    start_note: "No typing, nothing is kept",
    home: "Home",
    back: "Back",
    whole: "The whole text",
    choose: "What do you care about?",
    ways: "Or",
    find: "Find a word",
    find_note: "with pinyin on the screen",
    read_all: "Read it all",
    settings: "Display",
    over: "Finish",
    qr: "Take it along",
    qr_note: "Scan it with a phone to open the same page there.",
    qr_too_long: "This is too much for a QR code. Try with fewer conditions.",
    qr_name: "QR code of the address below",
    before: "Previous",
    after: "Next",
    open: "Show this one",
    keyboard: "Keyboard",
    field: "What to find",
    field_example: "Pinyin, such as yanglao or yl",
    candidates: "Words of the text",
    delete: "Delete",
    empty: "Clear",
    done: "Done",
    operator: "For the operator",
    operator_note: "For whoever looks after this machine. It returns to the first screen when nobody touches it.",
    facts: ["Version", "SHA-256 of the text", "SHA-256 of the program"],
    self_test: "Self-test",
    tests: [
        "The program is whole",
        "The text is as published",
        "Chinese fonts",
        "A local Chinese voice",
        "A public address (for QR codes)",
    ],
    outcomes: ["sound", "faulty", "missing"],
    fault: "Provoke a fault",
    fault_note: "The program crashes once and should be back at the first screen within two seconds.",
    leave: "Open as an ordinary page",
    leave_note: "Asks for the number that the kiosk was started with (exit); then the address bar and outside links work again.",
    no_way: "The kiosk was started without a number (exit), so no way leads out of it here.",
};

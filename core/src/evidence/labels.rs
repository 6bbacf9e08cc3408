//! The fixed labels of the evidence document, in Chinese and English side by side.
//!
//! Holds headings and labels only. The sentences of a result come from the report as the person saw
//! it, the numbers to call come from the rules.

use crate::report::log::SubjectKind;
use crate::report::{Confidence, Origin, Situation, Verdict};

/// One label in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// In Simplified Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

const fn bilingual(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}

pub const TITLE: Bilingual = bilingual(
    "查验记录 · 交给警方或平台的材料",
    "Record of a check, for the police or the platform",
);
pub const EXPORTED: Bilingual = bilingual("导出时间", "Exported");
pub const ENTRY: Bilingual = bilingual("记录编号", "Entry");
pub const TIME: Bilingual = bilingual("查验时间", "Checked");
pub const SUBJECT: Bilingual = bilingual("查验对象", "What was checked");
pub const ORIGIN: Bilingual = bilingual("来自", "Came from");
pub const PROGRAM: Bilingual = bilingual("程序版本", "Program");
pub const RULES: Bilingual = bilingual("规则版本", "Rules");
pub const VERDICT: Bilingual = bilingual("程序的判断", "The program's answer");
pub const ATTACHED: Bilingual = bilingual("附件和校验值", "Files attached, with their sums");
pub const CHECKED_PHOTO: Bilingual = bilingual("就是查验的那张", "the very photo that was checked");
pub const NOT_ATTACHED: Bilingual =
    bilingual("查验时的照片，没有附上", "the photo that was checked, not attached");
pub const SITUATION: Bilingual = bilingual("当时的处境", "Situation then");
pub const LABEL: Bilingual = bilingual("标签", "Label");
pub const NOTE: Bilingual = bilingual("本人备注", "The person's note");
pub const CONTENT: Bilingual = bilingual("上面写了什么", "What it said");
pub const CODES: Bilingual =
    bilingual("码里的内容，扫了会怎样", "What the code holds and would do");
pub const LINKS: Bilingual = bilingual("链接", "Links");
pub const REASONS: Bilingual = bilingual("判断理由", "Reasons");
pub const RULE: Bilingual = bilingual("规则", "rule");
pub const SOURCE: Bilingual = bilingual("来源", "source");
pub const RETRIEVED: Bilingual = bilingual("查于", "retrieved");
pub const TIMELINE: Bilingual =
    bilingual("事情经过（本人填写）", "What happened, as the person wrote it");
pub const EVENT_TIME: Bilingual = bilingual("时间", "When");
pub const EVENT: Bilingual = bilingual("经过", "What");
pub const AMOUNT: Bilingual = bilingual("金额", "Amount");
pub const ACCOUNT: Bilingual = bilingual("对方账户", "Paid to");
pub const ORDER: Bilingual = bilingual("订单号", "Order");
pub const WAYBILL: Bilingual = bilingual("运单号", "Waybill");
pub const ADVICE: Bilingual = bilingual("当时给出的建议", "Advice shown then");
pub const REPORT_TO: Bilingual = bilingual("向哪里报案、投诉", "Where to report");
pub const ORGANIZATION: Bilingual = bilingual("单位", "Organization");
pub const NUMBER: Bilingual = bilingual("电话", "Number");
pub const PURPOSE: Bilingual = bilingual("用途", "For");
pub const IN_APP: Bilingual = bilingual("应用内", "in the app");
pub const USE_APP: Bilingual = bilingual("请在官方应用内联系", "use its own app");
pub const TRUNCATED: Bilingual = bilingual("另有内容，全文见 report.json", "more in report.json");
pub const LIMITS_TITLE: Bilingual = bilingual("这份材料能证明什么", "What this proves");
pub const LIMITS: Bilingual = bilingual(
    "它记录这部手机看到了什么、程序怎样判断。它不是公证，也不能代替警方取证。\
     SHA256SUMS 可以查出文件导出后有没有改动，不能证明是谁导出的。",
    "It records what this phone saw and how the program judged it. It is no notarised proof. \
     SHA256SUMS shows whether a file changed after the export, not who exported it.",
);
pub const MASKED: Bilingual = bilingual(
    "本人的卡号、证件号、电话、验证码、地址和姓名已用 * 遮住。照片没有遮，交出前请看一遍。",
    "Own card, identity and phone numbers, codes, addresses and names are hidden by *. \
     Photos are not: look at them before handing them over.",
);
pub const UNMASKED: Bilingual = bilingual(
    "本人选择不遮住自己的信息，请妥善保管。",
    "The person chose to show their own details: keep this file with care.",
);
pub const ORIGINAL_NOT_KEPT: Bilingual = bilingual(
    "这条记录没有保留原文，遮住的部分无法恢复。",
    "The original of this entry was not kept; what is hidden cannot be shown.",
);
pub const NAME: Bilingual = bilingual("姓名", "Name");
pub const PHONE: Bilingual = bilingual("电话", "Phone");
pub const SIGNATURE: Bilingual = bilingual("签名和日期", "Signature and date");

/// The label of a verdict.
pub const fn verdict(verdict: Verdict) -> Bilingual {
    match verdict {
        Verdict::Danger => bilingual("危险：停下", "Danger: stop"),
        Verdict::Caution => {
            bilingual("留意：先问官方客服", "Caution: ask the official service first")
        }
        Verdict::Unreadable => bilingual("读不出来，先不要扫", "Unreadable: do not scan"),
        Verdict::NothingFound => {
            bilingual("没有发现问题，这不等于安全", "Nothing found, which is no promise")
        }
    }
}

/// The label of a picture: the photo itself, or the small picture of the log.
pub const fn picture(as_photographed: bool) -> Bilingual {
    if as_photographed {
        bilingual("照片原件", "the photo as taken")
    } else {
        bilingual("照片（缩小）", "the photo, made smaller")
    }
}

/// The label of what was checked.
pub const fn subject(kind: SubjectKind) -> Bilingual {
    match kind {
        SubjectKind::Photo => bilingual("照片", "a photo"),
        SubjectKind::Text => bilingual("文字", "a text"),
        SubjectKind::Link => bilingual("链接", "a link"),
        SubjectKind::Number => bilingual("电话号码", "a number"),
    }
}

/// The label of where the subject came from.
pub const fn origin(origin: Origin) -> Bilingual {
    match origin {
        Origin::Parcel => bilingual("包裹", "a parcel"),
        Origin::Message => bilingual("消息", "a message"),
        Origin::Call => bilingual("电话", "a call"),
        Origin::Unknown => bilingual("未说明", "not said"),
    }
}

/// The label of a doubtful source; `None` for a source of high confidence.
pub const fn confidence(confidence: Confidence) -> Option<Bilingual> {
    match confidence {
        Confidence::High => None,
        Confidence::Medium => Some(bilingual("来源一般", "one source of lesser standing")),
        Confidence::Memory => Some(bilingual("未核实", "not confirmed")),
    }
}

/// The label of a situation.
pub const fn situation(situation: Situation) -> Bilingual {
    match situation {
        Situation::CardOnly => bilingual("只拿到卡片", "holds the card"),
        Situation::Scanned => bilingual("扫了码", "scanned the code"),
        Situation::ContactAdded => bilingual("加了对方好友", "added the contact"),
        Situation::GroupJoined => bilingual("进了群", "joined the group"),
        Situation::OnThePhone => bilingual("正在通话", "on the phone"),
        Situation::ScreenShared => bilingual("共享了屏幕", "shared the screen"),
        Situation::AppInstalled => bilingual("装了对方说的应用", "installed their app"),
        Situation::GaveCardOrId => bilingual("给了卡号或身份证号", "gave card or identity number"),
        Situation::GaveCode => bilingual("给了验证码", "gave a verification code"),
        Situation::DidTasks => bilingual("做了任务", "did tasks"),
        Situation::Paid => bilingual("付了钱或转了账", "paid or transferred"),
        Situation::TookLoan => bilingual("借了贷款", "took a loan"),
        Situation::SentCashOrGold => bilingual("寄出了现金或黄金", "sent cash or gold"),
        Situation::AccountLocked => bilingual("账号被锁", "locked out of an account"),
        Situation::OfferedRecovery => bilingual("有人说能追回钱", "was offered to get money back"),
        Situation::PoliceContactedMe => {
            bilingual("有自称警方的人联系", "was contacted as by police")
        }
        Situation::ForParentOrChild => bilingual("替家人问", "asks for family"),
    }
}

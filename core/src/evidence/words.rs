//! The fixed words of the evidence document, in Chinese and English side by side.
//!
//! Only what frames an answer. The answer's own sentences come from the report, as they were
//! shown; numbers to call come from the rules.

use crate::report::log::SubjectKind;
use crate::report::{Confidence, Origin, Situation, Verdict};

/// One thing said twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    /// In Simplified Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

const fn both(zh: &'static str, en: &'static str) -> Both {
    Both { zh, en }
}

pub const TITLE: Both =
    both("查验记录 · 交给警方或平台的材料", "Record of a check, for the police or the platform");
pub const MADE: Both = both("导出时间", "Exported");
pub const ENTRY: Both = both("记录编号", "Entry");
pub const TIME: Both = both("查验时间", "Checked");
pub const SUBJECT: Both = both("查验对象", "What was checked");
pub const ORIGIN: Both = both("来自", "Came from");
pub const PROGRAM: Both = both("程序版本", "Program");
pub const RULES: Both = both("规则版本", "Rules");
pub const ANSWER: Both = both("程序的判断", "The program's answer");
pub const ATTACHED: Both = both("附件和校验值", "Files attached, with their sums");
pub const SAME: Both = both("就是查验的那张", "the very photo that was checked");
pub const NOT_ATTACHED: Both =
    both("查验时的照片，没有附上", "the photo that was checked, not attached");
pub const SITUATION: Both = both("当时的处境", "Situation then");
pub const LABEL: Both = both("标签", "Label");
pub const NOTE: Both = both("本人备注", "The person's note");
pub const SAID: Both = both("上面写了什么", "What it said");
pub const CODES: Both = both("码里的内容，扫了会怎样", "What the code holds and would do");
pub const LINKS: Both = both("链接", "Links");
pub const WHY: Both = both("判断理由", "Reasons");
pub const RULE: Both = both("规则", "rule");
pub const SOURCE: Both = both("来源", "source");
pub const RETRIEVED: Both = both("查于", "retrieved");
pub const HAPPENED: Both = both("事情经过（本人填写）", "What happened, as the person wrote it");
pub const WHEN: Both = both("时间", "When");
pub const WHAT: Both = both("经过", "What");
pub const AMOUNT: Both = both("金额", "Amount");
pub const ACCOUNT: Both = both("对方账户", "Paid to");
pub const ORDER: Both = both("订单号", "Order");
pub const WAYBILL: Both = both("运单号", "Waybill");
pub const ADVICE: Both = both("当时给出的建议", "Advice shown then");
pub const REPORT_TO: Both = both("向哪里报案、投诉", "Where to report");
pub const ORGANIZATION: Both = both("单位", "Organization");
pub const NUMBER: Both = both("电话", "Number");
pub const FOR: Both = both("用途", "For");
pub const IN_APP: Both = both("应用内", "in the app");
pub const NO_NUMBER: Both = both("请在官方应用内联系", "use its own app");
pub const MORE: Both = both("另有内容，全文见 report.json", "more in report.json");
pub const LIMIT_TITLE: Both = both("这份材料能证明什么", "What this proves");
pub const LIMIT: Both = both(
    "它记录这部手机看到了什么、程序怎样判断。它不是公证，也不能代替警方取证。\
     SHA256SUMS 可以查出文件导出后有没有改动，不能证明是谁导出的。",
    "It records what this phone saw and how the program judged it. It is no notarised proof. \
     SHA256SUMS shows whether a file changed after the export, not who exported it.",
);
pub const MASKED: Both = both(
    "本人的卡号、证件号、电话、验证码、地址和姓名已用 * 遮住。照片没有遮，交出前请看一遍。",
    "Own card, identity and phone numbers, codes, addresses and names are hidden by *. \
     Photos are not: look at them before handing them over.",
);
pub const UNMASKED: Both = both(
    "本人选择不遮住自己的信息，请妥善保管。",
    "The person chose to show their own details: keep this file with care.",
);
pub const UNKEPT: Both = both(
    "这条记录没有保留原文，遮住的部分无法恢复。",
    "The original of this entry was not kept; what is hidden cannot be shown.",
);
pub const NAME: Both = both("姓名", "Name");
pub const PHONE: Both = both("电话", "Phone");
pub const SIGNATURE: Both = both("签名和日期", "Signature and date");

/// The answer.
pub const fn verdict(verdict: Verdict) -> Both {
    match verdict {
        Verdict::Danger => both("危险：停下", "Danger: stop"),
        Verdict::Caution => both("留意：先问官方客服", "Caution: ask the official service first"),
        Verdict::Unreadable => both("读不出来，先不要扫", "Unreadable: do not scan"),
        Verdict::NothingFound => {
            both("没有发现问题，这不等于安全", "Nothing found, which is no promise")
        }
    }
}

/// The photo itself, or the log's small picture of it.
pub const fn picture(as_photographed: bool) -> Both {
    if as_photographed {
        both("照片原件", "the photo as taken")
    } else {
        both("照片（缩小）", "the photo, made smaller")
    }
}

/// What was checked.
pub const fn subject(kind: SubjectKind) -> Both {
    match kind {
        SubjectKind::Photo => both("照片", "a photo"),
        SubjectKind::Text => both("文字", "a text"),
        SubjectKind::Link => both("链接", "a link"),
        SubjectKind::Number => both("电话号码", "a number"),
    }
}

/// Where it came from.
pub const fn origin(origin: Origin) -> Both {
    match origin {
        Origin::Parcel => both("包裹", "a parcel"),
        Origin::Message => both("消息", "a message"),
        Origin::Call => both("电话", "a call"),
        Origin::Unknown => both("未说明", "not said"),
    }
}

/// How sure a source is; nothing to say where it is.
pub const fn confidence(confidence: Confidence) -> Option<Both> {
    match confidence {
        Confidence::High => None,
        Confidence::Medium => Some(both("来源一般", "one source of lesser standing")),
        Confidence::Memory => Some(both("未核实", "not confirmed")),
    }
}

/// How far the person has gone.
pub const fn situation(situation: Situation) -> Both {
    match situation {
        Situation::CardOnly => both("只拿到卡片", "holds the card"),
        Situation::Scanned => both("扫了码", "scanned the code"),
        Situation::ContactAdded => both("加了对方好友", "added the contact"),
        Situation::GroupJoined => both("进了群", "joined the group"),
        Situation::OnThePhone => both("正在通话", "on the phone"),
        Situation::ScreenShared => both("共享了屏幕", "shared the screen"),
        Situation::AppInstalled => both("装了对方说的应用", "installed their app"),
        Situation::GaveCardOrId => both("给了卡号或身份证号", "gave card or identity number"),
        Situation::GaveCode => both("给了验证码", "gave a verification code"),
        Situation::DidTasks => both("做了任务", "did tasks"),
        Situation::Paid => both("付了钱或转了账", "paid or transferred"),
        Situation::TookLoan => both("借了贷款", "took a loan"),
        Situation::SentCashOrGold => both("寄出了现金或黄金", "sent cash or gold"),
        Situation::AccountLocked => both("账号被锁", "locked out of an account"),
        Situation::OfferedRecovery => both("有人说能追回钱", "was offered to get money back"),
        Situation::PoliceContactedMe => both("有自称警方的人联系", "was contacted as by police"),
        Situation::ForParentOrChild => both("替家人问", "asks for family"),
    }
}

//! Detects the person's card, identity and telephone numbers.
//!
//! number_formats.rs decides what a number is; the cues here decide who owns it.

use std::sync::LazyLock;

use regex::Regex;

use super::detail::{DetailKind, DetailSpan};
use super::digit_groups::{Number, digit_groups, numbers_from};
use super::number_formats::{kind_of, mobile_start};
use super::ownership::{Owner, owner_by_last_cue, words_after, words_before};
use super::pattern::pattern;
use yanka_types::Span;

/// How far after a number a cue counts, in characters. Empirical; no measurement recorded.
const CHARS_AFTER_CARD: usize = 16;
const CHARS_AFTER_PHONE: usize = 14;

/// All card, identity and telephone numbers of the person in `text`.
pub fn find(text: &str) -> Vec<DetailSpan> {
    let groups = digit_groups(text);
    let mut found = Vec::new();
    let mut first = 0;
    while first < groups.len() {
        let recognized = numbers_from(&groups, first)
            .find_map(|(count, number)| kind_of(text, &number).map(|kind| (count, number, kind)));
        let Some((count, number, kind)) = recognized else {
            first += 1;
            continue;
        };
        let own = match kind {
            DetailKind::Card => is_own_card(text, number.span),
            DetailKind::Phone => is_own_phone(text, number.span),
            _ => true,
        };
        if own {
            found.push(DetailSpan { kind, span: masked_span(&number, kind) });
        }
        first += count;
    }
    found
}

/// The part of a number that is masked. Its ends stay, so that the person recognizes which of their
/// numbers it is.
fn masked_span(number: &Number, kind: DetailKind) -> Span {
    let all = number.digits.len();
    let (head, tail) = match kind {
        DetailKind::Card => (0, 4),
        DetailKind::Phone => {
            (mobile_start(&number.digits).map_or(all.min(5) - 2, |mobile| mobile + 3), 2)
        }
        _ => (0, 0),
    };
    let end = if tail == 0 { number.span.end } else { number.digit_starts[all - tail] };
    Span::new(number.digit_starts[head], end)
}

/// True if a card number is the person's. An account to pay to is the suspect's; a number after a
/// word such as 订单号 is no card number.
fn is_own_card(text: &str, span: Span) -> bool {
    static PAY_CUES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:转|打|汇|付|存)(?:到|给|至)?(?:我|他|她|对方)的?(?:卡|账[户号]|帐[户号]|银行卡)?号?|",
            r"(?:转|汇|打|存|充|付|缴|交|划|放)(?:款|账|帐|钱|进|入|过|值)*(?:到|至|给|入|进|往)",
            r"|收款(?:人|方|账[户号]|帐[户号]|卡号?|银行)?|收钱|对公账?[户号]?|转账|转帐|汇款|打款",
            r"|(?:安全|指定|监管|保证金|公司|财务|平台|客服|专用|验资|核验|专员|经理|主管|老师|导师)的?(?:账[户号]|帐[户号]|银行卡|卡号|卡)",
            r"|(?:他|对方|骗子)的?(?:卡|账[户号]|帐[户号]|银行卡)号?|户名",
            r"|transfer(?:red)?|wire|pay(?:ment)? to|pay|deposit|remit|beneficiary|send (?:the )?money"
        ))
    });
    static PERSON_CUES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:您|你|我|本人|自己|持卡人|妈妈?|爸爸?|老伴|客户|用户|会员)的?(?:卡|账[户号]|帐[户号]|银行卡|工资卡|储蓄卡|信用卡)?号?",
            r"|尾号|绑定|登记|预留|注销|挂失|冻结|退(?:款|回|还|到|至)(?:到|至|入|给)?|返还|赔付|到账|提现|工资|扣款|还款",
            r"|\b(?:my|your|refund|card number|cardholder)\b"
        ))
    });
    static NO_CARD_CUES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)订单号?|订单编号|运单号?|单号|快递号?|物流|流水号?|交易号|编号|工号|批次|条码|序列号|设备号|发票号?|",
            r"合同号|申请号|受理号|案件|IMEI|ICCID|SN|order|tracking|waybill|invoice|serial"
        ))
    });
    static PAY_CUE_AFTER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^[)）\s,，、]*(?:这是|是|为|就是)?[^，。]{0,6}(?:收款|转账|转帐|打款|对公|安全账户|公司的?账)",
        )
    });
    let cues: [(&Regex, Owner); 3] = [
        (&NO_CARD_CUES, Owner::Nobody),
        (&PAY_CUES, Owner::Suspect),
        (&PERSON_CUES, Owner::Person),
    ];
    match owner_by_last_cue(words_before(text, span.start), &cues) {
        Owner::Nobody | Owner::Suspect => false,
        Owner::Person => true,
        Owner::Unknown => !PAY_CUE_AFTER.is_match(words_after(text, span.end, CHARS_AFTER_CARD)),
    }
}

/// True if a telephone number is the person's. A number to call or to add as a contact is the
/// suspect's.
fn is_own_phone(text: &str, span: Span) -> bool {
    static CALL_CUES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)拨打|拨|致电|电联|电询|回电|回拨|来电|呼叫|联系|咨询|添加|搜索|加(?:我|V|v|微信?|薇|好友|群|一下|他|她)|",
            r"打(?:给|这个|此)?(?:电话)?|客服|热线|专线|专员|顾问|经理|主管|老师|导师|主任|警官|民警|法官|律师|师傅|店家|商家|卖家|厂家|",
            r"微信号?|VX|wx|V信|QQ|WhatsApp|Telegram|寄件人|发件人|寄方|发货人|退货|售后|招聘|",
            r"\b(?:call|contact|dial|hotline|add|reach|text|sender|from)\b"
        ))
    });
    static PERSON_CUES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)收件人?|收货人?|取件人?|签收人?|收方|本人|尾号|注册|预留|绑定|登录|登记|机主|户主|会员|用户|客户|顾客|家长|",
            r"派送|配送|送至|寄往|(?:您|你|我|妈妈?|爸爸?|老伴|儿子|女儿|奶奶|爷爷|孩子|家人|朋友)(?:的|自己的)?(?:手机号?|电话|号码|联系方式|联系电话|账号)?(?:号码)?|",
            r"\b(?:my|your|recipient|consignee|ship to|deliver to|customer)\b"
        ))
    });
    // Removed first, because they name no owner: `收件人张三，联系电话…` is the recipient's number.
    static NEUTRAL: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"联系(?:电话|方式|人|号码)|手机号?码?|电话号?码?"));
    static CALL_CUE_AFTER: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)^[)）\s,，、:：（(]*(?:这个|此|是|为|找|请|有事)?(?:我们)?[^，。\s]{0,3}",
            r"(?:联系|咨询|客服|经理|专员|老师|主任|警官|加微信|加我|加V|微信|同微信|同号|微信同|V同|回电|热线|找我)"
        ))
    });
    if CALL_CUE_AFTER.is_match(words_after(text, span.end, CHARS_AFTER_PHONE)) {
        return false;
    }
    let words = NEUTRAL.replace_all(words_before(text, span.start), "");
    let cues: [(&Regex, Owner); 2] = [(&CALL_CUES, Owner::Suspect), (&PERSON_CUES, Owner::Person)];
    owner_by_last_cue(&words, &cues) != Owner::Suspect
}

//! Which numbers are a card, an identity or a telephone, and whose.

use std::sync::LazyLock;

use regex::Regex;

use super::context::{Whose, before, behind, last, pattern};
use super::groups::{Number, groups, numbers};
use super::{Detail, Hidden};
use yanka_types::Span;

/// Every own card, identity and telephone number in the text.
pub fn find(text: &str) -> Vec<Hidden> {
    let groups = groups(text);
    let mut found = Vec::new();
    let mut first = 0;
    while first < groups.len() {
        let met = numbers(&groups, first)
            .find_map(|(count, number)| kind(text, &number).map(|detail| (count, number, detail)));
        let Some((count, number, detail)) = met else {
            first += 1;
            continue;
        };
        let own = match detail {
            Detail::Card => own_card(text, number.span),
            Detail::Phone => own_phone(text, number.span),
            _ => true,
        };
        if own {
            found.push(Hidden { detail, span: middle(&number, detail) });
        }
        first += count;
    }
    found
}

/// What a number is by its own form.
fn kind(text: &str, number: &Number) -> Option<Detail> {
    let digits = number.digits.as_str();
    let grouped = |shapes: &[&[usize]]| {
        number.shape.len() == 1 || shapes.iter().any(|shape| number.shape == *shape)
    };
    if identity(digits) && grouped(&[&[6, 8, 4], &[6, 4, 4, 4], &[3, 3, 4, 4, 4], &[6, 8, 3]]) {
        return Some(Detail::Identity);
    }
    if card(digits) && number.shape.iter().all(|n| *n >= 3) {
        return Some(Detail::Card);
    }
    let phone = mainland(digits).is_some()
        && grouped(&[
            &[3, 4, 4],
            &[3, 3, 5],
            &[4, 4, 3],
            &[2, 11],
            &[2, 3, 4, 4],
            &[4, 11],
            &[4, 3, 4, 4],
        ])
        || abroad(text, number)
        || landline(number);
    phone.then_some(Detail::Phone)
}

/// What is hidden of it: the ends stay, so that the person knows which of theirs it was.
fn middle(number: &Number, detail: Detail) -> Span {
    let all = number.digits.len();
    let (head, tail) = match detail {
        Detail::Card => (0, 4),
        Detail::Phone => (mainland(&number.digits).map_or(all.min(5) - 2, |mobile| mobile + 3), 2),
        _ => (0, 0),
    };
    let end = if tail == 0 { number.span.end } else { number.at[all - tail] };
    Span::new(number.at[head], end)
}

/// An account that a sentence says to pay to is the suspect's; an order number is nobody's.
fn own_card(text: &str, span: Span) -> bool {
    static PAY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:转|打|汇|付|存)(?:到|给|至)?(?:我|他|她|对方)的?(?:卡|账[户号]|帐[户号]|银行卡)?号?|",
            r"(?:转|汇|打|存|充|付|缴|交|划|放)(?:款|账|帐|钱|进|入|过|值)*(?:到|至|给|入|进|往)",
            r"|收款(?:人|方|账[户号]|帐[户号]|卡号?|银行)?|收钱|对公账?[户号]?|转账|转帐|汇款|打款",
            r"|(?:安全|指定|监管|保证金|公司|财务|平台|客服|专用|验资|核验|专员|经理|主管|老师|导师)的?(?:账[户号]|帐[户号]|银行卡|卡号|卡)",
            r"|(?:他|对方|骗子)的?(?:卡|账[户号]|帐[户号]|银行卡)号?|户名",
            r"|transfer(?:red)?|wire|pay(?:ment)? to|pay|deposit|remit|beneficiary|send (?:the )?money"
        ))
    });
    static OWN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)(?:您|你|我|本人|自己|持卡人|妈妈?|爸爸?|老伴|客户|用户|会员)的?(?:卡|账[户号]|帐[户号]|银行卡|工资卡|储蓄卡|信用卡)?号?",
            r"|尾号|绑定|登记|预留|注销|挂失|冻结|退(?:款|回|还|到|至)(?:到|至|入|给)?|返还|赔付|到账|提现|工资|扣款|还款",
            r"|\b(?:my|your|refund|card number|cardholder)\b"
        ))
    });
    static NOBODY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)订单号?|订单编号|运单号?|单号|快递号?|物流|流水号?|交易号|编号|工号|批次|条码|序列号|设备号|发票号?|",
            r"合同号|申请号|受理号|案件|IMEI|ICCID|SN|order|tracking|waybill|invoice|serial"
        ))
    });
    static PAY_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^[)）\s,，、]*(?:这是|是|为|就是)?[^，。]{0,6}(?:收款|转账|转帐|打款|对公|安全账户|公司的?账)",
        )
    });
    let words = before(text, span.start);
    match last(words, &[(&NOBODY, Whose::Nobody), (&PAY, Whose::Suspect), (&OWN, Whose::Own)]) {
        Whose::Nobody | Whose::Suspect => false,
        Whose::Own => true,
        Whose::Unsaid => !PAY_BEHIND.is_match(behind(text, span.end, 16)),
    }
}

/// A number that a text says to call or to add is the suspect's.
fn own_phone(text: &str, span: Span) -> bool {
    static CALL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)拨打|拨|致电|电联|电询|回电|回拨|来电|呼叫|联系|咨询|添加|搜索|加(?:我|V|v|微信?|薇|好友|群|一下|他|她)|",
            r"打(?:给|这个|此)?(?:电话)?|客服|热线|专线|专员|顾问|经理|主管|老师|导师|主任|警官|民警|法官|律师|师傅|店家|商家|卖家|厂家|",
            r"微信号?|VX|wx|V信|QQ|WhatsApp|Telegram|寄件人|发件人|寄方|发货人|退货|售后|招聘|",
            r"\b(?:call|contact|dial|hotline|add|reach|text|sender|from)\b"
        ))
    });
    static OWN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)收件人?|收货人?|取件人?|签收人?|收方|本人|尾号|注册|预留|绑定|登录|登记|机主|户主|会员|用户|客户|顾客|家长|",
            r"派送|配送|送至|寄往|(?:您|你|我|妈妈?|爸爸?|老伴|儿子|女儿|奶奶|爷爷|孩子|家人|朋友)(?:的|自己的)?(?:手机号?|电话|号码|联系方式|联系电话|账号)?(?:号码)?|",
            r"\b(?:my|your|recipient|consignee|ship to|deliver to|customer)\b"
        ))
    });
    // Neither says whose: `收件人张三，联系电话…` is still the recipient's.
    static NEITHER: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"联系(?:电话|方式|人|号码)|手机号?码?|电话号?码?"));
    static CALL_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?i)^[)）\s,，、:：（(]*(?:这个|此|是|为|找|请|有事)?(?:我们)?[^，。\s]{0,3}",
            r"(?:联系|咨询|客服|经理|专员|老师|主任|警官|加微信|加我|加V|微信|同微信|同号|微信同|V同|回电|热线|找我)"
        ))
    });
    if CALL_BEHIND.is_match(behind(text, span.end, 14)) {
        return false;
    }
    let words = NEITHER.replace_all(before(text, span.start), "");
    last(&words, &[(&CALL, Whose::Suspect), (&OWN, Whose::Own)]) != Whose::Suspect
}

/// A bank card: 15 to 19 digits, a leading digit that cards in China have, Luhn.
fn card(digits: &str) -> bool {
    matches!(digits.len(), 15..=19)
        && matches!(digits.as_bytes()[0], b'3'..=b'6' | b'9')
        && digits.bytes().all(|d| d.is_ascii_digit())
        && !digits.bytes().all(|d| d == digits.as_bytes()[0])
        && luhn(digits)
}

/// Luhn's check digit, ISO/IEC 7812-1 annex B.
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, u32::from(digit - b'0')) {
            (0, d) => d,
            (_, d) if d > 4 => d * 2 - 9,
            (_, d) => d * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// A resident identity number: region, date of birth and check character, GB 11643-1999
/// (ISO 7064 MOD 11-2).
fn identity(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    if digits.len() != 18 || digits[..17].contains('X') {
        return false;
    }
    let sum: u32 = digits.bytes().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    let fits = |range: std::ops::Range<usize>, low: &str, high: &str| {
        let part = &digits[range];
        (low..=high).contains(&part)
    };
    b"10X98765432"[(sum % 11) as usize] == digits.as_bytes()[17]
        && fits(0..2, "11", "83")
        && fits(6..10, "1900", "2099")
        && fits(10..12, "01", "12")
        && fits(12..14, "01", "31")
}

/// Where a mainland mobile number begins, by the numbering plan of 2017: 1, then 3 to 9, eleven
/// digits, after 86 or 0086 or nothing.
fn mainland(digits: &str) -> Option<usize> {
    let start = match digits.len() {
        11 => 0,
        13 if digits.starts_with("86") => 2,
        15 if digits.starts_with("0086") => 4,
        _ => return None,
    };
    let mobile = &digits.as_bytes()[start..];
    (mobile[0] == b'1' && matches!(mobile[1], b'3'..=b'9')).then_some(start)
}

/// A mobile number of Hong Kong, Macao or Taiwan with its country code and a plus sign.
fn abroad(text: &str, number: &Number) -> bool {
    let plus = text.get(..number.span.start).is_some_and(|t| t.ends_with(['+', '＋']));
    let digits = number.digits.as_str();
    plus && match digits.len() {
        11 => {
            digits.starts_with("8529") || digits.starts_with("8526") || digits.starts_with("8536")
        }
        12 => digits.starts_with("8869"),
        _ => false,
    }
}

/// A landline with its area code in front: `0571-12345678`.
fn landline(number: &Number) -> bool {
    let digits = number.digits.as_str();
    digits.starts_with('0')
        && !digits.starts_with("00")
        && matches!(digits.len(), 11 | 12)
        && matches!(number.shape[..], [3, 8] | [4, 7] | [4, 8] | [3, 4, 4] | [4, 4, 4])
}

//! Decides the kind of links that open an app or a function of the phone, by scheme or prefix.
//!
//! Knows schemes only; `web` decides web addresses. Does not guess what an unknown app does.

use super::{Kind, starts_with_ignore_case};

/// Longest scheme with its colon, in bytes.
const MAX_SCHEME: usize = 64;

/// The kind of `text` by its scheme; `None` for web addresses and for text without a scheme.
pub(super) fn kind(text: &str) -> Option<Kind> {
    if text.starts_with("#小程序://") {
        return Some(Kind::WechatMiniProgramText);
    }
    if starts_with_ignore_case(text, "BEGIN:VCARD") {
        return Some(Kind::ContactCard);
    }
    if starts_with_ignore_case(text, "BEGIN:VEVENT")
        || starts_with_ignore_case(text, "BEGIN:VCALENDAR")
    {
        return Some(Kind::EventOrPlace);
    }
    if text.starts_with("MMM={") {
        return Some(Kind::WaybillPage);
    }
    let (scheme, rest) = split_scheme(text)?;
    if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let lower = scheme.to_ascii_lowercase();
    Some(match lower.as_str() {
        "weixin" => weixin(rest),
        "wxp" => {
            if rest.starts_with("//wbf2f") {
                Kind::WechatMerchantCollect
            } else {
                Kind::WechatCollect
            }
        }
        "wxhb" => Kind::WechatRedPacket,
        "tel" | "telprompt" => tel(rest),
        _ => return by_table(&lower).or_else(|| unknown(&lower, rest)),
    })
}

/// The scheme before the first colon (RFC 3986 3.1), and what follows the colon.
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    let colon = text[..text.floor_char_boundary(MAX_SCHEME)].find(':')?;
    let scheme = &text[..colon];
    let is_valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_valid.then(|| (scheme, &text[colon + 1..]))
}

fn weixin(rest: &str) -> Kind {
    let path = rest.trim_start_matches('/');
    if path.starts_with("contacts/profile/") {
        Kind::WechatContactScheme
    } else if path.starts_with("dl/business") {
        Kind::WechatMiniProgramScheme
    } else if path.starts_with("biz/ww/profile/") {
        Kind::WecomAcquisitionScheme
    } else if path.starts_with("wxpay/") {
        Kind::WechatOrderPay
    } else {
        Kind::AppLink
    }
}

/// The kind of a number to dial. A control code, with a star or a hash, plain or percent-encoded,
/// changes settings of the phone (3GPP TS 22.030).
fn tel(rest: &str) -> Kind {
    let lower = rest.to_ascii_lowercase();
    if rest.contains(['*', '#']) || lower.contains("%2a") || lower.contains("%23") {
        Kind::TelMmi
    } else {
        Kind::Tel
    }
}

/// Sorted by scheme.
const SCHEMES: &[(&str, Kind)] = &[
    ("about", Kind::Script),
    ("alipay", Kind::AlipayScheme),
    ("alipays", Kind::AlipayScheme),
    ("android-app", Kind::Script),
    ("anydesk", Kind::RemoteControl),
    ("appmarket", Kind::AppStore),
    ("aweme", Kind::DouyinScheme),
    ("bitcoin", Kind::CryptoPay),
    ("bizcard", Kind::ContactCard),
    ("blob", Kind::Script),
    ("chrome", Kind::Script),
    ("content", Kind::Script),
    ("data", Kind::Script),
    ("dcep", Kind::Ecny),
    ("dingtalk", Kind::Dingtalk),
    ("dpp", Kind::DeviceSecret),
    ("ecny", Kind::Ecny),
    ("ethereum", Kind::CryptoPay),
    ("feishu", Kind::Feishu),
    ("file", Kind::Script),
    ("fleamarket", Kind::TaobaoScheme),
    ("geo", Kind::EventOrPlace),
    ("intent", Kind::Script),
    ("itms", Kind::AppStore),
    ("itms-apps", Kind::AppStore),
    ("itms-appss", Kind::AppStore),
    ("itms-services", Kind::IosEnterpriseInstall),
    ("javascript", Kind::Script),
    ("kakaotalk", Kind::ForeignChat),
    ("lark", Kind::Feishu),
    ("lightning", Kind::CryptoPay),
    ("line", Kind::Line),
    ("litecoin", Kind::CryptoPay),
    ("lpa", Kind::DeviceSecret),
    ("mailto", Kind::Mail),
    ("market", Kind::AppStore),
    ("matmsg", Kind::Mail),
    ("mecard", Kind::ContactCard),
    ("mimarket", Kind::AppStore),
    ("mms", Kind::Sms),
    ("mmsto", Kind::Sms),
    ("mqq", Kind::QqScheme),
    ("mqqapi", Kind::QqScheme),
    ("mqqopensdkapi", Kind::QqScheme),
    ("mqqwpa", Kind::QqChat),
    ("mt", Kind::DeviceSecret),
    ("openapp.jdmobile", Kind::JdScheme),
    ("openjd", Kind::JdScheme),
    ("oppomarket", Kind::AppStore),
    ("otpauth", Kind::DeviceSecret),
    ("otpauth-migration", Kind::DeviceSecret),
    ("skype", Kind::ForeignChat),
    ("sms", Kind::Sms),
    ("smsto", Kind::Sms),
    ("smtp", Kind::Mail),
    ("snssdk1112", Kind::DouyinScheme),
    ("snssdk1128", Kind::DouyinScheme),
    ("solana", Kind::CryptoPay),
    ("taobao", Kind::TaobaoScheme),
    ("tbopen", Kind::TaobaoScheme),
    ("tencent", Kind::QqChat),
    ("tg", Kind::Telegram),
    ("tmall", Kind::TaobaoScheme),
    ("todesk", Kind::RemoteControl),
    ("tron", Kind::CryptoPay),
    ("usdt", Kind::CryptoPay),
    ("vbscript", Kind::Script),
    ("viber", Kind::ForeignChat),
    ("vivomarket", Kind::AppStore),
    ("wemeet", Kind::TencentMeeting),
    ("whatsapp", Kind::Whatsapp),
    ("wifi", Kind::Wifi),
    ("wxwork", Kind::WecomPage),
    ("x-hm", Kind::DeviceSecret),
    ("zoomus", Kind::ZoomMeeting),
];

fn by_table(scheme: &str) -> Option<Kind> {
    SCHEMES.binary_search_by_key(&scheme, |row| row.0).ok().map(|i| SCHEMES[i].1)
}

/// The kind of an unknown scheme. It counts with `//` only, because texts and times have colons too.
fn unknown(scheme: &str, rest: &str) -> Option<Kind> {
    (rest.starts_with("//") && scheme.len() >= 2).then_some(Kind::AppLink)
}

#[cfg(test)]
mod tests {
    use super::SCHEMES;

    #[test]
    fn schemes_are_sorted_for_binary_search() {
        assert!(SCHEMES.is_sorted_by(|a, b| a.0 < b.0));
    }
}

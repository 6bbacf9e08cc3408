//! Decides the kind of a page by its path, for hosts with several kinds of page.
//!
//! One function for each host: path (with its slash) and query (without its mark) to the kind;
//! `None` for a page without one. The hosts are in `host_table`.

use super::Kind;

/// Length of the id at the start of `text`, in bytes.
fn id_len(text: &str) -> usize {
    text.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count()
}

pub(super) fn weixin_qq(path: &str, _: &str) -> Option<Kind> {
    if let Some(id) = path.strip_prefix("/g/") {
        return (id_len(id) >= 16).then_some(Kind::WechatGroup);
    }
    if let Some(id) = path.strip_prefix("/r/") {
        let id = id.strip_prefix("mp/").unwrap_or(id);
        return (id_len(id) >= 16).then_some(Kind::WechatOfficialAccount);
    }
    path.starts_with("/x/").then_some(Kind::WechatLogin)
}

pub(super) fn mp_weixin(path: &str, query: &str) -> Option<Kind> {
    if path.starts_with("/a/~") {
        Some(Kind::WechatMiniProgramCode)
    } else if path.len() > 3 && path.starts_with("/s/") || path == "/s" && !query.is_empty() {
        Some(Kind::WechatArticle)
    } else {
        None
    }
}

pub(super) fn work_weixin(path: &str, _: &str) -> Option<Kind> {
    let mut parts = path.split('/').skip(1);
    let id = |p: Option<&str>| p.is_some_and(|p| id_len(p) >= 6);
    match (parts.next()?, parts.next()) {
        ("ca", rest) if id(rest) => Some(Kind::WecomAcquisition),
        ("kfid" | "kf", rest) if id(rest) => Some(Kind::WecomCustomerService),
        ("gm", rest) if id(rest) => Some(Kind::WecomGroup),
        ("u", rest) if id(rest) => Some(Kind::WecomContact),
        ("nl" | "h5" | "apph5" | "wework_admin", Some(_)) => Some(Kind::WecomPage),
        _ => None,
    }
}

pub(super) fn qr_alipay(path: &str, _: &str) -> Option<Kind> {
    let id = path.get(1..)?.to_ascii_lowercase();
    if id.is_empty() {
        None
    } else if ["fkx", "tsx", "fkh", "fkz"].iter().any(|p| id.starts_with(p)) {
        Some(Kind::AlipayCollect)
    } else if id.starts_with('a') && id_len(&id) >= 10 {
        Some(Kind::AlipayContact)
    } else {
        Some(Kind::AlipayCode)
    }
}

pub(super) fn qm_qq(path: &str, query: &str) -> Option<Kind> {
    if path.starts_with("/cgi-bin/qm/qr") && query.contains("k=") {
        Some(Kind::QqContactOrGroup)
    } else if path.starts_with("/q/") && path.len() > 8 {
        Some(Kind::QqShort)
    } else {
        None
    }
}

pub(super) fn jq_qq(_: &str, query: &str) -> Option<Kind> {
    query.contains("k=").then_some(Kind::QqGroup)
}

pub(super) fn wpa_qq(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/msgrd").then_some(Kind::QqChat)
}

pub(super) fn pc_qq(path: &str, query: &str) -> Option<Kind> {
    (path.ends_with(".html") && query.contains("url=")).then_some(Kind::QqJump)
}

pub(super) fn qianbao_qq(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/wallet/sqrcode").then_some(Kind::QqCollect)
}

pub(super) fn tenpay(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/f2f").then_some(Kind::WechatMerchantCollect)
}

pub(super) fn payapp(path: &str, _: &str) -> Option<Kind> {
    (path.starts_with("/qr/") || path.starts_with("/sjt/qr/"))
        .then_some(Kind::WechatMerchantCollect)
}

pub(super) fn open_weixin(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/connect/confirm").then_some(Kind::WechatLogin)
}

pub(super) fn login_weixin(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/l/").then_some(Kind::WechatLogin)
}

pub(super) fn support_weixin(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/security").then_some(Kind::WechatAssistVerify)
}

pub(super) fn unionpay(path: &str, query: &str) -> Option<Kind> {
    if path.contains("/userAuth") && query.contains("redirectUrl=") {
        return Some(Kind::UnionpayJump);
    }
    let first = path.split('/').nth(1)?;
    (first.len() == 8 && first.bytes().all(|b| b.is_ascii_digit())).then_some(Kind::UnionpayCollect)
}

pub(super) fn tb_cn(path: &str, _: &str) -> Option<Kind> {
    match path.starts_with("/h.") {
        true => Some(Kind::TaobaoShare),
        false => (path.len() > 1).then_some(Kind::ShortLinkBrand),
    }
}

pub(super) fn weibo_cn(path: &str, query: &str) -> Option<Kind> {
    if path.starts_with("/qr/userinfo") {
        Some(Kind::VideoShare)
    } else if path.starts_with("/sinaurl") && !query.is_empty() {
        Some(Kind::Redirector)
    } else {
        None
    }
}

pub(super) fn zoom(path: &str, _: &str) -> Option<Kind> {
    ["/j/", "/s/", "/my/"].iter().any(|p| path.starts_with(p)).then_some(Kind::ZoomMeeting)
}

pub(super) fn tencent_meeting(path: &str, _: &str) -> Option<Kind> {
    ["/dm/", "/dw/", "/p/", "/s/"]
        .iter()
        .any(|p| path.starts_with(p))
        .then_some(Kind::TencentMeeting)
}

pub(super) fn testflight(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/join/").then_some(Kind::Testflight)
}

pub(super) fn feishu(path: &str, _: &str) -> Option<Kind> {
    if path.starts_with("/share/") {
        return Some(Kind::Form);
    }
    (path.len() > 1).then_some(Kind::Feishu)
}

pub(super) fn docs_qq(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/form/").then_some(Kind::Form)
}

pub(super) fn docs_google(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/forms/").then_some(Kind::Form)
}

pub(super) fn form_f(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/f/").then_some(Kind::Form)
}

pub(super) fn sf_waybill(path: &str, query: &str) -> Option<Kind> {
    let is_page = path.starts_with("/service/weixin/activity/wx_b2sf_order")
        || path.starts_with("/wxaccess/");
    (is_page && query.contains("p1=")).then_some(Kind::WaybillPage)
}

pub(super) fn myapp_simple(path: &str, query: &str) -> Option<Kind> {
    match path.starts_with("/o/simple.jsp") && query.contains("pkgname=") {
        true => Some(Kind::MyappDownload),
        false => (path.len() > 1).then_some(Kind::AppStore),
    }
}

pub(super) fn baidu(path: &str, query: &str) -> Option<Kind> {
    (path == "/link" && query.contains("url=")).then_some(Kind::Redirector)
}

pub(super) fn tieba(path: &str, query: &str) -> Option<Kind> {
    (path.contains("/safecheck") && !query.is_empty()).then_some(Kind::Redirector)
}

pub(super) fn with_target(_: &str, query: &str) -> Option<Kind> {
    (query.contains("target=") || query.contains("url=")).then_some(Kind::Redirector)
}

pub(super) fn qq_mail(path: &str, _: &str) -> Option<Kind> {
    (path.starts_with("/cgi-bin/readtemplate") || path.starts_with("/xmspamcheck"))
        .then_some(Kind::Redirector)
}

pub(super) fn yinxiang(path: &str, _: &str) -> Option<Kind> {
    path.starts_with("/OutboundRedirect").then_some(Kind::Redirector)
}

pub(super) fn gs1(path: &str, _: &str) -> Option<Kind> {
    (path.len() > 1).then_some(Kind::ProductCode)
}

pub(super) fn live_code_jump(path: &str, query: &str) -> Option<Kind> {
    (path.len() > 1 || !query.is_empty()).then_some(Kind::LiveCodeCaoliao)
}

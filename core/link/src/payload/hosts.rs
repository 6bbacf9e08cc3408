//! Decides which hosts are a doorway of a known kind: contacts, groups, payments, forms, short links.
//!
//! A doorway says what a link does, not who stands behind it: anyone can have most of them made.

use super::Kind;
use super::doors as d;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::sync::LazyLock;
use url::Url;

/// The kind of a page on `host`; `None` where the host, or this path on it, is no known doorway.
pub(super) fn kind(host: &str, url: &Url) -> Option<Kind> {
    let mut rest = host;
    loop {
        if let Some((reach, door)) = ROWS.get(rest)
            && (matches!(reach, Reach::Tree) || rest.len() == host.len())
        {
            return door.kind(url);
        }
        rest = &rest[memchr::memchr(b'.', rest.as_bytes())? + 1..];
    }
}

/// [`HOSTS`] by host: three look-ups a link, so a table and not a search.
static ROWS: LazyLock<HashMap<&str, &(Reach, Door), FixedState>> =
    LazyLock::new(|| HOSTS.iter().map(|(host, row)| (*host, row)).collect());

/// Whether sub-domains count.
enum Reach {
    /// This host only.
    Exact,
    /// Also everything below it.
    Tree,
}
use Reach::{Exact, Tree};

/// What makes a page on the host a doorway.
enum Door {
    /// Every page.
    Any(Kind),
    /// Every page but the front page.
    Inside(Kind),
    /// Depends on the path and query.
    Path(fn(&str, &str) -> Option<Kind>),
}
use Door::{Any, Inside, Path};

impl Door {
    fn kind(&self, url: &Url) -> Option<Kind> {
        let path = url.path();
        let query = url.query().unwrap_or("");
        match self {
            Any(kind) => Some(*kind),
            Inside(kind) => {
                let fragment = url.fragment().unwrap_or("");
                let inside = path.len() > 1 || !query.is_empty() || !fragment.is_empty();
                inside.then_some(*kind)
            }
            Path(decide) => decide(path, query),
        }
    }
}

/// Sorted by host. Sources: the collected payload facts, rows P001 to P099.
const HOSTS: &[(&str, (Reach, Door))] = &[
    ("0t.cn", (Exact, Inside(Kind::ShortLink))),
    ("0vu.cn", (Exact, Inside(Kind::ShortLink))),
    ("3.cn", (Exact, Inside(Kind::JdShare))),
    ("3w.cn", (Exact, Inside(Kind::ShortLink))),
    ("4qo.cn", (Exact, Inside(Kind::ShortLink))),
    ("53kf.com", (Tree, Any(Kind::HostedChat))),
    ("7vd.cn", (Exact, Inside(Kind::ShortLink))),
    ("985.so", (Exact, Inside(Kind::ShortLink))),
    ("a.189.cn", (Exact, Inside(Kind::ShortLinkBrand))),
    ("a.app.qq.com", (Exact, Path(d::myapp_simple))),
    ("aad.tw", (Exact, Inside(Kind::ShortLink))),
    ("airdroid.com", (Tree, Any(Kind::RemoteControl))),
    ("aliyuncs.com", (Tree, Any(Kind::FreeHosting))),
    ("amzn.to", (Exact, Inside(Kind::ShortLinkBrand))),
    ("android.myapp.com", (Exact, Inside(Kind::MyappDownload))),
    ("anydesk.com", (Tree, Any(Kind::RemoteControl))),
    ("api.whatsapp.com", (Exact, Inside(Kind::Whatsapp))),
    ("app.mi.com", (Exact, Inside(Kind::AppStore))),
    ("app.yinxiang.com", (Exact, Path(d::yinxiang))),
    ("appcopa.cn", (Tree, Inside(Kind::BetaDistribution))),
    ("appgallery.huawei.com", (Exact, Inside(Kind::AppStore))),
    ("apps.apple.com", (Exact, Inside(Kind::AppStore))),
    ("b23.tv", (Exact, Inside(Kind::VideoShare))),
    ("batchat.com", (Tree, Inside(Kind::NicheChat))),
    ("bcebos.com", (Tree, Any(Kind::FreeHosting))),
    ("betaqr.com", (Tree, Inside(Kind::BetaDistribution))),
    ("betaqr.com.cn", (Tree, Inside(Kind::BetaDistribution))),
    ("bit.ly", (Exact, Inside(Kind::ShortLinkWorld))),
    ("blogspot.com", (Tree, Any(Kind::FreeHosting))),
    ("buff.ly", (Exact, Inside(Kind::ShortLinkWorld))),
    ("c-ctrip.com", (Exact, Inside(Kind::ShortLinkBrand))),
    ("c.pc.qq.com", (Exact, Path(d::pc_qq))),
    ("caoliao.net", (Tree, Path(d::live_code_jump))),
    ("chat.whatsapp.com", (Exact, Inside(Kind::Whatsapp))),
    ("clewm.net", (Tree, Path(d::live_code_jump))),
    ("cli.im", (Tree, Path(d::live_code_jump))),
    ("click.taobao.com", (Exact, Inside(Kind::TaobaoAffiliate))),
    ("cmburl.cn", (Exact, Inside(Kind::ShortLinkBrand))),
    ("crisp.chat", (Tree, Any(Kind::HostedChat))),
    ("cutt.ly", (Exact, Inside(Kind::ShortLinkWorld))),
    ("d.alipay.com", (Exact, Inside(Kind::AlipayJump))),
    ("datayi.cn", (Exact, Inside(Kind::ShortLink))),
    ("ddurl.to", (Exact, Inside(Kind::Dingtalk))),
    ("dingtalk.com", (Exact, Inside(Kind::Dingtalk))),
    ("discord.gg", (Exact, Inside(Kind::ForeignChat))),
    ("dlj.li", (Exact, Inside(Kind::ShortLink))),
    ("docs.google.com", (Exact, Path(d::docs_google))),
    ("docs.qq.com", (Exact, Path(d::docs_qq))),
    ("dpurl.cn", (Exact, Inside(Kind::ShortLinkBrand))),
    ("ds.alipay.com", (Exact, Inside(Kind::AlipayJump))),
    ("dw4.co", (Exact, Inside(Kind::ShortLinkBrand))),
    ("dwz.cn", (Exact, Inside(Kind::ShortLink))),
    ("dwz.mk", (Exact, Inside(Kind::ShortLink))),
    ("dwz.tax", (Exact, Inside(Kind::ShortLink))),
    ("dwz.win", (Exact, Inside(Kind::ShortLink))),
    ("dx.10086.cn", (Exact, Inside(Kind::ShortLinkBrand))),
    ("easemob.com", (Tree, Any(Kind::HostedChat))),
    ("ewm.cn", (Tree, Inside(Kind::LiveCode))),
    ("f.wps.cn", (Exact, Inside(Kind::Form))),
    ("fal.cn", (Exact, Inside(Kind::ShortLink))),
    ("feishu.cn", (Tree, Path(d::feishu))),
    ("file-link.pinduoduo.com", (Exact, Inside(Kind::PddShare))),
    ("fir.im", (Tree, Inside(Kind::BetaDistribution))),
    ("forms.gle", (Exact, Inside(Kind::Form))),
    ("gg.gg", (Exact, Inside(Kind::ShortLinkWorld))),
    ("github.io", (Tree, Any(Kind::FreeHosting))),
    ("goo.gl", (Exact, Inside(Kind::ShortLinkWorld))),
    ("h5.dingtalk.com", (Exact, Inside(Kind::Dingtalk))),
    ("hlcode.cn", (Tree, Inside(Kind::LiveCode))),
    ("huoma.cn", (Tree, Inside(Kind::LiveCode))),
    ("i.qianbao.qq.com", (Exact, Path(d::qianbao_qq))),
    ("id.gs1.org", (Exact, Path(d::gs1))),
    ("intercom.help", (Tree, Any(Kind::HostedChat))),
    ("is.gd", (Exact, Inside(Kind::ShortLinkWorld))),
    ("item.m.jd.com", (Exact, Inside(Kind::JdShare))),
    ("itunes.apple.com", (Exact, Inside(Kind::AppStore))),
    ("iyouke.com", (Tree, Inside(Kind::LiveCode))),
    ("jappstore.com", (Tree, Inside(Kind::BetaDistribution))),
    ("jinshuju.net", (Tree, Path(d::form_f))),
    ("jq.qq.com", (Exact, Path(d::jq_qq))),
    ("jsj.top", (Tree, Path(d::form_f))),
    ("jump.bdimg.com", (Exact, Path(d::tieba))),
    ("jump2.bdimg.com", (Exact, Path(d::tieba))),
    ("kdocs.cn", (Tree, Inside(Kind::Form))),
    ("knurl.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl01.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl02.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl03.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl04.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl05.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl06.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl07.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl08.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl09.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl1.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl2.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl3.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl4.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl5.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl6.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl7.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl8.cn", (Exact, Inside(Kind::ShortLink))),
    ("kurl9.cn", (Exact, Inside(Kind::ShortLink))),
    ("larksuite.com", (Tree, Path(d::feishu))),
    ("letstalk.net", (Tree, Inside(Kind::NicheChat))),
    ("liantu.com", (Tree, Inside(Kind::LiveCode))),
    ("lin.ee", (Exact, Inside(Kind::Line))),
    ("line.me", (Exact, Inside(Kind::Line))),
    ("link.csdn.net", (Exact, Path(d::with_target))),
    ("link.juejin.cn", (Exact, Path(d::with_target))),
    ("link.zhihu.com", (Exact, Path(d::with_target))),
    ("liurl.cn", (Exact, Inside(Kind::ShortLink))),
    ("live.douyin.com", (Exact, Inside(Kind::DouyinShare))),
    ("lnkd.in", (Exact, Inside(Kind::ShortLinkWorld))),
    ("login.weixin.qq.com", (Exact, Path(d::login_weixin))),
    ("login.wx.qq.com", (Exact, Path(d::login_weixin))),
    ("lwurl.to", (Exact, Inside(Kind::Dingtalk))),
    ("m.alipay.com", (Exact, Inside(Kind::AlipayJump))),
    ("m.baidu.com", (Exact, Path(d::baidu))),
    ("m.bestpay.com.cn", (Exact, Inside(Kind::CarrierPay))),
    ("m.me", (Exact, Inside(Kind::ForeignChat))),
    ("m.tb.cn", (Exact, Path(d::tb_cn))),
    ("m.wandoujia.com", (Exact, Inside(Kind::AppStore))),
    ("m6z.cn", (Exact, Inside(Kind::ShortLink))),
    ("mail.qq.com", (Exact, Path(d::qq_mail))),
    ("me-qr.com", (Exact, Inside(Kind::ShortLinkWorld))),
    ("meeting.tencent.com", (Exact, Path(d::tencent_meeting))),
    ("meiqia.com", (Tree, Any(Kind::HostedChat))),
    ("mmbizurl.cn", (Exact, Inside(Kind::ShortLinkBrand))),
    ("mobile.yangkeduo.com", (Exact, Inside(Kind::PddShare))),
    ("mobilecodec.alipay.com", (Exact, Inside(Kind::AlipayJump))),
    ("mp.weixin.qq.com", (Exact, Path(d::mp_weixin))),
    ("mrw.so", (Exact, Inside(Kind::ShortLink))),
    ("myhuaweicloud.com", (Tree, Any(Kind::FreeHosting))),
    ("myqcloud.com", (Tree, Any(Kind::FreeHosting))),
    ("netlify.app", (Tree, Any(Kind::FreeHosting))),
    ("ock.cn", (Exact, Inside(Kind::ShortLink))),
    ("open.weixin.qq.com", (Exact, Path(d::open_weixin))),
    ("oray.com", (Tree, Any(Kind::RemoteControl))),
    ("ow.ly", (Exact, Inside(Kind::ShortLinkWorld))),
    ("p.10086.cn", (Exact, Inside(Kind::CarrierPay))),
    ("p.pinduoduo.com", (Exact, Inside(Kind::PddShare))),
    ("p.qpic.cn", (Exact, Inside(Kind::WecomContactPicture))),
    ("pages.dev", (Tree, Any(Kind::FreeHosting))),
    ("payapp.wechatpay.cn", (Exact, Path(d::payapp))),
    ("payapp.weixin.qq.com", (Exact, Path(d::payapp))),
    ("pd.qq.com", (Exact, Inside(Kind::QqChannel))),
    ("pgyer.cn", (Tree, Inside(Kind::BetaDistribution))),
    ("pgyer.com", (Tree, Inside(Kind::BetaDistribution))),
    ("pgyerapp.com", (Tree, Inside(Kind::BetaDistribution))),
    ("play.google.com", (Exact, Inside(Kind::AppStore))),
    ("potato.im", (Tree, Inside(Kind::NicheChat))),
    ("qiyukf.com", (Tree, Any(Kind::HostedChat))),
    ("qm.qq.com", (Exact, Path(d::qm_qq))),
    ("qr.95516.com", (Exact, Path(d::unionpay))),
    ("qr.alipay.com", (Exact, Path(d::qr_alipay))),
    ("qr.ax", (Tree, Inside(Kind::LiveCode))),
    ("qr.dingtalk.com", (Exact, Inside(Kind::Dingtalk))),
    ("qr61.cn", (Tree, Path(d::live_code_jump))),
    ("qrco.de", (Exact, Inside(Kind::ShortLinkWorld))),
    ("quma.cn", (Tree, Inside(Kind::LiveCode))),
    ("r2.dev", (Tree, Any(Kind::FreeHosting))),
    ("rb.gy", (Exact, Inside(Kind::ShortLinkWorld))),
    ("rebrand.ly", (Exact, Inside(Kind::ShortLinkWorld))),
    ("render.alipay.com", (Exact, Inside(Kind::AlipayJump))),
    ("reurl.cc", (Exact, Inside(Kind::ShortLinkWorld))),
    ("rrd.me", (Exact, Inside(Kind::ShortLink))),
    ("rustdesk.com", (Tree, Any(Kind::RemoteControl))),
    ("s.click.taobao.com", (Exact, Inside(Kind::TaobaoAffiliate))),
    ("s.id", (Exact, Inside(Kind::ShortLinkWorld))),
    ("s.zhihu.com", (Exact, Inside(Kind::VideoShare))),
    ("salesmartly.com", (Tree, Any(Kind::HostedChat))),
    ("scrmtech.com", (Tree, Inside(Kind::LiveCode))),
    ("shimo.im", (Tree, Inside(Kind::Form))),
    ("shorturl.at", (Exact, Inside(Kind::ShortLinkWorld))),
    ("shouji.shop", (Tree, Inside(Kind::BetaDistribution))),
    ("signal.group", (Exact, Inside(Kind::ForeignChat))),
    ("signal.me", (Exact, Inside(Kind::ForeignChat))),
    ("sinaurl.cn", (Exact, Inside(Kind::ShortLink))),
    ("sj.qq.com", (Exact, Inside(Kind::AppStore))),
    ("sns.sf-express.com", (Exact, Inside(Kind::ShortLinkBrand))),
    ("so.m.jd.com", (Exact, Inside(Kind::JdShare))),
    ("sobot.com", (Tree, Any(Kind::HostedChat))),
    ("sourl.cn", (Exact, Inside(Kind::ShortLink))),
    ("sunlogin.com", (Tree, Any(Kind::RemoteControl))),
    ("suo.fyi", (Exact, Inside(Kind::ShortLink))),
    ("suo.im", (Exact, Inside(Kind::ShortLink))),
    ("suo.nz", (Exact, Inside(Kind::ShortLink))),
    ("support.qq.com", (Exact, Path(d::with_target))),
    ("support.weixin.qq.com", (Exact, Path(d::support_weixin))),
    ("surl.amap.com", (Exact, Inside(Kind::ShortLinkBrand))),
    ("surl.cn", (Exact, Inside(Kind::ShortLink))),
    ("t.cn", (Exact, Inside(Kind::ShortLink))),
    ("t.co", (Exact, Inside(Kind::ShortLinkWorld))),
    ("t.ctrip.cn", (Exact, Inside(Kind::ShortLinkBrand))),
    ("t.ly", (Exact, Inside(Kind::ShortLinkWorld))),
    ("t.me", (Exact, Inside(Kind::Telegram))),
    ("tawk.to", (Tree, Any(Kind::HostedChat))),
    ("tb.cn", (Exact, Inside(Kind::ShortLinkBrand))),
    ("tburl.in", (Exact, Inside(Kind::ShortLinkBrand))),
    ("tcb.qcloud.la", (Tree, Any(Kind::FreeHosting))),
    ("tcloudbaseapp.com", (Tree, Any(Kind::FreeHosting))),
    ("teamviewer.com", (Tree, Any(Kind::RemoteControl))),
    ("telegram.dog", (Exact, Inside(Kind::Telegram))),
    ("telegram.me", (Exact, Inside(Kind::Telegram))),
    ("testflight.apple.com", (Exact, Path(d::testflight))),
    ("tieba.baidu.com", (Exact, Path(d::tieba))),
    ("tiny.cc", (Exact, Inside(Kind::ShortLinkWorld))),
    ("tinyurl.com", (Exact, Inside(Kind::ShortLinkWorld))),
    ("todesk.com", (Tree, Any(Kind::RemoteControl))),
    ("txul.cn", (Exact, Inside(Kind::ShortLink))),
    ("u.10010.cn", (Exact, Inside(Kind::ShortLinkBrand))),
    ("u.jd.com", (Exact, Inside(Kind::JdShare))),
    ("u.wechat.com", (Exact, Inside(Kind::WechatContact))),
    ("u6v.cn", (Exact, Inside(Kind::ShortLink))),
    ("ucmp.sf-express.com", (Exact, Path(d::sf_waybill))),
    ("udesk.cn", (Tree, Any(Kind::HostedChat))),
    ("uland.taobao.com", (Exact, Inside(Kind::TaobaoAffiliate))),
    ("unicompayment.com", (Exact, Inside(Kind::CarrierPay))),
    ("ur.alipay.com", (Exact, Inside(Kind::AlipayShort))),
    ("url.cn", (Exact, Inside(Kind::ShortLink))),
    ("urlify.cn", (Exact, Inside(Kind::ShortLink))),
    ("v.douyin.com", (Exact, Inside(Kind::DouyinShare))),
    ("v.gd", (Exact, Inside(Kind::ShortLinkWorld))),
    ("v.kuaishou.com", (Exact, Inside(Kind::KuaishouShare))),
    ("v.m.chenzhongtech.com", (Exact, Inside(Kind::KuaishouShare))),
    ("vercel.app", (Tree, Any(Kind::FreeHosting))),
    ("voovmeeting.com", (Exact, Path(d::tencent_meeting))),
    ("w0z.cn", (Exact, Inside(Kind::ShortLink))),
    ("wa.me", (Exact, Inside(Kind::Whatsapp))),
    ("web.app", (Tree, Any(Kind::FreeHosting))),
    ("weebly.com", (Tree, Any(Kind::FreeHosting))),
    ("weibanzhushou.com", (Tree, Inside(Kind::LiveCode))),
    ("weibo.cn", (Tree, Path(d::weibo_cn))),
    ("weiduoduo.com", (Tree, Inside(Kind::LiveCode))),
    ("weixin.qq.com", (Exact, Path(d::weixin_qq))),
    ("weixin110.qq.com", (Exact, Any(Kind::WechatAssistVerify))),
    ("wenjuan.com", (Exact, Inside(Kind::Form))),
    ("wework.qpic.cn", (Exact, Inside(Kind::WecomContactPicture))),
    ("wixsite.com", (Tree, Any(Kind::FreeHosting))),
    ("wj.qq.com", (Exact, Inside(Kind::Form))),
    ("wjx.cn", (Exact, Inside(Kind::Form))),
    ("wjx.com", (Exact, Inside(Kind::Form))),
    ("wjx.top", (Exact, Inside(Kind::Form))),
    ("work.weixin.qq.com", (Exact, Path(d::work_weixin))),
    ("workers.dev", (Tree, Any(Kind::FreeHosting))),
    ("wosuo.net", (Exact, Inside(Kind::ShortLink))),
    ("wpa.qq.com", (Exact, Path(d::wpa_qq))),
    ("wwei.cn", (Tree, Inside(Kind::LiveCode))),
    ("www.baidu.com", (Exact, Path(d::baidu))),
    ("www.dingtalk.com", (Exact, Inside(Kind::Dingtalk))),
    ("www.iesdouyin.com", (Exact, Inside(Kind::DouyinShare))),
    ("www.kuaishou.com", (Exact, Inside(Kind::KuaishouShare))),
    ("www.unicompayment.com", (Exact, Inside(Kind::CarrierPay))),
    ("www.wenjuan.com", (Exact, Inside(Kind::Form))),
    ("www.wjx.cn", (Exact, Inside(Kind::Form))),
    ("www.wjx.com", (Exact, Inside(Kind::Form))),
    ("www.wjx.top", (Exact, Inside(Kind::Form))),
    ("wx.mail.qq.com", (Exact, Path(d::qq_mail))),
    ("wx.tenpay.com", (Exact, Path(d::tenpay))),
    ("wxaurl.cn", (Exact, Inside(Kind::WechatMiniProgramLink))),
    ("wxmpurl.cn", (Exact, Inside(Kind::WechatMiniProgramLink))),
    ("wxurl.cn", (Exact, Inside(Kind::WechatShortAlias))),
    ("wz.my", (Exact, Inside(Kind::ShortLink))),
    ("xhslink.cn", (Exact, Inside(Kind::XiaohongshuShare))),
    ("xhslink.com", (Exact, Inside(Kind::XiaohongshuShare))),
    ("xuewaurl.cn", (Exact, Inside(Kind::ShortLink))),
    ("yldwz.cn", (Exact, Inside(Kind::ShortLink))),
    ("zalo.me", (Exact, Inside(Kind::ForeignChat))),
    ("zhimahuoma.com", (Tree, Inside(Kind::LiveCode))),
    ("zo.cm", (Exact, Inside(Kind::ShortLink))),
    ("zoom.com", (Tree, Path(d::zoom))),
    ("zoom.com.cn", (Tree, Path(d::zoom))),
    ("zoom.us", (Tree, Path(d::zoom))),
];

#[cfg(test)]
mod tests {
    use super::HOSTS;

    #[test]
    fn hosts_are_sorted_and_none_stands_twice() {
        assert!(HOSTS.is_sorted_by(|a, b| a.0 < b.0));
    }
}

//! Lists the kinds of payload, one for each row of the collected payload facts.
//!
//! The other modules of `payload` decide which payload has which kind.

use yanka_types::string_enum;

string_enum! {
    /// What a payload is. The words are never renamed, because rules name them.
    Kind {
        /// A private WeChat contact (P001).
        WechatContact = "wechat-contact",
        /// A private WeChat contact, by its app link (P002).
        WechatContactScheme = "wechat-contact-scheme",
        /// A WeChat group (P003).
        WechatGroup = "wechat-group",
        /// A WeChat official account to follow (P004).
        WechatOfficialAccount = "wechat-official-account",
        /// An article of a WeChat official account (P005).
        WechatArticle = "wechat-article",
        /// A WeChat mini program, as a square code (P006).
        WechatMiniProgramCode = "wechat-mini-program-code",
        /// A link that jumps into a WeChat mini program (P007).
        WechatMiniProgramLink = "wechat-mini-program-link",
        /// An app link that opens a WeChat mini program (P008).
        WechatMiniProgramScheme = "wechat-mini-program-scheme",
        /// `#小程序://…`, which only WeChat's chats open (P009).
        WechatMiniProgramText = "wechat-mini-program-text",
        /// An old short host of WeChat mini programs (P010).
        WechatShortAlias = "wechat-short-alias",
        /// Approves a log-in to WeChat on another device (P011).
        WechatLogin = "wechat-login",
        /// Confirms the owner of another WeChat account (P012).
        WechatAssistVerify = "wechat-assist-verify",
        /// Adds a WeCom employee without approval (获客链接) (P013).
        WecomAcquisition = "wecom-acquisition",
        /// Adds a WeCom employee without approval, by its app link (P014).
        WecomAcquisitionScheme = "wecom-acquisition-scheme",
        /// A chat with a company's account (微信客服) (P015).
        WecomCustomerService = "wecom-customer-service",
        /// A WeCom customer group (P016).
        WecomGroup = "wecom-group",
        /// A WeCom employee's card (P017).
        WecomContact = "wecom-contact",
        /// The picture host of WeCom contact codes (P018).
        WecomContactPicture = "wecom-contact-picture",
        /// Another page on WeCom's host (P019).
        WecomPage = "wecom-page",
        /// A person's WeChat collection code (P020).
        WechatCollect = "wechat-collect",
        /// A merchant's WeChat collection code (P021).
        WechatMerchantCollect = "wechat-merchant-collect",
        /// Pays one prepared order in WeChat (P022).
        WechatOrderPay = "wechat-order-pay",
        /// A WeChat red packet (P023).
        WechatRedPacket = "wechat-red-packet",
        /// The digits of a payer's own payment code, with which a merchant debits the payer (P024).
        PaymentCode = "payment-code",
        /// A QQ Wallet collection code (P025).
        QqCollect = "qq-collect",
        /// An Alipay collection code (P026).
        AlipayCollect = "alipay-collect",
        /// An Alipay contact (P027).
        AlipayContact = "alipay-contact",
        /// An Alipay code of unknown use: shop, group, coupon (P028).
        AlipayCode = "alipay-code",
        /// An Alipay short link (P029).
        AlipayShort = "alipay-short",
        /// An app link into Alipay (P030).
        AlipayScheme = "alipay-scheme",
        /// An Alipay page that forwards to a code in its parameters (P031).
        AlipayJump = "alipay-jump",
        /// A QQ contact or group (P032).
        QqContactOrGroup = "qq-contact-or-group",
        /// A short QQ contact or group link (P033).
        QqShort = "qq-short",
        /// A QQ group (P034).
        QqGroup = "qq-group",
        /// An app link to a QQ card (P035).
        QqScheme = "qq-scheme",
        /// A chat with a QQ number (P036).
        QqChat = "qq-chat",
        /// A QQ channel (P037).
        QqChannel = "qq-channel",
        /// QQ's warning page; a parameter has the real target (P038).
        QqJump = "qq-jump",
        /// A UnionPay collection code (P039).
        UnionpayCollect = "unionpay-collect",
        /// A UnionPay log-in that redirects (P040).
        UnionpayJump = "unionpay-jump",
        /// A phone carrier's payment page (P041).
        CarrierPay = "carrier-pay",
        /// A digital yuan code (P042).
        Ecny = "ecny",
        /// A Taobao share link (P043).
        TaobaoShare = "taobao-share",
        /// A Taobao affiliate jump (P044).
        TaobaoAffiliate = "taobao-affiliate",
        /// 淘口令, which the Taobao app reads from the clipboard (P045).
        TaobaoToken = "taobao-token",
        /// An app link into Taobao (P046).
        TaobaoScheme = "taobao-scheme",
        /// A JD share or affiliate link (P047).
        JdShare = "jd-share",
        /// An app link into JD (P048).
        JdScheme = "jd-scheme",
        /// A Pinduoduo share link (P049).
        PddShare = "pdd-share",
        /// A Douyin share link (P050).
        DouyinShare = "douyin-share",
        /// An app link into Douyin (P051).
        DouyinScheme = "douyin-scheme",
        /// A Kuaishou share link (P052).
        KuaishouShare = "kuaishou-share",
        /// A Xiaohongshu share link (P053).
        XiaohongshuShare = "xiaohongshu-share",
        /// A Bilibili, Weibo or Zhihu share link (P054).
        VideoShare = "video-share",
        /// Telegram (P055).
        Telegram = "telegram",
        /// WhatsApp (P056).
        Whatsapp = "whatsapp",
        /// LINE (P057).
        Line = "line",
        /// A little-known chat app (P058).
        NicheChat = "niche-chat",
        /// Another foreign messenger (P059).
        ForeignChat = "foreign-chat",
        /// A DingTalk group or page (P060).
        Dingtalk = "dingtalk",
        /// A Feishu group, document or meeting (P061).
        Feishu = "feishu",
        /// A Tencent meeting (P062).
        TencentMeeting = "tencent-meeting",
        /// A Zoom meeting (P063).
        ZoomMeeting = "zoom-meeting",
        /// An app that controls or shows the phone remotely (P064).
        RemoteControl = "remote-control",
        /// An Android app file (P065).
        Apk = "apk",
        /// An iOS app from outside the App Store (P066).
        IosEnterpriseInstall = "ios-enterprise-install",
        /// An iOS configuration profile (P067).
        IosProfile = "ios-profile",
        /// An unreleased iOS app (P068).
        Testflight = "testflight",
        /// A host of unreviewed apps (P069).
        BetaDistribution = "beta-distribution",
        /// An app store's page (P070).
        AppStore = "app-store",
        /// A page of Tencent's app store (P071).
        MyappDownload = "myapp-download",
        /// A 草料 live code, whose content changes after printing (P072).
        LiveCodeCaoliao = "live-code-caoliao",
        /// A live code of another provider (P073).
        LiveCode = "live-code",
        /// A form that anybody can create (P074).
        Form = "form",
        /// A Chinese short link (P075).
        ShortLink = "short-link",
        /// A foreign short link (P076).
        ShortLinkWorld = "short-link-world",
        /// A short link of one brand (P077).
        ShortLinkBrand = "short-link-brand",
        /// Dials a number (P078).
        Tel = "tel",
        /// Dials a control code, such as call forwarding (P079).
        TelMmi = "tel-mmi",
        /// A prepared text message (P080).
        Sms = "sms",
        /// A prepared mail (P081).
        Mail = "mail",
        /// Joins a Wi-Fi network (P082).
        Wifi = "wifi",
        /// Saves a contact (P083).
        ContactCard = "contact-card",
        /// A calendar entry or a location (P084).
        EventOrPlace = "event-or-place",
        /// A cryptocurrency address or a foreign payment (P085).
        CryptoPay = "crypto-pay",
        /// Runs a script or opens local content of the phone (P086).
        Script = "script",
        /// A courier's waybill page (P087).
        WaybillPage = "waybill-page",
        /// A waybill number (P088).
        WaybillNumber = "waybill-number",
        /// A product code (GS1) (P089).
        ProductCode = "product-code",
        /// An anti-counterfeit or tracing page (P090).
        TracePage = "trace-page",
        /// Digits only (P091).
        PlainDigits = "plain-digits",
        /// Words only (P092).
        PlainText = "plain-text",
        /// A web page of no other kind (P093).
        UnknownSite = "unknown-site",
        /// A web page of no other kind, over `http` (P094).
        UnknownHttpSite = "unknown-http-site",
        /// A web page whose host is disguised: user info, IP address, port or foreign letters (P095).
        DisguisedSite = "disguised-site",
        /// A web page whose host imitates a brand; only [`Facts`](crate::Facts) have it (P096).
        ImitationSite = "imitation-site",
        /// A page of any tenant of a hosting service (P097).
        FreeHosting = "free-hosting",
        /// A known host that redirects to any address (P098).
        Redirector = "redirector",
        /// A web chat that anybody can rent (P099).
        HostedChat = "hosted-chat",
        /// A page on a host where only its owner, a known brand, can publish; only
        /// [`Facts`](crate::Facts) have it.
        OfficialSite = "official-site",
        /// A page on a known brand's host where sellers or users can publish; only
        /// [`Facts`](crate::Facts) have it.
        OwnedSite = "owned-site",
        /// A log-in secret, an eSIM or a device pairing.
        DeviceSecret = "device-secret",
        /// An app link with an unknown scheme.
        AppLink = "app-link",
        /// Bytes that are no text.
        Binary = "binary",
    }
}

//! Decides what a link of some kind would do when it is opened.
//!
//! Facts about doors, from the payload facts. No weight and no sentence: those are in the rules.

use crate::payload::Kind;
use yanka_types::string_enum;

string_enum! {
    /// What a link would do. The sentences for people stand in the rule sources.
    Effect {
        /// Adds or shows a private or company contact.
        OpensContact = "opens-contact",
        /// Joins a group or channel.
        JoinsGroup = "joins-group",
        /// A contact or a group; the link does not say which.
        OpensContactOrGroup = "opens-contact-or-group",
        /// Opens a chat with somebody.
        OpensChat = "opens-chat",
        /// Follows an account that sends messages.
        FollowsAccount = "follows-account",
        /// Opens a mini program.
        OpensMiniProgram = "opens-mini-program",
        /// Asks for money.
        TakesPayment = "takes-payment",
        /// Shows the code with which others can take money.
        GivesMoney = "gives-money",
        /// Opens a red packet.
        OpensRedPacket = "opens-red-packet",
        /// Approves a log-in on another device, or vouches for another account.
        ApprovesLogin = "approves-login",
        /// Installs an app or a profile from outside a store.
        InstallsApp = "installs-app",
        /// Opens a page in an app store.
        OpensStore = "opens-store",
        /// Joins a meeting, in which a screen can be shared.
        JoinsMeeting = "joins-meeting",
        /// An app that shows or steers the phone from afar.
        RemoteControl = "remote-control",
        /// Opens a form that anyone can have made.
        OpensForm = "opens-form",
        /// A live code: its target can be changed after printing.
        LiveCode = "live-code",
        /// A short link: where it leads cannot be seen offline.
        ShortLink = "short-link",
        /// Passes on to another address.
        Redirects = "redirects",
        /// Loads a file.
        Download = "download",
        /// Dials a number.
        Call = "call",
        /// Dials a code that changes the phone's settings.
        ChangesPhone = "changes-phone",
        /// Prepares a text message or mail.
        WritesMessage = "writes-message",
        /// Joins a Wi-Fi network.
        JoinsWifi = "joins-wifi",
        /// Saves a contact in the address book.
        SavesContact = "saves-contact",
        /// Adds a calendar entry or shows a place.
        AddsEvent = "adds-event",
        /// Stores a secret or an eSIM.
        StoresSecret = "stores-secret",
        /// Runs or opens something inside the phone.
        RunsInside = "runs-inside",
        /// Opens a page, item, video or shop inside an app.
        OpensApp = "opens-app",
        /// Shows a parcel's or product's page.
        LooksUp = "looks-up",
        /// Opens a web page.
        OpensPage = "opens-page",
        /// Shows words or digits and does nothing.
        ShowsText = "shows-text",
    }
}

/// Path endings of files that a browser loads rather than shows.
const FILES: &[&str] = &[
    ".exe", ".msi", ".dmg", ".pkg", ".zip", ".rar", ".7z", ".ipa", ".hap", ".jar", ".bat", ".scr",
    ".plist",
];

impl Effect {
    /// What a link of `kind` does; `path` tells a download from a page.
    pub(super) fn of(kind: Kind, path: &str) -> Self {
        let is_file = || FILES.iter().any(|f| path.len() > f.len() && ends_with(path, f));
        match Self::of_kind(kind) {
            Self::OpensPage if is_file() => Self::Download,
            effect => effect,
        }
    }

    /// What a payload of `kind` does.
    #[must_use]
    pub const fn of_kind(kind: Kind) -> Self {
        use Kind as K;
        match kind {
            K::WechatContact
            | K::WechatContactScheme
            | K::WecomAcquisition
            | K::WecomAcquisitionScheme
            | K::WecomContact
            | K::AlipayContact
            | K::Line => Self::OpensContact,
            K::WechatGroup | K::WecomGroup | K::QqGroup | K::QqChannel => Self::JoinsGroup,
            K::QqContactOrGroup | K::QqShort | K::QqScheme | K::Dingtalk | K::Feishu => {
                Self::OpensContactOrGroup
            }
            K::WecomCustomerService
            | K::QqChat
            | K::Telegram
            | K::Whatsapp
            | K::NicheChat
            | K::ForeignChat
            | K::HostedChat => Self::OpensChat,
            K::WechatOfficialAccount => Self::FollowsAccount,
            K::WechatMiniProgramCode
            | K::WechatMiniProgramLink
            | K::WechatMiniProgramScheme
            | K::WechatMiniProgramText => Self::OpensMiniProgram,
            K::WechatCollect
            | K::WechatMerchantCollect
            | K::WechatOrderPay
            | K::QqCollect
            | K::AlipayCollect
            | K::UnionpayCollect
            | K::CarrierPay
            | K::Ecny
            | K::CryptoPay => Self::TakesPayment,
            K::PaymentCode => Self::GivesMoney,
            K::WechatRedPacket => Self::OpensRedPacket,
            K::WechatLogin | K::WechatAssistVerify => Self::ApprovesLogin,
            K::Apk
            | K::IosEnterpriseInstall
            | K::IosProfile
            | K::Testflight
            | K::BetaDistribution => Self::InstallsApp,
            K::AppStore | K::MyappDownload => Self::OpensStore,
            K::TencentMeeting | K::ZoomMeeting => Self::JoinsMeeting,
            K::RemoteControl => Self::RemoteControl,
            K::Form => Self::OpensForm,
            K::LiveCode | K::LiveCodeCaoliao => Self::LiveCode,
            K::ShortLink
            | K::ShortLinkWorld
            | K::ShortLinkBrand
            | K::WechatShortAlias
            | K::AlipayShort => Self::ShortLink,
            K::QqJump | K::UnionpayJump | K::AlipayJump | K::Redirector => Self::Redirects,
            K::Tel => Self::Call,
            K::TelMmi => Self::ChangesPhone,
            K::Sms | K::Mail => Self::WritesMessage,
            K::Wifi => Self::JoinsWifi,
            K::ContactCard => Self::SavesContact,
            K::EventOrPlace => Self::AddsEvent,
            K::DeviceSecret => Self::StoresSecret,
            K::Script => Self::RunsInside,
            K::AlipayScheme
            | K::AlipayCode
            | K::TaobaoShare
            | K::TaobaoAffiliate
            | K::TaobaoToken
            | K::TaobaoScheme
            | K::JdShare
            | K::JdScheme
            | K::PddShare
            | K::DouyinShare
            | K::DouyinScheme
            | K::KuaishouShare
            | K::XiaohongshuShare
            | K::VideoShare
            | K::AppLink => Self::OpensApp,
            K::WaybillPage | K::WaybillNumber | K::ProductCode | K::TracePage => Self::LooksUp,
            K::WechatArticle
            | K::WecomContactPicture
            | K::WecomPage
            | K::UnknownSite
            | K::UnknownHttpSite
            | K::DisguisedSite
            | K::ImitationSite
            | K::FreeHosting
            | K::OfficialSite
            | K::OwnedSite => Self::OpensPage,
            K::PlainDigits | K::PlainText | K::Binary => Self::ShowsText,
        }
    }
}

fn ends_with(path: &str, ending: &str) -> bool {
    let bytes = path.as_bytes();
    bytes[bytes.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
}

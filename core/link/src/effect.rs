//! Decides what a payload of some kind does when the person opens it.
//!
//! Derived from the kind and, for files, the path. No weight and no sentence: the rules have those.

use crate::payload::Kind;
use yanka_types::string_enum;

string_enum! {
    /// What a link does when opened. The rule sources have the sentences for people.
    Effect {
        /// Adds or shows a private or company contact.
        OpensContact = "opens-contact",
        /// Joins a group or channel.
        JoinsGroup = "joins-group",
        /// Opens a contact or a group; the link does not show which.
        OpensContactOrGroup = "opens-contact-or-group",
        /// Opens a chat with a person or company.
        OpensChat = "opens-chat",
        /// Follows an account that sends messages.
        FollowsAccount = "follows-account",
        /// Opens a mini program.
        OpensMiniProgram = "opens-mini-program",
        /// Starts a payment by the person.
        TakesPayment = "takes-payment",
        /// Is the code with which a merchant debits the person.
        GivesMoney = "gives-money",
        /// Opens a red packet.
        OpensRedPacket = "opens-red-packet",
        /// Approves a log-in on another device, or confirms the owner of another account.
        ApprovesLogin = "approves-login",
        /// Installs an app or a profile from outside a store.
        InstallsApp = "installs-app",
        /// Opens a page in an app store.
        OpensStore = "opens-store",
        /// Joins a meeting, in which a screen can be shared.
        JoinsMeeting = "joins-meeting",
        /// Belongs to an app that shows or controls the phone remotely.
        RemoteControl = "remote-control",
        /// Opens a form that anybody can create.
        OpensForm = "opens-form",
        /// Is a live code: its owner can change the target after printing.
        LiveCode = "live-code",
        /// Is a short link: the target is unknown offline.
        ShortLink = "short-link",
        /// Redirects to another address.
        Redirects = "redirects",
        /// Downloads a file.
        Download = "download",
        /// Dials a number.
        Call = "call",
        /// Dials a control code that changes settings of the phone.
        ChangesPhone = "changes-phone",
        /// Prepares a text message or mail.
        WritesMessage = "writes-message",
        /// Joins a Wi-Fi network.
        JoinsWifi = "joins-wifi",
        /// Saves a contact in the address book.
        SavesContact = "saves-contact",
        /// Adds a calendar entry or shows a location.
        AddsEvent = "adds-event",
        /// Stores a secret or an eSIM.
        StoresSecret = "stores-secret",
        /// Runs a script or opens local content of the phone.
        RunsInside = "runs-inside",
        /// Opens a page, item, video or shop inside an app.
        OpensApp = "opens-app",
        /// Shows a parcel's or product's page.
        LooksUp = "looks-up",
        /// Opens a web page.
        OpensPage = "opens-page",
        /// Shows words or digits only.
        ShowsText = "shows-text",
    }
}

/// Path endings of files that a browser downloads.
const FILE_ENDINGS: &[&str] = &[
    ".exe", ".msi", ".dmg", ".pkg", ".zip", ".rar", ".7z", ".ipa", ".hap", ".jar", ".bat", ".scr",
    ".plist",
];

impl Effect {
    /// What a link of `kind` does; the ending of `path` distinguishes a download from a page.
    pub(super) fn of(kind: Kind, path: &str) -> Self {
        let is_file = || FILE_ENDINGS.iter().any(|f| path.len() > f.len() && ends_with(path, f));
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

//! The shared vocabulary: every string enum that more than one crate uses.
//!
//! A word is never renamed or reused: the log, the rule sources and JSON readers hold them.

use crate::string_enum;

string_enum! {
    /// Least to most serious. There is no `Safe`: we can only fail to find harm.
    Verdict {
        /// No rule met what was read. That is no promise.
        NothingFound = "nothing-found",
        /// A photo gave neither payload nor finding.
        Unreadable = "unreadable",
        /// Look twice, and ask the official customer service first.
        Caution = "caution",
        /// Stop here.
        Danger = "danger",
    }
}

string_enum! {
    /// How much one finding weighs.
    Severity {
        /// Worth knowing; weighs nothing.
        Info = "info",
        /// A reason for [`Verdict::Caution`].
        Caution = "caution",
        /// A reason for [`Verdict::Danger`].
        Danger = "danger",
    }
}

string_enum! {
    /// Where the subject came from; the same code weighs differently by it.
    Origin {
        /// On or in a parcel.
        Parcel = "parcel",
        /// In a message, chat or post.
        Message = "message",
        /// Told or sent during a call.
        Call = "call",
        /// Not said.
        Unknown = "unknown",
    }
}

string_enum! {
    /// The language of every sentence in a report.
    Language {
        /// Simplified Chinese.
        ZhHans = "zh-hans",
        /// Traditional Chinese.
        ZhHant = "zh-hant",
        /// English.
        En = "en",
    }
}

string_enum! {
    /// How sure a fact is.
    Confidence {
        /// An official page, a statute, a newspaper page, or two sources.
        High = "high",
        /// One source of lesser standing.
        Medium = "medium",
        /// Not confirmed; shown only with that said.
        Memory = "memory",
    }
}

string_enum! {
    /// How far the person has gone. Any set of these describes a person.
    Situation {
        /// Holds the card, did nothing yet.
        CardOnly = "card-only",
        /// Scanned the code.
        Scanned = "scanned",
        /// Added the contact.
        ContactAdded = "contact-added",
        /// Joined the group.
        GroupJoined = "group-joined",
        /// Is on the phone with them now.
        OnThePhone = "on-the-phone",
        /// Shared or shares the screen.
        ScreenShared = "screen-shared",
        /// Installed an app they named.
        AppInstalled = "app-installed",
        /// Gave a bank card or identity number.
        GaveCardOrId = "gave-card-or-id",
        /// Gave a verification code.
        GaveCode = "gave-code",
        /// Did tasks for them.
        DidTasks = "did-tasks",
        /// Paid or transferred money.
        Paid = "paid",
        /// Took a loan for them.
        TookLoan = "took-loan",
        /// Sent cash or gold by courier.
        SentCashOrGold = "sent-cash-or-gold",
        /// Was locked out of an account.
        AccountLocked = "account-locked",
        /// Was offered to get lost money back.
        OfferedRecovery = "offered-recovery",
        /// Was contacted by police or 96110.
        PoliceContactedMe = "police-contacted-me",
        /// Asks for a parent or child.
        ForParentOrChild = "for-parent-or-child",
    }
}

string_enum! {
    /// The time that a step has.
    Urgency {
        /// Before anything else.
        Seconds = "seconds",
        /// In the next minutes.
        Minutes = "minutes",
        /// Today.
        Hours = "hours",
        /// In the next days.
        Days = "days",
    }
}

string_enum! {
    /// What a list of official numbers can say about one number.
    NumberStatus {
        /// In the list. A displayed number can still be faked.
        Official = "official",
        /// Not in the list, which proves nothing.
        NotListed = "not-listed",
        /// A form that callers fake.
        SpoofForm = "spoof-form",
        /// From outside mainland China.
        Overseas = "overseas",
        /// A mobile phone.
        Mobile = "mobile",
    }
}

string_enum! {
    /// What was checked.
    SubjectKind {
        /// A photograph.
        Photo = "photo",
        /// A text.
        Text = "text",
        /// A link given by itself.
        Link = "link",
        /// A telephone number.
        Number = "number",
    }
}

string_enum! {
    /// How much of each check the log keeps.
    Keep {
        /// Nothing at all.
        Nothing = "nothing",
        /// Everything but the pictures.
        WithoutPictures = "without-pictures",
        /// Everything, with a small picture of a photographed card.
        All = "all",
    }
}

string_enum! {
    /// How long an entry stays that is not kept as evidence.
    Retention {
        /// A week.
        SevenDays = "7-days",
        /// Thirty days.
        ThirtyDays = "30-days",
        /// Ninety days; what a new log starts with.
        NinetyDays = "90-days",
        /// Until the person deletes it.
        Forever = "forever",
    }
}

string_enum! {
    /// What the person says of a link or host of their own choice.
    Opinion {
        /// Quiets a caution, never a danger.
        Fine = "fine",
        /// A danger from now on.
        Bad = "bad",
    }
}

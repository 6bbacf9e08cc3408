//! The words of a report: every enum that crosses the door, each value with its one spelling.
//!
//! A word is never renamed or reused: the journal, the rule sources and JSON readers hold them.

use serde::{Deserialize, Serialize};

words! {
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

words! {
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

words! {
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

words! {
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

words! {
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

words! {
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

words! {
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

words! {
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

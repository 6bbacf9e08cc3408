//! Every string enum that more than one crate uses.
//!
//! A word is never renamed or reused: logs, rule sources and JSON clients hold it.

use crate::string_enum;

string_enum! {
    /// The result of a check, least to most serious. There is no `Safe`: a check can only fail to
    /// find harm.
    Verdict {
        /// No rule matched. This does not mean that the subject is safe.
        NothingFound = "nothing-found",
        /// The photo gave neither a payload nor a finding.
        Unreadable = "unreadable",
        /// Verify with the official customer service before acting.
        Caution = "caution",
        /// A known scam pattern: stop.
        Danger = "danger",
    }
}

string_enum! {
    /// The severity of one finding.
    Severity {
        /// Information; does not raise the verdict.
        Info = "info",
        /// Raises the verdict to [`Verdict::Caution`].
        Caution = "caution",
        /// Raises the verdict to [`Verdict::Danger`].
        Danger = "danger",
    }
}

string_enum! {
    /// Where the subject came from; a rule may have another severity for each origin.
    Origin {
        /// On or in a parcel.
        Parcel = "parcel",
        /// In a message, chat or social media post.
        Message = "message",
        /// Spoken or sent during a call.
        Call = "call",
        /// Not stated.
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
    /// How well a fact is confirmed.
    Confidence {
        /// Confirmed by an official page, a statute, a newspaper page, or two sources.
        High = "high",
        /// Confirmed by one weaker source.
        Medium = "medium",
        /// Not confirmed; always shown with that remark.
        Memory = "memory",
    }
}

string_enum! {
    /// How far the person has gone. Any combination can apply to one person.
    Situation {
        /// Has the card and has done nothing yet.
        CardOnly = "card-only",
        /// Scanned the code.
        Scanned = "scanned",
        /// Added the contact.
        ContactAdded = "contact-added",
        /// Joined the group.
        GroupJoined = "group-joined",
        /// Is on the phone with the suspect now.
        OnThePhone = "on-the-phone",
        /// Has shared or is sharing the screen.
        ScreenShared = "screen-shared",
        /// Installed an app that the suspect named.
        AppInstalled = "app-installed",
        /// Gave away a bank card or identity number.
        GaveCardOrId = "gave-card-or-id",
        /// Gave away a verification code.
        GaveCode = "gave-code",
        /// Did tasks for the suspect (task scam).
        DidTasks = "did-tasks",
        /// Paid or transferred money.
        Paid = "paid",
        /// Took out a loan for the suspect.
        TookLoan = "took-loan",
        /// Sent cash or gold by courier.
        SentCashOrGold = "sent-cash-or-gold",
        /// Was locked out of an account.
        AccountLocked = "account-locked",
        /// Was offered help to recover lost money.
        OfferedRecovery = "offered-recovery",
        /// Was contacted by police or 96110.
        PoliceContactedMe = "police-contacted-me",
        /// Asks on behalf of a parent or child.
        ForParentOrChild = "for-parent-or-child",
    }
}

string_enum! {
    /// How soon a step of advice must be taken.
    Urgency {
        /// Before anything else.
        Seconds = "seconds",
        /// Within minutes.
        Minutes = "minutes",
        /// Today.
        Hours = "hours",
        /// Within days.
        Days = "days",
    }
}

string_enum! {
    /// The result of looking one telephone number up in the list of official numbers.
    NumberStatus {
        /// In the list. Caller ID can still be spoofed.
        Official = "official",
        /// Not in the list; this proves nothing.
        NotListed = "not-listed",
        /// A form that spoofed caller IDs have.
        SpoofForm = "spoof-form",
        /// From outside mainland China.
        Overseas = "overseas",
        /// A mobile phone number.
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
        /// A link entered on its own.
        Link = "link",
        /// A telephone number entered on its own.
        Number = "number",
    }
}

string_enum! {
    /// How much of each check the log stores.
    Keep {
        /// Nothing.
        Nothing = "nothing",
        /// Everything except the pictures.
        WithoutPictures = "without-pictures",
        /// Everything, including a thumbnail of a photographed card.
        All = "all",
    }
}

string_enum! {
    /// How long the log keeps an entry that is not marked as evidence.
    Retention {
        /// Seven days.
        SevenDays = "7-days",
        /// Thirty days.
        ThirtyDays = "30-days",
        /// Ninety days; the default of a new log.
        NinetyDays = "90-days",
        /// Until the person deletes it.
        Forever = "forever",
    }
}

string_enum! {
    /// What the person's own rule states about a link or host.
    Opinion {
        /// Suppresses a caution, never a danger (docs/decisions/0003-own-rules.md).
        Fine = "fine",
        /// Always a danger.
        Bad = "bad",
    }
}

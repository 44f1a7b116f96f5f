//! The engine's kinds, by the words in which they are written.

use presscheck::model::{
    CommitmentKind, ConditionKind, FigureKind, MentionForm, NameKind, PartKind, PartyRole,
    QuoteKind, StanceKind, TimeKind,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(remote = "PartKind", rename_all = "kebab-case")]
pub(super) enum PartKindForm {
    Headline,
    Byline,
    Dateline,
    Caption,
    Body,
    Credit,
    Chrome,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "MentionForm", rename_all = "kebab-case")]
pub(super) enum MentionFormForm {
    Name,
    Nominal,
    Pronoun,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "NameKind", rename_all = "kebab-case")]
pub(super) enum NameKindForm {
    Person,
    Organisation,
    Place,
    Other,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "QuoteKind", rename_all = "kebab-case")]
pub(super) enum QuoteKindForm {
    Direct,
    Mixed,
    Indirect,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "TimeKind", rename_all = "kebab-case")]
pub(super) enum TimeKindForm {
    Date,
    Time,
    Duration,
    Set,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FigureKind", rename_all = "kebab-case")]
pub(super) enum FigureKindForm {
    Count,
    Money,
    Percent,
    Duration,
    Score,
    Age,
    Measure,
    Ordinal,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "CommitmentKind", rename_all = "kebab-case")]
pub(super) enum CommitmentKindForm {
    Planned,
    Proposed,
    Agreed,
    Promised,
    Threatened,
    Demanded,
    Conditional,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "PartyRole", rename_all = "kebab-case")]
pub(super) enum PartyRoleForm {
    Actor,
    Addressee,
    Holder,
    Object,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ConditionKind", rename_all = "kebab-case")]
pub(super) enum ConditionKindForm {
    If,
    Unless,
    OnlyIf,
    Until,
    Once,
    Pending,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "StanceKind", rename_all = "kebab-case")]
pub(super) enum StanceKindForm {
    Accepts,
    AcceptsInPrinciple,
    Rejects,
    Denies,
    Doubts,
    Unconfirmed,
    Demands,
    Threatens,
    Proposes,
}

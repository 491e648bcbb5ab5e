//! The code book of a REFI-QDA project: what marks are filed under.

use std::collections::BTreeMap;

use super::brat_conf::name_type;
use super::guid::guid;
use super::xml::{element, put};
use crate::article::BoilerplateKind;
use crate::claim::Kind;
use crate::entity::EntityKind;
use crate::show::words;
use crate::store::{Role, Status};

/// The groups of codes, in the order of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    /// What happened.
    Claims,
    /// What words are to a claim.
    Words,
    /// What the analyst decided.
    Decisions,
    /// The analyst's tags.
    Tags,
    /// People, organisations, places, groups.
    Names,
    /// Time expressions.
    Times,
    /// Parts that are not the article.
    Boilerplate,
}

impl Group {
    fn name(self) -> &'static str {
        match self {
            Self::Claims => "Claims",
            Self::Words => "Words of claims",
            Self::Decisions => "Decisions",
            Self::Tags => "Tags",
            Self::Names => "Names",
            Self::Times => "Dates",
            Self::Boilerplate => "Boilerplate",
        }
    }
}

/// The codes that are used, by group and name, each with what it stands for.
#[derive(Default)]
pub(super) struct CodeBook {
    codes: BTreeMap<(Group, String), &'static str>,
}

impl CodeBook {
    /// The GUID of a code, which is in the book from now on.
    fn code(&mut self, group: Group, name: &str, help: &'static str) -> String {
        self.codes.entry((group, name.to_owned())).or_insert(help);
        guid(["code", group.name(), name])
    }

    pub(super) fn kind(&mut self, kind: Kind) -> String {
        self.code(Group::Claims, words::kind(kind), "What happened to the counted people")
    }

    pub(super) fn role(&mut self, role: Role) -> String {
        self.code(
            Group::Words,
            words::role(role),
            "Words on which a field of a claim stands",
        )
    }

    pub(super) fn status(&mut self, status: Status) -> String {
        self.code(
            Group::Decisions,
            words::status(status),
            "What the analyst decided on the claim",
        )
    }

    pub(super) fn tag(&mut self, tag: &str) -> String {
        self.code(Group::Tags, tag, "A tag of the analyst")
    }

    pub(super) fn name(&mut self, kind: EntityKind) -> String {
        self.code(Group::Names, name_type(kind), "A name")
    }

    pub(super) fn time(&mut self) -> String {
        self.code(Group::Times, "Date or time", "A time expression")
    }

    pub(super) fn boilerplate(&mut self, kind: BoilerplateKind) -> String {
        self.code(Group::Boilerplate, part_code(kind), "A part that is not the article")
    }

    /// `CodeBook` with a code for each group above its own; nothing where no code is used.
    pub(super) fn written(&self) -> String {
        let mut out = String::new();
        let mut open: Option<Group> = None;
        for ((group, name), help) in &self.codes {
            if open != Some(*group) {
                out.push_str(if open.is_some() { "</Code>\n" } else { "" });
                begin(&mut out, &guid(["group", group.name()]), group.name(), "false");
                out.push_str(">\n");
                open = Some(*group);
            }
            begin(&mut out, &guid(["code", group.name(), name]), name, "true");
            out.push_str(">\n");
            element(&mut out, "Description", help);
            out.push_str("</Code>\n");
        }
        if open.is_none() {
            return out;
        }
        format!("<CodeBook>\n<Codes>\n{out}</Code>\n</Codes>\n</CodeBook>\n")
    }
}

fn begin(out: &mut String, guid: &str, name: &str, codable: &str) {
    out.push_str("<Code");
    put(out, "guid", guid);
    put(out, "name", name);
    put(out, "isCodable", codable);
}

fn part_code(kind: BoilerplateKind) -> &'static str {
    match kind {
        BoilerplateKind::Navigation => "Navigation",
        BoilerplateKind::Comments => "Comments",
        BoilerplateKind::Related => "Related articles",
        BoilerplateKind::Credit => "Credit",
        BoilerplateKind::Copyright => "Copyright",
        BoilerplateKind::Cookie => "Cookie notice",
        BoilerplateKind::Subscribe => "Subscription",
        BoilerplateKind::Other => "Other",
    }
}

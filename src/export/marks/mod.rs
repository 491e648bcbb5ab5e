//! Marks in texts in the formats of annotating tools: what stands where, of what kind, said by whom.

mod brat;
mod brat_conf;
mod cas;
mod cas_json;
mod conll;
mod fields;
mod files;
mod guid;
mod layers;
mod model;
mod options;
mod refi;
mod refi_codes;
mod sentences;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_offsets;
mod typesystem;
mod w3c;
mod webanno;
mod webanno_text;
mod xmi;
mod xml;

use super::formats::{ExportOption, Format, Group, Shape};
use options::{ALL_SENTENCES, ARTICLES, BOILERPLATE, NAMES, TIMES};

/// The options of formats that hold every sort of mark.
const OPTIONS: &[ExportOption] = &[NAMES, TIMES, BOILERPLATE, ARTICLES];

/// The formats of this group.
pub(super) const FORMATS: &[Format] = &[
    Format {
        id: "web-annotations",
        group: Group::Annotations,
        label: "W3C Web Annotations",
        purpose: "JSON-LD with quotes and positions, for scripts and annotation servers",
        ending: "jsonld",
        shape: Shape::File,
        options: OPTIONS,
        chooses_claims: true,
        write: w3c::write,
    },
    Format {
        id: "webanno-tsv",
        group: Group::Annotations,
        label: "WebAnno TSV 3.3",
        purpose: "For INCEpTION and WebAnno, with the layers to import before",
        ending: "",
        shape: Shape::Folder,
        options: OPTIONS,
        chooses_claims: true,
        write: webanno::write,
    },
    Format {
        id: "uima-xmi",
        group: Group::Annotations,
        label: "UIMA CAS XMI",
        purpose: "For UIMA, DKPro and cassis, with the type system",
        ending: "",
        shape: Shape::Folder,
        options: OPTIONS,
        chooses_claims: true,
        write: xmi::write,
    },
    Format {
        id: "uima-json",
        group: Group::Annotations,
        label: "UIMA CAS JSON",
        purpose: "The same in JSON, types included",
        ending: "",
        shape: Shape::Folder,
        options: OPTIONS,
        chooses_claims: true,
        write: cas_json::write,
    },
    Format {
        id: "brat",
        group: Group::Annotations,
        label: "brat standoff",
        purpose: "Texts with lines of marks beside them; a claim is an event",
        ending: "",
        shape: Shape::Folder,
        options: OPTIONS,
        chooses_claims: true,
        write: brat::write,
    },
    Format {
        id: "conll-2003",
        group: Group::Annotations,
        label: "CoNLL-2003",
        purpose: "A token a line with the names, to train and test recognisers of names",
        ending: "conll",
        shape: Shape::File,
        options: &[ALL_SENTENCES],
        chooses_claims: false,
        write: conll::write,
    },
    Format {
        id: "refi-qda",
        group: Group::Annotations,
        label: "REFI-QDA project",
        purpose: "For NVivo, MAXQDA, ATLAS.ti and QualCoder: texts, codes and notes",
        ending: "qdpx",
        shape: Shape::File,
        options: OPTIONS,
        chooses_claims: true,
        write: refi::write,
    },
];

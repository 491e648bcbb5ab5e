//! UIMA CAS XMI with its type system: a file an article.

use std::collections::BTreeMap;

use super::cas::{Cas, Held, SOFA, Structure};
use super::files::{marks_folder, text_file};
use super::layers::{Layer, all_layers};
use super::model::each_article;
use super::options::Wanted;
use super::typesystem::typesystem;
use super::xml::put;
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

/// A folder with a file an article and one type system for all.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let layers = all_layers();
    let spaces = Spaces::new(&layers);
    let mut files = vec![text_file("TypeSystem.xml", typesystem(&layers))];
    let count = each_article(input, &Wanted::new(options), watch, |article| {
        let cas = Cas::new(article, input.project);
        files.push(text_file(format!("{}.xmi", article.file_stem()), xmi(&cas, &spaces)));
    })?;
    Ok(marks_folder(files, &count))
}

/// Short words for the packages of types.
struct Spaces {
    by_package: BTreeMap<&'static str, String>,
}

impl Spaces {
    fn new(layers: &[Layer]) -> Self {
        let packages = layers.iter().filter_map(|layer| Some(layer.name.rsplit_once('.')?.0));
        let mut by_package = BTreeMap::new();
        for package in packages {
            let number = by_package.len() + 1;
            by_package.entry(package).or_insert_with(|| format!("t{number}"));
        }
        Self { by_package }
    }

    /// "t3:Claim".
    fn element(&self, layer: &str) -> String {
        let (package, name) = layer.rsplit_once('.').unwrap_or(("", layer));
        let space = self.by_package.get(package).map_or("cas", String::as_str);
        format!("{space}:{name}")
    }
}

fn xmi(cas: &Cas, spaces: &Spaces) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" \
                   xmlns:cas=\"http:///uima/cas.ecore\""
        .to_owned();
    for (package, space) in &spaces.by_package {
        out.push_str(&format!(
            "\n xmlns:{space}=\"http:///{}.ecore\"",
            package.replace('.', "/")
        ));
    }
    out.push_str(" xmi:version=\"2.0\">\n<cas:NULL xmi:id=\"0\"/>\n");
    for structure in &cas.structures {
        one(&mut out, structure, spaces);
    }
    out.push_str(&format!(
        "<cas:Sofa xmi:id=\"{SOFA}\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\""
    ));
    put(&mut out, "sofaString", &cas.text);
    let members = cas.structures.iter().filter(|structure| structure.place.is_some());
    let members: Vec<String> = members.map(|structure| structure.id.to_string()).collect();
    out.push_str(&format!(
        "/>\n<cas:View sofa=\"{SOFA}\" members=\"{}\"/>\n</xmi:XMI>\n",
        members.join(" ")
    ));
    out
}

fn one(out: &mut String, structure: &Structure, spaces: &Spaces) {
    out.push_str(&format!(
        "<{} xmi:id=\"{}\"",
        spaces.element(structure.layer),
        structure.id
    ));
    if let Some((begin, end)) = structure.place {
        out.push_str(&format!(" sofa=\"{SOFA}\" begin=\"{begin}\" end=\"{end}\""));
    }
    for (name, held) in &structure.features {
        match held {
            Held::Plain(told) => put(out, name, &told.text().unwrap_or_default()),
            Held::One(id) => put(out, name, &id.to_string()),
            Held::Several(ids) => {
                let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                put(out, name, &ids.join(" "));
            }
        }
    }
    out.push_str("/>\n");
}

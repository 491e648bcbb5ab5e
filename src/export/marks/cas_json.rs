//! UIMA CAS JSON 0.4: the same structures as XMI with their types in the same file, a file an article.

use serde_json::{Map, Value, json};

use super::cas::{Cas, Held, SOFA, Structure};
use super::fields::Told;
use super::files::{marks_folder, text_file};
use super::layers::all_layers;
use super::model::each_article;
use super::options::Wanted;
use crate::export::formats::{ExportError, ExportInput, ExportOptions, Output, Watch};

/// A folder with a file an article.
pub(super) fn write(
    input: &ExportInput<'_>,
    options: &ExportOptions,
    watch: &Watch<'_>,
) -> Result<Output, ExportError> {
    let types = types();
    let mut files = Vec::new();
    let count = each_article(input, &Wanted::new(options), watch, |article| {
        let cas = Cas::new(article, input.project);
        files.push(text_file(
            format!("{}.json", article.file_stem()),
            cas_json(&cas, &types),
        ));
    })?;
    Ok(marks_folder(files, &count))
}

fn types() -> Value {
    let layers = all_layers();
    let types = layers.iter().map(|layer| {
        let mut one = Map::new();
        one.insert("%NAME".to_owned(), json!(layer.name));
        one.insert("%SUPER_TYPE".to_owned(), json!(layer.parent));
        one.insert("%DESCRIPTION".to_owned(), json!(layer.help));
        for feature in &layer.features {
            let range = feature
                .elements
                .map_or_else(|| feature.range.to_owned(), |elements| format!("{elements}[]"));
            let said = json!({"%NAME": feature.name, "%RANGE": range, "%DESCRIPTION": feature.help});
            one.insert(feature.name.to_owned(), said);
        }
        (layer.name.to_owned(), Value::Object(one))
    });
    Value::Object(types.collect())
}

fn cas_json(cas: &Cas, types: &Value) -> String {
    let mut structures = vec![json!({
        "%ID": SOFA, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text",
        "sofaString": cas.text,
    })];
    // arrays are structures of their own here; they come behind all others
    let mut next = SOFA + 1 + cas.structures.len();
    let mut arrays = Vec::new();
    for structure in &cas.structures {
        structures.push(one(structure, &mut next, &mut arrays));
    }
    structures.extend(arrays);
    let members = cas.structures.iter().filter(|structure| structure.place.is_some());
    let members: Vec<usize> = members.map(|structure| structure.id).collect();
    let document = json!({
        "%TYPES": types,
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {"_InitialView": {"%SOFA": SOFA, "%MEMBERS": members}},
    });
    document.to_string()
}

fn one(structure: &Structure, next: &mut usize, arrays: &mut Vec<Value>) -> Value {
    let mut out = Map::new();
    out.insert("%ID".to_owned(), json!(structure.id));
    out.insert("%TYPE".to_owned(), json!(structure.layer));
    if let Some((begin, end)) = structure.place {
        out.insert("@sofa".to_owned(), json!(SOFA));
        out.insert("begin".to_owned(), json!(begin));
        out.insert("end".to_owned(), json!(end));
    }
    for (name, held) in &structure.features {
        match held {
            Held::Plain(told) => {
                out.insert((*name).to_owned(), plain(told));
            }
            Held::One(id) => {
                out.insert(format!("@{name}"), json!(id));
            }
            Held::Several(ids) => {
                out.insert(format!("@{name}"), json!(*next));
                arrays.push(json!({"%ID": *next, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": ids}));
                *next += 1;
            }
        }
    }
    Value::Object(out)
}

/// As the layers hold it: flags and shares as they are, all else as words.
fn plain(told: &Told) -> Value {
    match told {
        Told::Flag(_) | Told::Share(_) => told.json().unwrap_or_default(),
        _ => json!(told.text()),
    }
}

//! The type system of UIMA: `TypeSystem.xml`, read with the marks, and imported as layers by INCEpTION.

use super::layers::Layer;
use super::xml::element;

/// The file.
pub(super) fn typesystem(layers: &[Layer]) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                   <typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<types>\n"
        .to_owned();
    for layer in layers {
        out.push_str("<typeDescription>\n");
        element(&mut out, "name", layer.name);
        element(&mut out, "description", layer.help);
        element(&mut out, "supertypeName", layer.parent);
        out.push_str("<features>\n");
        for feature in &layer.features {
            out.push_str("<featureDescription>\n");
            element(&mut out, "name", feature.name);
            element(&mut out, "description", feature.help);
            element(&mut out, "rangeTypeName", feature.range);
            if let Some(elements) = feature.elements {
                element(&mut out, "elementType", elements);
            }
            out.push_str("</featureDescription>\n");
        }
        out.push_str("</features>\n</typeDescription>\n");
    }
    out.push_str("</types>\n</typeSystemDescription>\n");
    out
}

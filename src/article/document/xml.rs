//! XML as documents hold it: names without their prefixes, one step at a time. Entities are the five that XML itself has
//! and characters by number; a document's own are not expanded, so they cannot grow.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::article::decode;
use crate::base::Notes;

/// What lies deeper is passed over: no document is a tenth as deep.
pub(super) const MAX_DEPTH: usize = 1_000;

/// Part of an XML text.
pub(super) enum Node<'e> {
    /// An element begins; one without content ends at once.
    Open(&'e Element<'e>),
    /// The element of this name ends.
    Close(&'e str),
    /// Characters.
    Text(&'e str),
}

/// The beginning of an element.
pub(super) struct Element<'e>(BytesStart<'e>);

impl Element<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// True where the name has this prefix.
    pub(super) fn has_prefix(&self, prefix: &str) -> bool {
        self.0.name().prefix().is_some_and(|own| own.as_ref() == prefix)
    }

    /// The value of the attribute, whose prefix does not matter.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.to_string(), |value| value.into_owned()))
    }
}

/// The characters of an XML file: UTF-8 mostly, as its mark or its bytes say otherwise.
pub(super) fn characters(bytes: &[u8]) -> String {
    decode::decode(bytes, &mut Notes::new())
}

/// Hands on what the XML holds, in order; false where it ends in the middle or is no XML from some place on.
pub(super) fn walk(xml: &str, mut see: impl FnMut(Node<'_>)) -> bool {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth <= MAX_DEPTH {
                    see(Node::Open(&Element(start)));
                }
            }
            Ok(Event::Empty(start)) if depth < MAX_DEPTH => {
                let element = Element(start);
                see(Node::Open(&element));
                see(Node::Close(element.name()));
            }
            Ok(Event::End(end)) => {
                if depth <= MAX_DEPTH && depth > 0 {
                    see(Node::Close(end.local_name().into_inner()));
                }
                depth = depth.saturating_sub(1);
            }
            Ok(Event::Text(text)) => see(Node::Text(&text.into_inner())),
            Ok(Event::CData(text)) => see(Node::Text(&text.into_inner())),
            Ok(Event::GeneralRef(reference)) => {
                let mut letter = [0; 4];
                if let Ok(Some(found)) = reference.resolve_char_ref() {
                    see(Node::Text(found.encode_utf8(&mut letter)));
                } else if let Some(words) = resolve_xml_entity(&reference.into_inner()) {
                    see(Node::Text(words));
                }
            }
            Ok(Event::Eof) => return depth == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// The texts of the elements of these names, in the order of the names given; the first one of each.
pub(super) fn first_texts<const COUNT: usize>(xml: &str, names: [&str; COUNT]) -> [Option<String>; COUNT] {
    let mut out = [const { None }; COUNT];
    let mut open: Option<(usize, String)> = None;
    walk(xml, |node| match node {
        Node::Open(element) => {
            let at = names.iter().position(|name| *name == element.name());
            open = at.map(|at| (at, String::new()));
        }
        Node::Text(text) => {
            if let Some((_, words)) = &mut open {
                words.push_str(text);
            }
        }
        Node::Close(_) => {
            if let Some((at, words)) = open.take()
                && let Some(first) = out.get_mut(at)
                && !words.trim().is_empty()
            {
                first.get_or_insert(words);
            }
        }
    });
    out
}

#[cfg(test)]
mod tests {
    use super::{MAX_DEPTH, Node, first_texts, walk};

    fn text(xml: &str) -> (String, bool) {
        let mut out = String::new();
        let is_whole = walk(xml, |node| {
            if let Node::Text(text) = node {
                out.push_str(text);
            }
        });
        (out, is_whole)
    }

    #[test]
    fn entities_are_the_five_and_numbers() {
        let (words, is_whole) = text("<a>5 &lt; 6 &amp; &#x41;&#66; &quot;<![CDATA[<x>]]></a>");
        assert_eq!((words.as_str(), is_whole), ("5 < 6 & AB \"<x>", true));
        let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;&c;x</a>";
        assert_eq!(text(laughs).0, "x");
    }

    #[test]
    fn what_is_broken_is_read_up_to_there() {
        for (xml, words) in [
            ("<a><b>Six</b>", "Six"),
            ("<a>Six</b></a></c>", "Six"),
            ("<a>Six & seven</a>", "Six & seven"),
            ("<a>Six<", "Six"),
        ] {
            assert_eq!(text(xml).0, words, "{xml}");
        }
    }

    #[test]
    fn depth_is_no_trouble() {
        let mut deepest = 0_usize;
        let mut depth = 0_usize;
        walk(&"<a>".repeat(100_000), |node| {
            if let Node::Open(_) = node {
                depth += 1;
                deepest = deepest.max(depth);
            }
        });
        assert_eq!(deepest, MAX_DEPTH);
    }

    #[test]
    fn first_texts_are_those_of_their_names() {
        let xml = "<m><dc:title>A <b/></dc:title><dc:title>Toll</dc:title><x:creator> </x:creator></m>";
        assert_eq!(first_texts(xml, ["creator", "title"]), [None, Some("Toll".to_owned())]);
    }
}

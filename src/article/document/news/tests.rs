//! Examples of exports, all invented: what is parted and read, and as many texts that must be left whole.

use super::{is, is_batch, pieces, read};
use crate::article::facts::Article;
use crate::article::{Limits, unpack};
use crate::jobs::Token;

const NUMBERED: &str = "\u{feff}
Time Of Request: Friday, March 20, 2031  16:51:31
Send To:
VARLAND UNIVERSITY LIBRARY

                               1 of 2 DOCUMENTS

                              The Lantern (Estrava)

                            March 3, 2031 Tuesday
                                 Late Edition

Toll of the harbour fire rises, hospital
says

BYLINE: Jane Doe

SECTION: NEWS; Pg. 3

LENGTH: 512 words

DATELINE: ESTRAVA

At least 12 people were killed in the harbour fire, the city
hospital said on Monday.

Police said 40 people were injured.

GRAPHIC: 3 people at the harbour. Photo by Jane Doe.

LOAD-DATE: March 4, 2031

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                       Copyright 2031 Lantern Company
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                       Copyright 2031 Varland Courier Ltd
                              All Rights Reserved
                              Varland Courier

                            March 5, 2031 Thursday

LENGTH: 80 words

HEADLINE: Seven held after protest

BODY:
Seven people were held, the ministry said.

LOAD-DATE: March 5, 2031
";

const ENDED: &str = "User Name: Jane Doe
Date and Time: Friday, March 20, 2031 4:51:00 PM GMT
Job Number: 123456789

Documents (2)

1. Toll of the harbour fire rises
   Client/Matter: -None-
   Search Terms: harbour fire
   Content Type   Narrowed by
   News   -None-

2. Seven held after protest
   Client/Matter: -None-
   Search Terms: harbour fire

| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright \u{a9} 2031 LexisNexis

Toll of the harbour fire rises
The Lantern (Estrava)
March 3, 2031 Tuesday 5:31 PM GMT

Copyright 2031 Lantern Company All Rights Reserved
Section: NEWS; Pg. 3
Length: 512 words
Byline: Jane Doe
Highlight: A warehouse burnt for 2 days.

Body

At least 12 people were killed in the harbour fire, the city hospital said on Monday.
Page 2 of 3

Load-Date: March 4, 2031

End of Document

Seven held after protest
Varland Courier
March 5, 2031 Thursday

Copyright 2031 Varland Courier Ltd
Length: 80 words
Body
Seven people were held, the ministry said.
Classification
Language: ENGLISH
Publication-Type: Newspaper
Load-Date: March 5, 2031
End of Document
";

const CODED: &str = "HD\tToll of the harbour fire rises
BY\tBy Jane Doe
WC\t512 words
PD\t3 March 2031
SN\tThe Lantern
SC\tLANTRN
LA\tEnglish
CY\tCopyright 2031 Lantern Company
LP
At least 12 people were killed in the harbour fire, the city hospital said on Monday.

TD
IN the harbour, police counted 40 injured.

Firemen left on Tuesday.

CO
vlharb : Varland Harbour Ltd

NS
gfire : Fires
RE
varld : Varland
PUB\tLantern Company
AN
Document LANTRN0020310303e733000b4

SE  World
HD  Seven held after protest
WC  80 words
PD  5 March 2031
SN  Varland Courier
LA  English
LP  Seven people were held, the ministry said.
AN  Document VCOUR00020310305e735000a1

Search Summary
Text    harbour
Date    In the last year
";

const DISPLAYED: &str = "World
Toll of the harbour fire rises
By Jane Doe
512 words
3 March 2031
05:12 GMT
The Lantern
LANTRN
4
English
Copyright 2031 Lantern Company. All Rights Reserved.

At least 12 people were killed in the harbour fire, the city hospital said on Monday.

Lantern Company

Document LANTRN0020310303e733000b4

Seven held after protest
80 words
5 March 2031
Varland Courier
VCOUR
English
(c) 2031 Varland Courier Ltd

Seven people were held, the ministry said.

Document VCOUR00020310305e735000a1
";

const PROQUEST: &str = "
____________________________________________________________

Report Information from ProQuest
March 20 2031 16:51
____________________________________________________________

Document 1 of 2

Toll of the harbour fire rises

Author: Doe, Jane

Publication info: The Lantern ; Estrava City [Estrava City]03 Mar 2031: A.3.

Abstract: At least 12 people were killed.

Links: http://resolver.lantern.example/1

Full text: At least 12 people were killed in the harbour fire, the city hospital said on Monday.

Police said: 40 people were injured.

Subject: Fires; Harbours
Title: Toll of the harbour fire rises
Publication title: The Lantern; Estrava City
Pages: A.3
Publication year: 2031
Publication date: Mar 3, 2031
Language of publication: English
ProQuest document ID: 1234567
Document URL: https://search.example/docview/1234567
Copyright: Copyright Lantern Company Mar 3, 2031
Database: Newsstream
____________________________________________________________

Document 2 of 2

Seven held after protest

Full text:

Seven people were held, the ministry said.

Title: Seven held after protest
Publication title: Varland Courier
Publication year: 2031
Publication date: Mar 5, 2031
ProQuest document ID: 1234568
Database: Newsstream
____________________________________________________________

Contact us at: http://www.search.example/go
";

const ALL: [(&str, &str); 5] = [
    ("numbered", NUMBERED),
    ("ended", ENDED),
    ("coded", CODED),
    ("displayed", DISPLAYED),
    ("proquest", PROQUEST),
];

/// The text that is left for reading, one line for each that has words.
fn kept(article: &Article) -> Vec<&str> {
    let mut out = Vec::new();
    let mut next = 0;
    let ends = article.boilerplate.iter().map(|part| part.span.range());
    for part in ends.chain([article.text.len()..article.text.len()]) {
        let text = article.text.get(next..part.start).unwrap_or_default();
        out.extend(text.lines().map(str::trim).filter(|line| !line.is_empty()));
        next = part.end;
    }
    out
}

fn facts(article: &Article) -> [&str; 5] {
    let value = |fact: &Option<crate::article::Stated>| fact.as_ref().map(|fact| fact.value.as_str().to_owned());
    let all = [
        value(&article.title),
        value(&article.publisher),
        value(&article.author),
        article.language.clone(),
        article.dates.first().map(|date| date.words.clone()),
    ];
    all.map(|fact| &*fact.unwrap_or_default().leak())
}

#[test]
fn each_export_is_parted_and_each_article_read_by_its_labels() {
    for (name, export) in ALL {
        assert!(is_batch(export.as_bytes()) && !is(export.as_bytes()), "{name}");
        let parts = pieces(export);
        assert_eq!(parts.len(), 2, "{name}");
        let articles: Vec<Article> = parts
            .iter()
            .map(|part| {
                assert!(is(part.as_bytes()) && !is_batch(part.as_bytes()), "{name}: {part}");
                read(part.as_bytes(), "article 1")
            })
            .collect();
        let first = facts(&articles[0]);
        assert!(
            first[0].starts_with("Toll of the harbour fire rises"),
            "{name}: {first:?}"
        );
        assert!(first[1].starts_with("The Lantern"), "{name}: {first:?}");
        assert!(matches!(first[2], "Jane Doe" | "Doe, Jane"), "{name}: {first:?}");
        assert!(
            first[4].contains("Mar") && first[4].contains("2031"),
            "{name}: {first:?}"
        );
        let second = facts(&articles[1]);
        assert_eq!(
            (second[0], second[1]),
            ("Seven held after protest", "Varland Courier"),
            "{name}"
        );
        for (article, sentence) in articles.iter().zip(["At least 12 people", "Seven people were held"]) {
            let kept = kept(article);
            assert!(kept.iter().any(|line| line.starts_with(sentence)), "{name}: {kept:?}");
            for line in kept {
                let label = [" words", "Pg.", "2031", "Document", "Page ", "Newspaper", "Photo"];
                assert!(!label.iter().any(|word| line.contains(word)), "{name}: {line}");
            }
        }
    }
}

#[test]
fn the_text_is_kept_whole() {
    let lines = |export: &str, at: usize| {
        let article = read(pieces(export)[at].as_bytes(), "");
        kept(&article).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        lines(NUMBERED, 0),
        [
            "Toll of the harbour fire rises, hospital",
            "says",
            "At least 12 people were killed in the harbour fire, the city",
            "hospital said on Monday.",
            "Police said 40 people were injured."
        ]
    );
    assert_eq!(lines(ENDED, 0)[1], "A warehouse burnt for 2 days.");
    assert_eq!(
        lines(CODED, 0),
        [
            "Toll of the harbour fire rises",
            "At least 12 people were killed in the harbour fire, the city hospital said on Monday.",
            "IN the harbour, police counted 40 injured.",
            "Firemen left on Tuesday."
        ]
    );
    assert_eq!(lines(PROQUEST, 0)[2], "Police said: 40 people were injured.");
}

#[test]
fn texts_that_are_no_exports_stay_whole() {
    for text in [
        "",
        "The court saw 3 of 10 DOCUMENTS on Monday.\n\n1 of 2 DOCUMENTS\n\nTwelve died.\n\n2 of 2 DOCUMENTS\n\nSix were held.",
        "Twelve died, police said.\nEnd of Document\nSix were held.\nEnd of Document\n",
        "HD\nBY\nDocument\nTwelve people died.\nAN\n",
        "The ministry published Document LANTRN0020310303e733000b4 on Monday.\nTwelve people died.",
        "Twelve died.\n\nDocument LANTRN0020310303e733000b4\n\nSix were held.\n\nDocument VCOUR00020310305e735000a1\n",
        "Title: Toll rises\nAuthor: Jane Doe\nFull text: twelve people died.",
        "____________________________________________________________\nTwelve died.\n____________________________________________________________\n",
        "512 words\n3 March 2031\nTwelve died, the Lantern said.\n",
        "Length: 512 words\nByline: Jane Doe\nTwelve died.",
        "2 of 2 DOCUMENTS\nLENGTH: 5 words\nx\n1 of 2 DOCUMENTS\nLENGTH: 5 words\ny",
        "Page 1 of 3\nTwelve died.\nPage 2 of 3\n",
    ] {
        assert!(!is(text.as_bytes()) && !is_batch(text.as_bytes()), "{text}");
    }
    for bytes in [&b"%PDF-1.7 1 of 2 DOCUMENTS"[..], b"\0\x01 End of Document"] {
        assert!(!is(bytes) && !is_batch(bytes));
    }
}

#[test]
fn exports_are_unpacked_also_from_pages_and_other_encodings() {
    let unpacked = |bytes: Vec<u8>| unpack(bytes, Limits::default(), &Token::new());
    let wide: Vec<u8> = NUMBERED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let names = |bytes: Vec<u8>| -> Vec<String> { unpacked(bytes).parts.into_iter().map(|part| part.path).collect() };
    assert_eq!(names(wide), ["article 1", "article 2"]);
    let rows = "<tr><td><b>HD</b></td><td>Toll rises</td></tr><tr><td>WC</td><td>12 words</td></tr><tr><td>PD</td><td>3 \
                March 2031</td></tr><tr><td>LP</td><td>Twelve people died, police said.</td></tr><tr><td>AN</td>\
                <td>Document LANTRN0020310303e733000b4</td></tr>";
    let page = format!("<html><body><div class='article'><table>{rows}</table></div></body></html>");
    let unpacked = unpacked(page.into_bytes());
    assert_eq!(unpacked.parts.len(), 1);
    let article = crate::article::read(&unpacked.parts[0].bytes, "article 1");
    assert_eq!(article.title.unwrap().value, "Toll rises");
}

proptest::proptest! {
    #[test]
    fn any_mix_of_lines_is_read(picks in proptest::collection::vec(0_usize..400, 0..60)) {
        let all: Vec<&str> = ALL.iter().flat_map(|(_, text)| text.lines()).collect();
        let text: Vec<&str> = picks.iter().map(|at| all[at % all.len()]).collect();
        let text = text.join("\n");
        for piece in pieces(&text) {
            let article = read(piece.as_bytes(), "");
            let mut end = 0;
            for part in &article.boilerplate {
                proptest::prop_assert!(part.span.start() >= end && part.span.slice(&article.text).is_some());
                end = part.span.end();
            }
        }
    }
}

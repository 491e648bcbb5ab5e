//! One small text in every format, to be read.

use std::collections::BTreeSet;
use std::sync::Arc;

use expect_test::{Expect, expect};

use super::FORMATS;
use crate::article::{Article, Boilerplate, BoilerplateKind};
use crate::base::Span;
use crate::claim::{Kind, Roles};
use crate::entity::EntityKind;
use crate::export::formats::{Body, ExportError, ExportInput, ExportOptions, Output, Watch, format_of};
use crate::jobs::Token;
use crate::link::Conclusions;
use crate::quantity::{Figure, Qualifier};
use crate::read::{EntityRead, Reading};
use crate::show::{CompareLook, Filter, Names};
use crate::store::tests::{claim, reading};
use crate::store::{ClaimId, NewArticle, Origin, Store, Verdict};

const AT: &str = "2031-03-15T09:00:00Z";
const TEXT: &str = "😀 At least 12\npeople died in Estrava, <police> said.";

fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

pub(super) fn store_of(reading: Reading) -> Store {
    let mut store = Store::default();
    let new = NewArticle {
        origin: Origin::Pasted,
        file_name: "toll & more.txt".to_owned(),
        sha256: "ab".repeat(32),
        reading,
        rules_version: "1".to_owned(),
    };
    let edit = store.add_articles(vec![new]);
    store.commit(edit, AT);
    store
}

fn small() -> Store {
    let figure = Figure::hedged(12, Qualifier::AtLeast);
    let mut one = claim(TEXT, "At least 12\npeople", Kind::Killed, figure);
    one.roles = Roles {
        number: Some(at(TEXT, "12")),
        speaker: Some(at(TEXT, "police")),
        ..Roles::default()
    };
    let mut reading = reading(TEXT, vec![one]);
    reading.entities.push(EntityRead {
        span: at(TEXT, "Estrava"),
        kind: EntityKind::Place,
        canonical: "Estrava".to_owned(),
        confidence: 0.9,
    });
    let mut store = store_of(reading);
    let edit = store.set_verdict(&[ClaimId(1)], Verdict::Accepted);
    store.commit(edit, AT);
    let edit = store.set_note(&[ClaimId(1)], "twice?");
    store.commit(edit, AT);
    store
}

fn written(store: &Store, format: &str, options: &[(&str, &str)], token: &Token) -> Result<Output, ExportError> {
    let mut set = ExportOptions::default();
    options.iter().for_each(|(option, value)| set.set(option, value));
    let claims: BTreeSet<ClaimId> = store.claims().map(|claim| claim.id).collect();
    let input = ExportInput {
        store,
        conclusions: &Conclusions::default(),
        names: &Names::new(store),
        filter: &Filter::default(),
        look: &CompareLook::default(),
        claims: &claims,
        chosen: &[],
        project: "",
        program: "0.1.0",
        now: AT,
    };
    (format_of(format).unwrap().write)(&input, &set, &Watch::new(token, &|_, _| {}))
}

/// The file, or of a folder the file whose name ends so.
fn file(store: &Store, format: &str, ending: &str) -> Vec<u8> {
    match written(store, format, &[], &Token::new()).unwrap().body {
        Body::File(bytes) => bytes,
        Body::Folder(files) => {
            let found = files
                .into_iter()
                .find(|file| file.name.starts_with("0001") && file.name.ends_with(ending));
            found.unwrap().bytes
        }
    }
}

pub(super) fn text(store: &Store, format: &str, ending: &str) -> String {
    String::from_utf8(file(store, format, ending)).unwrap()
}

#[track_caller]
fn check(format: &str, ending: &str, expected: &Expect) {
    expected.assert_eq(&text(&small(), format, ending));
}

#[test]
fn web_annotations() {
    let text = text(&small(), "web-annotations", "");
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&read["total"], &read["type"]),
        (&2.into(), &"AnnotationCollection".into())
    );
    assert_eq!(read["tally:articles"][0]["tally:text"], TEXT);
    let claim = &read["first"]["items"][0];
    expect![[r#"
        {
          "selector": [
            {
              "end": 20,
              "start": 2,
              "type": "TextPositionSelector"
            },
            {
              "exact": "At least 12\npeople",
              "prefix": "😀 ",
              "suffix": " died in Estrava, <police> said.",
              "type": "TextQuoteSelector"
            }
          ],
          "source": "urn:tallyscope:article:7c097cd57982",
          "type": "SpecificResource"
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&claim["target"]).unwrap());
    let bodies = claim["body"].as_array().unwrap().iter();
    let bodies: Vec<String> = bodies
        .map(|body| format!("{} {} {}", body["type"], body["purpose"], body["value"]))
        .collect();
    expect![[r#"
        "TextualBody" "tagging" "killed"
        "tally:Claim" "describing" null
        "TextualBody" "assessing" "accepted"
        "TextualBody" "commenting" "twice?""#]]
    .assert_eq(&bodies.join("\n"));
    let told = &claim["body"][1];
    let words = told["tally:words"].as_array().unwrap().iter();
    let words: Vec<String> = words
        .map(|one| format!("{} {}", one["tally:role"], one["selector"][1]["exact"]))
        .collect();
    expect![[r#"
        "number" "12"
        "speaker" "police""#]]
    .assert_eq(&words.join("\n"));
    assert_eq!(
        (&told["tally:value"], &told["tally:qualifier"]),
        (&12.into(), &"at_least".into())
    );
}

#[test]
fn webanno_tsv() {
    check(
        "webanno-tsv",
        ".tsv",
        &expect![[r#"
        #FORMAT=WebAnno TSV 3.3
        #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
        #T_SP=webanno.custom.TimeExpression|value
        #T_SP=webanno.custom.ClaimWords|role
        #T_SP=webanno.custom.Claim|claimId|kind|value|low|high|qualifier|form|victims|victimClass|speaker|relay|asOf|eventDate|place|placeName|scope|partOf|partOfId|modality|status|verdict|madeBy|correctedFields|note|tags|confidence|rule|ROLE_webanno.custom.Claim:roles_webanno.custom.ClaimRolesLink|webanno.custom.ClaimWords


        #Text=😀 At least 12
        #Text=people died in Estrava, <police> said.
        1-1	0-2	😀	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-2	3-5	At	_	_	_	_	7c097cd57982-1-95a02ff902f0[4]	killed[4]	12[4]	12[4]	*[4]	at\_least[4]	number[4]	*[4]	unspecified[4]	police[4]	*[4]	*[4]	*[4]	*[4]	*[4]	unknown[4]	false[4]	*[4]	asserted[4]	accepted[4]	accepted[4]	machine[4]	*[4]	twice?[4]	*[4]	0.9[4]	claim/test[4]	number;speaker[4]	1-4[2];1-11[3]	
        1-3	6-11	least	_	_	_	_	7c097cd57982-1-95a02ff902f0[4]	killed[4]	12[4]	12[4]	*[4]	at\_least[4]	number[4]	*[4]	unspecified[4]	police[4]	*[4]	*[4]	*[4]	*[4]	*[4]	unknown[4]	false[4]	*[4]	asserted[4]	accepted[4]	accepted[4]	machine[4]	*[4]	twice?[4]	*[4]	0.9[4]	claim/test[4]	number;speaker[4]	1-4[2];1-11[3]	
        1-4	12-14	12	_	_	_	number[2]	7c097cd57982-1-95a02ff902f0[4]	killed[4]	12[4]	12[4]	*[4]	at\_least[4]	number[4]	*[4]	unspecified[4]	police[4]	*[4]	*[4]	*[4]	*[4]	*[4]	unknown[4]	false[4]	*[4]	asserted[4]	accepted[4]	accepted[4]	machine[4]	*[4]	twice?[4]	*[4]	0.9[4]	claim/test[4]	number;speaker[4]	1-4[2];1-11[3]	
        1-5	15-21	people	_	_	_	_	7c097cd57982-1-95a02ff902f0[4]	killed[4]	12[4]	12[4]	*[4]	at\_least[4]	number[4]	*[4]	unspecified[4]	police[4]	*[4]	*[4]	*[4]	*[4]	*[4]	unknown[4]	false[4]	*[4]	asserted[4]	accepted[4]	accepted[4]	machine[4]	*[4]	twice?[4]	*[4]	0.9[4]	claim/test[4]	number;speaker[4]	1-4[2];1-11[3]	
        1-6	22-26	died	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-7	27-29	in	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-8	30-37	Estrava	urn:tallyscope:entity:03af3e739d75[1]	LOC[1]	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-9	37-38	,	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-10	39-40	<	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-11	40-46	police	_	_	_	speaker[3]	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-12	46-47	>	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-13	48-52	said	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
        1-14	52-53	.	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
    "#]],
    );
}

#[test]
fn uima_xmi() {
    check(
        "uima-xmi",
        ".xmi",
        &expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
         xmlns:t3="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"
         xmlns:t2="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"
         xmlns:t1="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"
         xmlns:t4="http:///webanno/custom.ecore" xmi:version="2.0">
        <cas:NULL xmi:id="0"/>
        <t3:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="53" language="x-unspecified" documentTitle="toll &amp; more.txt" documentId="7c097cd57982" documentUri="toll &amp; more.txt" isLastSegment="true"/>
        <t1:Sentence xmi:id="3" sofa="1" begin="0" end="53"/>
        <t1:Token xmi:id="4" sofa="1" begin="0" end="2"/>
        <t1:Token xmi:id="5" sofa="1" begin="3" end="5"/>
        <t1:Token xmi:id="6" sofa="1" begin="6" end="11"/>
        <t1:Token xmi:id="7" sofa="1" begin="12" end="14"/>
        <t1:Token xmi:id="8" sofa="1" begin="15" end="21"/>
        <t1:Token xmi:id="9" sofa="1" begin="22" end="26"/>
        <t1:Token xmi:id="10" sofa="1" begin="27" end="29"/>
        <t1:Token xmi:id="11" sofa="1" begin="30" end="37"/>
        <t1:Token xmi:id="12" sofa="1" begin="37" end="38"/>
        <t1:Token xmi:id="13" sofa="1" begin="39" end="40"/>
        <t1:Token xmi:id="14" sofa="1" begin="40" end="46"/>
        <t1:Token xmi:id="15" sofa="1" begin="46" end="47"/>
        <t1:Token xmi:id="16" sofa="1" begin="48" end="52"/>
        <t1:Token xmi:id="17" sofa="1" begin="52" end="53"/>
        <t2:NamedEntity xmi:id="18" sofa="1" begin="30" end="37" value="LOC" identifier="urn:tallyscope:entity:03af3e739d75" canonical="Estrava" madeBy="machine"/>
        <t4:ClaimWords xmi:id="19" sofa="1" begin="12" end="14" role="number"/>
        <t4:ClaimRolesLink xmi:id="20" role="number" target="19"/>
        <t4:ClaimWords xmi:id="21" sofa="1" begin="40" end="46" role="speaker"/>
        <t4:ClaimRolesLink xmi:id="22" role="speaker" target="21"/>
        <t4:Claim xmi:id="23" sofa="1" begin="3" end="21" claimId="7c097cd57982-1-95a02ff902f0" kind="killed" value="12" low="12" qualifier="at_least" form="number" victimClass="unspecified" speaker="police" scope="unknown" partOf="false" modality="asserted" status="accepted" verdict="accepted" madeBy="machine" note="twice?" confidence="0.9" rule="claim/test" roles="20 22"/>
        <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="😀 At least 12&#10;people died in Estrava, &lt;police&gt; said."/>
        <cas:View sofa="1" members="2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 21 23"/>
        </xmi:XMI>
    "#]],
    );
}

#[test]
fn brat() {
    check(
        "brat",
        ".ann",
        &expect![[r#"
        T1	Place 29 36	Estrava
        #1	Fields T1	{"canonical":"Estrava","entity":"03af3e739d75","made_by":"machine"}
        T2	Number 11 13	12
        T3	Speaker 39 45	police
        T4	Killed 2 13;14 20	At least 12 people
        E1	Killed:T4 Number:T2 Speaker:T3
        A1	Qualifier E1 at_least
        A2	Form E1 number
        A3	VictimClass E1 unspecified
        A4	Scope E1 unknown
        A5	Modality E1 asserted
        A6	Status E1 accepted
        A7	MadeBy E1 machine
        #2	Fields E1	{"confidence":0.9,"id":"7c097cd57982-1-95a02ff902f0","kind":"killed","low":12,"note":"twice?","rule":"claim/test","speaker":"police","value":12,"verdict":"accepted"}
        #3	AnnotatorNotes E1	twice?
    "#]],
    );
    check(
        "brat",
        ".txt",
        &expect![[r#"
        😀 At least 12
        people died in Estrava, <police> said."#]],
    );
}

#[test]
fn conll() {
    check(
        "conll-2003",
        "",
        &expect![[r#"
        -DOCSTART- -X- -X- O

        😀 _ _ O
        At _ _ O
        least _ _ O
        12 _ _ O
        people _ _ O
        died _ _ O
        in _ _ O
        Estrava _ _ B-LOC
        , _ _ O
        < _ _ O
        police _ _ O
        > _ _ O
        said _ _ O
        . _ _ O

    "#]],
    );
}

#[test]
fn refi_qda() {
    let mut pack = zip::ZipArchive::new(std::io::Cursor::new(file(&small(), "refi-qda", ""))).unwrap();
    assert_eq!(pack.len(), 2, "a text and the project");
    let project = std::io::read_to_string(pack.by_name("project.qde").unwrap()).unwrap();
    let (_, sources) = project.split_once("<Sources>").unwrap();
    let path = project
        .split_once("internal://")
        .and_then(|(_, rest)| rest.split_once('"'))
        .unwrap()
        .0;
    let source = std::io::read_to_string(pack.by_name(&format!("sources/{path}")).unwrap()).unwrap();
    assert_eq!(source, TEXT);
    expect![[r#"

        <TextSource guid="1c4c7bd6-ce0a-8e31-8e75-e04cee524779" name="toll &amp; more.txt" plainTextPath="internal://1c4c7bd6-ce0a-8e31-8e75-e04cee524779.txt" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f">
        <PlainTextSelection guid="0f68b0b3-87e8-8462-888a-4679c22173d4" name="At least 12 people" startPosition="2" endPosition="20" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f">
        <Description>id: 7c097cd57982-1-95a02ff902f0
        kind: killed
        value: 12
        low: 12
        qualifier: at_least
        form: number
        victim_class: unspecified
        speaker: police
        scope: unknown
        part_of: false
        modality: asserted
        status: accepted
        verdict: accepted
        made_by: machine
        note: twice?
        confidence: 0.9
        rule: claim/test</Description>
        <Coding guid="9e90d5d7-b22a-8308-a53d-3df3dd3460db" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f"><CodeRef targetGUID="21a6e929-1947-8578-a3ec-f2c1076e6bd3"/></Coding>
        <Coding guid="6d5d7714-5c22-8429-a547-760f51290824" creatingUser="a509b219-6143-8c25-8849-5e5159c8edce"><CodeRef targetGUID="6d2b2628-42f5-8667-8529-67ad007ae463"/></Coding>
        <NoteRef targetGUID="988d136a-819a-8bac-adc0-77654668ded1"/>
        </PlainTextSelection>
        <PlainTextSelection guid="0aa0d579-94d3-85c7-99f4-f6bcdd395587" name="12" startPosition="11" endPosition="13" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f">
        <Description>claim: 7c097cd57982-1-95a02ff902f0
        role: number</Description>
        <Coding guid="5f132dff-12eb-8ea3-af56-a2093e552d13" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f"><CodeRef targetGUID="3703c636-e486-877b-b2db-e8b513084083"/></Coding>
        </PlainTextSelection>
        <PlainTextSelection guid="a5cf52d7-be21-8ae7-b065-b25f644072ec" name="police" startPosition="39" endPosition="45" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f">
        <Description>claim: 7c097cd57982-1-95a02ff902f0
        role: speaker</Description>
        <Coding guid="07044a18-01b7-8b08-82be-07ba7be558ba" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f"><CodeRef targetGUID="72346fd4-54a7-88d3-97fe-ed1d457ec376"/></Coding>
        </PlainTextSelection>
        <PlainTextSelection guid="750e86c0-883f-85a2-b893-04eb6d5e5fae" name="Estrava" startPosition="29" endPosition="36" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f">
        <Description>entity: 03af3e739d75
        canonical: Estrava
        made_by: machine</Description>
        <Coding guid="5e115033-2638-82f4-a17a-242a560e5be5" creatingUser="d6035e83-6e06-86e0-9002-82e37f9c1a6f"><CodeRef targetGUID="2647df35-e4ac-8708-a687-6006c0da9c9b"/></Coding>
        </PlainTextSelection>
        <VariableValue>
        <VariableRef targetGUID="1b28041c-57f1-89a1-b720-0d811184c48a"/>
        <TextValue>toll &amp; more.txt</TextValue>
        </VariableValue>
        <VariableValue>
        <VariableRef targetGUID="f6a2419a-bae6-8bd8-8f0a-ed85b18c24e3"/>
        <TextValue>abababababababababababababababababababababababababababababababab</TextValue>
        </VariableValue>
        </TextSource>
        </Sources>
        <Notes>
        <Note guid="988d136a-819a-8bac-adc0-77654668ded1" name="At least 12 people" creatingUser="a509b219-6143-8c25-8849-5e5159c8edce">
        <PlainTextContent>twice?</PlainTextContent>
        </Note>
        </Notes>
        </Project>
    "#]].assert_eq(sources);
}

#[test]
fn options_say_what_leaves() {
    let store = small();
    let all = |options: &[(&str, &str)]| written(&store, "brat", options, &Token::new()).unwrap();
    assert_eq!(all(&[]).what, "1 claim and 1 name in 1 article");
    assert_eq!(all(&[("names", "off")]).what, "1 claim in 1 article");
    let Body::Folder(files) = all(&[("names", "off")]).body else {
        panic!("no folder")
    };
    assert!(
        files
            .iter()
            .all(|file| !String::from_utf8_lossy(&file.bytes).contains("\tPlace "))
    );
    let nothing = store_of(reading("Nothing happened.", Vec::new()));
    let none = written(&nothing, "brat", &[("articles", "claims")], &Token::new()).unwrap();
    assert_eq!(none.what, "0 articles without marks");
    assert_eq!(
        written(&nothing, "brat", &[], &Token::new()).unwrap().what,
        "1 article without marks"
    );
}

#[test]
fn a_stopped_export_gives_nothing() {
    let token = Token::new();
    token.stop();
    for format in FORMATS {
        assert_eq!(
            written(&small(), format.id, &[], &token),
            Err(ExportError::Stopped),
            "{}",
            format.id
        );
    }
}

#[test]
fn a_claim_without_words_is_left_out_and_said() {
    let mut lost = claim(TEXT, "12", Kind::Killed, Figure::exact(12));
    lost.span = Span::new(4, 4);
    let store = store_of(reading(TEXT, vec![lost]));
    for format in FORMATS.iter().filter(|format| format.chooses_claims) {
        let output = written(&store, format.id, &[], &Token::new()).unwrap();
        assert_eq!(
            output.notes,
            ["1 claim has lost the place in a corrected text and is left out."],
            "{}",
            format.id
        );
    }
}

#[test]
fn sentences_of_boilerplate_are_no_training_texts() {
    let text = "Ten died in Estrava. Sign up for our letter.";
    let mut reading = reading(text, Vec::new());
    let mut article = Article::clone(&reading.article);
    let span = at(text, "Sign up for our letter.");
    let kind = BoilerplateKind::Subscribe;
    article.boilerplate.push(Boilerplate { span, kind });
    reading.article = Arc::new(article);
    let store = store_of(reading);
    let with = |options: &[(&str, &str)]| match written(&store, "conll-2003", options, &Token::new()).unwrap().body {
        Body::File(bytes) => String::from_utf8(bytes).unwrap(),
        Body::Folder(_) => panic!("a folder"),
    };
    assert!(!with(&[]).contains("letter") && with(&[]).contains("Estrava _ _ O"));
    assert!(with(&[("boilerplate", "on")]).contains("letter _ _ O"));
}

#[test]
fn only_names_are_counted_where_no_claims_are_written() {
    let output = written(&small(), "conll-2003", &[], &Token::new()).unwrap();
    assert_eq!((output.what.as_str(), output.notes.len()), ("1 name in 1 article", 0));
}

#[test]
fn names_are_tagged_to_the_letter_in_conll() {
    let text = "Brenk's men met the U.S.-led Estrava\u{2019}s guards.";
    let mut reading = reading(text, Vec::new());
    for (words, kind) in [
        ("Brenk", EntityKind::Person),
        ("Estrava", EntityKind::Place),
        ("U.S.", EntityKind::Place),
    ] {
        reading.entities.push(EntityRead {
            span: at(text, words),
            kind,
            canonical: words.to_owned(),
            confidence: 0.9,
        });
    }
    reading.entities.sort_by_key(|entity| entity.span);
    let out = self::text(&store_of(reading), "conll-2003", "");
    let lines: Vec<&str> = out.lines().skip(2).collect();
    let words = lines.join("|").replace(" _ _", "");
    assert_eq!(
        words,
        "Brenk B-PER|'s O|men O|met O|the O|U.S. B-LOC|- O|led O|Estrava B-LOC|\u{2019}s O|guards O|. O|"
    );
}

//! Examples of messages, whole and broken.

use super::{Head, Kind, Message, base64, plain_bytes};

fn parts(message: &str) -> Vec<(String, String)> {
    let read = Message::read(message.as_bytes());
    let of = |leaf: &super::Leaf| String::from_utf8_lossy(&leaf.bytes(message.as_bytes())).into_owned();
    read.leaves
        .iter()
        .map(|leaf| (leaf.kind.name.clone(), of(leaf)))
        .collect()
}

#[track_caller]
fn check(message: &str, wanted: &[(&str, &str)]) {
    for message in [message.to_owned(), message.replace('\n', "\r\n")] {
        let found = parts(&message);
        let found: Vec<(&str, String)> = found
            .iter()
            .map(|(kind, text)| (kind.as_str(), text.replace("\r\n", "\n")))
            .collect();
        let wanted: Vec<(&str, String)> = wanted.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect();
        assert_eq!(found, wanted, "{message}");
    }
}

#[test]
fn fields_are_unfolded_and_encoded_words_read() {
    let head = Head::read(
        b"Subject: =?utf-8?q?Toll_rises_=E2=80=94?=\r\n =?utf-8?b?IG5hw692ZQ==?= count\r\nFrom: \"Doe, Jane\" <jane@lantern.example>\r\n\
          DATE :Wed, 12 Mar 2031 10:12:13 +0100\r\nX-Old: caf\xe9\r\n\r\nbody: text",
    );
    assert!(head.is_whole);
    assert_eq!(head.words("subject").as_deref(), Some("Toll rises — naïve count"));
    let sender = head.person("from").unwrap();
    assert_eq!(
        (sender.name.as_deref(), sender.address.as_deref()),
        (Some("Doe, Jane"), Some("jane@lantern.example"))
    );
    assert_eq!(head.moment("date").as_deref(), Some("2031-03-12T10:12:13+01:00"));
    assert_eq!(head.plain("x-old").as_deref(), Some("café"));
    assert_eq!((head.words("body"), head.has("body")), (None, false));
    let broken = Head::read(b"Subject: a\nno field\n\nb");
    assert_eq!((broken.is_whole, broken.length), (false, 11));
    assert_eq!(Head::read(b"Date: soon\nDate: 99999").moment("date"), None);
    for kind in [
        "",
        ";",
        "text",
        "text/html; charset=",
        "a/b; x*0*=%",
        "multipart/mixed; boundary=\"\"",
    ] {
        let found = Head::read(format!("Content-Type: {kind}\n").as_bytes()).kind();
        assert_eq!(
            (found.boundary, found.charset, found.start),
            (None, None, None),
            "{kind}"
        );
    }
    let told =
        Head::read(b"Content-Type: Text/HTML; Charset=\"utf-8\"; format=flowed; name*=utf-8''%C3%BCber.htm").kind();
    let wanted = Kind {
        name: "text/html".to_owned(),
        charset: Some("utf-8".to_owned()),
        file_name: Some("über.htm".to_owned()),
        is_flowed: true,
        ..Kind::default()
    };
    assert_eq!(told, wanted);
}

#[test]
fn parts_in_parts_are_found() {
    check("Subject: a\n\nSix.\n", &[("", "Six.\n")]);
    check(
        "Content-Type: multipart/mixed; boundary=a\n\npreamble\n--a\nContent-Type: multipart/alternative; boundary=\"a b\"\n\n--a b\n\n\
         Six.\n--a b\nContent-Type: text/html\n\n<p>Six.\n\n--a b--\nepilogue\n--a\nContent-Type: text/csv\n\n1,2\n--a--\nepilogue",
        &[("", "Six."), ("text/html", "<p>Six.\n"), ("text/csv", "1,2")],
    );
    // one boundary begins with the other; the inner end is missing
    check(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n\nSix.\n--b\n\nTwo.\n--b--",
        &[("", "Six."), ("", "Two.")],
    );
    // a message within is taken whole
    check(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; \
         boundary=c\n\n--c\n\nSix.\n--c--\n--b--",
        &[(
            "message/rfc822",
            "Content-Type: multipart/mixed; boundary=c\n\n--c\n\nSix.\n--c--",
        )],
    );
}

#[test]
fn wrong_boundaries_lose_no_text() {
    check(
        "Content-Type: multipart/mixed; boundary=b\n\nSix.\n--c\nTwo.",
        &[("text/plain", "Six.\n--c\nTwo.")],
    );
    check("Content-Type: multipart/mixed\n\nSix.", &[("text/plain", "Six.")]);
    check(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSix.",
        &[("", "Six.")],
    );
    check("", &[("", "")]);
}

#[test]
fn packed_bodies_are_unpacked_whatever_is_wrong_with_them() {
    let unpacked = |packing: &str, body: &str| {
        let head = Head::read(format!("Content-Transfer-Encoding: {packing}\n\n").as_bytes());
        String::from_utf8_lossy(&plain_bytes(&head, body.as_bytes())).into_owned()
    };
    assert_eq!(unpacked("BASE64", "U2l4\r\nIHdl cmU=\r\n"), "Six were");
    assert_eq!(unpacked("base64", "U2l4IA==d2VyZQ=="), "Six were");
    assert_eq!(
        unpacked("quoted-printable", "caf=C3=A9 =\r\nand =3D=3d \t\r\n\r\n=ZZ=+1=4"),
        "café and ==\r\n\r\n=ZZ=+1=4"
    );
    assert_eq!(unpacked("8bit", "Six=20"), "Six=20");
    assert_eq!(base64(b"!"), b"");
}

#[test]
fn depth_and_number_cost_no_more_than_their_bytes() {
    let mut deep = String::new();
    for level in 0..10_000 {
        deep.push_str(&format!(
            "Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"
        ));
    }
    deep.push_str("\nSix.");
    let read = Message::read(deep.as_bytes());
    assert_eq!(read.leaves.len(), 1);
    let many = format!(
        "Content-Type: multipart/mixed; boundary=b\n\n{}",
        "--b\n\n".repeat(20_000)
    );
    assert_eq!(Message::read(many.as_bytes()).leaves.len(), 5_000);
}

#[test]
fn truncated_and_changed_messages_do_no_harm() {
    let whole = "From: a@b.example\nContent-Type: multipart/alternative; boundary=\"=_x\"\n\n--=_x\nContent-Type: text/plain; \
                 charset*0=ut; charset*1=f-8\nContent-Transfer-Encoding: base64\n\nU2l4\n--=_x\nContent-Type: text/html\n\n<p>Six\n--=_x--\n"
        .as_bytes();
    for at in 0..whole.len() {
        drop(Message::read(whole.get(..at).unwrap()));
        for byte in [0, b'\n', b':', b'"', b'=', b'-', 0xff] {
            let mut changed = whole.to_vec();
            changed[at] = byte;
            let read = Message::read(&changed);
            for leaf in &read.leaves {
                assert!(leaf.body.end <= changed.len());
                drop((leaf.bytes(&changed), leaf.head.disposition(), leaf.head.person("from")));
            }
        }
    }
}

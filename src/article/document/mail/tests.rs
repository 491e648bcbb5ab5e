//! Examples of messages, and of articles that look like them.

use super::super::super::facts::{Article, Format};
use super::super::super::read;
use super::{is, title};

const HEAD: &str = "From: Jane Doe <jane@lantern.example>\nTo: desk@varland.example\nDate: Wed, 12 Mar 2031 10:12:13 +0100\n\
                    Message-ID: <1@lantern.example>\nMIME-Version: 1.0\n";

fn message(rest: &str) -> Article {
    read(format!("{HEAD}{rest}").as_bytes(), "a.eml")
}

/// The text that is no boilerplate, its lines parted by `|`.
fn written(article: &Article) -> String {
    let text: String = article
        .text
        .char_indices()
        .map(|(at, c)| if article.boilerplate_at(at).is_some() { '\n' } else { c })
        .collect();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("|")
}

#[track_caller]
fn check(rest: &str, wanted: &str) {
    let article = message(rest);
    assert_eq!(article.format, Format::Mail);
    assert_eq!(written(&article), wanted, "{}", article.text);
}

#[test]
fn head_and_text_are_read() {
    let article = message("Subject: Re: [desk] Fwd: Toll rises\n\nSix were held.\n");
    assert_eq!(&*article.text, "Six were held.");
    let facts = [&article.title, &article.publisher].map(|fact| fact.as_ref().map(|fact| fact.value.as_str()));
    assert_eq!(facts, [Some("[desk] Fwd: Toll rises"), Some("Jane Doe")]);
    assert_eq!(article.dates[0].words, "2031-03-12T10:12:13+01:00");
    let bare = read(
        b"From: jane@lantern.example\nMIME-Version: 1.0\n\nSix were held.",
        "a.eml",
    );
    assert_eq!(bare.publisher.unwrap().value, "lantern.example");
    assert_eq!(
        (bare.title.unwrap().value.as_str(), bare.dates.len()),
        ("Six were held.", 0)
    );
}

#[test]
fn subjects_lose_what_programs_put_before_them() {
    for (subject, wanted) in [
        ("Re: Toll", "Toll"),
        ("RE: Fwd: AW: toll", "toll"),
        ("Re[2]: Toll: 12 held", "Toll: 12 held"),
        ("Region: Toll", "Region: Toll"),
        ("Toll re: Tarn", "Toll re: Tarn"),
        ("Re:", ""),
    ] {
        assert_eq!(title(subject), wanted, "{subject}");
    }
}

#[test]
fn messages_are_told_strictly() {
    for text in [
        HEAD,
        "Received: from a by b; x\nDate: Wed, 12 Mar 2031 10:12:13 +0100\nMessage-ID: <1@a>\n\nSix.",
        "\u{feff}From: a@b.example\nMIME-Version: 1.0\n\nSix.",
        "412\nFrom: a@b.example\nSubject: Toll\nTo: c@d.example\n\nSix.",
        "X-Mozilla-Status: 0001\nFrom: A <a@b.example>\nDate: 12 Mar 2031 10:12:13 GMT\n\nSix.",
    ] {
        assert!(is(text.as_bytes()), "{text}");
    }
    for text in [
        "From our correspondent in Tarn: six were held.",
        "Date: 3 March\n\nSix were held.",
        "From: Our correspondent\nDate: 3 March 2031\nSubject: Toll\n\nSix were held.",
        "From: jane@lantern.example\n\nSix were held.",
        "Subject: Toll\nDate: Wed, 12 Mar 2031 10:12:13 +0100\n\nSix were held.",
        "From: a@b.example\nMIME-Version: 1.0\nSix were held, police said.\n\nTwo died.",
        "Tarn: six were held.\nFrom: a@b.example\nMIME-Version: 1.0\n\n",
        "To: the editors\nTwelve were killed.",
        "",
    ] {
        assert!(!is(text.as_bytes()), "{text}");
    }
}

#[test]
fn replies_and_signatures_are_marked() {
    check(
        "Subject: Re: Toll\n\nSix were held.\n\n-- \nJane Doe\nThe Lantern\n\nOn Tue, 11 Mar 2031 at 09:00, Ann Weir\n<ann@varland.example> \
         wrote:\n> Were 40 held?\n>> Who says?\n",
        "Six were held.",
    );
    check(
        "Subject: Re: Toll\n\n> Were 40 held?\nNo, six.\n> Who says?\nPolice.",
        "No, six.|Police.",
    );
    check(
        "Subject: RE: Toll\n\nSix were held.\n\n-----Original Message-----\nFrom: Ann\nSent: Tuesday\nTo: Jane\nSubject: Toll\n\nWere 40 held?",
        "Six were held.",
    );
    check(
        "Subject: RE: Toll\n\nSix were held.\n\n________________________________\nFrom: Ann\nSent: Tuesday\nTo: Jane\nSubject: Toll\n\nWere 40?",
        "Six were held.",
    );
    check(
        "Subject: Toll\n\nSix were held.\n\nSent from my telephone\n",
        "Six were held.",
    );
    check(
        "Subject: Toll\n\nSix were held.\n_______________________________________________\nDesk mailing list\nhttps://desk.example\n",
        "Six were held.",
    );
}

#[test]
fn what_only_looks_like_a_quote_is_kept() {
    let long = "Two died.\n".repeat(30);
    let long = long.trim();
    for text in [
        "On Monday the general wrote:\nSix were held.",
        "Forwarded messages showed that six were held.\nTwo died.",
        "Six were held.\n--\nIn Tarn, two died.\n--\nIn Varland, three died.\nFour were hurt.\nOne fled.\nA.\nB.\nC.\nD.\nE.",
        "From: the north\nSix were held.",
        "From Tarn, six were held > two.",
        &format!("Six were held.\n---\n{long}"),
    ] {
        check(&format!("Subject: Toll\n\n{text}"), &text.replace('\n', "|"));
    }
}

#[test]
fn forwarded_text_is_kept_without_its_head() {
    for begin in [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-----Original Message-----",
    ] {
        check(
            &format!(
                "Subject: Fwd: Toll\n\nSee below.\n\n{begin}\nFrom: Ann <ann@x.example>\nDate: Tuesday\nSubject: Toll\nTo: Jane\n\nSix were held."
            ),
            "See below.|Six were held.",
        );
    }
    check(
        "Subject: Fwd: Toll\n\n> Six were held.\n> Two died.\n",
        "Six were held.|Two died.",
    );
    // nothing else is in it
    check("Subject: Re: Toll\n\n> Six were held.\n", "> Six were held.");
}

#[test]
fn the_best_version_is_taken() {
    let both = |plain: &str, page: &str| {
        format!(
            "Subject: Toll\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=koi8-r\n\n{plain}\n--b\n\
             Content-Type: text/html\n\n{page}\n--b--\n"
        )
    };
    check(&both("Six were held.", "<p>Seven were held.</p>"), "Six were held.");
    check(&both(" ", "<p>Seven were held.</p>"), "Seven were held.");
    check(
        &both("View this email in your browser", "<div><p>Seven were held.</p></div>"),
        "Seven were held.",
    );
    check(
        &both("https://lantern.example/a.png", "<p>Seven were held.</p>"),
        "Seven were held.",
    );
    let russian = encoding_rs::KOI8_R.encode("Шесть задержаны.").0;
    let bytes = [
        HEAD.as_bytes(),
        b"Content-Type: text/plain; charset=koi8-r\n\n",
        &russian,
    ]
    .concat();
    assert_eq!(&*read(&bytes, "").text, "Шесть задержаны.");
    let related = "Subject: Toll\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Six were held.</p><img \
                   src=cid:a>\n--b\nContent-Type: image/png\n\nx\n--b--";
    check(related, "Six were held.");
}

#[test]
fn replies_in_pages_are_marked() {
    check(
        "Subject: Re: Toll\nContent-Type: text/html\n\n<div>Six were held.</div><div class=gmail_quote>On Tue, 11 Mar 2031 at 09:00 Ann \
         &lt;ann@varland.example&gt; wrote:<blockquote>Were 40 held?</blockquote></div>",
        "Six were held.",
    );
}

#[test]
fn long_and_odd_messages_take_no_longer_than_their_bytes() {
    for line in [
        "-----\n",
        "--\n",
        "From: a\n",
        "> a\n",
        "On a\n",
        "a wrote:\n",
        "_____________________\n",
        ">",
    ] {
        let article = message(&format!("Subject: Re: a\n\n{}", line.repeat(4_000)));
        assert_eq!(article.format, Format::Mail, "{line}");
    }
}

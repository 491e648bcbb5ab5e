//! `tallyscope link`.

use super::args::LinkArgs;
use super::link_table::Columns;
use super::plan::Outside;
use super::read::{ReadFile, Wanted, read_files};
use crate::app;
use crate::export::link_json;
use crate::read::RULES_VERSION;
use crate::store::{NewArticle, Origin, Store};

/// Reads, concludes and prints. 0 when every file was read, 1 when some could not be, 2 for wrong usage.
pub(super) fn run(args: &LinkArgs, outside: &mut Outside<'_>) -> u8 {
    let wanted = Wanted {
        paths: &args.paths,
        published: None,
        published_from: args.published_from.as_deref(),
        today: args.today,
        jobs: args.jobs,
        fields: None,
    };
    let Some(columns) = Columns::of(args, outside) else {
        return 2;
    };
    let Some(mut read) = read_files(&wanted, outside) else {
        return 2;
    };
    let mut articles = Vec::with_capacity(read.articles.len());
    for article in read.articles {
        match columns.read(&article.file, article.reading, outside) {
            Some(reading) => articles.push(ReadFile { reading, ..article }),
            None => read.complete = false,
        }
    }
    let store = project(articles);
    let concluded = app::conclude(&store);
    for line in link_json(&store, &concluded.conclusions) {
        if !outside.print(&(line + "\n")) {
            break;
        }
    }
    u8::from(!read.complete)
}

/// The articles as a project in memory, of which nothing is kept.
pub(super) fn project(articles: Vec<ReadFile>) -> Store {
    let mut store = Store::default();
    let new = articles.into_iter().map(|article| NewArticle {
        file_name: article.file.clone(),
        origin: Origin::File(article.file),
        sha256: article.sha256,
        reading: article.reading,
        rules_version: RULES_VERSION.to_owned(),
    });
    let edit = store.add_articles(new.collect());
    store.apply(&edit);
    store
}

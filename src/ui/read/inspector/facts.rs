//! The facts of the article, while no claim is selected.

use egui::{Label, Ui};

use super::super::super::article::{basis_words, versions_words};
use super::super::super::review::article_tags_ui;
use super::super::super::theme::{Theme, Type};
use super::super::super::widgets::{label_ui, link_ui, section_head_ui, tip};
use super::super::super::wish::{self, Wish};
use super::edit::{Edit, Target};
use super::name::outlet_ui;
use super::value::{NAME_WIDTH, ValueRow, name_ui, value_ui};
use super::{Fact, Inspector};
use crate::app::{Action, State};
use crate::show::{library, words};
use crate::store::ArticleRecord;

impl Inspector {
    /// Draws title, publisher, date and author, and what could not be read as written.
    pub(super) fn facts_ui(&mut self, ui: &mut Ui, state: &State, article: &ArticleRecord, actions: &mut Vec<Action>) {
        let theme = Theme::of(ui);
        let c = &theme.color;
        label_ui(ui, "Article", Type::Heading, c.text);
        let (open, all) = library::counts(&state.store, article.id);
        let words = match (all, open) {
            (0, _) => "No claims".to_owned(),
            (_, 0) => format!("{}, all reviewed", words::count(all, "claim")),
            _ => format!(
                "{}, {} unreviewed",
                words::count(all, "claim"),
                words::number(open as u64)
            ),
        };
        label_ui(ui, words, Type::Small, c.muted);
        ui.add_space(10.0);
        let published = article.published().map(words::day);
        let told = &article.told;
        for (fact, name, value, by_analyst) in [
            (
                Fact::Title,
                "Title",
                Some(article.title().to_owned()),
                told.title.is_some(),
            ),
            (
                Fact::Publisher,
                "Publisher",
                article.publisher().map(str::to_owned),
                told.publisher.is_some(),
            ),
            (Fact::Published, "Published", published, told.published.is_some()),
            (
                Fact::Author,
                "Author",
                article.author().map(str::to_owned),
                told.author.is_some(),
            ),
        ] {
            self.fact_ui(ui, (article, fact, name), (value, by_analyst), actions);
            if let Some(publisher) = article.publisher().filter(|_| fact == Fact::Publisher) {
                ui.horizontal(|ui| {
                    ui.set_height(20.0);
                    ui.add_space(NAME_WIDTH);
                    outlet_ui(ui, state, publisher, actions);
                });
            }
        }
        ui.add_space(12.0);
        section_head_ui(ui, "File", "");
        let file = Label::new(Type::Body.text(article.file_words(), c.muted)).wrap();
        tip(ui.add(file), &article.path(), "");
        let num_pages = article.reading.article.pages.len();
        if num_pages > 0 {
            label_ui(ui, words::count(num_pages, "page"), Type::Small, c.muted);
        }
        address_ui(ui, state, article);
        notes_ui(ui, theme, article);
        article_tags_ui(ui, &state.store, article, actions);
        ui.add_space(16.0);
        ui.add(
            Label::new(Type::Body.text(
                "Select a figure to see who says it, or a name to see where else it stands.",
                c.muted,
            ))
            .wrap(),
        );
    }

    fn fact_ui(
        &mut self,
        ui: &mut Ui,
        (article, fact, name): (&ArticleRecord, Fact, &str),
        (value, by_analyst): (Option<String>, bool),
        actions: &mut Vec<Action>,
    ) {
        let theme = Theme::of(ui);
        ui.horizontal_top(|ui| {
            name_ui(ui, theme, name);
            ui.vertical(|ui| {
                let target = Target::Article(article.id, fact);
                if let Some(edit) = self.edit.as_mut().filter(|edit| edit.target == target) {
                    let left = edit.edit_ui(ui, name, actions);
                    self.leave_fact(ui, article, fact, left);
                    return;
                }
                let unsaid = value.is_none();
                let shown = value.unwrap_or_else(|| words::NOT_STATED.to_owned());
                let is_day = fact == Fact::Published;
                let basis = basis_words(&article.reading, by_analyst);
                let basis = (is_day && !basis.is_empty() && !by_analyst).then_some(basis);
                let row = ValueRow {
                    id: egui::Id::unique(("fact row", fact)),
                    name,
                    value: &shown,
                    quote: basis,
                    look: (unsaid, by_analyst),
                    pick: false,
                };
                let response = tip(value_ui(ui, &row), "Change it", "");
                if response.clicked() {
                    self.edit = Some(Edit::of_article(article, fact));
                }
                if by_analyst && link_ui(ui, "back to the machine’s value").clicked() {
                    actions.push(reset(article, fact));
                }
            });
        });
    }
}

/// Goes back to what the machine read.
fn reset(article: &ArticleRecord, fact: Fact) -> Action {
    let mut told = crate::store::Told::default();
    match fact {
        Fact::Published => return Action::TellPublished(vec![article.id], None),
        Fact::Title => told.title = Some(String::new()),
        Fact::Publisher => told.publisher = Some(String::new()),
        Fact::Author => told.author = Some(String::new()),
    }
    Action::Tell(vec![article.id], told)
}

/// The page's address, and a link where another version of the page is in the project.
fn address_ui(ui: &mut Ui, state: &State, article: &ArticleRecord) {
    let Some(address) = &article.reading.article.address else {
        return;
    };
    let ink = Theme::of(ui).color.muted;
    let shown = Label::new(Type::Small.text(words::short(address, 90), ink)).wrap();
    tip(ui.add(shown), address, "");
    if versions_words(ui, state, article).is_empty() {
        return;
    }
    ui.add_space(2.0);
    let link = link_ui(ui, "Versions of this page...");
    if tip(link, "What other versions in this project say otherwise", "").clicked() {
        wish::make(ui.ctx(), Wish::Versions);
    }
}

fn notes_ui(ui: &mut Ui, theme: &Theme, article: &ArticleRecord) {
    let notes = &article.reading.notes;
    let against = article
        .reading
        .published
        .iter()
        .flat_map(|published| &published.conflicts);
    let sentences: Vec<String> = notes
        .iter()
        .map(crate::base::Note::sentence)
        .chain(against.map(|opposing| format!("“{}”: {}", words::short(&opposing.words, 50), opposing.reason)))
        .collect();
    if sentences.is_empty() {
        return;
    }
    ui.add_space(12.0);
    section_head_ui(ui, "What was noticed", "");
    for sentence in sentences.iter().take(8) {
        ui.add(Label::new(Type::Small.text(sentence, theme.color.warn)).wrap());
        ui.add_space(2.0);
    }
}

//! Carries out a command: as an action of the program, or as a wish within the window.

use egui::Context;

use super::super::article;
use super::super::compare::copy_order;
use super::super::find;
use super::super::wish::{self, Beside, MoveEnd, ReviewAsk, Wish};
use crate::app::{
    Action, BatchAct, BesideChange, COMMANDS, CheckState, Command, CommandRow, CompareChange, DesktopAct, Folder,
    HistoryAct, KeyScope, NamesChange, Page, ReviewAct, State, ThemeChoice, View, command_rows, watched_folders,
};
use crate::show::{
    ABOUT_PERCENTS, ChartLayout, ChartSetting, ChartSettings, DaysBy, FilterChange, LinesBy, NameAct, NameRow, Scale,
    StoryPart, VaguePolicy, story_rows,
};
use crate::store::{ArticleId, ClaimId, Role, Verdict};

/// Text sizes in percent.
pub(in crate::ui) const TEXT_SIZES: [u16; 8] = crate::app::TEXT_SIZES_PERCENT;

/// Runs a command.
pub(in crate::ui) fn run(command: Command, ctx: &Context, state: &State, actions: &mut Vec<Action>) {
    if command == Command::SuggestedMerges {
        let open = state.view != View::Names || !state.names_look.merges_open;
        actions.push(Action::Names(NamesChange::Merges(open)));
        actions.push(Action::Show(View::Names));
        return;
    }
    if let Some(action) = find::action(command, ctx, state).or_else(|| article::part_action(command, ctx, state)) {
        actions.push(action);
        return;
    }
    if command == Command::Tag && state.view == View::Review && targets(state).len() > 1 {
        wish::make(ctx, Wish::Review(ReviewAsk::Tag));
        return;
    }
    if command == Command::WatchFolder {
        if watched_folders(&state.store).is_empty() {
            wish::make(ctx, Wish::WatchFolder);
        } else {
            actions.push(Action::Batch(BatchAct::StopWatching));
        }
        return;
    }
    if let Some(wish) = wish_of(command) {
        if matches!(wish, Wish::Beside(_)) && state.view != View::Compare {
            actions.push(Action::Show(View::Compare));
        }
        wish::make(ctx, wish);
    } else if let Some(action) = action_of(command, ctx, state) {
        actions.push(action);
    }
}

fn wish_of(command: Command) -> Option<Wish> {
    Some(match command {
        Command::AddFiles => Wish::AddFiles,
        Command::AddFolder => Wish::AddFolder,
        Command::Versions => Wish::Versions,
        Command::Duplicates => Wish::Duplicates,
        Command::PasteArticle => Wish::Paste,
        Command::OpenProject => Wish::OpenProject,
        Command::SaveAs => Wish::SaveAs,
        Command::Export => Wish::Export(""),
        Command::ExportAdopted => Wish::ExportAdopted,
        Command::Report => Wish::Export("report"),
        Command::HandOver => Wish::HandOver,
        Command::TakeDecisions => Wish::TakeDecisions,
        Command::PictureSvg => Wish::PictureSvg,
        Command::PicturePng => Wish::PicturePng,
        Command::ExportPoints => Wish::ExportPoints,
        Command::Edit => Wish::EditClaim,
        Command::Note => Wish::EditNote,
        Command::ApplySame => Wish::SameCases,
        Command::CorrectText => Wish::CorrectText,
        Command::Tag => Wish::EditTags,
        Command::SetField => Wish::Review(ReviewAsk::SetField),
        Command::AcceptAbove => Wish::Review(ReviewAsk::AcceptAbove),
        Command::SaveFilter => Wish::Review(ReviewAsk::SaveFilter),
        Command::SavedFilters => Wish::Review(ReviewAsk::Filters),
        Command::ReviewColumns => Wish::Review(ReviewAsk::Columns),
        Command::TagColors => Wish::Review(ReviewAsk::Tags),
        Command::FindCommand => Wish::Palette,
        Command::FindHere | Command::FilterHere => Wish::FocusFilter,
        Command::Problems => Wish::Problems,
        Command::Keys => Wish::Keys,
        Command::Help => Wish::Help,
        Command::History => Wish::History,
        Command::ResetLayout => Wish::ResetLayout,
        Command::NextArea => Wish::NextArea,
        Command::ZoomIn => Wish::ZoomIn,
        Command::ZoomOut => Wish::ZoomOut,
        Command::FitChart => Wish::FitChart,
        Command::EarlierDays => Wish::EarlierDays,
        Command::LaterDays => Wish::LaterDays,
        Command::PickNumber => Wish::Pick(Role::Number),
        Command::PickHarm => Wish::Pick(Role::Outcome),
        Command::PickVictims => Wish::Pick(Role::Victims),
        Command::PickSpeaker => Wish::Pick(Role::Speaker),
        Command::PickRelay => Wish::Pick(Role::Relay),
        Command::PickAsOf => Wish::Pick(Role::AsOf),
        Command::PickHappened => Wish::Pick(Role::EventDate),
        Command::PickPlace => Wish::Pick(Role::Place),
        Command::StartBack => Wish::MoveEnd(MoveEnd::StartBack),
        Command::StartOn => Wish::MoveEnd(MoveEnd::StartOn),
        Command::EndBack => Wish::MoveEnd(MoveEnd::EndBack),
        Command::EndOn => Wish::MoveEnd(MoveEnd::EndOn),
        Command::NextAtPlace => Wish::NextAtPlace,
        Command::RenameName => Wish::RenameName,
        Command::SameAs => Wish::SameAs,
        Command::NameType => Wish::NameType,
        Command::TakeOut => Wish::TakeOut,
        Command::NotAName => Wish::NotAName,
        other => return beside(other).map(Wish::Beside),
    })
}

fn beside(command: Command) -> Option<Beside> {
    Some(match command {
        Command::Conclusions => Beside::Conclusions,
        Command::Sentences => Beside::Sentences,
        Command::AdoptedFigures => Beside::Adopted,
        Command::Stories => Beside::Stories,
        Command::NextFinding => Beside::Next,
        Command::PreviousFinding => Beside::Previous,
        Command::AcceptFinding => Beside::Accept,
        Command::RejectFinding => Beside::Reject,
        Command::SettleFinding => Beside::Settle,
        Command::FindingReason => Beside::Reason,
        Command::CopySentences => Beside::Copy,
        Command::SayCopies => Beside::Copies,
        Command::SayNotCopies => Beside::NotCopies,
        _ => return None,
    })
}

fn action_of(command: Command, ctx: &Context, state: &State) -> Option<Action> {
    Some(match command {
        Command::CopyPicture => copy_order(ctx),
        Command::NewProject => Action::NewProject,
        Command::OpenDemo => Action::OpenDemo,
        Command::ReadAgain => Action::ReadAgain,
        Command::Quit => Action::Quit,
        Command::WhatIsNew => Action::Desktop(DesktopAct::Page(Some(Page::News))),
        Command::About => Action::Desktop(DesktopAct::Page(Some(Page::About))),
        Command::LogsFolder => Action::Desktop(DesktopAct::ShowFolder(Folder::Logs)),
        Command::DataFolder => Action::Desktop(DesktopAct::ShowFolder(Folder::Data)),
        Command::SettingsFolder => Action::Desktop(DesktopAct::ShowFolder(Folder::Settings)),
        Command::ChangedSince => {
            let opened_at = state.recovery.opened_at;
            Action::History(HistoryAct::Since(state.recovery.since.is_none().then_some(opened_at)))
        }
        Command::Backups => Action::History(HistoryAct::Backups(project_path(state)?)),
        Command::BackUpNow => Action::History(project_path(state).map(|_| HistoryAct::BackUp)?),
        Command::CheckProject => Action::History(project_path(state).map(|_| HistoryAct::LookOver)?),
        Command::NewReading => Action::History(state.recovery.reread.as_ref().map(|_| HistoryAct::ShowReread)?),
        Command::Undo => Action::Undo,
        Command::Redo => Action::Redo,
        Command::CheckAllShown => check_all(state)?,
        Command::CheckDown if is_table_shown(state) => Action::Review(ReviewAct::CheckOn(1)),
        Command::CheckUp if is_table_shown(state) => Action::Review(ReviewAct::CheckOn(-1)),
        Command::Queue => Action::Review(ReviewAct::Queue),
        Command::NextClaim => Action::NextClaim,
        Command::PreviousClaim => Action::PreviousClaim,
        Command::NextArticle => Action::NextArticle,
        Command::PreviousArticle => Action::PreviousArticle,
        Command::Back => Action::Back,
        Command::Forward => Action::Forward,
        Command::Read => Action::Show(View::Read),
        Command::Compare => Action::Show(View::Compare),
        Command::Review => Action::Show(View::Review),
        Command::NamesView => Action::Show(View::Names),
        Command::NextName => Action::NextName,
        Command::PreviousName => Action::PreviousName,
        Command::OpenInRead => Action::OpenInRead(state.selection.claim?),
        Command::Beside if state.view == View::Read && state.store.num_articles() > 1 => {
            Action::Beside(BesideChange::Toggle)
        }
        Command::Marks => Action::ShowMarks(!state.settings.show_marks),
        Command::Names => Action::ShowNames(!state.settings.show_names),
        Command::Library => Action::ShowLibrary(!state.settings.show_library),
        Command::ArticleTable => Action::ShowArticleTable(!state.library.table_open),
        Command::OrphanedArticles => Action::OrphanedOnly(!state.library.orphaned_only),
        Command::TextLarger => Action::SetTextSize(step_size(state, 1)),
        Command::TextSmaller => Action::SetTextSize(step_size(state, -1)),
        Command::TextNormal => Action::SetTextSize(100),
        Command::Theme if ctx.theme() == egui::Theme::Dark => Action::SetTheme(ThemeChoice::Light),
        Command::Theme => Action::SetTheme(ThemeChoice::Dark),
        _ => return action_on_chart(command, state).or_else(|| action_on_rows(command, state)),
    })
}

/// Where the open project lies; `None` while there is none.
fn project_path(state: &State) -> Option<std::path::PathBuf> {
    let path = &state.project.path;
    (!path.as_os_str().is_empty()).then(|| path.clone())
}

fn action_on_chart(command: Command, state: &State) -> Option<Action> {
    let look = &state.compare;
    let change = match command {
        Command::ClearFilter if !state.filter.is_empty() => return Some(Action::Filter(FilterChange::Clear)),
        Command::StoryAlone => return story_alone(state),
        _ if state.view != View::Compare => return None,
        Command::VagueWords | Command::AboutReach => return Some(Action::ChartSetting(setting(command, state)?)),
        Command::LinesBy => CompareChange::LinesBy(match look.lines_by {
            LinesBy::Automatic | LinesBy::Publisher => LinesBy::Speaker,
            LinesBy::Speaker => LinesBy::SpeakerInPublisher,
            LinesBy::SpeakerInPublisher => LinesBy::Article,
            LinesBy::Article => LinesBy::Publisher,
        }),
        Command::DaysBy => CompareChange::DaysBy(next(&DaysBy::ALL, look.days_by)?),
        Command::Scale => CompareChange::Scale(next(&Scale::ALL, look.scale)?),
        Command::Spread => CompareChange::ShowSpread(!look.show_spread),
        Command::MergeCopies => CompareChange::MergeCopies(!look.merge_copies),
        Command::OneChart => CompareChange::Layout(match look.layout {
            ChartLayout::ByKind => ChartLayout::Together,
            ChartLayout::Together => ChartLayout::ByKind,
        }),
        _ => return None,
    };
    Some(Action::Compare(change))
}

/// The next policy for vague words, or the next reach of "about".
fn setting(command: Command, state: &State) -> Option<ChartSetting> {
    let settings = ChartSettings::of(&state.store);
    Some(match command {
        Command::VagueWords => ChartSetting::Vague(next(&VaguePolicy::ALL, settings.vague.policy)?),
        _ => {
            let above = ABOUT_PERCENTS.iter().find(|percent| **percent > settings.about_percent);
            ChartSetting::About(*above.or(ABOUT_PERCENTS.first())?)
        }
    })
}

/// Shows the story of the selected claim or article alone, or all stories again.
fn story_alone(state: &State) -> Option<Action> {
    if state.filter.story.is_some() {
        return Some(Action::Filter(FilterChange::Story(None)));
    }
    let article = state.selection.article?;
    let rows = story_rows(&state.store, &state.conclusions);
    let row = rows.iter().find(|row| row.articles.contains(&article))?;
    Some(Action::Filter(FilterChange::Story(Some(StoryPart::of(row)))))
}

/// The one after `now`, in a ring.
fn next<T: Copy + PartialEq>(all: &[T], now: T) -> Option<T> {
    let at = all.iter().position(|one| *one == now)?;
    all.get((at + 1) % all.len()).copied()
}

fn action_on_rows(command: Command, state: &State) -> Option<Action> {
    if let Some(action) = action_on_name(command, state) {
        return Some(action);
    }
    if state.view == View::Names && state.names_look.merges_open {
        return action_on_merge(command, state);
    }
    let claims = targets(state);
    let some_claims = || Some(claims.clone()).filter(|claims| !claims.is_empty());
    let article = state.selection.article;
    Some(match command {
        Command::Accept => Action::SetVerdict(some_claims()?, Verdict::Accepted),
        Command::Reject => Action::SetVerdict(some_claims()?, Verdict::Rejected),
        Command::Reopen => Action::SetVerdict(some_claims()?, Verdict::Open),
        Command::Reset => Action::ResetClaims(some_claims()?),
        Command::DeleteClaim => {
            let by_hand = |id: &ClaimId| state.store.claim(*id).is_some_and(|claim| claim.by_hand);
            let claims: Vec<ClaimId> = claims.into_iter().filter(by_hand).collect();
            if claims.is_empty() {
                return None;
            }
            Action::DeleteClaims(claims)
        }
        Command::RemoveArticle => {
            let articles = article_targets(state);
            if articles.is_empty() {
                return None;
            }
            Action::RemoveArticles(articles)
        }
        Command::RemoveForGood => {
            let articles = Some(article_targets(state)).filter(|articles| !articles.is_empty());
            Action::History(HistoryAct::AskErase(articles?))
        }
        Command::OpenOriginal => Action::OpenOriginal(article?),
        Command::Reload => Action::Reload(article?),
        Command::TableColumns => Action::MapTable(article.filter(|id| is_table(state, *id))?),
        _ => return None,
    })
}

/// True where the table of claims is shown.
fn is_table_shown(state: &State) -> bool {
    state.view == View::Review && state.queue.is_none()
}

/// Checks all rows of the table; where all are checked, none.
fn check_all(state: &State) -> Option<Action> {
    let rows = state.listed.as_ref().filter(|_| is_table_shown(state))?;
    let all =
        rows.len() <= state.selection.checked.len() && rows.iter().all(|row| state.selection.checked.contains(row));
    let how = if all { CheckState::Off } else { CheckState::On };
    Some(Action::Check(rows.to_vec(), how)).filter(|_| !rows.is_empty())
}

fn is_table(state: &State, id: ArticleId) -> bool {
    state.store.article(id).is_some_and(|article| article.is_table())
}

fn action_on_name(command: Command, state: &State) -> Option<Action> {
    let open = || Some(state.names.rows.get(current_name(state)?)?.name_ref.clone());
    Some(match command {
        Command::OpenName => Action::Names(NamesChange::Show(open()?)),
        Command::ForgetName => Action::Name(NameAct::Forget(open()?)),
        _ => return None,
    })
}

/// Accept and Reject decide on the first suggested merge, while these are listed.
fn action_on_merge(command: Command, state: &State) -> Option<Action> {
    let merge = state.names.merges.first()?;
    match command {
        Command::Accept => state.names.merge_act(merge).map(Action::Name),
        Command::Reject => state.names.part_act(merge).map(Action::Name),
        _ => None,
    }
}

/// The entity that a command is about: of the selected mention in Read, else the one that is open in Names.
pub(in crate::ui) fn current_name(state: &State) -> Option<usize> {
    let (article, span) = match (state.view, state.selection.mention) {
        (View::Read, Some(mention)) => mention,
        (View::Names, _) => return state.names.find(state.names_look.open.as_ref()?),
        _ => return None,
    };
    state.names.at(article, span)
}

/// The claims that a command is about: the checked ones in Review, else the selected one.
pub(in crate::ui) fn targets(state: &State) -> Vec<ClaimId> {
    if let Some(run) = state.queue.as_ref().filter(|_| state.view == View::Review) {
        return run.queue.current.into_iter().collect();
    }
    if state.view == View::Review && !state.selection.checked.is_empty() {
        return state.selection.checked.iter().copied().collect();
    }
    state.selection.claim.into_iter().collect()
}

/// The articles that a command is about: the checked ones, else the open one.
pub(in crate::ui) fn article_targets(state: &State) -> Vec<ArticleId> {
    if state.selection.articles.is_empty() {
        return state.selection.article.into_iter().collect();
    }
    state.selection.articles.iter().copied().collect()
}

/// True where a claim is selected in Read: its words can be picked and moved.
pub(in crate::ui) fn is_claim_in_read(state: &State) -> bool {
    state.view == View::Read && state.selection.claim.is_some() && !state.library.table_open
}

/// True where the command would do something now.
pub(in crate::ui) fn can_run(command: Command, ctx: &Context, state: &State) -> bool {
    match command {
        Command::Undo => state.store.history().undo_label().is_some(),
        Command::Redo => state.store.history().redo_label().is_some(),
        Command::Back => !state.selection.back.is_empty(),
        Command::Forward => !state.selection.forward.is_empty(),
        Command::Edit if state.view == View::Read => state.selection.article.is_some(),
        Command::AcceptAbove => state.view == View::Review && state.listed.is_some(),
        Command::SaveFilter => !state.review.is_clear(),
        Command::SetField => !targets(state).is_empty(),
        Command::Tag => match state.view {
            View::Read => state.selection.article.is_some(),
            View::Names => current_name(state).is_some(),
            _ => !targets(state).is_empty(),
        },
        Command::Edit | Command::Note => state.selection.claim.is_some(),
        Command::ApplySame => state.same.is_some() || state.selection.claim.is_some(),
        _ if row_of(command).is_some_and(|row| row.scope() == KeyScope::ClaimInRead) => is_claim_in_read(state),
        Command::ZoomIn | Command::ZoomOut | Command::FitChart | Command::EarlierDays | Command::LaterDays => {
            state.view == View::Compare
        }
        Command::Quit | Command::SuggestedMerges | Command::WatchFolder => true,
        Command::RenameName | Command::SameAs | Command::NameType | Command::TakeOut | Command::NotAName => {
            let row = current_name(state).and_then(|row| state.names.rows.get(row));
            row.is_some_and(|row| can_run_on(command, row))
        }
        Command::ForgetName => {
            current_name(state).is_some_and(|row| state.names.rows.get(row).is_some_and(|row| row.told))
        }
        Command::NextHit | Command::PreviousHit => state.find.found.num_listed() > 0,
        Command::CorrectText => {
            let article = state.selection.article.filter(|_| state.view == View::Read);
            article.is_some_and(|id| !is_table(state, id))
        }
        Command::SayPart => article::part_action(command, ctx, state).is_some(),
        _ => {
            find::action(command, ctx, state).is_some()
                || wish_of(command).is_some()
                || action_of(command, ctx, state).is_some()
        }
    }
}

/// True where the command makes sense for a name.
pub(in crate::ui) fn can_run_on(command: Command, row: &NameRow) -> bool {
    match command {
        Command::NameType | Command::NotAName => row.kind().is_some(),
        Command::TakeOut => row.mentions.len() > 1 && (row.kind().is_some() || row.aliases.len() > 1),
        _ => true,
    }
}

/// The row of a command.
pub(in crate::ui) fn row_of(command: Command) -> Option<&'static CommandRow> {
    COMMANDS.iter().find(|row| row.command == command)
}

/// Whether what a command switches is on; `None` for commands that switch nothing.
pub(in crate::ui) fn is_on(command: Command, state: &State) -> Option<bool> {
    Some(match command {
        Command::Marks => state.settings.show_marks,
        Command::Names => state.settings.show_names,
        Command::Library => state.settings.show_library,
        Command::ArticleTable => state.library.table_open,
        Command::OrphanedArticles => state.library.orphaned_only,
        Command::Spread => state.compare.show_spread,
        Command::MergeCopies => state.compare.merge_copies,
        Command::StoryAlone => state.filter.story.is_some(),
        Command::ChangedSince => state.recovery.since.is_some(),
        Command::WatchFolder => !watched_folders(&state.store).is_empty(),
        Command::OneChart => state.compare.layout == ChartLayout::Together,
        _ => return None,
    })
}

/// The next text size up or down.
fn step_size(state: &State, by: isize) -> u16 {
    let now = state.settings.text_size_percent;
    let at = TEXT_SIZES.iter().position(|size| *size == now).unwrap_or(2);
    let next = at.saturating_add_signed(by).min(TEXT_SIZES.len() - 1);
    TEXT_SIZES.get(next).copied().unwrap_or(100)
}

/// The keys that hold for a command, as shown: "Ctrl Shift Z"; empty where it has none.
pub(in crate::ui) fn keys_of(command: Command, state: &State) -> String {
    if state.settings.keys.is_empty() {
        let row = COMMANDS.iter().find(|row| row.command == command);
        let keys = row.and_then(|row| crate::app::Keys::parse(row.keys));
        return keys.map(|keys| keys.to_string()).unwrap_or_default();
    }
    let rows = command_rows(&state.settings);
    let keys = rows.into_iter().find(|(row, _)| row.command == command);
    keys.and_then(|(_, keys)| keys)
        .map(|keys| keys.to_string())
        .unwrap_or_default()
}

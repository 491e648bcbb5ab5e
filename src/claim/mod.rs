//! Who says what happened to how many, where and when; days still relative.

mod as_of;
mod as_of_count;
#[cfg(test)]
mod as_of_examples;
mod as_of_loose;
mod as_of_row;
mod as_of_words;
mod back;
mod back_place;
mod confidence;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod count_cases;
#[cfg(test)]
mod count_figures_cases;
#[cfg(test)]
mod count_gone_cases;
#[cfg(test)]
mod count_news_cases;
#[cfg(test)]
mod count_press_cases;
#[cfg(test)]
mod count_rest_cases;
mod counted;
mod day;
mod ellipsis;
mod ellipsis_said;
mod examples;
mod find;
mod judge;
mod kind;
mod left;
mod left_noun;
mod lexicon;
mod link;
mod link_asked;
mod link_box;
mod link_captives;
mod link_freed;
mod link_lost;
mod link_more;
mod link_news;
mod link_opening;
mod link_sought;
mod link_suits;
mod link_tail;
mod link_them;
mod link_turned;
mod list;
mod list_rows;
mod model;
mod nocount;
mod nocount_age;
mod outcomes;
mod people;
mod phrase;
mod phrase_turned;
mod place;
mod saying;
mod scope;
mod scope_alone;
mod scope_apart;
mod scope_days;
mod scope_incident;
mod scope_listed;
mod scope_part;
mod scope_places;
mod scope_runs;
mod scope_set;
mod scope_settled;
mod scope_sites;
mod scope_whole;
mod scope_words;
mod select;
mod sense;
mod sense_other;
mod settle;
mod single;
mod single_after;
mod single_along;
mod single_aside;
mod single_bereft;
mod single_body;
mod single_clash;
mod single_clause;
mod single_dead;
mod single_doubt;
#[cfg(test)]
mod single_examples;
mod single_identified;
mod single_joined;
mod single_link;
mod single_mention;
mod single_named;
mod single_noun;
mod single_opening;
mod single_opens;
mod single_owned;
mod single_read;
mod single_real;
mod single_relative;
mod single_sense;
mod single_unreal;
mod single_who;
mod single_words;
mod single_wound;
mod speak_besides;
mod speak_carry;
mod speak_cut;
mod speak_doubt;
mod speak_kind;
mod speak_label;
mod speak_learned;
mod speak_names;
mod speak_note;
mod speak_noun;
mod speak_other;
mod speak_participle;
mod speak_parts;
mod speak_quoted;
mod speak_sure;
#[cfg(test)]
mod speak_tests;
mod speak_verb;
mod speak_whole;
mod speak_words;
mod speaker;
mod split_verb;
mod subject;
mod subject_opening;
mod subject_right;
mod subject_trim;
#[cfg(test)]
mod tests;
mod text;
mod told;
mod toll;
mod victims;
mod victims_around;
#[cfg(test)]
mod victims_cases;
mod victims_words;
mod voice;
mod walk;
mod walk_past;
mod when;
mod when_across;
mod when_apart;
mod when_aside;
#[cfg(test)]
mod when_aside_cases;
mod when_between;
#[cfg(test)]
mod when_between_cases;
mod when_bound;
#[cfg(test)]
mod when_carried_cases;
#[cfg(test)]
mod when_cases;
mod when_cost;
mod when_course;
mod when_cue;
mod when_disaster;
mod when_distance;
mod when_entry;
#[cfg(test)]
mod when_examples;
mod when_kin;
mod when_left;
#[cfg(test)]
mod when_left_cases;
#[cfg(test)]
mod when_more_cases;
mod when_near;
mod when_role;
mod when_row;
mod when_same;
mod when_statement;
mod when_story;
#[cfg(test)]
mod when_stretch_cases;
mod when_tied;
#[cfg(test)]
mod when_tied_cases;
mod when_toll;
mod when_total;
#[cfg(test)]
mod when_total_cases;
mod when_whole;
mod when_words;

pub use confidence::{BIAS, confidence_features};
pub use examples::EXAMPLES;
pub use find::{Context, find};
pub use kind::{Kind, OtherKind};
pub use model::{AsOf, Claim, Draft, Form, Happened, Modality, Place, Roles, Scope, VictimClass, claim_key};
pub use select::from_selection;
pub use settle::settle_days;
pub use told::class_of;

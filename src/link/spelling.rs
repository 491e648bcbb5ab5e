//! Names as articles write them, numbered: what a spelling says is worked out once and kept from run to run.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use super::bodies::initials;
use super::body::Body;
use super::person::PersonName;
use super::places;
use super::sound::skeleton;
use crate::entity::EntityKind;

/// Things that are equal have one number, counted from 0.
#[derive(Debug)]
struct Numbers<T: ?Sized> {
    of: HashMap<Arc<T>, u32>,
}

impl<T: Eq + Hash + ?Sized> Numbers<T> {
    /// The number of a thing, and whether it is new.
    fn number<Q>(&mut self, thing: Q) -> (u32, bool)
    where
        Q: Into<Arc<T>> + Borrow<T>,
    {
        if let Some(number) = self.of.get(thing.borrow()) {
            return (*number, false);
        }
        let number = u32::try_from(self.of.len()).unwrap_or(u32::MAX);
        self.of.insert(thing.into(), number);
        (number, true)
    }

    fn len(&self) -> usize {
        self.of.len()
    }
}

impl<T: ?Sized> Clone for Numbers<T> {
    fn clone(&self) -> Self {
        Self { of: self.of.clone() }
    }
}

impl<T: ?Sized> Default for Numbers<T> {
    fn default() -> Self {
        Self { of: HashMap::new() }
    }
}

/// A name of a person, as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) name: PersonName,
    /// The number of its last name.
    pub(super) last: u32,
    /// The number of the last name's consonants.
    pub(super) skeleton: u32,
}

/// A name of a body, as it is compared.
#[derive(Clone, Debug)]
pub(super) struct NamedBody {
    pub(super) body: Body,
    /// The number of its words together.
    pub(super) core: u32,
    /// The numbers of its words, in their order.
    pub(super) words: Vec<u32>,
}

/// What a spelling says, by numbers: equal ones say the same.
#[derive(Clone, Debug)]
pub(super) enum Says {
    /// A person.
    Person(u32),
    /// A body, with the letters that may stand for it and, for an acronym, its own.
    Body {
        body: u32,
        initials: Box<[u32]>,
        letters: Option<u32>,
    },
    /// A place or a people.
    Place(u32),
}

/// One way to write a name.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    pub(super) words: Arc<str>,
    pub(super) kind: EntityKind,
    pub(super) says: Says,
}

/// All ways in which the articles of a run write names, and of runs before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    of: BTreeMap<EntityKind, HashMap<Arc<str>, u32>>,
    list: Vec<Spelling>,
    /// By number.
    persons: Vec<Person>,
    bodies: Vec<NamedBody>,
    person_numbers: Numbers<PersonName>,
    body_numbers: Numbers<Body>,
    lasts: Numbers<str>,
    skeletons: Numbers<str>,
    cores: Numbers<BTreeSet<String>>,
    words: Numbers<str>,
    letters: Numbers<str>,
    places: Numbers<(EntityKind, String)>,
}

impl Spellings {
    /// The number of a name as it is written.
    pub(super) fn number(&mut self, kind: EntityKind, words: &str) -> u32 {
        if let Some(number) = self.find(kind, words) {
            return number;
        }
        let says = match kind {
            EntityKind::Person => Says::Person(self.person(PersonName::new(words))),
            EntityKind::Org => self.body_of(words),
            EntityKind::Place | EntityKind::Group => {
                Says::Place(self.places.number((kind, places::key(words, kind))).0)
            }
        };
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let words: Arc<str> = words.into();
        self.of.entry(kind).or_default().insert(Arc::clone(&words), number);
        self.list.push(Spelling { words, kind, says });
        number
    }

    /// The number of a name that was met.
    pub(super) fn find(&self, kind: EntityKind, words: &str) -> Option<u32> {
        self.of.get(&kind)?.get(words).copied()
    }

    /// The spelling of a number.
    pub(super) fn get(&self, number: u32) -> Option<&Spelling> {
        self.list.get(number as usize)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The person of a number.
    pub(super) fn person_of(&self, number: u32) -> Option<&Person> {
        self.persons.get(number as usize)
    }

    /// The body of a number.
    pub(super) fn named_body(&self, number: u32) -> Option<&NamedBody> {
        self.bodies.get(number as usize)
    }

    /// How many numbers there are of each sort.
    pub(super) fn counts(&self) -> Counts {
        Counts {
            persons: self.persons.len(),
            lasts: self.lasts.len(),
            skeletons: self.skeletons.len(),
            bodies: self.bodies.len(),
            cores: self.cores.len(),
            words: self.words.len(),
            letters: self.letters.len(),
            places: self.places.len(),
        }
    }

    fn person(&mut self, name: PersonName) -> u32 {
        let (number, is_new) = self.person_numbers.number(name.clone());
        if is_new {
            self.persons.push(Person {
                last: self.lasts.number(name.last.as_str()).0,
                skeleton: self.skeletons.number(skeleton(&name.last)).0,
                name,
            });
        }
        number
    }

    fn body_of(&mut self, written: &str) -> Says {
        let body = Body::new(written);
        let (number, is_new) = self.body_numbers.number(body.clone());
        if is_new {
            let words = body.words.iter().map(|word| self.words.number(word.as_str()).0);
            self.bodies.push(NamedBody {
                words: words.collect(),
                core: self.cores.number(body.words.clone()).0,
                body,
            });
        }
        let initials = initials(written).into_iter();
        let own: String = written.chars().filter(|c| *c != '.').collect();
        let is_acronym = own.len() > 1 && own.len() < 8 && own.chars().all(char::is_uppercase);
        Says::Body {
            body: number,
            initials: initials.map(|letters| self.letters.number(letters).0).collect(),
            letters: is_acronym.then(|| self.letters.number(own).0),
        }
    }
}

/// How many numbers there are of each sort.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counts {
    pub(super) persons: usize,
    pub(super) lasts: usize,
    pub(super) skeletons: usize,
    pub(super) bodies: usize,
    pub(super) cores: usize,
    pub(super) words: usize,
    pub(super) letters: usize,
    pub(super) places: usize,
}

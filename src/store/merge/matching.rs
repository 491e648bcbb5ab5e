//! Which article and which claim of the other project is which of this one; what is only there gets numbers that are free
//! here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::claim::Claim;
use crate::link::{NameAbout, NameRef, Reach};
use crate::store::record::{ArticleId, ClaimId, ClaimRecord};
use crate::store::reread::Rows;
use crate::store::rows::Store;

/// The numbers of the other project's rows in this one.
pub(super) struct Matched {
    /// By number there the number here, and whether the texts are the same.
    articles: BTreeMap<ArticleId, (ArticleId, SameText)>,
    /// Articles that are only there, by number there, with the number that they get here.
    fresh: BTreeMap<ArticleId, ArticleId>,
    claims: BTreeMap<ClaimId, ClaimId>,
    /// Claims that are only there, with the number that they get here.
    fresh_claims: BTreeMap<ClaimId, ClaimId>,
}

/// Whether places in both texts are the same places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SameText {
    Yes,
    No,
}

impl Matched {
    pub(super) fn new(here: &Store, there: &Store) -> Self {
        let mut matched = Self {
            articles: BTreeMap::new(),
            fresh: BTreeMap::new(),
            claims: BTreeMap::new(),
            fresh_claims: BTreeMap::new(),
        };
        // only to hand out numbers
        let mut numbers = here.snapshot();
        matched.match_articles(here, there);
        for article in there.articles() {
            if !matched.articles.contains_key(&article.id) {
                matched.fresh.insert(article.id, numbers.next_article());
            }
        }
        for article in there.articles() {
            let theirs: Vec<&Arc<ClaimRecord>> = there.claims_of(article.id).collect();
            let own = matched.articles.get(&article.id).map(|(own, _)| *own);
            matched.match_claims(here, own, &theirs);
            for record in theirs {
                if !matched.claims.contains_key(&record.id) {
                    matched.fresh_claims.insert(record.id, numbers.next_claim());
                }
            }
        }
        matched
    }

    fn match_articles(&mut self, here: &Store, there: &Store) {
        let mut by_bytes: HashMap<&str, Vec<ArticleId>> = HashMap::new();
        let mut by_text: HashMap<&str, Vec<ArticleId>> = HashMap::new();
        for article in here.articles() {
            if !article.sha256.is_empty() {
                by_bytes.entry(&article.sha256).or_default().push(article.id);
            }
            by_text.entry(article.text()).or_default().push(article.id);
        }
        let mut taken = BTreeSet::new();
        let mut free = |ids: Option<&Vec<ArticleId>>| {
            let found = ids?.iter().copied().find(|id| !taken.contains(id))?;
            taken.insert(found);
            Some(found)
        };
        let same = |own: ArticleId, text: &str| {
            let is_same = here.article(own).is_some_and(|article| article.text() == text);
            if is_same { SameText::Yes } else { SameText::No }
        };
        // bytes are surer than texts: none may take what is another's by its bytes
        for article in there.articles() {
            if let Some(own) = free(by_bytes.get(article.sha256.as_str())) {
                self.articles.insert(article.id, (own, same(own, article.text())));
            }
        }
        for article in there.articles().filter(|article| !article.text().trim().is_empty()) {
            if self.articles.contains_key(&article.id) {
                continue;
            }
            if let Some(own) = free(by_text.get(article.text())) {
                self.articles.insert(article.id, (own, SameText::Yes));
            }
        }
    }

    fn match_claims(&mut self, here: &Store, own: Option<ArticleId>, theirs: &[&Arc<ClaimRecord>]) {
        let Some(own) = own else { return };
        let rows: Vec<Arc<ClaimRecord>> = here.claims_of(own).map(Arc::clone).collect();
        let claims: Vec<&Claim> = theirs.iter().map(|record| &*record.machine).collect();
        for (record, found) in theirs.iter().zip(Rows::new(&rows).of(&claims)) {
            if let Some(found) = found {
                self.claims.insert(record.id, found.id);
            }
        }
    }

    /// How many articles are on both sides.
    pub(super) fn num_shared(&self) -> usize {
        self.articles.len()
    }

    /// The article here of one there.
    pub(super) fn article(&self, there: ArticleId) -> Option<(ArticleId, SameText)> {
        self.articles.get(&there).copied()
    }

    /// The articles of this project that the other one has as well.
    pub(super) fn shared(&self) -> BTreeSet<ArticleId> {
        self.articles.values().map(|(own, _)| *own).collect()
    }

    /// The claims of this project that the other one has as well.
    pub(super) fn shared_claims(&self) -> BTreeSet<ClaimId> {
        self.claims.values().copied().collect()
    }

    /// The number here of an article, whether it is here or would come.
    pub(super) fn any_article(&self, there: ArticleId) -> Option<ArticleId> {
        let shared = self.article(there).map(|(own, _)| own);
        shared.or_else(|| self.fresh.get(&there).copied())
    }

    /// The claim here of one there.
    pub(super) fn claim(&self, there: ClaimId) -> Option<ClaimId> {
        self.claims.get(&there).copied()
    }

    /// The number here of a claim, whether it is here or would come.
    pub(super) fn any_claim(&self, there: ClaimId) -> Option<ClaimId> {
        self.claim(there).or_else(|| self.fresh_claims.get(&there).copied())
    }

    /// What is said of a name, told in numbers of this project; `None` where its place is not here.
    pub(super) fn about(&self, about: &NameAbout) -> Option<NameAbout> {
        Some(match about {
            NameAbout::Words(words, reach) => NameAbout::Words(words.clone(), self.reach(*reach)?),
            NameAbout::Pair(a, b) => NameAbout::pair(&self.name(a)?, &self.name(b)?),
            NameAbout::Apart(name) => NameAbout::Apart(self.name(name)?),
            NameAbout::Called(name) => NameAbout::Called(self.name(name)?),
        })
    }

    fn name(&self, name: &NameRef) -> Option<NameRef> {
        Some(NameRef {
            reach: self.reach(name.reach)?,
            ..name.clone()
        })
    }

    fn reach(&self, reach: Reach) -> Option<Reach> {
        let own = |number: u64| self.any_article(ArticleId(i64::try_from(number).ok()?));
        Some(match reach {
            Reach::Project => Reach::Project,
            Reach::Article(number) => Reach::Article(own(number)?.0.unsigned_abs()),
            Reach::Mention(number, span) => {
                let there = ArticleId(i64::try_from(number).ok()?);
                if self.article(there).is_some_and(|(_, text)| text == SameText::No) {
                    return None;
                }
                Reach::Mention(own(number)?.0.unsigned_abs(), span)
            }
        })
    }
}

//! Disjoint groups that grow together.

/// Things by number, each in one group.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    /// Every thing alone.
    pub(super) fn new(len: usize) -> Self {
        Self {
            parent: (0..len).collect(),
        }
    }

    /// The number that stands for the thing's group: the smallest in it.
    pub(super) fn root(&mut self, thing: usize) -> usize {
        let mut root = thing;
        while let Some(&up) = self.parent.get(root).filter(|up| **up != root) {
            root = up;
        }
        let mut at = thing;
        while at != root {
            let Some(slot) = self.parent.get_mut(at) else {
                break;
            };
            at = std::mem::replace(slot, root);
        }
        root
    }

    /// Makes the groups of both things one.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(slot) = self.parent.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
}

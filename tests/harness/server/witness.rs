//! What the connections of one server share: its records, and how much it may still send.

use std::sync::Arc;
use tokio::sync::watch;

use super::answer::Answer;
use super::{Records, Request};
use crate::PATIENCE;

pub(crate) struct Witness {
    records: watch::Sender<Records>,
    /// Bytes of bodies that may be sent in all.
    budget: watch::Sender<Option<u64>>,
}

impl Witness {
    /// Of a server that sends no more than `budget` bytes of bodies in all, if that is given.
    pub fn new(budget: Option<u64>) -> Self {
        Self { records: watch::Sender::new(Records::default()), budget: watch::Sender::new(budget) }
    }

    pub fn records(&self) -> Records {
        self.records.borrow().clone()
    }

    /// Bytes of the file that were sent so far.
    pub fn sent(&self) -> u64 {
        self.records.borrow().sent()
    }

    /// Requests that came so far.
    pub fn requested(&self) -> usize {
        self.records.borrow().requests.len()
    }

    pub fn set_budget(&self, budget: Option<u64>) {
        self.budget.send_replace(budget);
    }

    /// Waits until the records are as `wanted`, and returns them.
    #[track_caller]
    pub fn until(&self, wanted: impl FnMut(&Records) -> bool) -> impl Future<Output = Records> {
        let mut records = self.records.subscribe();
        let caller = std::panic::Location::caller();
        async move {
            let found = tokio::time::timeout(PATIENCE, records.wait_for(wanted))
                .await
                .map(|found| found.unwrap().clone());
            found.unwrap_or_else(|_| {
                panic!("the server waited in vain at {caller}: {:#?}", records.borrow().requests)
            })
        }
    }

    pub fn connected(&self) {
        self.records.send_modify(|records| records.connections += 1);
    }

    /// Records `request`, to be answered as `decide` says, which is told its number and how many answers are under way.
    pub fn take(
        self: &Arc<Self>,
        mut request: Request,
        decide: impl FnOnce(&Request, usize, usize) -> Answer,
    ) -> (Answer, Answering) {
        let mut taken = None;
        self.records.send_modify(|records| {
            let number = records.requests.len();
            let answer = decide(&request, number, records.active);
            request.status = answer.status;
            request.from = answer.from;
            records.active += 1;
            records.most_active = records.most_active.max(records.active);
            records.requests.push(request);
            taken = Some((answer, Answering { number, witness: self.clone(), over: false }));
        });
        taken.unwrap()
    }

    /// Takes up to `count` bytes from what may still be sent; 0: nothing for now.
    fn spend(&self, number: usize, count: u64) -> u64 {
        let budget = *self.budget.borrow();
        let mut granted = 0;
        self.records.send_modify(|records| {
            let spent: u64 = records.requests.iter().map(|request| request.sent).sum();
            granted = budget.map_or(count, |budget| count.min(budget.saturating_sub(spent)));
            records.requests[number].sent += granted;
        });
        granted
    }
}

/// An answer that is under way; over at the latest when its task is dropped.
pub(crate) struct Answering {
    number: usize,
    witness: Arc<Witness>,
    over: bool,
}

impl Answering {
    /// How many of `count` bytes may be sent, and counts them as sent. Waits while the server holds back.
    pub async fn granted(&self, count: u64) -> u64 {
        let mut budget = self.witness.budget.subscribe();
        loop {
            let granted = self.witness.spend(self.number, count);
            if granted > 0 {
                return granted;
            }
            budget.changed().await.unwrap();
        }
    }

    pub fn over(&mut self) {
        if !std::mem::replace(&mut self.over, true) {
            self.witness.records.send_modify(|records| {
                records.active -= 1;
                records.requests[self.number].over = true;
            });
        }
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.over();
    }
}

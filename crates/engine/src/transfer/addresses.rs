//! Where the file of one transfer can be had from: its own URL, and its mirrors in place of that when it fails.

use haul_core::download::parse_url;
use haul_core::{Download, Failure, LogEntry, Remedy};
use url::Url;

use super::Transfer;
use crate::protocol::Source;

/// Every address of one file, its own URL first.
#[derive(Debug)]
pub struct Addresses {
    all: Vec<Address>,
    current: usize,
    /// Most bytes that were ever there: with more than that, all may be asked again.
    high_water: u64,
}

#[derive(Debug)]
struct Address {
    url: Url,
    /// How it failed since anything new came.
    failure: Option<Failure>,
    /// It is not asked again.
    dropped: bool,
}

impl Addresses {
    pub fn of(download: &Download) -> Self {
        let urls = std::iter::once(&download.url).chain(&download.options.mirrors);
        let address = |url: Url| Address { url, failure: None, dropped: false };
        let all = urls.filter_map(|url| parse_url(url).ok()).map(address).collect();
        Self { all, current: 0, high_water: download.received }
    }

    /// Those that may be asked beside the current one.
    pub fn others(&self) -> impl Iterator<Item = usize> {
        let may = |&index: &usize| index != self.current && !self.all[index].dropped;
        (0..self.all.len()).filter(may)
    }

    /// Of the one that is read from now.
    pub fn current(&self) -> usize {
        self.current
    }

    /// Reads from `url` from now on; false if it is none of them.
    pub fn go_to(&mut self, url: &str) -> bool {
        let index = self.all.iter().position(|address| address.url.as_str() == url);
        self.current = index.unwrap_or(self.current);
        index.is_some()
    }

    /// Takes the one at `index` out for as long as the transfer lasts.
    pub fn drop_at(&mut self, index: usize, failure: Failure) {
        if let Some(address) = self.all.get_mut(index) {
            (address.failure, address.dropped) = (Some(failure), true);
        }
    }

    /// Goes on with the next that has not failed, after the current one did.
    ///
    /// # Errors
    /// There is none: what all of them together come to. All that may be asked again then are, from the first on.
    fn next(&mut self, failure: Failure, received: u64) -> Result<(), Failure> {
        if received > self.high_water {
            self.high_water = received;
            self.all.iter_mut().filter(|one| !one.dropped).for_each(|one| one.failure = None);
        }
        let dropped = !matches!(failure.remedy(), Remedy::RetryLater | Remedy::WaitForNetwork);
        if let Some(current) = self.all.get_mut(self.current) {
            (current.failure, current.dropped) = (Some(failure.clone()), dropped);
        }
        let count = self.all.len();
        let behind = (1..count).map(|step| (self.current + step) % count);
        if let Some(next) = behind.into_iter().find(|&index| self.all[index].failure.is_none()) {
            self.current = next;
            return Ok(());
        }
        let first = self.all.iter().position(|one| !one.dropped);
        self.current = first.unwrap_or(0);
        let verdict = self.all.get(self.current).and_then(|one| one.failure.clone());
        self.all.iter_mut().filter(|one| !one.dropped).for_each(|one| one.failure = None);
        Err(verdict.unwrap_or(failure))
    }
}

impl Transfer {
    /// Where it reads from now, as the settings are now.
    ///
    /// # Errors
    /// If the URL is none, which only a database from elsewhere can hold.
    pub fn source(&self) -> Result<Source, Failure> {
        self.source_at(self.addresses.current)
    }

    /// The address at `index`. What was meant for the first origin is not told to another.
    pub fn source_at(&self, index: usize) -> Result<Source, Failure> {
        let all = &self.addresses.all;
        let invalid = || Failure::InvalidUrl { url: self.download.url.clone() };
        let (first, url) = all.first().zip(all.get(index)).ok_or_else(invalid)?;
        let same = first.url.origin() == url.url.origin();
        let headers = if same { self.download.options.headers.clone() } else { Vec::new() };
        let source = Source::new(url.url.clone(), headers, &self.settings.borrow());
        let own = Source {
            proxy: self.download.options.proxy.clone(),
            waits: self.meter.waits.clone(),
            trust: self.trust.clone(),
            ..source
        };
        Ok(own.with(&self.settings.borrow()))
    }

    /// The mirror that it reads from now; none: its own URL.
    pub fn mirror(&self) -> Option<String> {
        let Addresses { all, current, .. } = &self.addresses;
        all.get(*current).filter(|_| *current > 0).map(|address| address.url.to_string())
    }

    /// Goes on from another address after the current one failed, if another may do better.
    ///
    /// Not where the first could not prove who it is: who breaks that must not choose the server, and the person may know its
    /// certificate. With a checksum by the person it does not matter who brings the file.
    ///
    /// # Errors
    /// What is to be done something about: `failure`, or what all addresses together come to.
    pub(super) async fn go_elsewhere_after(&mut self, failure: Failure) -> Result<(), Failure> {
        let is_for_the_person = self.addresses.current == 0
            && match &failure {
                // Whether it is wanted as it is now.
                Failure::SourceChanged { .. } => true,
                Failure::Tls { .. } => self.download.options.checksum.is_none(),
                _ => false,
            };
        if self.addresses.all.len() < 2 || !failure.is_of_one_server() || is_for_the_person {
            return Err(failure);
        }
        let before = self.source()?.host().to_owned();
        let gone_on = self.addresses.next(failure.clone(), self.meter.received());
        let entry = match failure.remedy() {
            Remedy::RetryLater | Remedy::WaitForNetwork => LogEntry::ConnectionFailed { failure },
            Remedy::AskUser | Remedy::GiveUp => LogEntry::MirrorDropped { host: before, failure },
        };
        self.log(entry).await;
        gone_on?;
        // That the one before got ranges wrong says nothing of the next.
        self.whole = self.fetched_anew;
        self.log(LogEntry::MirrorUsed { host: self.source()?.host().to_owned() }).await;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> Addresses {
        let all = ["http://a.org/", "http://b.org/", "http://c.org/"];
        let address = |url: &str| Address { url: Url::parse(url).unwrap(), failure: None, dropped: false };
        Addresses { all: all.map(address).into(), current: 0, high_water: 0 }
    }

    fn gone() -> Failure {
        Failure::NotFound { status: 404 }
    }

    fn busy() -> Failure {
        Failure::Busy { status: 503, retry_after_secs: None }
    }

    #[test]
    fn each_is_asked_in_turn_and_what_is_gone_is_asked_no_more() {
        let mut addresses = three();
        assert_eq!((addresses.next(busy(), 0), addresses.current), (Ok(()), 1));
        assert_eq!((addresses.next(gone(), 0), addresses.current), (Ok(()), 2));
        assert_eq!((addresses.next(busy(), 0), addresses.current), (Err(busy()), 0), "now it has to wait");
        assert_eq!((addresses.next(busy(), 0), addresses.current), (Ok(()), 2));
        assert_eq!(addresses.next(gone(), 0), Err(busy()), "the first may yet come back");
        assert_eq!(addresses.next(gone(), 0), Err(gone()));
        assert_eq!(addresses.current, 0);
    }

    #[test]
    fn what_brought_something_may_be_asked_again() {
        let mut addresses = three();
        addresses.next(busy(), 0).unwrap();
        assert_eq!((addresses.next(busy(), 7), addresses.current), (Ok(()), 2));
        assert_eq!((addresses.next(busy(), 7), addresses.current), (Ok(()), 0));
    }

    #[test]
    fn beside_the_current_one_only_those_that_are_not_dropped_are_asked() {
        let mut addresses = three();
        assert_eq!(addresses.others().collect::<Vec<_>>(), [1, 2]);
        addresses.drop_at(1, gone());
        assert_eq!(addresses.others().collect::<Vec<_>>(), [2]);
    }
}

//! How many connections a transfer may have, and which of them its requests go over.

use haul_core::host::{Learned, Ramp};
use haul_core::{Settings, host_settings};

use super::Transfer;
use crate::hosts::{Permit, Wanted};
use crate::protocol::{Over, Source};

/// With more hosts than this at once, connections are not shared: each that is may have to hold 20 MiB.
const MAX_SHARED: u32 = 3;

impl Transfer {
    /// Connections that this download may have now.
    pub fn most_connections(&self) -> u32 {
        let own = self.download.options.connections;
        own.unwrap_or_else(|| self.settings.borrow().connections_per_download).max(1)
    }

    /// Connections that may be open to `host` now, over all downloads. Somebody who asked for more for this very download
    /// gets them, unless the host has a number of its own: that is what it bears.
    pub(super) fn most_per_host<'a>(&self, host: &'a str) -> impl Fn(&Settings) -> u32 + use<'a> {
        let own = self.download.options.connections.unwrap_or(0);
        move |settings| {
            let told = host_settings::of(&settings.hosts, host).and_then(|host| host.connections);
            told.unwrap_or_else(|| settings.connections_per_host.max(own))
        }
    }

    /// Leave for the first request to `source`, once there is any: a connection, or one more request in one that others
    /// have open.
    pub(super) async fn first_permit(&self, source: &Source) -> Permit {
        let (most, host) = (self.most_per_host(source.host()), source.host_and_port());
        let wanted = |settings: &Settings| {
            let most = most(settings);
            let small = self.hosts.gives_small_over_one(&host) && !self.asks_apart();
            if small { Wanted::Small { most } } else { Wanted::Connection { most } }
        };
        self.hosts.permit(&host, &self.settings, wanted).await
    }

    /// Leave for one more connection to `source`, once there is any.
    pub(super) async fn permit(&self, source: &Source) -> Permit {
        let most = self.most_per_host(source.host());
        let wanted = |settings: &Settings| Wanted::Connection { most: most(settings) };
        self.hosts.permit(&source.host_and_port(), &self.settings, wanted).await
    }

    /// The same, if there is now.
    pub(super) fn try_permit(&self, source: &Source) -> Option<Permit> {
        let most = self.most_per_host(source.host())(&self.settings.borrow());
        self.hosts.try_permit(&source.host_and_port(), Wanted::Connection { most })
    }

    /// How many connections to `source` to begin with. A number that somebody gave for this download is taken as it is;
    /// but a limit needs no more connections than carry it, and each further one would only hold bytes back.
    pub(super) fn ramp(&self, source: &Source) -> Ramp {
        match self.download.options.connections {
            Some(count) if !self.limiter.is_limited() => Ramp::told(count),
            _ if self.limiter.is_limited() => Ramp::finding(Learned::default()),
            _ => Ramp::finding(self.hosts.learned(&source.host_and_port())),
        }
    }

    /// Whether each request gets a connection of its own from the first on. Streams of one connection share a window that
    /// is worth seconds of most limits, and that the server fills at once; and it is memory, if what came must wait.
    pub(super) fn asks_apart(&self) -> bool {
        self.limiter.is_limited() || self.hosts.busy() > MAX_SHARED
    }

    /// The connection that the first request, with `permit`, goes over.
    pub(super) fn over(&self, source: &Source, permit: &Permit) -> Over {
        if self.asks_apart() || self.is_lone() { Over::Own } else { self.shared(source, permit) }
    }

    /// The connection that a request with `permit` shares. There are several for a host that has no other beside it: what
    /// may wait in memory is bounded. But never more than there may be connections to a host.
    pub(super) fn shared(&self, source: &Source, permit: &Permit) -> Over {
        let most = self.most_per_host(source.host())(&self.settings.borrow());
        Over::Shared(if self.hosts.busy() == 1 { permit.carrier(most) } else { 0 })
    }

    /// Whether it is all there is, over one connection: the frames of HTTP/2 would cost a fifth more of the processor.
    pub(super) fn is_lone(&self) -> bool {
        self.hosts.connections() == 1 && self.download.options.connections == Some(1)
    }
}

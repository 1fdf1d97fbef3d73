//! What happens while a connection is made, as the client's own parts tell it: names are looked up, and proxies asked. Both
//! count for the transfer whose request needs the connection.

use futures::FutureExt;
use futures::future::BoxFuture;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::sync::Arc;
use std::task::{Context, Poll};
use tower::{Layer, Service};

use crate::resolver::Resolver;
use crate::waits::Waits;

tokio::task_local! {
    /// For whom the current request is made.
    static ASKING: Asking;
}

/// A request under way.
#[derive(Debug, Clone)]
struct Asking {
    waits: Arc<Waits>,
    proxied: bool,
}

/// `request`, with whatever it waits for while it connects counted in `waits`.
pub async fn counted<T>(waits: &Arc<Waits>, proxied: bool, request: impl Future<Output = T>) -> T {
    ASKING.scope(Asking { waits: waits.clone(), proxied }, request).await
}

/// No address is known of this name.
#[derive(Debug, thiserror::Error)]
#[error("{0} was not found")]
pub struct NameNotFound(pub String);

/// A resolver that counts.
#[derive(Debug)]
pub struct Counting(pub Resolver);

impl Resolve for Counting {
    fn resolve(&self, name: Name) -> Resolving {
        // A connection that is made for nobody any more counts for nobody.
        let waiting = ASKING.try_with(|asking| asking.waits.resolving.start()).ok();
        let resolver = self.0.clone();
        Box::pin(async move {
            let found = resolver.lookup(name.as_str()).await;
            drop(waiting);
            match found {
                Ok(found) => Ok(Box::new(found.into_iter()) as Addrs),
                Err(error) => {
                    tracing::debug!(name = name.as_str(), %error, "not found");
                    Err(NameNotFound(name.as_str().to_owned()).into())
                }
            }
        })
    }
}

/// Around whatever makes connections.
#[derive(Debug, Clone, Copy)]
pub struct CountProxies;

impl<S> Layer<S> for CountProxies {
    type Service = Counted<S>;

    fn layer(&self, inner: S) -> Counted<S> {
        Counted(inner)
    }
}

#[derive(Debug, Clone)]
pub struct Counted<S>(S);

impl<R, S> Service<R> for Counted<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<S::Response, S::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: R) -> Self::Future {
        let over_proxy = |asking: &Asking| asking.proxied.then(|| asking.waits.connecting.start());
        let waiting = ASKING.try_with(over_proxy).ok().flatten();
        let connecting = self.0.call(request);
        connecting.inspect(move |_| drop(waiting)).boxed()
    }
}

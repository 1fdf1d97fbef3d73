//! A small file in one answer: gathered in memory and put on disk together with others (see `publisher`), without a part
//! file. Whatever is not in order on the way is left to the ordinary way, with every byte that came.

use bytes::Bytes;
use futures::{FutureExt, StreamExt, stream};
use haul_core::{Activity, ledger};
use std::path::PathBuf;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

use super::Transfer;
use super::finish::FETCHED_AGAIN;
use super::publisher::Parcel;
use crate::protocol::{Answer, Source};

/// How long the bytes may take. What comes slower shows its progress and is kept, in a part file.
const WITHIN: Duration = Duration::from_millis(500);

/// A file that is whole in memory.
pub struct Whole {
    pieces: Vec<Bytes>,
    /// What it came with, but for the body.
    answer: Answer,
}

/// What came of gathering one.
pub enum Gathered {
    Whole(Whole),
    /// Too slow, or not in order. Nothing is lost: the body begins with what came.
    Not(Answer),
}

/// What came of putting one under its name.
pub enum Placed {
    At(PathBuf),
    /// The name is taken, the disk is full or anything else: for the ordinary way. The body comes from memory.
    Not(Box<Answer>),
}

impl Transfer {
    /// Whether `answer` brings all of a file that is rather fetched again than kept in part, and nothing is to be done
    /// with its bytes but to write them.
    pub(super) fn is_small(&self, answer: &Answer) -> bool {
        let has_checksum = answer.resource.digest.is_some() || answer.resource.metalink.is_some();
        let all = answer.start == 0 && answer.end.is_some() && answer.end == answer.resource.size;
        all && answer.end.is_some_and(|end| end <= FETCHED_AGAIN)
            && self.download.options.checksum.is_none()
            && self.overwrites.is_none()
            && !(has_checksum && self.heeds_server())
            && !self.limiter.is_limited()
    }

    /// Whether it is asked for before anybody looks at the disk: what `source` gave as of late was small, and nothing is
    /// known to be there. What there is after all is found when it gets its name.
    pub(super) fn is_likely_small(&self, source: &Source) -> bool {
        self.download.part.is_none()
            && self.download.options.checksum.is_none()
            && self.start_over.is_none()
            && self.hosts.gives_small(&source.host_and_port())
    }

    /// Puts `whole` on disk under its name. To be awaited to its end: what is linked stays.
    pub(super) async fn place(&self, whole: Whole) -> Placed {
        self.meter.set_activity(Activity::Finishing);
        let Whole { pieces, answer } = whole;
        let folder = &self.download.folder;
        let parcel = Parcel {
            folder: folder.clone(),
            name: self.name_for(&answer),
            pieces: pieces.clone(),
            url: self.download.url.clone(),
            resource: answer.resource.clone(),
            is_marked: self.settings.borrow().mark_origin,
        };
        match self.publisher.run(folder, parcel).await.flatten() {
            Some(path) => {
                self.meter.set_arrived(pieces.iter().map(|piece| piece.len() as u64).sum());
                let hashed = ledger::hash(0, pieces.iter().map(|piece| &piece[..]));
                self.meter.set_hashes(Some(hashed.into_iter().map(|block| block.hash).collect()));
                self.tell_refused_name(answer.refused_name, &path).await;
                self.meter.set_resource(answer.resource);
                Placed::At(path)
            }
            None => Placed::Not(Box::new(with_front(answer, pieces))),
        }
    }
}

/// Reads the body of `answer`, a small one, to its end.
pub async fn gather(mut answer: Answer) -> Gathered {
    let (deadline, expected) = (Instant::now() + WITHIN, answer.end.unwrap_or_default());
    let (mut pieces, mut length): (Vec<Bytes>, u64) = (Vec::new(), 0);
    loop {
        // Most bytes are there already: no timer for those.
        let next = match answer.body.next().now_or_never() {
            Some(next) => next,
            None => match timeout_at(deadline, answer.body.next()).await {
                Ok(next) => next,
                Err(_) => return Gathered::Not(with_front(answer, pieces)),
            },
        };
        match next {
            Some(Ok(bytes)) => {
                length += bytes.len() as u64;
                pieces.push(bytes);
            }
            Some(Err(failure)) => {
                answer.body = Box::pin(stream::iter([Err(failure)]));
                return Gathered::Not(with_front(answer, pieces));
            }
            None if length == expected => return Gathered::Whole(Whole { pieces, answer }),
            None => return Gathered::Not(with_front(answer, pieces)),
        }
        if length > expected {
            return Gathered::Not(with_front(answer, pieces));
        }
    }
}

/// `answer` with `pieces` in front of what is left of its body.
fn with_front(mut answer: Answer, pieces: Vec<Bytes>) -> Answer {
    answer.body = Box::pin(stream::iter(pieces.into_iter().map(Ok)).chain(answer.body));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::stream::BoxStream;
    use haul_core::{Failure, Resource};

    fn answer(size: u64, body: BoxStream<'static, Result<Bytes, Failure>>) -> Answer {
        let resource = Resource { size: Some(size), ..Resource::default() };
        let (name, refused_name, attachment, shared) = ("a".to_owned(), None, false, false);
        Answer { resource, name, refused_name, attachment, start: 0, end: Some(size), shared, body }
    }

    fn pieces(texts: &[&'static str]) -> Vec<Result<Bytes, Failure>> {
        texts.iter().map(|text| Ok(Bytes::from_static(text.as_bytes()))).collect()
    }

    async fn body_of(gathered: Gathered) -> Vec<Result<Bytes, Failure>> {
        match gathered {
            Gathered::Whole(_) => panic!("it is not whole"),
            Gathered::Not(answer) => answer.body.collect().await,
        }
    }

    #[tokio::test]
    async fn a_body_as_long_as_was_said_is_whole() {
        let gathered = gather(answer(6, stream::iter(pieces(&["one", "two"])).boxed())).await;
        let Gathered::Whole(whole) = gathered else { panic!("all of it came") };
        assert_eq!(whole.pieces, ["one", "two"]);
        assert!(matches!(gather(answer(0, stream::empty().boxed())).await, Gathered::Whole(_)));
    }

    #[tokio::test]
    async fn what_is_not_in_order_is_handed_on_with_all_that_came() {
        let lost = Failure::ConnectionLost { host: "a".into() };
        let cut = [pieces(&["one"]), vec![Err(lost)]].concat();
        assert_eq!(body_of(gather(answer(6, stream::iter(cut.clone()).boxed())).await).await, cut);
        for told in [4, 7] {
            let wrong = pieces(&["one", "two"]);
            let gathered = gather(answer(told, stream::iter(wrong.clone()).boxed())).await;
            assert_eq!(body_of(gathered).await, wrong, "{told}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_slow_body_is_handed_on_with_all_that_came_and_comes() {
        let late = stream::once(async {
            tokio::time::sleep(WITHIN * 2).await;
            Ok(Bytes::from_static(b"two"))
        });
        let body = stream::iter(pieces(&["one"])).chain(late).boxed();
        assert_eq!(body_of(gather(answer(6, body)).await).await, pieces(&["one", "two"]));
    }
}

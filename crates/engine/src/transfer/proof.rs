//! Whether another address has the same file as the one that the bytes on the disk came from.

use haul_core::{AnswerFault, Failure, Resource};

use super::opening::refuse_web_page;
use super::overlap;
use crate::protocol::Answer;

/// What a server says of itself in `answer`, if it has from `start` on the bytes that are `there`; none if it has others.
/// `before`: what the file is known to be.
///
/// # Errors
/// `OtherFile` if it gives no such range or says itself that it has another, `WebPage`; or why there is no answer.
pub async fn of(
    answer: Result<Answer, Failure>,
    start: u64,
    before: &Resource,
    there: &[u8],
) -> Result<Option<Resource>, Failure> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(Failure::BadAnswer { fault: AnswerFault::WrongRange } | Failure::SourceChanged { .. }) => {
            return Err(Failure::OtherFile);
        }
        Err(failure) => return Err(failure),
    };
    refuse_web_page(before, &answer.resource)?;
    if answer.start != start || answer.resource.size.is_some_and(|now| Some(now) != before.size) {
        return Err(Failure::OtherFile);
    }
    let resource = answer.resource.clone();
    Ok(overlap::compare(there, answer).await?.map(|_| resource))
}

//! Whether a mirror has the very same file: by its size, by what it says of it, and by its bytes.

use haul_core::{Failure, Resource};
use std::ops::Range;
use std::sync::Arc;

use crate::files::blocking;
use crate::protocol::{Ask, RangeSource, Source};
use crate::transfer::limiter::Limiter;
use crate::transfer::part_file::PartFile;
use crate::transfer::proof;
use crate::transfer::site::Site;

/// A mirror that nothing has come from so far.
pub struct Mirror {
    pub index: usize,
    pub source: Source,
    pub limiter: Limiter,
    pub gives_only_shared: bool,
    /// Where it is compared with what is there.
    pub places: Vec<Range<u64>>,
    /// What the first server says of the file.
    pub first: Resource,
    /// A checksum shows in the end whether the file is right: it need not be shown for each part.
    pub is_sure: bool,
}

impl Mirror {
    /// # Errors
    /// Why nothing may come from there; `OtherFile` if it has another one, or could not be shown to have the same.
    pub async fn vet(self, range_source: &dyn RangeSource, part: Arc<PartFile>) -> Result<Site, Failure> {
        let mut found: Option<Resource> = None;
        for place in self.places {
            let validator = found.as_ref().and_then(|found| found.validator.clone());
            let ask = Ask { from: place.start, to: Some(place.end), same_as: validator, ..Ask::front() };
            let (reader, start) = (part.clone(), place.start);
            let there = blocking(move || reader.read(place)).await?;
            let answer = range_source.open(&self.source, &ask).await;
            let now = proof::of(answer, start, &self.first, &there).await?.ok_or(Failure::OtherFile)?;
            if found.is_some_and(|found| found.validator != now.validator) {
                return Err(Failure::OtherFile);
            }
            found = Some(now);
        }
        let resource = found.filter(Resource::is_resumable).ok_or(Failure::OtherFile)?;
        let is_same = if self.is_sure {
            self.first.size == resource.size
        } else {
            self.first.is_same_elsewhere(&resource)
        };
        if is_same {
            Ok(Site::new(self.index, self.source, resource, self.limiter, self.gives_only_shared))
        } else {
            Err(Failure::OtherFile)
        }
    }
}

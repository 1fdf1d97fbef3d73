//! Bytes that were received and are not there after all.

use std::ops::Range;

use super::{Segment, Segments, length};

impl Segments {
    /// What was received of `lost` is missing again, for whoever is free. Returns how many bytes that are.
    ///
    /// Keys stay good: a segment that somebody works on keeps what still lies before it.
    pub fn lose(&mut self, lost: &Range<u64>) -> u64 {
        let mut count = 0;
        for at in 0..self.list.len() {
            let segment = &mut self.list[at];
            let (start, end) = (segment.range.start, segment.range.start + segment.received);
            let gone = start.max(lost.start)..end.min(lost.end);
            if gone.is_empty() {
                continue;
            }
            segment.range.start = gone.end;
            segment.received = end - gone.end;
            count += length(&gone);
            if start < gone.start {
                let kept = start..gone.start;
                self.list.push(Segment { received: length(&kept), ..Segment::new(kept) });
            }
            self.list.push(Segment::new(gone));
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_is_missing_again_and_nobody_is_disturbed() {
        let mut segments = Segments::from_received(1000, &[0..400, 500..600]);
        let key = segments.take_at(400).unwrap();
        assert_eq!(segments.claim(key, 400, 20), 400..420);
        assert_eq!(segments.lose(&(100..200)), 100);
        assert_eq!(segments.lose(&(550..800)), 50);
        assert_eq!(segments.lose(&(900..1000)), 0, "it was not there");
        segments.record(key, 20);
        assert_eq!(segments.received_ranges(), [0..100, 200..420, 500..550]);
        assert_eq!(segments.received(), 370);
        assert_eq!(segments.claim(key, 420, 1000), 420..500);
        segments.record(key, 80);
        let mut missing = Vec::new();
        while let Some(key) = segments.take_idle() {
            missing.push(segments.get(key).missing());
        }
        missing.sort_by_key(|range| range.start);
        assert_eq!(missing, [100..200, 550..600, 600..1000]);
    }

    #[test]
    fn a_whole_file_can_be_lost() {
        let mut segments = Segments::from_received(1000, std::slice::from_ref(&(0..1000)));
        assert_eq!(segments.lose(&(0..2000)), 1000);
        assert!(!segments.is_whole());
        let key = segments.take_idle().unwrap();
        assert_eq!(segments.get(key).missing(), 0..1000);
    }
}

//! How much each connection gathers before it writes: so much that a write costs little, and so little that all of them
//! together stay within bounds, however many there are.

/// Beyond this a write gets no cheaper for each byte.
const MOST: u32 = 256 << 10;
/// What all connections of one file gather at most.
const OF_A_FILE: u32 = 8 << 20;
/// What all connections of the engine gather at most.
const IN_ALL: u32 = 64 << 20;

/// Bytes that a connection gathers for one write, beside so many `of_file` and `in_all`, itself included.
pub fn batch(of_file: u32, in_all: u32) -> usize {
    MOST.min(OF_A_FILE / of_file.max(1)).min(IN_ALL / in_all.max(1)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use haul_core::settings::MAX_CONNECTIONS;

    #[test]
    fn all_connections_together_stay_within_bounds_and_a_usual_number_gathers_most() {
        let most = MAX_CONNECTIONS as usize;
        for (of_file, in_all) in (1..=most).flat_map(|file| (file..=file * most).map(move |all| (file, all)))
        {
            let batch = batch(of_file as u32, in_all as u32);
            assert!(batch * of_file <= 8 << 20 && batch * in_all <= 64 << 20, "{of_file} {in_all} {batch}");
            // No less than what a line of usual speed brings between two writes, which are 100 ms apart at most.
            assert!(batch >= 16 << 10);
        }
        for of_file in 1..=16 {
            assert_eq!(batch(of_file, 16 * of_file), 256 << 10);
        }
    }
}

//! The queue by example, and by property: whatever is moved, the order is the one that a plain list would have.

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

const ONE: QueueId = QueueId(1);
const TWO: QueueId = QueueId(2);

fn queue(count: u32) -> Order {
    let mut queue = Order::default();
    for id in 1..=count {
        let end = queue.ends(Priority::Normal).next().unwrap();
        queue.insert(DownloadId(id), end, ONE);
        queue.set_waiting(DownloadId(id), true);
    }
    queue
}

fn order(queue: &Order) -> Vec<u32> {
    queue.ids().map(|id| id.0).collect()
}

fn ids(ids: &[u32]) -> Vec<DownloadId> {
    ids.iter().map(|&id| DownloadId(id)).collect()
}

fn first(queue: &Order, of: QueueId) -> Option<u32> {
    queue.first(of).map(|(_, id)| id.0)
}

#[test]
fn the_first_that_waits_is_the_next() {
    let mut queue = queue(3);
    assert_eq!(first(&queue, ONE), Some(1));
    queue.set_waiting(DownloadId(1), false);
    assert_eq!(first(&queue, ONE), Some(2));
    assert_eq!(first(&queue, TWO), None);
}

/// 1 to 6, the odd ones in one queue and the even ones in another.
fn two_queues() -> Order {
    let mut queue = queue(6);
    for id in [2, 4, 6] {
        queue.set_queue(DownloadId(id), TWO);
    }
    queue
}

fn of(queue: &Order, which: QueueId) -> Vec<u32> {
    queue.ids_in(which).map(|id| id.0).collect()
}

#[test]
fn each_queue_has_its_own_first_and_comes_back_as_it_was() {
    let mut queue = two_queues();
    assert_eq!((first(&queue, ONE), first(&queue, TWO)), (Some(1), Some(2)));
    queue.set_queue(DownloadId(4), ONE);
    assert_eq!((of(&queue, ONE), of(&queue, TWO)), (vec![1, 3, 4, 5], vec![2, 6]));
    queue.set_queue(DownloadId(4), TWO);
    assert_eq!((of(&queue, ONE), of(&queue, TWO)), (vec![1, 3, 5], vec![2, 4, 6]));
    assert_eq!(queue.waiting(TWO).count(), 3, "they still wait");
}

#[test]
fn top_bottom_and_neighbours_are_those_of_the_queue() {
    for (moved, to, one, two) in [
        (&[5, 6][..], Move::Top, [5, 1, 3], [6, 2, 4]),
        (&[1, 2], Move::Bottom, [3, 5, 1], [4, 6, 2]),
        (&[5], Move::Up { shown: vec![] }, [1, 5, 3], [2, 4, 6]),
        (&[2], Move::Down { shown: vec![] }, [1, 3, 5], [4, 2, 6]),
        (&[1], Move::Before { id: DownloadId(6) }, [3, 5, 1], [2, 4, 6]),
        (&[2], Move::Before { id: DownloadId(2) }, [1, 3, 5], [2, 4, 6]),
    ] {
        let mut queue = two_queues();
        queue.place(&ids(moved), to.clone());
        assert_eq!((of(&queue, ONE), of(&queue, TWO)), (one.to_vec(), two.to_vec()), "{moved:?} {to:?}");
    }
}

#[test]
fn a_step_is_past_the_next_that_is_shown() {
    let cases: [(&[u32], Move, [u32; 6]); 6] = [
        (&[5], Move::Up { shown: ids(&[1, 2, 5]) }, [1, 5, 2, 3, 4, 6]),
        (&[2], Move::Down { shown: ids(&[1, 2, 5]) }, [1, 3, 4, 5, 2, 6]),
        (&[5], Move::Down { shown: ids(&[1, 2, 5]) }, [1, 2, 3, 4, 5, 6]),
        (&[1], Move::Down { shown: ids(&[1, 6]) }, [2, 3, 4, 5, 6, 1]),
        (&[4, 5], Move::Up { shown: ids(&[2, 4]) }, [1, 4, 5, 2, 3, 6]),
        (&[3], Move::Up { shown: vec![] }, [1, 3, 2, 4, 5, 6]),
    ];
    for (moved, to, wanted) in cases {
        let mut queue = queue(6);
        queue.place(&ids(moved), to.clone());
        assert_eq!(order(&queue), wanted, "{moved:?} {to:?}");
    }
}

fn priorities(queue: &Order) -> Vec<(u32, Priority)> {
    queue.ids().map(|id| (id.0, Priority::of(queue.position(id).unwrap()))).collect()
}

#[test]
fn a_priority_is_a_stretch_of_the_order() {
    use Priority::{High, Low, Normal};
    let mut queue = queue(5);
    assert_eq!(queue.set_priority(&ids(&[4, 2]), High).len(), 2);
    assert!(queue.set_priority(&ids(&[2]), High).is_empty(), "it has it already");
    queue.set_priority(&ids(&[1]), Low);
    assert_eq!(priorities(&queue), [(2, High), (4, High), (3, Normal), (5, Normal), (1, Low)]);
    assert_eq!(first(&queue, ONE), Some(2));
    queue.set_priority(&ids(&[2]), Normal);
    assert_eq!(priorities(&queue), [(4, High), (3, Normal), (5, Normal), (2, Normal), (1, Low)]);
}

#[test]
fn what_is_moved_beside_another_has_its_priority_and_the_other_keeps_it() {
    use Priority::{High, Low, Normal};
    let cases = [
        (&[3][..], Move::Before { id: DownloadId(2) }, [(1, High), (3, High), (2, High), (4, Low)]),
        // Just before it by place already, but not by priority.
        (&[2], Move::Before { id: DownloadId(3) }, [(1, High), (2, Normal), (3, Normal), (4, Low)]),
        (&[3], Move::Up { shown: vec![] }, [(1, High), (3, High), (2, High), (4, Low)]),
        (&[2], Move::Down { shown: vec![] }, [(1, High), (3, Normal), (2, Normal), (4, Low)]),
        (&[4], Move::Top, [(4, High), (1, High), (2, High), (3, Normal)]),
        (&[1, 2], Move::Bottom, [(3, Normal), (4, Low), (1, Low), (2, Low)]),
    ];
    for (moved, to, expected) in cases {
        let mut queue = queue(4);
        queue.set_priority(&ids(&[1, 2]), High);
        queue.set_priority(&ids(&[4]), Low);
        queue.place(&ids(moved), to.clone());
        assert_eq!(priorities(&queue), expected, "{moved:?} {to:?}");
    }
}

#[test]
fn two_with_one_position_both_have_a_place() {
    let mut queue = Order::default();
    queue.insert(DownloadId(1), 7, ONE);
    assert_eq!(queue.insert(DownloadId(2), 7, ONE), 8);
    assert_eq!(order(&queue), [1, 2]);
}

#[test]
fn moves_keep_the_order_of_what_is_moved() {
    let cases: [(&[u32], Move, [u32; 5]); 6] = [
        (&[4, 2], Move::Top, [2, 4, 1, 3, 5]),
        (&[2, 4], Move::Bottom, [1, 3, 5, 2, 4]),
        (&[2, 3], Move::Up { shown: vec![] }, [2, 3, 1, 4, 5]),
        (&[1], Move::Up { shown: vec![] }, [1, 2, 3, 4, 5]),
        (&[3, 4], Move::Down { shown: vec![] }, [1, 2, 5, 3, 4]),
        (&[5, 4], Move::Before { id: DownloadId(2) }, [1, 4, 5, 2, 3]),
    ];
    for (moved, to, expected) in cases {
        let mut queue = queue(5);
        queue.place(&ids(moved), to.clone());
        assert_eq!(order(&queue), expected, "{moved:?} {to:?}");
        assert_eq!(first(&queue, ONE), Some(expected[0]));
    }
}

#[test]
fn a_move_tells_only_what_changed() {
    for (to, changed) in [
        (Move::Up { shown: vec![] }, 2),
        (Move::Top, 1),
        (Move::Bottom, 1),
        (Move::Before { id: DownloadId(5) }, 1),
    ] {
        assert_eq!(queue(5).place(&ids(&[3]), to.clone()).len(), changed, "{to:?}");
    }
    assert!(queue(5).place(&ids(&[99]), Move::Top).is_empty());
    for (there_already, to) in
        [(&[1, 2], Move::Top), (&[4, 5], Move::Bottom), (&[2, 3], Move::Before { id: DownloadId(4) })]
    {
        assert!(queue(5).place(&ids(there_already), to.clone()).is_empty(), "{to:?}");
    }
}

#[test]
fn neighbours_make_room_where_there_is_none() {
    let mut queue = Order::default();
    for id in 1..=9 {
        queue.insert(DownloadId(id), i64::from(id), ONE);
    }
    queue.place(&ids(&[9, 2]), Move::Before { id: DownloadId(5) });
    assert_eq!(order(&queue), [1, 3, 4, 2, 9, 5, 6, 7, 8]);
    let changed = queue.place(&ids(&[1]), Move::Before { id: DownloadId(9) });
    assert_eq!((order(&queue).as_slice(), changed.len()), (&[3, 4, 2, 1, 9, 5, 6, 7, 8][..], 1));
}

#[test]
fn moves_to_the_same_place_disturb_few_others() {
    let mut queue = queue(1000);
    let moves = 1..=400;
    let before = Move::Before { id: DownloadId(700) };
    let changed: usize = moves.clone().map(|id| queue.place(&ids(&[id]), before.clone()).len()).sum();
    let expected: Vec<u32> = (401..700).chain(moves).chain(700..=1000).collect();
    assert_eq!(order(&queue), expected);
    assert!(changed < 4000, "{changed} positions changed");
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        Just(Move::Top),
        Just(Move::Up { shown: vec![] }),
        Just(Move::Down { shown: vec![] }),
        Just(Move::Bottom),
        (1u32..=12).prop_map(|id| Move::Before { id: DownloadId(id) }),
    ]
}

/// What a move means, said with a list.
fn moved(list: &[u32], ids: &[u32], to: Move) -> Vec<u32> {
    let mut list = list.to_vec();
    let is_moved = |id: &u32| ids.contains(id);
    let up = |list: &mut Vec<u32>| {
        for at in 1..list.len() {
            if is_moved(&list[at]) && !is_moved(&list[at - 1]) {
                list.swap(at - 1, at);
            }
        }
    };
    match to {
        Move::Up { .. } => up(&mut list),
        Move::Down { .. } => {
            list.reverse();
            up(&mut list);
            list.reverse();
        }
        Move::Top | Move::Bottom | Move::Before { .. } => {
            let after = match to {
                Move::Top => list.iter().position(|id| !is_moved(id)),
                Move::Before { id } => {
                    let at = list.iter().position(|other| *other == id.0).unwrap();
                    (at..list.len()).find(|at| !is_moved(&list[*at]))
                }
                Move::Bottom | Move::Up { .. } | Move::Down { .. } => None,
            };
            let (head, tail) = list.split_at(after.unwrap_or(list.len()));
            let stay = |part: &[u32]| part.iter().copied().filter(|id| !is_moved(id)).collect::<Vec<_>>();
            let block = list.iter().copied().filter(is_moved).collect();
            return [stay(head), block, stay(tail)].concat();
        }
    }
    list
}

proptest! {
    #[test]
    fn any_moves_do_what_they_say_and_tell_what_they_did(
        spread in any::<bool>(),
        moves in vec((vec(1u32..=12, 0..6), any_move()), 0..60),
    ) {
        let mut queue = Order::default();
        for (id, end) in (1..=12).zip(queue.ends(Priority::Normal)) {
            queue.insert(DownloadId(id), if spread { end } else { i64::from(id) }, ONE);
            queue.set_waiting(DownloadId(id), id % 3 != 0);
        }
        let mut stored: HashMap<_, _> = (1..=12).map(DownloadId).map(|id| (id, queue.position(id))).collect();
        let mut expected: Vec<u32> = (1..=12).collect();
        for (these, to) in moves {
            expected = moved(&expected, &these, to.clone());
            for (id, position) in queue.place(&ids(&these), to) {
                stored.insert(id, Some(position));
            }
            prop_assert_eq!(&order(&queue), &expected);
            let waiting: Vec<u32> = queue.waiting(ONE).map(|id| id.0).collect();
            prop_assert_eq!(waiting, expected.iter().copied().filter(|id| id % 3 != 0).collect::<Vec<_>>());
        }
        for (id, position) in stored {
            prop_assert_eq!(queue.position(id), position);
        }
    }
}

#[test]
fn what_comes_back_has_its_place_or_stands_before_whoever_took_it() {
    let mut queue = queue(5);
    let position = |queue: &Order, id| queue.position(DownloadId(id)).unwrap();
    let (third, last) = (position(&queue, 3), position(&queue, 5));
    queue.remove(DownloadId(3));
    assert_eq!(queue.put_back(DownloadId(3), third, ONE), []);
    queue.remove(DownloadId(5));
    queue.insert(DownloadId(6), last, ONE);
    let told = queue.put_back(DownloadId(5), last, ONE);
    assert_eq!(order(&queue), [1, 2, 3, 4, 5, 6]);
    assert_eq!(told, [(DownloadId(5), position(&queue, 5))]);
    // No room is left before it.
    queue.insert(DownloadId(7), last - 1, ONE);
    queue.insert(DownloadId(8), position(&queue, 5) + 1, ONE);
    queue.remove(DownloadId(7));
    queue.insert(DownloadId(9), last - 1, ONE);
    let told = queue.put_back(DownloadId(7), last, ONE);
    assert_eq!(order(&queue), [1, 2, 3, 4, 5, 8, 9, 7, 6]);
    for (id, now) in told {
        assert_eq!(queue.position(id), Some(now));
    }
}

proptest! {
    #[test]
    fn any_move_can_be_taken_back(moved in vec(1..=12u32, 1..8), to in 0..5u8, other in 1..=12u32) {
        let mut queue = queue(12);
        // As after many moves.
        queue.place(&ids(&[7, 3]), Move::Top);
        queue.set_priority(&ids(&[5, 6, 7]), Priority::High);
        queue.set_priority(&ids(&[9, 1]), Priority::Low);
        queue.set_queue(DownloadId(4), TWO);
        let before = priorities(&queue);
        let to = [Move::Top, Move::Up { shown: vec![] }, Move::Down { shown: vec![] }, Move::Bottom, Move::Before { id: DownloadId(other) }][usize::from(to)].clone();
        let places = queue.places(&ids(&moved));
        queue.place(&ids(&moved), to);
        let now: HashMap<DownloadId, i64> = order(&queue).into_iter().map(|id| (DownloadId(id), queue.position(DownloadId(id)).unwrap())).collect();
        let told: HashMap<DownloadId, i64> = queue.rearrange(&places).into_iter().collect();
        prop_assert_eq!(priorities(&queue), before);
        for id in queue.ids() {
            prop_assert_eq!(queue.position(id).unwrap(), told.get(&id).or(now.get(&id)).copied().unwrap());
        }
    }
}

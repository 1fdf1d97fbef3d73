//! Against a line with a queue, on a clock that only the tests move.

use super::*;
use std::collections::VecDeque;

const STEP: f64 = 0.05;
const MIB: f64 = 1_048_576.0;
/// How long it takes until the server sends as little, or as much, as is taken.
const LAG: usize = 10;

/// Connections that take what they get: they grow until something is lost, and then give up a part of it.
#[derive(Clone)]
struct Greedy {
    rate: f64,
    /// What they keep then: together the more, the more they are.
    keeps: f64,
    backed_off: f64,
}

impl Greedy {
    fn new() -> Self {
        Self { rate: 0.1 * MIB, keeps: 0.7, backed_off: 0.0 }
    }

    fn step(&mut self, now: f64, is_full: bool, capacity: f64) {
        if is_full && now - self.backed_off > 0.3 {
            self.rate *= self.keeps;
            self.backed_off = now;
        } else if !is_full {
            self.rate += capacity * 0.4 * STEP;
        }
    }
}

/// A line, with us and perhaps others on it.
struct World {
    now: f64,
    capacity: f64,
    /// Bytes that wait, and how many may.
    queue: f64,
    buffer: f64,
    base: f64,
    /// What the server gives us at most.
    server: f64,
    ours: Greedy,
    others: Option<Greedy>,
    /// What others want and no more.
    call: f64,
    answers: bool,
    scavenger: Scavenger,
    is_on: bool,
    path: Path,
    on_their_way: VecDeque<f64>,
    since_look: f64,
    came: f64,
}

/// What happened over some time.
#[derive(Debug, Default)]
struct Seen {
    seconds: f64,
    ours: f64,
    others: f64,
    waits: Vec<f64>,
    least_allowed: Option<f64>,
}

impl Seen {
    /// Bytes a second.
    fn ours(&self) -> f64 {
        self.ours / self.seconds
    }

    fn others(&self) -> f64 {
        self.others / self.seconds
    }

    /// The share of the time in which what was sent waited for longer.
    fn above(&self, seconds: f64) -> f64 {
        self.waits.iter().filter(|waited| **waited > seconds).count() as f64 / self.waits.len() as f64
    }
}

fn path(from: &str) -> Path {
    Path { from: from.parse().unwrap(), to: "203.0.113.7:443".parse().unwrap() }
}

impl World {
    /// 5 MiB a second, 30 ms away, with a queue of half a second.
    fn new() -> Self {
        let capacity = 5.0 * MIB;
        Self {
            now: 0.0,
            capacity,
            queue: 0.0,
            buffer: capacity / 2.0,
            base: 0.03,
            server: f64::INFINITY,
            ours: Greedy::new(),
            others: None,
            call: 0.0,
            answers: true,
            scavenger: Scavenger::default(),
            is_on: true,
            path: path("192.0.2.1"),
            on_their_way: VecDeque::new(),
            since_look: 1.0,
            came: 0.0,
        }
    }

    fn run(&mut self, seconds: f64) -> Seen {
        let mut seen = Seen::default();
        let end = self.now + seconds;
        while self.now < end {
            self.step(&mut seen);
        }
        seen
    }

    fn step(&mut self, seen: &mut Seen) {
        let is_full = self.queue >= self.buffer;
        self.ours.step(self.now, is_full, self.capacity);
        self.ours.rate = self.ours.rate.min(self.server).min(self.capacity * 2.0);
        let taken = self.scavenger.allowed.filter(|_| self.is_on).unwrap_or(f64::INFINITY);
        // A flow that is held back by who takes it does not grow beyond that.
        self.ours.rate = self.ours.rate.min(taken * 1.1);
        self.on_their_way.push_back(self.ours.rate.min(taken));
        let ours =
            if self.on_their_way.len() > LAG { self.on_their_way.pop_front().unwrap_or(0.0) } else { 0.0 };
        let mut others = self.call;
        if let Some(greedy) = &mut self.others {
            greedy.step(self.now, is_full, self.capacity);
            others += greedy.rate;
        }
        let (arriving, all) = ((ours + others) * STEP, ours + others);
        let carried = (self.queue + arriving).min(self.capacity * STEP);
        self.queue = (self.queue + arriving - carried).min(self.buffer);
        let share = if all > 0.0 { carried / all } else { 0.0 };
        self.came += ours * share;
        seen.ours += ours * share;
        seen.others += others * share;
        seen.seconds += STEP;
        seen.waits.push(self.queue / self.capacity);
        self.now += STEP;
        self.since_look += STEP;
        if self.since_look >= 1.0 {
            self.look(seen);
        }
    }

    fn look(&mut self, seen: &mut Seen) {
        let took = Duration::from_secs_f64(self.base + self.queue / self.capacity);
        let trip = if self.answers { Trip::Took(took) } else { Trip::Lost };
        let rate = self.came / self.since_look;
        self.scavenger.measured(Duration::from_secs_f64(self.now), self.path, trip, rate);
        (self.came, self.since_look) = (0.0, 0.0);
        if let Some(allowed) = self.scavenger.allowed {
            seen.least_allowed = Some(seen.least_allowed.unwrap_or(allowed).min(allowed));
        }
    }
}

#[test]
fn alone_it_uses_the_line_and_leaves_its_queue_short() {
    let mut world = World::new();
    world.run(20.0);
    let seen = world.run(300.0);
    assert!(seen.ours() > 0.88 * world.capacity, "{:.2}", seen.ours() / world.capacity);
    assert!(seen.above(0.1) < 0.05, "{:.2} of the time", seen.above(0.1));

    let mut without = World::new();
    without.is_on = false;
    without.run(20.0);
    assert!(without.run(300.0).above(0.1) > 0.9, "the line of the test is one that gets a queue");
}

#[test]
fn what_others_want_they_get() {
    let mut world = World::new();
    world.run(30.0);
    world.call = 0.5 * world.capacity;
    world.run(15.0);
    let seen = world.run(120.0);
    assert!(seen.others() > 0.98 * world.call, "{:.2}", seen.others() / world.call);
    assert!(seen.above(0.1) < 0.05, "{:.2} of the time", seen.above(0.1));
    assert!(seen.ours() > 0.42 * world.capacity, "{:.2}", seen.ours() / world.capacity);
}

#[test]
fn who_takes_all_gets_nearly_all_and_what_they_leave_is_taken_back() {
    let mut world = World::new();
    world.run(30.0);
    world.others = Some(Greedy::new());
    world.run(20.0);
    let seen = world.run(60.0);
    assert!(seen.others() > 0.85 * world.capacity, "{:.2}", seen.others() / world.capacity);
    let least = seen.least_allowed.unwrap();
    assert!(least >= LEAST_SHARE * 0.7 * world.capacity, "it never stands still: {least}");
    world.others = None;
    world.run(25.0);
    let seen = world.run(60.0);
    assert!(seen.ours() > 0.85 * world.capacity, "{:.2}", seen.ours() / world.capacity);
}

#[test]
fn a_server_that_gives_less_than_the_line_is_not_held_back() {
    let mut world = World::new();
    world.server = 0.4 * world.capacity;
    let seen = world.run(120.0);
    assert_eq!(seen.least_allowed, None);
    // Others fill the line for a while: afterwards nothing is left of the limit.
    world.others = Some(Greedy::new());
    assert!(world.run(30.0).least_allowed.is_some());
    world.others = None;
    world.run(60.0);
    assert_eq!(world.scavenger.allowed(), None);
    assert!(world.run(10.0).ours() > 0.99 * world.server);
}

#[test]
fn a_longer_way_holds_back_for_ten_minutes_and_another_network_not_at_all() {
    let mut world = World::new();
    world.server = 0.4 * world.capacity;
    world.run(60.0);
    world.base += 0.2;
    let seen = world.run(120.0);
    assert!(seen.least_allowed.unwrap() >= LEAST_SHARE * 0.7 * world.server);
    world.run(11.0 * 60.0);
    assert_eq!(world.scavenger.allowed(), None);
    world.base += 0.2;
    world.path = path("198.51.100.1");
    // What was there before it is not known: it is let run dry once.
    world.run(5.0);
    assert_eq!(world.run(120.0).least_allowed, None);
}

#[test]
fn how_fast_another_line_was_says_nothing_of_what_is_little_in_this_one() {
    let mut world = World::new();
    world.run(60.0);
    world.capacity /= 25.0;
    world.buffer = world.capacity / 2.0;
    world.queue = 0.0;
    world.path = path("198.51.100.1");
    world.run(20.0);
    world.call = 0.5 * world.capacity;
    world.run(20.0);
    let seen = world.run(60.0);
    assert!(seen.others() > 0.95 * world.call, "{:.2}", seen.others() / world.call);
}

#[test]
fn who_begins_in_a_full_line_finds_out_how_long_its_queue_is() {
    let mut world = World::new();
    // So many connections that the queue never runs dry by itself.
    world.ours.keeps = 0.97;
    world.is_on = false;
    world.run(30.0);
    (world.is_on, world.scavenger) = (true, Scavenger::default());
    world.run(20.0);
    let seen = world.run(120.0);
    assert!(seen.above(0.1) < 0.1, "{:.2} of the time", seen.above(0.1));
    assert!(seen.ours() > 0.8 * world.capacity, "{:.2}", seen.ours() / world.capacity);
}

#[test]
fn who_never_answers_holds_nothing_back_and_who_falls_silent_not_for_long() {
    let mut world = World::new();
    world.server = 0.4 * world.capacity;
    world.answers = false;
    assert_eq!(world.run(60.0).least_allowed, None);
    world.answers = true;
    world.run(30.0);
    world.answers = false;
    assert!(world.run(6.0).least_allowed.is_some(), "what is lost may be so in a full queue");
    world.run(60.0);
    assert_eq!(world.scavenger.allowed(), None);
}

#[test]
fn one_that_is_lost_or_late_says_nothing() {
    let mut scavenger = Scavenger::default();
    let path = path("192.0.2.1");
    let at = Duration::from_secs;
    for second in 0..200 {
        let trip = match second % 10 {
            3 => Trip::Lost,
            7 => Trip::Took(Duration::from_millis(400)),
            _ => Trip::Took(Duration::from_millis(30)),
        };
        scavenger.measured(at(second), path, trip, if second < 2 { 0.0 } else { 3.0 * MIB });
        assert_eq!(scavenger.allowed(), None);
    }
}

#[test]
fn after_a_rest_nothing_holds_back_and_the_shortest_way_is_still_known() {
    let mut world = World::new();
    world.run(60.0);
    assert!(world.scavenger.allowed().is_some());
    world.scavenger.rest();
    assert_eq!(world.scavenger.allowed(), None);
    world.is_on = false;
    world.run(20.0);
    world.scavenger.rest();
    world.run(3.0);
    assert!(world.scavenger.allowed().is_some() && world.scavenger.dry.is_none());
}

#[test]
fn time_without_anything_measured_lifts_the_limit() {
    let mut world = World::new();
    world.run(60.0);
    let (rate, begun) = (0.3 * MIB, Duration::from_secs_f64(world.now));
    for second in 1..60 {
        world.scavenger.unmeasured(begun + Duration::from_secs(second), rate);
    }
    assert_eq!(world.scavenger.allowed(), None);
}

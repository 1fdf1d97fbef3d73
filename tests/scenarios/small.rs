//! Small files: many at once, without part files, and as safe as large ones.

use haul_core::{Failure, LogEntry, NewDownload, Options, Status, StatusFilter, ViewQuery};
use haul_tests::rerun_as_root;
use haul_tests::{
    FileServer, Haul, HaulProcess, KIB, MIB, Nginx, RunningServer, SmallDisk, assert_holds, may_mount, noise,
};

const SIZE: u64 = 400 * KIB;

#[tokio::test]
async fn hundreds_arrive_each_under_its_own_name_and_leave_nothing_else() {
    let bytes = noise(10 * KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::bed().settings(|settings| settings.downloads_at_once = 16).start().await;
    let names: Vec<String> = (0..300).map(|number| format!("{number:03}.bin")).collect();
    let new = names.iter().map(|name| NewDownload::of(server.url_of(name))).collect();
    let added = haul.engine().add(new).await.unwrap();
    for addition in added {
        let haul_core::Addition::Added { id } = addition else { panic!("not added") };
        let row = haul.completed(id).await;
        assert_eq!((row.size, row.received), (Some(10 * KIB), 10 * KIB));
    }
    assert_eq!(haul.names(), names);
    for name in &names {
        assert_holds(&haul.file(name), &bytes);
    }
    assert_eq!((server.requests().len(), server.sent()), (300, 300 * 10 * KIB));
}

#[tokio::test]
async fn its_log_and_details_say_what_those_of_a_large_one_say() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    let log = haul.log(id).await;
    let probed = LogEntry::Probed { size: Some(SIZE), resumable: true, host: "127.0.0.1".into() };
    assert!(
        matches!(&log[..], [LogEntry::Added, LogEntry::Started, said, LogEntry::Completed { size: SIZE, .. }] if *said == probed),
        "{log:#?}"
    );
    let details = haul.details(id).await;
    assert_eq!(details.validator.as_deref(), Some("\"v1\""));
    assert_eq!(details.path, Some(haul.file("a.bin")));
}

#[tokio::test]
async fn the_same_again_is_known_to_be_there() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let home = HaulProcess::new();
    home.get(&[&server.url()]).await.expect(0);
    let again = home.get(&[&server.url()]).await.expect(0);
    assert!((again.stdout + &again.stderr).contains("complete already"));
    assert_eq!(home.names(), ["a.bin"]);
    assert!(server.sent() <= SIZE + 1, "{} bytes", server.sent());
}

#[tokio::test]
async fn what_came_before_a_cut_is_kept() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).first(1).cut_after(300 * KIB).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
    let asked: Vec<_> = server.requests().iter().map(haul_tests::Request::range).collect();
    // A little of it is asked for again, to compare.
    assert_eq!(asked, [Some((0, None)), Some((292 * KIB, Some(SIZE)))]);
}

#[tokio::test]
async fn a_slow_one_shows_its_progress_and_survives_a_crash() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).hold_after(100 * KIB).start().await;
    let mut haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    haul.until(id, |row| row.received == 100 * KIB).await;
    assert_eq!(haul.names(), ["a.bin.part"]);
    haul.pause(id).await;
    haul.crash().await;
    server.release();
    haul.reopen().await;
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    // 64 KiB of what is there are compared.
    let asked = server.requests().last().and_then(haul_tests::Request::range);
    assert_eq!(asked, Some((36 * KIB, Some(SIZE))));
}

#[tokio::test]
async fn a_pause_before_the_last_byte_leaves_nothing_under_the_name() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).hold_after(SIZE - 1).start().await;
    let haul = Haul::start().await;
    let id = haul.add(server.url()).await;
    server.until(|records| records.sent() == SIZE - 1).await;
    haul.pause(id).await;
    assert!(!haul.file("a.bin").exists());
    server.release();
    haul.resume(id).await;
    haul.completed(id).await;
    assert_holds(&haul.file("a.bin"), &bytes);
    assert_eq!(haul.names(), ["a.bin"]);
}

#[tokio::test]
async fn nothing_that_lies_there_is_touched() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    std::fs::write(haul.file("a.bin"), "mine").unwrap();
    std::os::unix::fs::symlink(haul.file("elsewhere"), haul.file("a (1).bin")).unwrap();
    std::fs::write(haul.part("a (2).bin"), "somebody's").unwrap();
    let id = haul.add(server.url()).await;
    let row = haul.completed(id).await;
    assert_eq!(row.name, "a (3).bin");
    assert_eq!(haul.names(), ["a (1).bin", "a (2).bin.part", "a (3).bin", "a.bin"]);
    assert_eq!(std::fs::read(haul.file("a.bin")).unwrap(), b"mine");
    assert_holds(&haul.file("a (3).bin"), &bytes);
    assert!(
        haul.log(id).await.contains(&LogEntry::Numbered { wanted: "a.bin".into(), name: "a (3).bin".into() })
    );
    assert_eq!(server.requests().iter().filter(|request| request.sent > 1).count(), 1, "fetched once");
}

#[tokio::test]
async fn an_unfinished_one_that_lies_under_the_servers_name_is_gone_on_with() {
    let bytes = noise(SIZE, 1);
    let named =
        || FileServer::of(bytes.clone()).header("Content-Disposition", "attachment; filename=real.bin");
    let server = named().first(1).cut_after(300 * KIB).after(1).status(403).start().await;
    let home = HaulProcess::new();
    home.get(&[&server.url()]).await.expect(22);
    assert_eq!(home.names(), ["real.bin.part"]);
    server.becomes(named());
    home.get(&[&server.url()]).await.expect(0);
    assert_holds(&home.file("real.bin"), &bytes);
    assert_eq!(home.names(), ["real.bin"]);
}

#[tokio::test]
async fn two_of_one_name_at_the_same_moment_are_both_kept() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let haul = Haul::start().await;
    let new = ["x/a.bin", "y/a.bin", "z/a.bin"].map(|path| NewDownload::of(server.url_of(path)));
    for addition in haul.engine().add(new.into()).await.unwrap() {
        let haul_core::Addition::Added { id } = addition else { panic!("not added") };
        haul.completed(id).await;
    }
    assert_eq!(haul.names(), ["a (1).bin", "a (2).bin", "a.bin"]);
    for name in haul.names() {
        assert_holds(&haul.file(&name), &bytes);
    }
}

#[tokio::test]
async fn on_a_full_disk_it_says_how_much_is_missing_and_leaves_nothing() {
    if !may_mount() {
        return rerun_as_root("small::on_a_full_disk_it_says_how_much_is_missing_and_leaves_nothing");
    }
    let disk = SmallDisk::of(64 * KIB);
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let haul = Haul::bed().folder(disk.path()).start().await;
    let id = haul.add(server.url()).await;
    let failure = haul.failed(id).await;
    assert!(
        matches!(failure, Failure::DiskFull { missing, .. } if missing >= SIZE - 64 * KIB),
        "{failure:?}"
    );
    assert_eq!(haul.names(), [] as [&str; 0]);
}

#[tokio::test]
async fn a_limit_holds_for_it_too() {
    let server = FileServer::of(noise(SIZE, 1)).start().await;
    let haul = Haul::bed().settings(|settings| settings.limit = Some(100 * KIB)).start().await;
    let id = haul.add(server.url()).await;
    let row = haul.until(id, |row| row.received > 0).await;
    assert!(row.received < SIZE && !matches!(row.status, Status::Completed { .. }), "{row:#?}");
    haul.set(|settings| settings.limit = None).await;
    haul.completed(id).await;
}

/// The most answers over HTTP/2 to requests for files called like `name` that were under way at once; those that were
/// broken off at once do not count.
fn most_at_once(nginx: &Nginx, name: &str) -> usize {
    let log = nginx.log();
    let fields = log.iter().map(|line| line.split(' ').collect::<Vec<_>>());
    let meant = fields.filter(|fields| fields[0] == "HTTP/2.0" && fields[fields.len() - 1].contains(name));
    let times = meant.map(|fields| {
        let field = |from_end: usize| fields[fields.len() - from_end].parse::<f64>().unwrap();
        (field(3), field(2))
    });
    let lasting = times.filter(|(_, took)| *took > 0.1);
    let mut turns: Vec<(f64, i32)> =
        lasting.flat_map(|(ended, took)| [(ended - took, 1), (ended, -1)]).collect();
    turns.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let mut at_once = 0;
    let most = turns.iter().map(|(_, change)| {
        at_once += change;
        at_once
    });
    usize::try_from(most.max().unwrap_or(0)).unwrap()
}

#[tokio::test]
async fn small_ones_over_shared_connections_need_no_slot_but_large_ones_do() {
    let (small, large) = (noise(700 * KIB, 1), noise(2 * MIB, 2));
    let quick: Vec<String> = (0..10).map(|number| format!("quick{number}.bin")).collect();
    let slow: Vec<String> = (0..24).map(|number| format!("slow{number}.bin")).collect();
    let big: Vec<String> = (0..4).map(|number| format!("big{number}.bin")).collect();
    let content = |name: &String| if big.contains(name) { &large[..] } else { &small[..] };
    let names: Vec<&String> = quick.iter().chain(&slow).chain(&big).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), content(name))).collect();
    let nginx = Nginx::with(&files).await;
    let bed = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap());
    let haul = bed.settings(|settings| settings.downloads_at_once = 2).start().await;
    let url = |name: &String| if quick.contains(name) { nginx.http2(name) } else { nginx.slow_http2(name) };
    let new = names.iter().map(|name| NewDownload {
        // So that a large one is one request, which can be counted.
        options: Options { connections: big.contains(name).then_some(1), ..Options::default() },
        ..NewDownload::of(url(name))
    });
    for addition in haul.engine().add(new.collect()).await.unwrap() {
        let haul_core::Addition::Added { id } = addition else { panic!("not added") };
        haul.completed(id).await;
    }
    for name in names {
        assert_holds(&haul.file(name), content(name));
    }
    let at_once = (most_at_once(&nginx, "/slow/slow"), most_at_once(&nginx, "/big"));
    assert!((3..=16).contains(&at_once.0) && at_once.1 <= 2, "{at_once:?}: {:#?}", nginx.log());
}

#[tokio::test]
async fn many_small_ones_are_spread_over_a_few_shared_connections() {
    assert!((2..=8).contains(&shared_by_many(16).await));
}

#[tokio::test]
async fn many_small_ones_share_no_more_connections_than_a_host_may_have() {
    assert_eq!(shared_by_many(1).await, 1);
}

/// Over how many connections more than one of many small files came, with so many allowed for a host.
async fn shared_by_many(per_host: u32) -> usize {
    let bytes = noise(20 * KIB, 1);
    let names: Vec<String> = (0..120).map(|number| format!("{number}.bin")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &bytes[..])).collect();
    let nginx = Nginx::with(&files).await;
    let bed = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap());
    let haul = bed.settings(move |settings| settings.connections_per_host = per_host).start().await;
    let new = names.iter().map(|name| NewDownload::of(nginx.http2(name))).collect();
    for addition in haul.engine().add(new).await.unwrap() {
        let haul_core::Addition::Added { id } = addition else { panic!("not added") };
        haul.completed(id).await;
    }
    for name in &names {
        assert_holds(&haul.file(name), &bytes);
    }
    let log = nginx.log();
    let mut carried = std::collections::HashMap::new();
    for connection in log.iter().filter_map(|line| line.split(' ').nth(2)) {
        *carried.entry(connection).or_insert(0) += 1;
    }
    eprintln!("{carried:?}: {log:#?}");
    carried.values().filter(|requests| **requests > 1).count()
}

#[tokio::test]
async fn a_server_that_asks_for_patience_is_asked_by_those_with_a_slot_only() {
    let bytes = noise(20 * KIB, 1);
    let names: Vec<String> = (0..60).map(|number| format!("{number:02}.bin")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &bytes[..])).collect();
    let nginx = Nginx::with(&files).await;
    let bed = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap());
    let haul = bed.settings(|settings| settings.downloads_at_once = 2).start().await;
    let new = names.iter().map(|name| NewDownload::of(nginx.impatient_http2(name))).collect();
    let mut most_trying_again = 0;
    for addition in haul.engine().add(new).await.unwrap() {
        let haul_core::Addition::Added { id } = addition else { panic!("not added") };
        haul.completed(id).await;
        let running = haul
            .view(ViewQuery { filter: StatusFilter::Running.into(), limit: 100, ..ViewQuery::default() })
            .await;
        let trying_again = |row: &&haul_core::DownloadRow| {
            matches!(row.status, Status::Running { activity: haul_core::Activity::Retrying { .. } })
        };
        most_trying_again = most_trying_again.max(running.rows.iter().filter(trying_again).count());
    }
    for name in &names {
        assert_holds(&haul.file(name), &bytes);
    }
    assert!(nginx.log().iter().any(|line| line.starts_with("HTTP/2.0 429 ")), "{:#?}", nginx.log());
    assert!((1..=2).contains(&most_trying_again), "{most_trying_again}: {:#?}", nginx.log());
}

#[tokio::test]
async fn one_that_is_to_begin_again_does_so_however_small_the_others_are() {
    let (small, large) = (noise(20 * KIB, 1), noise(2 * MIB, 2));
    let names: Vec<String> = (0..6).map(|number| format!("{number}.bin")).collect();
    let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &small[..])).collect();
    files.push(("large.bin", &large));
    let nginx = Nginx::with(&files).await;
    let bed = Haul::bed().trusting(std::fs::read(nginx.authority()).unwrap());
    let haul = bed.settings(|settings| settings.downloads_at_once = 2).start().await;
    let again = haul.add(nginx.http2("large.bin")).await;
    haul.completed(again).await;
    for name in &names {
        haul.completed(haul.add(nginx.http2(name)).await).await;
    }
    // Both slots are taken by those of other hosts: the next from this one would run beside them if it were small.
    let held = || FileServer::of(noise(MIB, 3)).hold_after(100 * KIB).start();
    let busy = [held().await, held().await];
    for server in &busy {
        haul.downloading(haul.add(server.url()).await).await;
    }
    haul.start_over(again).await;
    let beside = haul.add(nginx.http2("0.bin")).await;
    busy.iter().for_each(haul_tests::RunningServer::release);
    haul.completed(beside).await;
    let row = haul.completed(again).await;
    assert_eq!(row.name, "large (1).bin", "{:#?}", haul.log(again).await);
    assert_holds(&haul.file("large (1).bin"), &large);
}

#[tokio::test]
async fn one_that_turns_out_slow_keeps_its_connection() {
    let bytes = noise(SIZE, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let bed = Haul::bed().settings(|settings| {
        settings.downloads_at_once = 2;
        settings.connections_per_host = 1;
    });
    let haul = bed.start().await;
    for number in 0..8 {
        haul.completed(haul.add(server.url_of(&format!("{number}.bin"))).await).await;
    }
    server.hold_after(8 * SIZE + 100 * KIB);
    let slow = haul.add(server.url_of("slow.bin")).await;
    server.until(|records| records.sent() == 8 * SIZE + 100 * KIB).await;
    let next = haul.add(server.url_of("next.bin")).await;
    haul.downloading(slow).await;
    let under_way = server.requests().iter().filter(|request| !request.over).count();
    assert_eq!((under_way, server.requests().len()), (1, 9));
    server.release();
    for (id, name) in [(slow, "slow.bin"), (next, "next.bin")] {
        haul.completed(id).await;
        assert_holds(&haul.file(name), &bytes);
    }
}

/// Kills the program once the server has answered `count` requests, and says which files are there by then.
async fn killed_after(server: &RunningServer, home: &HaulProcess, list: &str, count: usize) -> Vec<String> {
    let before = server.requests().len();
    let run = home.start(&["-i", list, "-j", "16"]);
    server.until(|records| records.requests.len() >= before + count).await;
    run.kill().await;
    home.names().into_iter().filter(|name| name.ends_with(".bin")).collect()
}

#[tokio::test]
async fn whatever_a_kill_leaves_under_a_name_is_whole() {
    let bytes = noise(30 * KIB, 1);
    let server = FileServer::of(bytes.clone()).start().await;
    let home = HaulProcess::new();
    let names: Vec<String> = (0..300).map(|number| format!("{number:03}.bin")).collect();
    let urls: Vec<String> = names.iter().map(|name| server.url_of(name)).collect();
    let list = home.home().join("links.txt");
    std::fs::write(&list, urls.join("\n")).unwrap();
    let list = list.to_str().unwrap();
    for count in [20, 100, 150] {
        for name in killed_after(&server, &home, list, count).await {
            assert_holds(&home.file(&name), &bytes);
        }
    }
    home.get(&["-i", list, "-j", "16"]).await.expect(0);
    assert_eq!(home.names(), names);
    for name in &names {
        assert_holds(&home.file(name), &bytes);
    }
}

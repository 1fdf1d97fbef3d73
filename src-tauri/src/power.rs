//! Putting this computer to sleep, and shutting it down, once a queue that wants it has ended. The window counts down to it
//! before, in sight of the person.

use haul_core::{AtEnd, Event};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tauri::AppHandle;

use crate::{host, window};

/// What the computer should do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum Power {
    Sleep,
    ShutDown,
}

/// Brings the window to the person when a queue ends that wants one of them, until the engine ends. A window that is hidden
/// hears nothing of the engine.
pub(crate) async fn watch(app: AppHandle) {
    let host = host::of(&app);
    let Ok(mut events) = host.engine().await.subscribe().await else { return };
    while let Some(event) = events.next().await {
        let Event::QueueEnded { queue, at_end } = event else { continue };
        let what = match at_end {
            AtEnd::Nothing | AtEnd::Notify => continue,
            AtEnd::Sleep => Power::Sleep,
            AtEnd::ShutDown => Power::ShutDown,
        };
        host.line.ask_power(queue, what);
        window::show(&app);
    }
}

/// As long as a person may take to write the password that the system asks for.
const PATIENCE: Duration = Duration::from_secs(60);

/// Has the system do it. Haul then ends as it does whenever a session ends.
///
/// # Errors
/// Why the system does not, in its own words.
pub(crate) async fn ask(power: Power) -> Result<(), String> {
    match tokio::time::timeout(PATIENCE, ask_system(power)).await {
        Ok(answer) => answer,
        Err(_) => Err("no answer".to_owned()),
    }
}

#[cfg(target_os = "linux")]
async fn ask_system(power: Power) -> Result<(), String> {
    // One of its own: what else is asked of the system is answered by no person, and has less patience.
    let bus = zbus::Connection::system().await.map_err(|error| error.to_string())?;
    login::ask(&bus, power).await.map_err(|error| login::words(&error))
}

#[cfg(not(target_os = "linux"))]
async fn ask_system(_: Power) -> Result<(), String> {
    Err("Haul cannot ask this system for it yet".to_owned())
}

#[cfg(target_os = "linux")]
mod login {
    use super::Power;

    /// `org.freedesktop.login1`: whoever sits at the machine may do this; others are asked for a password.
    pub(super) async fn ask(bus: &zbus::Connection, power: Power) -> zbus::Result<()> {
        let method = match power {
            Power::Sleep => "Suspend",
            Power::ShutDown => "PowerOff",
        };
        let may_ask_for_password = true;
        bus.call_method(
            Some("org.freedesktop.login1"),
            "/org/freedesktop/login1",
            Some("org.freedesktop.login1.Manager"),
            method,
            &may_ask_for_password,
        )
        .await?;
        Ok(())
    }

    /// What the system says, without the name of the error in front.
    pub(super) fn words(error: &zbus::Error) -> String {
        match error {
            zbus::Error::MethodError(_, Some(words), _) => words.clone(),
            other => other.to_string(),
        }
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::{Power, login};
    use std::io::{BufRead, BufReader};
    use std::process::{Child, Command, Stdio};
    use std::sync::{Arc, Mutex};
    use zbus::{Connection, connection, fdo, interface};

    /// The system's part, which only writes down what it is asked.
    #[derive(Clone, Default)]
    struct Manager {
        asked: Arc<Mutex<Vec<(&'static str, bool)>>>,
        refuses: bool,
    }

    #[interface(name = "org.freedesktop.login1.Manager")]
    impl Manager {
        fn suspend(&self, interactive: bool) -> fdo::Result<()> {
            self.answer("Suspend", interactive)
        }

        fn power_off(&self, interactive: bool) -> fdo::Result<()> {
            self.answer("PowerOff", interactive)
        }
    }

    impl Manager {
        fn answer(&self, method: &'static str, interactive: bool) -> fdo::Result<()> {
            self.asked.lock().unwrap().push((method, interactive));
            if self.refuses { Err(fdo::Error::AccessDenied("Permission denied".to_owned())) } else { Ok(()) }
        }
    }

    /// A bus of its own: nobody else hears what is said there.
    struct Bus {
        daemon: Child,
        _system: Connection,
        ours: Connection,
    }

    impl Bus {
        async fn with(manager: Manager) -> Self {
            let mut daemon = Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--print-address=1"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let mut address = String::new();
            BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
            let to_bus = || connection::Builder::address(address.trim()).unwrap();
            let system = to_bus()
                .serve_at("/org/freedesktop/login1", manager)
                .and_then(|builder| builder.name("org.freedesktop.login1"))
                .unwrap();
            let (system, ours) = (system.build().await.unwrap(), to_bus().build().await.unwrap());
            Self { daemon, _system: system, ours }
        }
    }

    impl Drop for Bus {
        fn drop(&mut self) {
            self.daemon.kill().unwrap();
            self.daemon.wait().unwrap();
        }
    }

    #[tokio::test]
    async fn the_system_is_asked_for_what_was_chosen() {
        let manager = Manager::default();
        let bus = Bus::with(manager.clone()).await;
        login::ask(&bus.ours, Power::Sleep).await.unwrap();
        login::ask(&bus.ours, Power::ShutDown).await.unwrap();
        assert_eq!(*manager.asked.lock().unwrap(), [("Suspend", true), ("PowerOff", true)]);
    }

    #[tokio::test]
    async fn a_refusal_is_told_in_the_words_of_the_system() {
        let bus = Bus::with(Manager { refuses: true, ..Manager::default() }).await;
        let error = login::ask(&bus.ours, Power::ShutDown).await.unwrap_err();
        assert_eq!(login::words(&error), "Permission denied");
    }
}

// Where the window begins.
import "$lib/locale-shim";
import "./styles/tokens.css";
import "./styles/base.css";
import { connect } from "$lib/backend";
import { i18n } from "$lib/i18n/i18n.svelte";
import { storedLook } from "$lib/look";
import { Session } from "$features/window/session.svelte";
import { mount } from "svelte";
import App from "./App.svelte";

const target = document.getElementById("app");
// The language is there before anything is painted, or the window would be seen in two.
const [backend] = await Promise.all([connect(), i18n.use(storedLook().language)]);
const session = new Session(backend);
// Asked before the window is made: then the answer is there when it is.
void session.start();
if (target) mount(App, { target, props: { session } });
document.getElementById("before")?.remove();

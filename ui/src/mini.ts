// Where the mini window begins.
import "$lib/locale-shim";
import "./styles/tokens.css";
import "./styles/base.css";
import { connect } from "$lib/backend";
import { i18n } from "$lib/i18n/i18n.svelte";
import { storedLook } from "$lib/look";
import { mount } from "svelte";
import MiniWindow from "$features/mini/MiniWindow.svelte";

const target = document.getElementById("app");
// The language is there before anything is painted, or the window would be seen in two.
const [backend] = await Promise.all([connect(), i18n.use(storedLook().language)]);
if (target) mount(MiniWindow, { target, props: { backend } });

// Where the window begins in which links are added while the main one is hidden.
import "$lib/locale-shim";
import "./styles/tokens.css";
import "./styles/base.css";
import { connect } from "$lib/backend";
import { i18n } from "$lib/i18n/i18n.svelte";
import { storedLook } from "$lib/look";
import { mount } from "svelte";
import AddWindow from "$features/add/AddWindow.svelte";

const target = document.getElementById("app");
// The language is there before anything is painted, or the window would be seen in two.
const [backend] = await Promise.all([connect(), i18n.use(storedLook().language)]);
if (target) mount(AddWindow, { target, props: { backend } });

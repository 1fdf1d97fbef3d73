// Where the window begins.
import "$lib/locale-shim";
import "./styles/tokens.css";
import "./styles/base.css";
import { connect } from "$lib/backend";
import { mount } from "svelte";
import App from "./App.svelte";

const target = document.getElementById("app");
if (target) mount(App, { target, props: { backend: await connect() } });

// Brazilian Portuguese words of the palette: actions, settings, downloads and more, in one list.
import type { Messages } from "../en";
import { name } from "../text";
import { counted } from "./grammar";

export const palette: Messages["palette"] = {
  title: "Localizar qualquer coisa",
  placeholder: "Uma ação, uma configuração, um download ou um link",
  list: "O que corresponde",
  recent: "Usadas recentemente",
  actions: "Todas as ações",
  queue: "Fila",
  host: "Site",
  tag: "Etiqueta",
  setting: (section) => `Configurações, ${section}`,
  page: "Página das configurações",
  downloadFrom: (state, host) => `${state}, ${name(host)}`,
  download: (links) => (links === 1 ? "Baixar este link" : `Baixar estes ${counted(links, "link", "links")}`),
  count: (count) => counted(count, "linha", "linhas"),
  nothing: (text) => `Nada corresponde a “${name(text)}”.`,
  isNow: (what, value) => `${name(what)}: ${value}`,
  help: {
    choose: "Escolher",
    toggle: "Alternar aqui",
    only: "Só ações, etiquetas ou sites",
  },
};

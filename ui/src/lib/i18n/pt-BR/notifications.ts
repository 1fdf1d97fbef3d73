// Brazilian Portuguese words of the list of what was said of late, and of downloads that failed together.
import type { Messages } from "../en";
import { name } from "../text";
import { downloads, either, number } from "./grammar";

export const notifications: Messages["notifications"] = {
  title: "Notificações",
  button: (unseen) =>
    unseen === 0
      ? "Notificações"
      : either(unseen, `Notificações, ${number(unseen)} não vista`, `Notificações, ${number(unseen)} não vistas`),
  none: "Não há nada recente.",
  clear: "Limpar tudo",
  close: "Fechar",
  dismiss: (text) => `Dispensar: ${text}`,
};

export const batch: Messages["batch"] = {
  ofHost: (count, host) =>
    either(count, `${downloads(count)} de ${name(host)} falhou`, `${downloads(count)} de ${name(host)} falharam`),
  here: (count) => either(count, `${downloads(count)} falhou`, `${downloads(count)} falharam`),
  actions: "O que pode ser feito por todos",
  show: "Mostrar",
  dismiss: "Dispensar",
};

// Brazilian Portuguese words of the first start.
import type { Messages } from "../en";

export const welcome: Messages["welcome"] = {
  title: "Boas-vindas ao Haul",
  folder: (path) => `Os downloads vão para ${path}.`,
  change: "Alterar…",
  private: "Nada é enviado a lugar nenhum: não há conta, e ninguém monitora o que você faz.",
  more: "Todas as configurações",
  start: "Começar",
  close: "Fechar",
};

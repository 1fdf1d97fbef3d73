// Brazilian Portuguese words of the first start.
import type { Messages } from "../en";
import { downloads } from "./grammar";

export const welcome: Messages["welcome"] = {
  title: "Boas-vindas ao Haul",
  folder: (path) => `Os downloads vão para ${path}.`,
  change: "Alterar…",
  bring: (count, program) => `Trazer ${downloads(count)} sem terminar do ${program}`,
  brought:
    "O que o aria2 e o Motrix já têm é aproveitado se o servidor ainda tiver o mesmo; os outros começam do zero. Nada muda por lá.",
  private: "Nada é enviado a lugar nenhum: não há conta, e ninguém monitora o que você faz.",
  more: "Todas as configurações",
  start: "Começar",
  close: "Fechar",
};

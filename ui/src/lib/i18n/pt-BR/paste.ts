// Brazilian Portuguese words of what was pasted into the add dialog.
import type { Messages } from "../en";
import { name, type RemarkWords } from "../text";
import { counted, either, number } from "./grammar";

const remark: RemarkWords = {
  tooMany: ({ pattern, count }) =>
    `${name(pattern)} representa ${counted(count, "link", "links")}. É possível adicionar no máximo ${number(10_000)} de uma vez: escreva um intervalo menor.`,
  leftOut: ({ count }) =>
    either(
      count,
      `${counted(count, "outro link", "outros links")} ficou de fora.`,
      `${counted(count, "outro link", "outros links")} ficaram de fora.`,
    ),
  unknownFlags: ({ flags }) => `Não usado deste comando: ${name(flags.join(" "))}`,
  sends: ({ method }) =>
    `Este comando envia algo (${name(method)}). O Haul apenas pede arquivos, então o servidor pode responder com outra coisa.`,
  unsupported: ({ scheme, count }) => {
    const why = scheme === "magnet" ? "o Haul ainda não consegue baixar torrents" : "o Haul só baixa por http e https";
    const which =
      scheme === "magnet"
        ? counted(count, "link magnet", "links magnet")
        : `${counted(count, "link", "links")} com ${name(scheme)}`;
    return either(count, `${which} ficou de fora: ${why}.`, `${which} ficaram de fora: ${why}.`);
  },
  insecure: () =>
    "Este comando não verificaria quem é o servidor. O Haul verifica, e pergunta a você se não conseguir saber.",
};

export const paste: Messages["paste"] = {
  remark,
  fromTo: (first, last) => `${name(first)} … ${name(last)}`,
  takeAll: (what) => `Baixar tudo de ${name(what)}`,
  chooseFrom: (what) => `Escolher quais de ${name(what)}`,
  all: "Todos",
  none: "Nenhum",
  others: "Os outros",
  onlyKind: (kind, count) => `Só ${name(kind)} (${number(count)})`,
  onlyOver: (size, count) => `Só maiores que ${size} (${number(count)})`,
  about: (size) => `≈ ${size}`,
  probed: (known, all) =>
    either(known, `${number(known)} de ${number(all)} consultado`, `${number(known)} de ${number(all)} consultados`),
  allProbed: "Todos consultados",
  failed: (count, all) =>
    either(
      count,
      `${number(count)} de ${number(all)} indisponível`,
      `${number(count)} de ${number(all)} indisponíveis`,
    ),
  needsLogIn: "Este servidor pergunta quem é você: informe abaixo.",
  ask: "Consultar tamanhos",
  user: (file) => `Nome de usuário para ${name(file)}`,
  userHint: "Nome de usuário",
  password: (file) => `Senha para ${name(file)}`,
  passwordHint: "Senha",
  logIn: "Entrar",
};

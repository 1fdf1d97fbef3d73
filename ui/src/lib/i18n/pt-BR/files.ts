// Brazilian Portuguese words of names, folders and missing files.
import type { Messages } from "../en";
import { name } from "../text";
import { downloads, either, number } from "./grammar";

export const relocate: Messages["relocate"] = {
  nameOf: (was) => `Novo nome de ${name(was)}`,
  renamed: (now) => `Renomeado para ${name(now)}`,
  renamedOtherwise: (asked, now) => `Aqui o nome ${name(asked)} não pode ser usado; o arquivo se chama ${name(now)}`,
  moved: (count, folder) =>
    either(
      count,
      `${downloads(count)} movido para ${name(folder)}`,
      `${downloads(count)} movidos para ${name(folder)}`,
    ),
  movedAs: (folder, now) => `Movido para ${name(folder)} como ${name(now)}, pois lá o nome já estava em uso`,
  refused: (count, why) =>
    either(
      count,
      `${downloads(count)} continua onde estava. ${why}`,
      `${downloads(count)} continuam onde estavam. O primeiro: ${why}`,
    ),
};

export const duplicates: Messages["duplicates"] = {
  here: {
    link: (_, state) => `Já está aqui · ${state}`,
    identity: (there, state) => `O mesmo arquivo já está aqui como ${there} · ${state}`,
    target: (there) => `${there} já existe: este leva um número`,
  },
  replaces: (there) => `${there} já está aqui: este também toma o lugar dele na lista`,
  again: "Será baixado mais uma vez, com outro nome",
  goesOn: "O download que já está aqui vai continuar",
  show: "Mostrar",
  downloadAgain: "Baixar novamente",
  goOn: "Continuar",
  renew: "Renovar o link dele…",
  count: (count) => either(count, `${number(count)} já está aqui`, `${number(count)} já estão aqui`),
};

export const missing: Messages["missing"] = {
  gone: (folder) => `O arquivo não está mais em ${name(folder)}`,
  comparing: "Comparando o arquivo…",
  found: (path) => `Encontrado: ${path}`,
  otherFile: (path, why) => `${path} não é o arquivo deste download: ${why}.`,
};

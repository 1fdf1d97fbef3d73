// Brazilian Portuguese words of the lines and the options of the add dialog.
import type { Messages } from "../en";
import { name } from "../text";

export const adding: Messages["adding"] = {
  byItself: "Como for reconhecido",
  kindOf: (file) => `Tipo de ${name(file)}`,
  folderOf: (file) => `Pasta para ${name(file)}`,
  place: (file, kind, folder) => `Tipo e pasta de ${name(file)}: ${kind}, ${name(folder)}`,
  savedAs: (file) => `Será salvo como ${name(file)}`,
  numbered: (file) => `Nome em uso: será salvo como ${name(file)}`,
  replaces: "O arquivo antigo vai para a lixeira",
  goesOn: "Continua com a parte que já está aqui",
  there: "Este mesmo arquivo já está aqui e não será baixado de novo",
  attached: "Arquivos e textos longos com links",
  pasted: (size) => `Texto colado, ${size}`,
  reading: "Procurando links…",
  takeOut: (what) => `Retirar ${name(what)}`,
  unread: {
    torrent: (file) => `O Haul ainda não consegue baixar torrents: ${name(file)} ficou de fora.`,
    tooLarge: (file) => `${name(file)} é grande demais para uma lista de links: são lidos no máximo 10 MB.`,
    noText: (file) => `${name(file)} não contém texto com links.`,
    failed: (file) => `Não foi possível ler ${name(file)}. Veja se o arquivo ainda está lá e se você pode abri-lo.`,
  },
  name: "Nome",
  nameHint: "Como o servidor o chama",
  nameMany: "Um nome é para um só arquivo. Com vários links, pressione F2 na linha de cada um.",
  cannotSend: "Só letras, dígitos e sinais em uma linha podem ser enviados.",
  noUser: "Uma senha precisa de um nome de usuário.",
  note: "Nota",
  noteHint: "Para você: fica ao lado do download",
  noteLong: "Uma nota tem no máximo 10.000 letras.",
};

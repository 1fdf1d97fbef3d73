// Portuguese words of links that change: mirrors, new links, and certificates that are trusted once.
import type { Messages } from "../en";
import { name } from "../text";

export const mirrors: Messages["mirrors"] = {
  label: "Espelhos (um link por linha)",
  hint: "Outros links para o mesmo arquivo, como https://mirror.example.org/file.iso",
  bad: (line) => `Isto não é um link com https:// ou http://: ${name(line)}`,
  many: "No máximo 32.",
  edit: "Editar espelhos…",
  changed: "Espelhos alterados",
};

export const certificate: Messages["certificate"] = {
  title: "O certificado que foi recusado",
  server: "Apresentado por",
  subject: "Emitido para",
  issuer: "Emitido por",
  valid: "Validade",
  validText: (from, to) => `${from} – ${to}`,
  unknown: "Não informado",
  trust: "Confiar neste certificado uma vez…",
  askTitle: "Confiar neste certificado uma vez?",
  askText: (host, sha256) =>
    `Nada prova que este é ${host}. Alguém no caminho poderia se passar por ele, ler o que é enviado (um login, inclusive) e dar a você outro arquivo. Confie nele só se você souber, por outro meio, que o SHA-256 dele é ${sha256}. Ele é aceito só para este download, até que termine ou seja interrompido.`,
  confirm: "Confiar uma vez",
};

export const renew: Messages["renew"] = {
  title: (file) => `Alterar os links de ${file}`,
  kept: (bytes) =>
    `${bytes} já estão aqui e ficam guardados. Antes de continuar, o Haul os compara com o que está no novo link.`,
  nothingYet: "Ainda não há nada aqui: o download começa no novo link.",
  old: "Link antigo",
  openPage: "Abrir a página de onde ele veio",
  new: "Novo link",
  same: "Este é o link antigo.",
  cancel: "Cancelar",
  confirm: "Salvar",
  changed: "Link alterado",
  comparing: "Link alterado; comparando o que está aqui com o novo",
};

// Brazilian Portuguese words of what is done about failures, and of the raw facts behind one.
import type { Messages } from "../en";
import { name } from "../text";
import { counted, downloads, either, files, list } from "./grammar";

export const failures: Messages["failures"] = {
  logInTitle: (hosts) => `Fazer login em ${list(hosts.map(name))}`,
  logInText: (count) =>
    count === 1
      ? "O servidor quer saber quem é você. O download será tentado de novo com o que você informar aqui."
      : either(
          count,
          `O servidor quer saber quem é você. ${downloads(count)} será tentado de novo com o que você informar aqui.`,
          `O servidor quer saber quem é você. ${downloads(count)} serão tentados de novo com o que você informar aqui.`,
        ),
  user: "Nome de usuário",
  password: "Senha",
  noColon: "Um nome de usuário não pode conter dois-pontos.",
  memory: "Os dois ficam só na memória, até você sair do Haul.",
  logIn: "Entrar",
  cancel: "Cancelar",
  keepTitle: (count) => (count === 1 ? "Manter este arquivo como está?" : `Manter ${files(count)} como estão?`),
  keepText:
    "Ou o arquivo está errado, ou a soma de verificação, e o Haul não consegue saber qual. Ninguém responde pelo que for mantido.",
  keep: "Manter",
  nextTry: (when) => `Próxima tentativa: ${when.text}.`,
  tried: (count, time) => `${counted(count, "tentativa", "tentativas")} em ${time}.`,
  facts: "Detalhes técnicos",
  copyFacts: "Copiar detalhes técnicos",
  factsCopied: "Detalhes técnicos copiados",
  fact: {
    code: "Código",
    status: "Resposta",
    host: "Servidor",
    url: "Link",
    finalUrl: "Levou a",
    proxy: "Proxy",
    reason: "Motivo",
    certificate: "Certificado (SHA-256)",
    retryAfter: "Espera pedida",
    validator: "Versão",
    contentType: "Tipo",
    was: "Tamanho no início",
    now: "Tamanho agora",
    expected: "Soma esperada",
    actual: "Soma encontrada",
    by: "Origem da soma",
    path: "No disco",
    missing: "Espaço que falta",
    headers: "Cabeçalhos enviados",
    before: "Antes disso",
  },
  checksumBy: { person: "Informada ao adicionar", server: "O servidor", metalink: "A descrição Metalink do servidor" },
  secret: "oculto",
};

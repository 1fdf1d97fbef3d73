// Brazilian Portuguese words for what can go wrong, and for what happens to a download.
import type { ChecksumSource } from "../../bindings";
import { submenu } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { details, proxyFailure } from "./details";
import {
  certificateFault,
  failureText,
  findingText,
  name,
  optionName,
  type AnswerFaultWords,
  type CertificateWords,
  type FailureWords,
  type FindingWords,
  type LogWords,
  type NotTakenOverWords,
  type StartOverWords,
} from "../text";
import { counted, number } from "./grammar";

const fault: AnswerFaultWords = {
  malformed: "não é uma mensagem HTTP válida",
  wrongRange: "é de um intervalo diferente do que foi pedido",
  tooLong: "contém mais bytes do que prometeu",
  tooShort: "contém menos bytes do que prometeu",
  encoded: "está compactada sem que isso fosse pedido",
  noLocation: "redireciona sem dizer para onde",
};

const certificate: CertificateWords = {
  expired: (on) => (on === null ? "o certificado dele expirou" : `o certificado dele expirou em ${on}`),
  notYetValid: (from) =>
    from === null
      ? "o certificado dele ainda não é válido, ou o relógio deste computador está errado"
      : `o certificado dele só é válido a partir de ${from}, ou o relógio deste computador está errado`,
  unknownIssuer: "ninguém de confiança responde pelo certificado dele",
  otherName: "o certificado dele é de outro nome",
  revoked: "o certificado dele foi revogado",
  other: "o certificado dele não é aceitável",
};

const startOver: StartOverWords = {
  sourceChanged: "o arquivo no servidor agora é outro",
  notResumable: "o servidor não consegue continuar um download",
  partFileLost: "o arquivo incompleto não existia mais",
  wrongChecksum: "o que chegou não tem a soma de verificação esperada",
  asked: "foi você que pediu",
};

const notTakenOver: NotTakenOverWords = {
  badRecord: "o registro que ele tem do arquivo está danificado",
  unreadable: "o arquivo incompleto ou o registro dele não pode ser lido",
  otherFile: "o servidor tem outro arquivo",
  notResumable: "o servidor não consegue continuar um download",
};

/** In the middle of a sentence, after "segundo". */
function checksumSource(source: ChecksumSource): string {
  if (source === "person") return "quem a informou";
  if (source === "server") return "o servidor";
  if (source === "metalink") return "a descrição Metalink do servidor";
  return `${name(source.list.name)} no mesmo servidor`;
}

const others = { name: adding.name, queue: add.queue, kind: submenu.kind };

export const failure: FailureWords = {
  invalidUrl: ({ url }) => ({
    title: "Isto não é um endereço",
    sentence: `${name(url)} não pode ser lido como link. Verifique se falta alguma parte.`,
  }),
  unsupportedScheme: ({ scheme }) => ({
    title: `Links com ${name(`${scheme}:`)} não são aceitos`,
    sentence: `O Haul baixa links http e https, não ${name(`${scheme}:`)}.`,
  }),
  invalidHeader: ({ name: header }) => ({
    title: "Um cabeçalho da solicitação não pode ser enviado",
    sentence: `${name(header)} não é um cabeçalho que possa ser enviado. Corrija-o e adicione o link novamente.`,
  }),
  invalidOption: ({ option }) => ({
    title: "Uma opção tem um valor impossível",
    sentence: `O valor de “${optionName(details, others, option)}” não pode ser usado. Corrija-o e adicione o link novamente.`,
  }),
  offline: () => ({
    title: "Não há rede",
    sentence: "Você está off-line. O download continua quando a rede voltar.",
  }),
  hostNotFound: ({ host }) => ({
    title: `${name(host)} não foi encontrado`,
    sentence: `${name(host)} não foi encontrado. Verifique o endereço, ou se você está on-line.`,
  }),
  unreachable: ({ host }) => ({
    title: `Não é possível acessar ${name(host)}`,
    sentence: `Não é possível acessar ${name(host)}. O servidor pode estar fora do ar; tente novamente mais tarde.`,
  }),
  timedOut: ({ host }) => ({
    title: `${name(host)} não responde`,
    sentence: `${name(host)} não responde. Tente novamente mais tarde.`,
  }),
  connectionLost: ({ host }) => ({
    title: `A conexão com ${name(host)} caiu`,
    sentence: `A conexão com ${name(host)} caiu. O que já chegou fica guardado; tente novamente para continuar.`,
  }),
  tls: ({ host, reason, certificate: refused }, format) => ({
    title: `Não é possível verificar a identidade de ${name(host)}`,
    sentence: refused
      ? `Não é possível verificar a identidade de ${name(refused.host)}: ${certificateFault(certificate, refused, format)}. Nada foi enviado a ele.`
      : `Não é possível verificar a identidade de ${name(host)}: ${reason}. Alguém pode estar espionando, por isso nada foi baixado.`,
  }),
  tooManyRedirects: ({ limit }) => ({
    title: "O link anda em círculos",
    sentence: `O servidor nos redirecionou mais de ${number(limit)} vezes. Verifique o link.`,
  }),
  badRedirect: ({ target }) => ({
    title: "O link não leva a lugar nenhum",
    sentence: `O servidor nos redireciona para ${name(target)}, aonde não é possível ir. Verifique o link.`,
  }),
  loginNeeded: ({ host, status }) => ({
    title: "É preciso fazer login",
    sentence:
      status === 407
        ? "O proxy exige nome de usuário e senha. Informe-os nas configurações do proxy."
        : `${name(host)} exige nome de usuário e senha. Faça login aqui, ou na página dele, e tente novamente.`,
  }),
  proxy: ({ proxy, fault: kind }) => proxyFailure(proxy, kind),
  forbidden: ({ status }) => ({
    title: "O servidor recusa este link",
    sentence: `O link expirou ou só vale no seu navegador (resposta ${status}). Obtenha outro na página.`,
  }),
  notFound: ({ status }) =>
    status === 410
      ? {
          title: "O link expirou",
          sentence: `Este link expirou: o servidor diz que o arquivo não está mais nele (resposta ${status}). Obtenha outro na página.`,
        }
      : {
          title: "O arquivo não existe mais",
          sentence: `O arquivo não está neste endereço (resposta ${status}). Procure outro na página.`,
        },
  busy: ({ retryAfterSecs }, format) => ({
    title: "O servidor pede para ir mais devagar",
    sentence:
      retryAfterSecs === null
        ? "O servidor está sobrecarregado. Tente novamente mais tarde, ou com menos conexões."
        : `O servidor está sobrecarregado e pede uma espera de ${format.duration(retryAfterSecs)}.`,
  }),
  serverError: ({ status }) => ({
    title: "O servidor está com um problema",
    sentence: `O próprio servidor está com um problema (resposta ${status}). Tente novamente mais tarde.`,
  }),
  refused: ({ status }) => ({
    title: "O servidor não entrega nenhum arquivo",
    sentence: `A resposta do servidor não contém nenhum arquivo (${status}). Verifique o link.`,
  }),
  badAnswer: (failure) => ({
    title: "A resposta do servidor não faz sentido",
    sentence: `A resposta do servidor não pode ser usada: ${fault[failure.fault]}. Nada de errado foi guardado; tente novamente para continuar.`,
  }),
  webPage: () => ({
    title: "Uma página da web em vez do arquivo",
    sentence:
      "O servidor enviou uma página da web em vez do arquivo, muitas vezes a de login. Obtenha um novo link no site.",
  }),
  sourceChanged: ({ was, now }, format) => ({
    title: "O arquivo no servidor mudou",
    sentence:
      was !== null && now !== null && was !== now
        ? `O arquivo no servidor mudou desde o início (eram ${format.bytes(was)}, agora são ${format.bytes(now)}). A parte que você tem não pode ser continuada.`
        : "O arquivo no servidor mudou desde o início. A parte que você tem não pode ser continuada.",
  }),
  notResumable: () => ({
    title: "Não dá para continuar",
    sentence:
      "Este servidor não consegue continuar um download. É preciso recomeçar do zero, ou seguir com um link para outro servidor.",
  }),
  otherFile: () => ({
    title: "O novo link leva a outro arquivo",
    sentence:
      "O novo link leva a outro arquivo. O que já chegou fica guardado: informe um link para o mesmo arquivo ou recomece do zero.",
  }),
  checksumMismatch: ({ algorithm, expected, actual, by }) => ({
    title: "Não é o arquivo esperado",
    sentence:
      by === undefined || by === "person"
        ? `O arquivo está completo, mas não é o esperado: ${algorithm} é ${actual.slice(0, 12)}…, e não ${expected.slice(0, 12)}…. Recomece do zero ou mantenha-o como está.`
        : `O arquivo está completo, mas não é o esperado: ${algorithm} é ${actual.slice(0, 12)}…, e não ${expected.slice(0, 12)}…, segundo ${checksumSource(by)}. Ele pode estar danificado no servidor, ou a soma de verificação pode estar desatualizada: recomece do zero, mantenha-o como está, ou desative “Somas de verificação dos servidores” nas configurações.`,
  }),
  damaged: ({ bytes }, format) => ({
    title: "O disco perdeu alguma coisa",
    sentence: `O disco não tinha mais ${format.bytes(bytes)} do arquivo incompleto como foram gravados. Verifique o disco e tente novamente.`,
  }),
  diskFull: ({ folder, missing }, format) => ({
    title: "O disco está cheio",
    sentence:
      missing === 0
        ? `${name(folder)} não tem mais espaço. Pausado; continua sozinho quando houver espaço.`
        : `${name(folder)} não tem mais espaço: faltam ${format.bytes(missing)}. Pausado; continua sozinho quando houver espaço.`,
  }),
  folderMissing: ({ folder }) => ({
    title: "A pasta não existe",
    sentence: `A pasta ${name(folder)} não existe e não pode ser criada. O disco dela está conectado? Outra pasta também resolve.`,
  }),
  notWritable: ({ path }) => ({
    title: "Não é possível gravar na pasta",
    sentence: `O Haul não tem permissão para gravar em ${name(path)}. O disco é somente leitura ou foi desconectado? Outra pasta também resolve.`,
  }),
  partFileGone: ({ path }) => ({
    title: "O arquivo incompleto sumiu",
    sentence: `O arquivo incompleto ${name(path)} foi removido ou substituído. O download precisa recomeçar do zero.`,
  }),
  partFileBusy: ({ path }) => ({
    title: "O arquivo está em uso",
    sentence: `Outro programa do Haul está trabalhando em ${name(path)}. Espere ele terminar e tente novamente.`,
  }),
  fileGone: ({ path }) => ({
    title: "O arquivo sumiu",
    sentence: `${name(path)} não está mais lá. Ele foi movido, ou o disco não está conectado?`,
  }),
  nameTaken: ({ path }) => ({
    title: "O nome já está em uso",
    sentence: `Já existe algo com o nome ${name(path)}. Escolha outro nome ou mova o outro arquivo para outro lugar.`,
  }),
  underRepair: ({ path }) => ({
    title: "O arquivo está sendo reparado",
    sentence: `${name(path)} está sendo reparado. Espere o reparo terminar e tente novamente.`,
  }),
  disk: ({ path, reason }) => ({
    title: "O disco não funciona como deveria",
    sentence: `${name(path)} não pode ser lido ou gravado (${reason}). Verifique o disco e tente novamente.`,
  }),
  internal: () => ({
    title: "O Haul cometeu um erro",
    sentence:
      "O Haul cometeu um erro e parou este download; o que já chegou fica guardado. Tente novamente para continuar.",
  }),
};

export const finding: FindingWords = {
  intact: () => "cada byte está como chegou",
  damaged: ({ bytes }, format) => `${format.bytes(bytes)} não estão como chegaram`,
  gone: () => "o arquivo não está mais lá",
  unknown: () => "não há nada guardado com que comparar",
  unreadable: () => "o arquivo não pode ser lido",
};

export const log: LogWords = {
  added: () => "Adicionado à lista.",
  started: () => "Iniciado.",
  probed: ({ size, resumable, host }, format) =>
    `${name(host)} respondeu: ${size === null ? "tamanho desconhecido" : format.bytes(size)}, ${resumable ? "pode ser retomado" : "não pode ser retomado"}.`,
  renamed: ({ wanted, name: given }) =>
    `${name(wanted)} não pôde ser usado como nome; o arquivo foi salvo como ${name(given)}.`,
  numbered: ({ wanted, name: given }) =>
    `Já havia outro arquivo chamado ${name(wanted)}; este foi salvo como ${name(given)}.`,
  replaced: ({ name: old }) => `O arquivo antigo ${name(old)} foi para a lixeira; este ficou com o nome dele.`,
  notReplaced: ({ wanted, name: given }) =>
    `Não foi possível mover o arquivo antigo ${name(wanted)} para a lixeira, e ele fica; o novo foi salvo como ${name(given)}.`,
  relocated: ({ path }) => `Agora em ${name(path)}.`,
  partKept: ({ path }) => `A parte antiga foi mantida como ${name(path)}.`,
  renewed: ({ host }) => `Recebeu outro link, para ${name(host)}.`,
  trusted: ({ host, sha256 }) =>
    `Você aceitou o certificado ${sha256.slice(0, 16)}… de ${name(host)}, só por esta vez.`,
  resumed: ({ received }, format) => `Continuou a partir de ${format.bytes(received)}.`,
  takenOver: ({ bytes }, format) => `${format.bytes(bytes)} aproveitados do aria2.`,
  notTakenOver: ({ reason }) => `Começou do zero, sem o que o aria2 tem: ${notTakenOver[reason]}.`,
  damaged: ({ bytes }, format) =>
    `O disco não tinha mais ${format.bytes(bytes)} como foram gravados; foram baixados de novo.`,
  startedOver: ({ reason }) => `Recomeçou do zero: ${startOver[reason]}.`,
  mirrorUsed: ({ host }) => `${name(host)} tem o mesmo arquivo: ele vem também de lá.`,
  mirrorDropped: ({ host, failure: cause }, format) =>
    `${name(host)} não é mais consultado. ${failureText(failure, cause, format).title}.`,
  connectionFailed: (entry, format) =>
    `Uma conexão falhou, as outras continuam. ${failureText(failure, entry.failure, format).title}.`,
  fewerConnections: ({ connections }) =>
    `O servidor não aceita mais que ${counted(connections, "conexão", "conexões")}.`,
  retrying: ({ failure: cause, attempt, waitSecs }, format) =>
    `${failureText(failure, cause, format).title}. A tentativa ${number(attempt)} vem em ${format.duration(waitSecs)}.`,
  waitingForNetwork: () => "Aguardando a rede.",
  roomAgain: () => "Há espaço no disco novamente.",
  paused: () => "Pausado.",
  queued: () => "Colocado na fila.",
  verified: ({ checksum, source }) =>
    source === undefined || source === "person"
      ? `Verificado: ${checksum.algorithm} é o esperado.`
      : `Verificado: ${checksum.algorithm} é o esperado, segundo ${checksumSource(source)}.`,
  caution: ({ caution }) =>
    caution === "hidesItsKind"
      ? "Cuidado: um programa que parece um documento. Só abra se você esperava um programa."
      : "Cuidado: um programa que veio sem criptografia. Alguém no caminho pode tê-lo alterado.",
  alreadyComplete: () => "O mesmo arquivo já estava lá.",
  completed: ({ size, tookMs }, format) =>
    `Concluído: ${format.bytes(size)} em ${format.duration(Math.max(1, tookMs / 1000))}.`,
  failed: (entry, format) => `Falhou. ${failureText(failure, entry.failure, format).sentence}`,
  checked: (entry, format) => `Verificação: ${findingText(finding, entry.finding, format)}.`,
  repaired: ({ bytes }, format) => `Reparado: ${format.bytes(bytes)} baixados de novo.`,
  notRepaired: (entry, format) =>
    `Não foi reparado, o arquivo fica como está. ${failureText(failure, entry.failure, format).title}.`,
};

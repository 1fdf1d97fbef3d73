// Portuguese words of what the engine refuses, and of what it tells.
import type { Messages } from "../en";
import { fileName, name, settingNames } from "../text";
import { counted, either, list, number } from "./grammar";
import { settings } from "./settings";

export const notice: Messages["notice"] = {
  databaseDamaged: ({ keptAs, found }) => ({
    title: "Não foi possível ler a lista de downloads",
    sentence: either(
      found,
      `Ela foi guardada como ${name(keptAs)}, e uma nova lista foi iniciada. ${counted(found, "arquivo incompleto", "arquivos incompletos")} foi encontrado e pode continuar.`,
      `Ela foi guardada como ${name(keptAs)}, e uma nova lista foi iniciada. ${counted(found, "arquivo incompleto", "arquivos incompletos")} foram encontrados e podem continuar.`,
    ),
  }),
  stillRunning: () => ({
    title: "O Haul continua baixando em segundo plano",
    sentence: "O ícone dele na bandeja do sistema traz esta janela de volta. Você pode mudar isso nas configurações.",
  }),
  minimised: () => ({
    title: "O Haul continua baixando",
    sentence:
      "Não há bandeja do sistema aqui, por isso fechar minimiza esta janela. Você pode mudar isso nas configurações.",
  }),
  settingsReset: ({ fields }) => ({
    title: either(fields.length, "Uma configuração não pôde ser usada", "Algumas configurações não puderam ser usadas"),
    sentence: `Voltou a valer o padrão de: ${list(settingNames(settings, fields))}. Todo o resto está como você definiu.`,
  }),
  storeFailing: ({ reason }) => ({
    title: "Não é possível salvar a lista no momento",
    sentence: `O que mudou pode ser esquecido na próxima inicialização (${reason}). Verifique se o disco está cheio.`,
  }),
};

export const engineError: Messages["engineError"] = {
  noSuchDownload: () => "Este download não está mais na lista.",
  noSuchQueue: () => "Esta fila não existe mais.",
  fileKept: ({ path, reason }) =>
    `Não foi possível mover ${name(fileName(path))} para a lixeira (${reason}). O download continua na lista.`,
  store: ({ reason }) => `Não foi possível gravar a lista: ${reason}.`,
  closed: () => "O mecanismo de download parou. Inicie o Haul novamente.",
  host: ({ reason }) => `O sistema recusou: ${reason}`,
};

export const settingsError: Messages["settingsError"] = {
  outOfRange: ({ min, max }) => `Escolha um número de ${number(min)} a ${number(max)}.`,
  badFolder: () => "Escolha um caminho completo, como /home/eu/Downloads.",
  badUserAgent: () => "Use letras simples, dígitos e sinais em uma só linha.",
  badEntry: ({ index }) => `O item ${number(index + 1)} da lista tem uma parte que não pode ser usada.`,
  tooMany: ({ max }) => `A lista comporta no máximo ${number(max)} itens.`,
  badProxy: () => "Escreva no formato http://host:3128, https://, socks5:// ou socks5h://.",
};

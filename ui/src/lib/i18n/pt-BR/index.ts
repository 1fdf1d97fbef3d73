// Brazilian Portuguese.
import { BINARY, BITS, DECIMAL } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, submenu, why } from "./actions";
import { add } from "./add";
import { copied } from "./copied";
import { bound, details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { counted, downloads, either, files, number, portuguese } from "./grammar";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, settingNames, words } from "../text";

const links = (count: number) => counted(count, "link", "links");

export const messages: Messages = {
  grammar: portuguese,
  keyNames,
  units: {
    unknown: "–",
    justNow: "agora",
    hours: (hours, minutes) => `${number(hours)} h ${number(minutes)} min`,
    days: (days) => counted(days, "dia", "dias"),
    perSecond: (amount) => `${amount}/s`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "Barra de ferramentas",
    sidebar: "Filtros",
    list: "Downloads",
    details: "Detalhes",
    status: "Status",
    notices: "Avisos",
  },
  filter: {
    heading: "Downloads",
    all: "Todos",
    running: "Ativos",
    queued: "Em espera",
    paused: "Pausados",
    failed: "Com falha",
    completed: "Concluídos",
    entry: (label, count) => `${label}, ${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "Downloads ativos", none: "Nada está sendo baixado." },
  queues,
  queueForm,
  week,
  startAt,
  waiting,
  noPage,
  emptyFolder,
  network,
  sort: {
    label: "Ordenar",
    queue: "Ordem da fila",
    name: "Nome",
    size: "Tamanho",
    progress: "Progresso",
    status: "Estado",
    host: "Site",
    created: "Adicionado",
    finished: "Concluído",
    kind: "Tipo",
    tags: "Etiquetas",
    received: "Recebido",
    folder: "Pasta",
    throughput: "Velocidade",
    eta: "Restante",
    connections: "Conexões",
    ascending: "Crescente",
    descending: "Decrescente",
  },
  search: {
    label: "Pesquisar downloads",
    placeholder: "Pesquisar",
    clear: "Limpar pesquisa",
  },
  empty: {
    first: (keys) => words("Ainda não há nada aqui", `Solte um link nesta janela, ou copie um e pressione ${keys}.`),
    running: words("Nada está sendo baixado", "O que você adiciona começa aqui."),
    queued: words("Nada na fila", "Os downloads aguardam aqui quando já há muitos outros ativos."),
    paused: words("Nada pausado", "O que você pausa fica guardado e continua de onde parou."),
    failed: words("Nada falhou. Ótimo.", "Os downloads que precisam de você aparecem aqui."),
    completed: words("Nada concluído ainda", "Os arquivos concluídos aparecem aqui."),
    search: (text) =>
      words(
        `Nenhum download corresponde a “${name(text)}”`,
        "Cada palavra precisa aparecer no nome, no site ou na pasta.",
      ),
    clearSearch: "Limpar pesquisa",
    searchEverywhere: "Pesquisar em tudo",
  },
  row: {
    more: "Mais ações",
    moreFor: (file) => `Mais ações para ${name(file)}`,
    loading: "Carregando…",
    progressText: (percent, left) => (left === null ? percent : `${percent}, faltam ${left}`),
    soFar: (bytes) => `${bytes} até agora`,
    selected: (count) => either(count, `${number(count)} selecionado`, `${number(count)} selecionados`),
    selection: (bytes, running) =>
      running > 0
        ? either(running, `${bytes} · ${number(running)} ativo`, `${bytes} · ${number(running)} ativos`)
        : bytes,
    clearSelection: "Limpar seleção",
  },
  status: {
    queued: "Aguardando na fila",
    probing: (host) => `Consultando ${name(host)}…`,
    downloading: "Baixando",
    connections: (count) => counted(count, "conexão", "conexões"),
    limited: (throughput) => `limitado a ${throughput}`,
    retrying: (left, attempt) => `nova tentativa em ${left} (nº ${number(attempt)})`,
    waitingForNetwork: "Aguardando a rede; continua sozinho",
    verifying: "Verificando o arquivo…",
    finishing: "Colocando o arquivo no lugar…",
    paused: "Pausado",
    kept: (bytes) => `${bytes} guardados`,
    done: (when) => `Concluído: ${when}`,
    notRepaired: (why) => `Não foi possível reparar: ${why}`,
    moving: (percent) => `Movendo para outro disco: ${percent}`,
    reading: (percent) => `Verificando: ${percent}`,
    bound,
    names: {
      queued: "Em espera",
      scheduled: "Aguardando o horário",
      probing: "Consultando o servidor",
      downloading: "Baixando",
      slowed: "Desacelerado pela tartaruga",
      retrying: "Nova tentativa em breve",
      waitingForNetwork: "Aguardando a rede",
      verifying: "Verificando",
      finishing: "Finalizando",
      paused: "Pausado",
      failed: "Falhou",
      completed: "Concluído",
      missing: "Arquivo ausente",
    },
  },
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  why,
  submenu,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "Adicionar",
    menu: "Menu",
    filters: "Filtros",
  },
  limit: {
    unlimited: "Sem limite",
    menu: (current) => `Limite de velocidade: ${current}`,
    custom: "Outro limite…",
    forDownload: "Limite para este download",
    asSettings: "Sem limite próprio",
  },
  statusBar: {
    down: (throughput) => `Recebendo ${throughput}`,
    active: (count) => either(count, `${number(count)} ativo`, `${number(count)} ativos`),
    waiting: (count) => `${number(count)} em espera`,
    free: (bytes, folder) => `${bytes} livres em ${name(fileName(folder))}`,
  },
  add,
  mirrors: {
    label: "Espelhos (um link por linha)",
    hint: "Outros links para o mesmo arquivo, como https://mirror.example.org/file.iso",
    bad: (line) => `Isto não é um link com https:// ou http://: ${name(line)}`,
    many: "No máximo 32.",
    edit: "Editar espelhos…",
    changed: "Espelhos alterados",
  },
  certificate: {
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
  },
  renew: {
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
  },
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm: {
    cancel: "Cancelar",
    quitTitle: "Sair e perder o que já está aqui?",
    quitText: (names) =>
      `Estes servidores não conseguem continuar um download: ${names}. O que já chegou deles será baixado de novo.`,
    quit: "Sair",
    trashTitle: (count) =>
      count === 1 ? "Mover este arquivo para a lixeira?" : `Mover ${files(count)} para a lixeira?`,
    trashText: (names) => `${names}: sai da lista, e o que está no disco vai para a lixeira.`,
    trash: "Mover para a lixeira",
    startOverTitle: (count) =>
      count === 1 ? "Recomeçar este download do zero?" : `Recomeçar ${downloads(count)} do zero?`,
    startOverText: (bytes) => `${bytes} que já estão aqui serão baixados de novo.`,
    startOverMany: "O que já chegou deles será baixado de novo.",
    startOver: "Recomeçar do zero",
    deleteTitle: (count) =>
      count === 1 ? "Excluir este arquivo permanentemente?" : `Excluir ${files(count)} permanentemente?`,
    deleteText: "A lixeira não pode ser usada aqui. O que for excluído não poderá ser recuperado.",
    delete: "Excluir",
    andMore: (count) => `e mais ${number(count)}`,
  },
  shortcuts: {
    title: "Atalhos de teclado",
    close: "Fechar",
  },
  undo,
  welcome,
  toast: {
    dismiss: "Dispensar",
    removed: (count) => either(count, `${downloads(count)} removido`, `${downloads(count)} removidos`),
    trashed: (count) =>
      either(count, `${files(count)} movido para a lixeira`, `${files(count)} movidos para a lixeira`),
    deleted: (count) => either(count, `${files(count)} excluído`, `${files(count)} excluídos`),
    copied: (count) =>
      count === 1 ? "Link copiado" : either(count, `${links(count)} copiado`, `${links(count)} copiados`),
    copiedSome: (count, of) =>
      either(
        count,
        `${number(count)} de ${links(of)} copiado; os outros não estão mais na lista`,
        `${number(count)} de ${links(of)} copiados; os outros não estão mais na lista`,
      ),
    copiedLines: (count) =>
      either(count, `${counted(count, "linha", "linhas")} copiada`, `${counted(count, "linha", "linhas")} copiadas`),
    nothingToCopy: "Não se sabe nada disso sobre estes downloads.",
    cannotCopy: "Não é possível gravar na área de transferência.",
  },
  announce: {
    done: (file) => `${name(file)} foi concluído`,
    doneMany: (count) => either(count, `${downloads(count)} foi concluído`, `${downloads(count)} foram concluídos`),
    failed: (file, reason) => `${name(file)} falhou: ${reason}`,
    failedMany: (count) => either(count, `${downloads(count)} falhou`, `${downloads(count)} falharam`),
  },
  stopped: words(
    "O mecanismo de download não responde",
    "Seus arquivos estão seguros. Reinicie o Haul para continuar.",
  ),
  restart: "Reiniciar",
  showLog: "Mostrar registro",
  quitInstead: "Sair em vez disso",
  ok: "OK",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice: {
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
      title: either(
        fields.length,
        "Uma configuração não pôde ser usada",
        "Algumas configurações não puderam ser usadas",
      ),
      sentence: `Voltou a valer o padrão de: ${settingNames(settings, fields)}. Todo o resto está como você definiu.`,
    }),
    storeFailing: ({ reason }) => ({
      title: "Não é possível salvar a lista no momento",
      sentence: `O que mudou pode ser esquecido na próxima inicialização (${reason}). Verifique se o disco está cheio.`,
    }),
  },
  engineError: {
    noSuchDownload: () => "Este download não está mais na lista.",
    noSuchQueue: () => "Esta fila não existe mais.",
    fileKept: ({ path, reason }) =>
      `Não foi possível mover ${name(fileName(path))} para a lixeira (${reason}). O download continua na lista.`,
    store: ({ reason }) => `Não foi possível gravar a lista: ${reason}.`,
    closed: () => "O mecanismo de download parou. Inicie o Haul novamente.",
    host: ({ reason }) => `O sistema recusou: ${reason}`,
  },
  queueError,
  settingsError: {
    outOfRange: ({ min, max }) => `Escolha um número de ${number(min)} a ${number(max)}.`,
    badFolder: () => "Escolha um caminho completo, como /home/eu/Downloads.",
    badUserAgent: () => "Use letras simples, dígitos e sinais em uma só linha.",
    badEntry: ({ index }) => `O item ${number(index + 1)} da lista tem uma parte que não pode ser usada.`,
    tooMany: ({ max }) => `A lista comporta no máximo ${number(max)} itens.`,
    badProxy: () => "Escreva no formato http://host:3128, https://, socks5:// ou socks5h://.",
  },
};

// Brazilian Portuguese words of the statistics.
import type { Messages } from "../en";
import { counted, either, files, number } from "./grammar";

const days = (count: number) => counted(count, "dia", "dias");

const total = (bytes: string, count: number, range: number) => `${bytes} e ${files(count)} em ${days(range)}`;

export const statistics: Messages["statistics"] = {
  title: "Estatísticas",
  close: "Fechar",
  range: "Período",
  last: (count) => either(count, "Último dia", `Últimos ${number(count)} dias`),
  total,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "Recebido por dia",
  chart: (bytes, count, range) => `Recebido por dia: ${total(bytes, count, range)}.`,
  asTable: "Mostrar como tabela",
  asChart: "Mostrar como gráfico",
  day: "Dia",
  received: "Recebido",
  files: "Arquivos",
  hosts: "Por site",
  kinds: "Por tipo",
  kindNames: {
    video: "Vídeos",
    audio: "Áudio",
    image: "Imagens",
    document: "Documentos",
    archive: "Arquivos compactados",
    "disk-image": "Imagens de disco",
    program: "Programas",
    other: "Outros",
  },
  nothing: "Nada foi recebido nesses dias.",
};

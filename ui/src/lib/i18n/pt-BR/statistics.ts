// Brazilian Portuguese words of the statistics.
import type { Messages } from "../en";
import { counted, files } from "./grammar";

const days = (count: number) => counted(count, "dia", "dias");

export const statistics: Messages["statistics"] = {
  title: "Estatísticas",
  close: "Fechar",
  range: "Últimos",
  days: (count) => days(count),
  total: (bytes, count, range) => `${bytes} e ${files(count)} em ${days(range)}`,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "Recebido por dia",
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

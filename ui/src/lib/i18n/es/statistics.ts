// Spanish words of the statistics.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

const files = (count: number) =>
  plural(count, { one: "1 archivo", many: `${number(count)} de archivos`, other: `${number(count)} archivos` });
const days = (count: number) =>
  plural(count, { one: "1 día", many: `${number(count)} de días`, other: `${number(count)} días` });

const total = (bytes: string, count: number, range: number) => `${bytes} y ${files(count)} en ${days(range)}`;

export const statistics: Messages["statistics"] = {
  title: "Estadísticas",
  close: "Cerrar",
  range: "Periodo",
  last: (count) =>
    plural(count, {
      one: "Último día",
      many: `Últimos ${number(count)} de días`,
      other: `Últimos ${number(count)} días`,
    }),
  total,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "Recibido cada día",
  chart: (bytes, count, range) => `Recibido cada día: ${total(bytes, count, range)}.`,
  asTable: "Mostrar como tabla",
  asChart: "Mostrar como gráfico",
  day: "Día",
  received: "Recibido",
  files: "Archivos",
  hosts: "Por sitio",
  kinds: "Por tipo",
  kindNames: {
    video: "Vídeos",
    audio: "Música y sonido",
    image: "Imágenes",
    document: "Documentos",
    archive: "Archivos comprimidos",
    "disk-image": "Imágenes de disco",
    program: "Programas",
    other: "Otros",
  },
  nothing: "No se ha recibido nada en estos días.",
};

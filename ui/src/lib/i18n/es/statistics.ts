// Spanish words of the statistics.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

const files = (count: number) =>
  plural(count, { one: "1 archivo", many: `${number(count)} de archivos`, other: `${number(count)} archivos` });
const days = (count: number) =>
  plural(count, { one: "1 día", many: `${number(count)} de días`, other: `${number(count)} días` });

export const statistics: Messages["statistics"] = {
  title: "Estadísticas",
  close: "Cerrar",
  range: "Los últimos",
  days,
  total: (bytes, count, range) => `${bytes} y ${files(count)} en ${days(range)}`,
  amount: (bytes, count) => `${bytes} · ${files(count)}`,
  onDay: (day, amount) => `${day}: ${amount}`,
  perDay: "Recibido cada día",
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

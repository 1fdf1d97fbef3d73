// Spanish words of links that change: mirrors, new links, and certificates that are trusted once.
import type { Messages } from "../en";
import { name } from "../text";

export const mirrors: Messages["mirrors"] = {
  label: "Espejos (un enlace por línea)",
  hint: "Otros enlaces al mismo archivo, por ejemplo, https://mirror.example.org/archivo.iso",
  bad: (line) => `Esto no es un enlace con https:// o http://: ${name(line)}`,
  many: "32 como máximo.",
  edit: "Editar espejos…",
  changed: "Espejos cambiados",
};

export const certificate: Messages["certificate"] = {
  title: "El certificado rechazado",
  server: "Presentado por",
  subject: "Emitido para",
  issuer: "Emitido por",
  valid: "Validez",
  validText: (from, to) => `${from} – ${to}`,
  unknown: "No lo indica",
  trust: "Confiar una vez en este certificado…",
  askTitle: "¿Confiar una vez en este certificado?",
  askText: (host, sha256) =>
    `Nada demuestra que este sea ${host}. Alguien por el camino podría hacerse pasar por él, leer lo que se envía (también un inicio de sesión) y darte otro archivo. Confía en él solo si sabes por otra vía que su SHA-256 es ${sha256}. Se acepta solo para esta descarga, hasta que termine o se detenga.`,
  confirm: "Confiar una vez",
};

export const renew: Messages["renew"] = {
  title: (file) => `Cambiar los enlaces de ${file}`,
  kept: (bytes) =>
    `Ya hay ${bytes} y se conservarán. Haul los compara con lo que contiene el nuevo enlace antes de continuar.`,
  nothingYet: "Aún no hay nada: la descarga empieza en el nuevo enlace.",
  old: "Enlace anterior",
  openPage: "Abrir la página de la que procede",
  new: "Enlace nuevo",
  same: "Este es el enlace anterior.",
  cancel: "Cancelar",
  confirm: "Guardar",
  changed: "Enlace cambiado",
  comparing: "Enlace cambiado; se compara lo que ya hay con el nuevo",
};

// Spanish words of what is done about failures, and of the raw facts behind one.
import type { Messages } from "../en";
import { name } from "../text";
import { list, number, plural } from "./grammar";

export const failures: Messages["failures"] = {
  logInTitle: (hosts) => `Iniciar sesión en ${list(hosts.map(name))}`,
  logInText: (count) =>
    plural(count, {
      one: "El servidor quiere saber quién eres. La descarga se reintentará con lo que escribas aquí.",
      many: `El servidor quiere saber quién eres. ${number(count)} de descargas se reintentarán con lo que escribas aquí.`,
      other: `El servidor quiere saber quién eres. ${number(count)} descargas se reintentarán con lo que escribas aquí.`,
    }),
  user: "Nombre de usuario",
  password: "Contraseña",
  noColon: "Un nombre de usuario no puede contener dos puntos.",
  memory: "Ambos se conservan solo en la memoria, hasta que se cierre Haul.",
  logIn: "Iniciar sesión",
  cancel: "Cancelar",
  keepTitle: (count) =>
    plural(count, {
      one: "¿Conservar este archivo tal como está?",
      many: `¿Conservar ${number(count)} de archivos tal como están?`,
      other: `¿Conservar ${number(count)} archivos tal como están?`,
    }),
  keepText:
    "El error está en el archivo o en la suma de verificación, y Haul no puede saber en cuál de los dos. Nada garantiza lo que se conserva.",
  keep: "Conservar",
  nextTry: (when) => `Próximo intento: ${when.text}.`,
  tried: (count, time) =>
    plural(count, {
      one: `1 intento, en ${time}.`,
      many: `${number(count)} de intentos en ${time}.`,
      other: `${number(count)} intentos en ${time}.`,
    }),
  facts: "Detalles técnicos",
  copyFacts: "Copiar los detalles técnicos",
  factsCopied: "Detalles técnicos copiados",
  fact: {
    code: "Código",
    status: "Respuesta",
    host: "Servidor",
    url: "Enlace",
    finalUrl: "Redirigido a",
    proxy: "Proxy",
    reason: "Motivo",
    certificate: "Certificado (SHA-256)",
    retryAfter: "Espera pedida",
    validator: "Versión",
    contentType: "Tipo",
    was: "Tamaño al principio",
    now: "Tamaño actual",
    expected: "Suma de verificación esperada",
    actual: "Suma de verificación obtenida",
    by: "Suma de verificación según",
    path: "En el disco",
    missing: "Espacio que falta",
    headers: "Cabeceras enviadas",
    before: "Antes de eso",
  },
  checksumBy: { person: "Indicada al añadir", server: "El servidor", metalink: "La descripción Metalink del servidor" },
  secret: "oculto",
};

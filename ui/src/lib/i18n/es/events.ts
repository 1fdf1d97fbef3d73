// Spanish words for what can go wrong, and for what happens to a download.
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
import { number, plural } from "./grammar";

const fault: AnswerFaultWords = {
  malformed: "no es un mensaje HTTP válido",
  wrongRange: "corresponde a un intervalo distinto del pedido",
  tooLong: "contiene más bytes de los anunciados",
  tooShort: "contiene menos bytes de los anunciados",
  encoded: "está comprimida sin que se haya pedido",
  noLocation: "redirige sin decir adónde",
};

const certificate: CertificateWords = {
  expired: (on) => (on === null ? "su certificado ha caducado" : `su certificado caducó el ${on}`),
  notYetValid: (from) =>
    from === null
      ? "su certificado aún no es válido, o el reloj de este equipo no está en hora"
      : `su certificado solo es válido a partir del ${from}, o el reloj de este equipo no está en hora`,
  unknownIssuer: "ninguna autoridad de confianza avala su certificado",
  otherName: "su certificado es para otro nombre",
  revoked: "su certificado se ha revocado",
  other: "su certificado no es válido",
};

const startOver: StartOverWords = {
  sourceChanged: "el archivo del servidor ya no es el mismo",
  notResumable: "el servidor no puede reanudar una descarga",
  partFileLost: "el archivo sin terminar ya no estaba",
  wrongChecksum: "lo que llegó no tiene la suma de verificación correcta",
  asked: "tú lo pediste",
};

const notTakenOver: NotTakenOverWords = {
  badRecord: "su registro del archivo está dañado",
  unreadable: "no se puede leer el archivo sin terminar o su registro",
  otherFile: "el servidor tiene otro archivo",
  notResumable: "el servidor no puede reanudar una descarga",
};

/** In the middle of a sentence. */
function checksumSource(source: ChecksumSource): string {
  if (source === "person") return "la petición";
  if (source === "server") return "el servidor";
  if (source === "metalink") return "la descripción Metalink del servidor";
  return `${name(source.list.name)} en el mismo servidor`;
}

const others = { name: adding.name, queue: add.queue, kind: submenu.kind };

export const failure: FailureWords = {
  invalidUrl: ({ url }) => ({
    title: "Esto no es una dirección",
    sentence: `${name(url)} no se puede leer como enlace. Comprueba que no le falte nada.`,
  }),
  unsupportedScheme: ({ scheme }) => ({
    title: `Los enlaces ${name(`${scheme}:`)} no son compatibles`,
    sentence: `Haul descarga enlaces http y https, no enlaces ${name(`${scheme}:`)}.`,
  }),
  invalidHeader: ({ name: header }) => ({
    title: "Una cabecera de la petición no se puede enviar",
    sentence: `${name(header)} no es una cabecera que se pueda enviar. Corrígela y vuelve a añadir el enlace.`,
  }),
  invalidOption: ({ option }) => ({
    title: "Una opción tiene un valor imposible",
    sentence: `El valor de «${optionName(details, others, option)}» no se puede usar. Corrígelo y vuelve a añadir el enlace.`,
  }),
  offline: () => ({
    title: "No hay red",
    sentence: "No tienes conexión. La descarga continuará en cuanto vuelva la red.",
  }),
  hostNotFound: ({ host }) => ({
    title: `No se ha encontrado ${name(host)}`,
    sentence: `No se ha encontrado ${name(host)}. Comprueba la dirección, o si tienes conexión.`,
  }),
  unreachable: ({ host }) => ({
    title: `No se puede acceder a ${name(host)}`,
    sentence: `No se puede acceder a ${name(host)}. Puede que su servidor esté caído; inténtalo más tarde.`,
  }),
  timedOut: ({ host }) => ({
    title: `${name(host)} no responde`,
    sentence: `${name(host)} no responde. Inténtalo más tarde.`,
  }),
  connectionLost: ({ host }) => ({
    title: `Se ha perdido la conexión con ${name(host)}`,
    sentence: `Se ha perdido la conexión con ${name(host)}. Lo recibido se conserva; reintenta para continuar.`,
  }),
  tls: ({ host, reason, certificate: refused }, format) => ({
    title: `No se puede verificar la identidad de ${name(host)}`,
    sentence: refused
      ? `No se puede verificar la identidad de ${name(refused.host)}: ${certificateFault(certificate, refused, format)}. No se le ha enviado nada.`
      : `No se puede verificar la identidad de ${name(host)}: ${reason}. Alguien podría estar escuchando, así que no se ha descargado nada.`,
  }),
  tooManyRedirects: ({ limit }) => ({
    title: "El enlace da vueltas en círculo",
    sentence: `El servidor nos ha redirigido más de ${number(limit)} veces. Comprueba el enlace.`,
  }),
  badRedirect: ({ target }) => ({
    title: "El enlace no lleva a ninguna parte",
    sentence: `El servidor nos redirige a ${name(target)}, adonde no podemos ir. Comprueba el enlace.`,
  }),
  loginNeeded: ({ host, status }) => ({
    title: "Hay que iniciar sesión",
    sentence:
      status === 407
        ? "El proxy pide un nombre de usuario y una contraseña. Escríbelos en los ajustes del proxy."
        : `${name(host)} pide un nombre de usuario y una contraseña. Inicia sesión aquí o en su página y reintenta.`,
  }),
  proxy: ({ proxy, fault: kind }) => proxyFailure(proxy, kind),
  forbidden: ({ status }) => ({
    title: "El servidor rechaza este enlace",
    sentence: `El enlace ha caducado o está ligado a tu navegador (respuesta ${status}). Consigue un enlace nuevo en su página.`,
  }),
  notFound: ({ status }) =>
    status === 410
      ? {
          title: "El enlace ha caducado",
          sentence: `Este enlace ha caducado: según el servidor, el archivo ya no está ahí (respuesta ${status}). Consigue un enlace nuevo en su página.`,
        }
      : {
          title: "El archivo ya no está",
          sentence: `El archivo no está en esta dirección (respuesta ${status}). Busca un enlace nuevo en su página.`,
        },
  busy: ({ retryAfterSecs }, format) => ({
    title: "El servidor nos pide que vayamos más despacio",
    sentence:
      retryAfterSecs === null
        ? "El servidor está saturado. Inténtalo más tarde, o con menos conexiones."
        : `El servidor está saturado y nos pide que esperemos ${format.duration(retryAfterSecs)}.`,
  }),
  serverError: ({ status }) => ({
    title: "El servidor tiene un problema",
    sentence: `El servidor tiene un problema propio (respuesta ${status}). Inténtalo más tarde.`,
  }),
  refused: ({ status }) => ({
    title: "El servidor no entrega ningún archivo",
    sentence: `La respuesta del servidor no contiene ningún archivo (${status}). Comprueba el enlace.`,
  }),
  badAnswer: (failure) => ({
    title: "La respuesta del servidor no tiene sentido",
    sentence: `La respuesta del servidor no se puede usar: ${fault[failure.fault]}. No se ha conservado nada erróneo; reintenta para continuar.`,
  }),
  webPage: () => ({
    title: "Una página web en vez del archivo",
    sentence:
      "El servidor ha enviado una página web en vez del archivo; a menudo es la de inicio de sesión. Consigue un enlace nuevo en el sitio.",
  }),
  sourceChanged: ({ was, now }, format) => ({
    title: "El archivo ha cambiado en el servidor",
    sentence:
      was !== null && now !== null && was !== now
        ? `El archivo ha cambiado en el servidor desde que empezaste (${format.bytes(was)} antes, ${format.bytes(now)} ahora). Tu parte no se puede continuar.`
        : "El archivo ha cambiado en el servidor desde que empezaste. Tu parte no se puede continuar.",
  }),
  notResumable: () => ({
    title: "No se puede continuar",
    sentence:
      "Este servidor no puede continuar una descarga. Tiene que empezar de cero, o seguir con un enlace a otro servidor.",
  }),
  otherFile: () => ({
    title: "El nuevo enlace lleva a otro archivo",
    sentence:
      "El nuevo enlace lleva a otro archivo. Lo recibido se conserva: indica un enlace al mismo archivo, o empieza de cero.",
  }),
  checksumMismatch: ({ algorithm, expected, actual, by }) => ({
    title: "No es el archivo esperado",
    sentence:
      by === undefined || by === "person"
        ? `El archivo está completo, pero no es el esperado: su ${algorithm} es ${actual.slice(0, 12)}…, en vez de ${expected.slice(0, 12)}…. Empieza de cero, o consérvalo tal como está.`
        : `El archivo está completo, pero no es el esperado: su ${algorithm} es ${actual.slice(0, 12)}…, en vez de ${expected.slice(0, 12)}… según ${checksumSource(by)}. Puede que esté dañado en el servidor o que su suma de verificación no esté al día: empieza de cero, consérvalo tal como está, o desactiva «Sumas de verificación de los servidores» en los ajustes.`,
  }),
  damaged: ({ bytes }, format) => ({
    title: "El disco ha perdido datos",
    sentence: `El disco ya no contenía ${format.bytes(bytes)} del archivo sin terminar tal como se escribieron. Comprueba el disco y reintenta.`,
  }),
  diskFull: ({ folder, missing }, format) => ({
    title: "El disco está lleno",
    sentence:
      missing === 0
        ? `${name(folder)} está lleno. En pausa; continúa solo en cuanto haya espacio.`
        : `${name(folder)} está lleno: faltan ${format.bytes(missing)}. En pausa; continúa solo en cuanto haya espacio.`,
  }),
  folderMissing: ({ folder }) => ({
    title: "La carpeta no está",
    sentence: `La carpeta ${name(folder)} no existe y no se puede crear. ¿Está conectado su disco? También puedes elegir otra carpeta.`,
  }),
  notWritable: ({ path }) => ({
    title: "No se puede escribir en la carpeta",
    sentence: `Haul no puede escribir en ${name(path)}. ¿El disco es de solo lectura o se ha desconectado? También puedes elegir otra carpeta.`,
  }),
  partFileGone: ({ path }) => ({
    title: "El archivo sin terminar ha desaparecido",
    sentence: `El archivo sin terminar ${name(path)} se ha borrado o sustituido. La descarga tiene que empezar de cero.`,
  }),
  partFileBusy: ({ path }) => ({
    title: "El archivo está en uso",
    sentence: `Otro programa de Haul está usando ${name(path)}. Espera a que termine y reintenta.`,
  }),
  fileGone: ({ path }) => ({
    title: "El archivo ha desaparecido",
    sentence: `${name(path)} ya no está. ¿Se ha movido, o su disco no está conectado?`,
  }),
  nameTaken: ({ path }) => ({
    title: "El nombre ya está ocupado",
    sentence: `Ya hay otra cosa que se llama ${name(path)}. Elige otro nombre o mueve el otro archivo.`,
  }),
  underRepair: ({ path }) => ({
    title: "El archivo se está reparando",
    sentence: `${name(path)} se está reparando. Espera a que termine y vuelve a intentarlo.`,
  }),
  disk: ({ path, reason }) => ({
    title: "El disco no funciona como debería",
    sentence: `${name(path)} no se puede leer o escribir (${reason}). Comprueba el disco y reintenta.`,
  }),
  internal: () => ({
    title: "Haul ha cometido un error",
    sentence:
      "Haul ha cometido un error y ha detenido esta descarga; lo recibido se conserva. Reintenta para continuar.",
  }),
};

export const finding: FindingWords = {
  intact: () => "cada byte está tal como se recibió",
  damaged: ({ bytes }, format) => `${format.bytes(bytes)} difieren de lo recibido`,
  gone: () => "el archivo ya no está",
  unknown: () => "no se conservó nada con lo que compararlo",
  unreadable: () => "el archivo no se puede leer",
};

export const log: LogWords = {
  added: () => "Añadida a la lista.",
  started: () => "Iniciada.",
  probed: ({ size, resumable, host }, format) =>
    `${name(host)} ha respondido: ${size === null ? "tamaño desconocido" : format.bytes(size)}, ${resumable ? "se puede reanudar" : "no se puede reanudar"}.`,
  renamed: ({ wanted, name: given }) => `${name(wanted)} no servía como nombre; guardada como ${name(given)}.`,
  numbered: ({ wanted, name: given }) => `Ya había otro archivo llamado ${name(wanted)}; guardada como ${name(given)}.`,
  replaced: ({ name: old }) => `El archivo antiguo ${name(old)} fue a la papelera; este tiene ahora su nombre.`,
  notReplaced: ({ wanted, name: given }) =>
    `El archivo antiguo ${name(wanted)} no se pudo mover a la papelera y se queda; guardada como ${name(given)}.`,
  relocated: ({ path }) => `Ahora está en ${name(path)}.`,
  partKept: ({ path }) => `La parte antigua se conserva como ${name(path)}.`,
  renewed: ({ host }) => `Con otro enlace, a ${name(host)}.`,
  trusted: ({ host, sha256 }) =>
    `Has aceptado, solo por esta vez, el certificado ${sha256.slice(0, 16)}… de ${name(host)}.`,
  resumed: ({ received }, format) => `Continuada a partir de ${format.bytes(received)}.`,
  takenOver: ({ bytes }, format) => `Aprovechados ${format.bytes(bytes)} de aria2.`,
  notTakenOver: ({ reason }) => `Empezada de cero, sin lo que tiene aria2: ${notTakenOver[reason]}.`,
  damaged: ({ bytes }, format) =>
    `El disco ya no contenía ${format.bytes(bytes)} tal como se escribieron; se han descargado otra vez.`,
  startedOver: ({ reason }) => `Empezada de cero: ${startOver[reason]}.`,
  mirrorUsed: ({ host }) => `${name(host)} tiene el mismo archivo: ahora llega también desde allí.`,
  mirrorDropped: ({ host, failure: cause }, format) =>
    `Ya no se consulta ${name(host)}. ${failureText(failure, cause, format).title}.`,
  connectionFailed: (entry, format) =>
    `Ha fallado una conexión, las demás continúan. ${failureText(failure, entry.failure, format).title}.`,
  fewerConnections: ({ connections }) =>
    plural(connections, {
      one: "El servidor no acepta más de 1 conexión.",
      many: `El servidor no acepta más de ${number(connections)} de conexiones.`,
      other: `El servidor no acepta más de ${number(connections)} conexiones.`,
    }),
  retrying: ({ failure: cause, attempt, waitSecs }, format) =>
    `${failureText(failure, cause, format).title}. Intento ${number(attempt)} en ${format.duration(waitSecs)}.`,
  waitingForNetwork: () => "A la espera de la red.",
  roomAgain: () => "Vuelve a haber espacio en el disco.",
  paused: () => "En pausa.",
  queued: () => "Puesta en la cola.",
  verified: ({ checksum, source }) =>
    source === undefined || source === "person"
      ? `Verificada: su ${checksum.algorithm} es el esperado.`
      : `Verificada: su ${checksum.algorithm} es el que indica ${checksumSource(source)}.`,
  caution: ({ caution }) =>
    caution === "hidesItsKind"
      ? "Cuidado: es un programa que parece un documento. Ábrelo solo si esperabas un programa."
      : "Cuidado: es un programa que ha llegado sin cifrar. Alguien ha podido modificarlo por el camino.",
  alreadyComplete: () => "El mismo archivo ya estaba.",
  completed: ({ size, tookMs }, format) =>
    `Completada: ${format.bytes(size)} en ${format.duration(Math.max(1, tookMs / 1000))}.`,
  failed: (entry, format) => `Fallida. ${failureText(failure, entry.failure, format).sentence}`,
  checked: (entry, format) => `Verificación: ${findingText(finding, entry.finding, format)}.`,
  repaired: ({ bytes }, format) => `Reparada: ${format.bytes(bytes)} descargados otra vez.`,
  notRepaired: (entry, format) =>
    `No reparada, el archivo queda como está. ${failureText(failure, entry.failure, format).title}.`,
};

// Spanish words of hints.

export const hints = {
  label: "Consejo",
  dismiss: "Ocultar el consejo",
  setting: "Consejos",
  sentence: "Una frase en la línea inferior, como mucho una al día, sobre lo que Haul también sabe hacer.",
  synonyms: "trucos ayuda sugerencias",
  renew: () => "Suelta un enlace nuevo sobre una descarga fallida y seguirá.",
  paste: (keys: string) => `${keys} en la lista inicia al momento hasta cinco enlaces copiados.`,
  palette: (keys: string) => `${keys} encuentra cualquier acción, ajuste o descarga.`,
  search: (keys: string) => `${keys} busca en todas las descargas por nombre, sitio y carpeta.`,
  turtle: (keys: string) => `${keys} ralentiza todas las descargas mientras otra persona usa la línea.`,
  undo: (keys: string) => `${keys} deshace lo que se quitó, movió o cambió.`,
  shortcuts: (keys: string) => `${keys} muestra todos los atajos, y puedes cambiarlos.`,
};

// Spanish words of hints.

export const hints = {
  label: "Consejo",
  dismiss: "Ocultar el consejo",
  setting: "Consejos",
  sentence: "Una frase en la línea inferior, como mucho una al día, sobre lo que Haul también sabe hacer.",
  synonyms: "trucos ayuda sugerencias",
  renew: () => "Suelta un enlace nuevo sobre una descarga fallida y seguirá desde donde estaba.",
  paste: (keys: string) => `Copia enlaces y pulsa ${keys} en la lista: hasta cinco empiezan al momento.`,
  palette: (keys: string) => `${keys} encuentra cualquier acción, ajuste o descarga.`,
  search: (keys: string) => `${keys} busca en todas las descargas por nombre, sitio y carpeta.`,
  turtle: (keys: string) =>
    `${keys} ralentiza todas las descargas mientras otra persona necesita la línea, y las vuelve a soltar.`,
  undo: (keys: string) => `${keys} deshace lo que se quitó, movió o cambió.`,
  shortcuts: (keys: string) => `${keys} muestra todos los atajos, y puedes cambiarlos.`,
};

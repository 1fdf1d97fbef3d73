// French words of hints.

export const hints = {
  label: "Astuce",
  dismiss: "Masquer l’astuce",
  setting: "Astuces",
  sentence: "Une phrase dans la ligne du bas, une par jour au plus, sur ce que Haul sait aussi faire.",
  synonyms: "conseils aide suggestions",
  renew: () => "Déposez un nouveau lien sur un téléchargement en échec : il reprend.",
  paste: (keys: string) => `${keys} dans la liste lance aussitôt jusqu’à cinq liens copiés.`,
  palette: (keys: string) => `${keys} trouve chaque action, paramètre et téléchargement.`,
  search: (keys: string) => `${keys} cherche dans tous les téléchargements par nom, site et dossier.`,
  turtle: (keys: string) => `${keys} ralentit tous les téléchargements quand un autre a besoin de la ligne.`,
  undo: (keys: string) => `${keys} annule ce qui a été retiré, déplacé ou modifié.`,
  shortcuts: (keys: string) => `${keys} affiche tous les raccourcis, et vous pouvez les modifier.`,
};

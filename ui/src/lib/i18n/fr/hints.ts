// French words of hints.

export const hints = {
  label: "Astuce",
  dismiss: "Masquer l’astuce",
  setting: "Astuces",
  sentence: "Une phrase dans la ligne du bas, une par jour au plus, sur ce que Haul sait aussi faire.",
  synonyms: "conseils aide suggestions",
  renew: () => "Déposez un nouveau lien sur un téléchargement en échec : il reprend là où il en était.",
  paste: (keys: string) => `Copiez des liens et appuyez sur ${keys} dans la liste : jusqu’à cinq démarrent aussitôt.`,
  palette: (keys: string) => `${keys} trouve toutes les actions, tous les paramètres et tous les téléchargements.`,
  search: (keys: string) => `${keys} cherche dans tous les téléchargements par nom, site et dossier.`,
  turtle: (keys: string) =>
    `${keys} ralentit tous les téléchargements quand quelqu’un d’autre a besoin de la ligne, puis les relance.`,
  undo: (keys: string) => `${keys} annule ce qui a été retiré, déplacé ou modifié.`,
  shortcuts: (keys: string) => `${keys} affiche tous les raccourcis, et vous pouvez les modifier.`,
};

// Brazilian Portuguese words of hints.

export const hints = {
  label: "Dica",
  dismiss: "Ocultar a dica",
  setting: "Dicas",
  sentence: "Uma frase na linha de baixo, no máximo uma por dia, sobre o que o Haul também sabe fazer.",
  synonyms: "truques ajuda sugestões",
  renew: () => "Solte um novo link sobre um download que falhou, e ele continua.",
  paste: (keys: string) => `Copie links e pressione ${keys} na lista: até cinco começam na hora.`,
  palette: (keys: string) => `${keys} encontra qualquer ação, configuração ou download.`,
  search: (keys: string) => `${keys} procura em todos os downloads por nome, site e pasta.`,
  turtle: (keys: string) => `${keys} desacelera todos os downloads enquanto outra pessoa usa a rede.`,
  undo: (keys: string) => `${keys} desfaz o que foi removido, movido ou alterado.`,
  shortcuts: (keys: string) => `${keys} mostra todos os atalhos, e você pode alterá-los.`,
};

import type { sentencesAudit as German } from "../de/sentences-audit.ts";

export const sentencesAudit: Record<keyof typeof German, string> = {
  "said|#{number} is not what was anchored": "Le n° {number} n’est pas ce qui a été ancré",
  "said|#{number} is missing in the chain": "Le n° {number} manque dans la chaîne",
  "said|#{from} to #{to} are missing in the chain": "Les n° {from} à {to} manquent dans la chaîne",
  "said|The chain begins at #{number}, and no checkpoint says that what was before was removed by rule":
    "La chaîne commence au n° {number}, et aucun point de contrôle ne dit que ce qui précède a été supprimé selon la règle",
  "said|There is no anchor in {file}": "Il n’y a aucune ancre dans {file}",
  "said|The signature is not by the key {key}: edited or forged":
    "La signature n’est pas de la clé {key} : modifiée ou falsifiée",
  "said|The file was begun only at #{number}: nothing proves what was before":
    "Le fichier n’a été commencé qu’au n° {number} : rien ne prouve ce qui précède",
  "said|Line {number} of the anchors was cut short by a crash":
    "La ligne {number} des ancres a été tronquée par un plantage",
  "said|#{number} was anchored, but the chain ends at #{last}: its tail was cut":
    "Le n° {number} a été ancré, mais la chaîne se termine au n° {last} : sa fin a été coupée",
  "The entry is gone": "L’entrée a disparu",
  "The entry or its place is not what was recorded":
    "L’entrée ou sa place n’est pas ce qui a été enregistré",
  "The entry is not in the chain": "L’entrée n’est pas dans la chaîne",
  "The entry was removed as soon as it was made": "L’entrée a été supprimée dès sa création",
  "Does not follow the line before it: a line was edited, removed, added or moved":
    "Ne suit pas la ligne précédente : une ligne a été modifiée, supprimée, ajoutée ou déplacée",
  "The lines before it are gone": "Les lignes précédentes ont disparu",
  "This line of the anchors is not readable": "Cette ligne des ancres est illisible",
};

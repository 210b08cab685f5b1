import type { sessions as German } from "../de/sessions.ts";

export const sessions: Record<keyof typeof German, string> = {
  "This device": "Cet appareil",
  "{name} as you": "{name} en votre nom",
  "{name} as this user": "{name} en tant que cet utilisateur",
  "Last seen {time}": "Vu {time}",
  "Revoke {what}": "Révoquer {what}",
  Revoke: "Révoquer",
  "Revoke all": "Tout révoquer",
  "Not signed in anywhere": "Connecté nulle part",
  "End the impersonation?": "Terminer l’emprunt d’identité ?",
  "{impersonator} stops acting as {name} at once.":
    "{impersonator} cesse aussitôt d’agir en tant que {name}.",
  "Revoke {device}?": "Révoquer {device} ?",
  "{name} is signed out on this device at once.":
    "{name} est aussitôt déconnecté(e) de cet appareil.",
  "{name} is signed out there.": "{name} y est déconnecté(e).",
  "Revoke session": "Révoquer la session",
  "Revoke all sessions?": "Révoquer toutes les sessions ?",
  "{name} is signed out on every device at once.":
    "{name} est aussitôt déconnecté(e) de tous ses appareils.",
  Impersonate: "Agir en son nom",
  "Act as {name}?": "Agir en tant que {name} ?",
  "Act as {name}": "Agir en tant que {name}",
  "You see and may do what {name} sees and may do, in every tab.":
    "Vous voyez et pouvez faire ce que {name} voit et peut faire, dans tous les onglets.",
  "Their password, address and account stay theirs, and you give nobody a role.":
    "Son mot de passe, son adresse et son compte restent intouchés, et vous ne donnez de rôle à personne.",
  "It ends by itself after {duration}, and whenever you end it.":
    "Cela se termine tout seul après {duration}, et quand vous y mettez fin.",
  "It ends by itself, and whenever you end it.":
    "Cela se termine tout seul, et quand vous y mettez fin.",
  "The audit log names you both for everything, and {name} can see that you were here.":
    "Le journal d’audit vous nomme tous les deux pour tout, et {name} peut voir que vous étiez là.",
  "Kept in the audit log, where others read it.":
    "Conservé dans le journal d’audit, où d’autres le lisent.",
  Start: "Commencer",
  "<note>{impersonator}, you are</note> <role>acting as</role> <strong>{name}</strong>. <note>Everything is recorded under both names.</note>":
    "<note>{impersonator}, vous</note> <role>agissez en tant que</role> <strong>{name}</strong>. <note>Tout est enregistré sous les deux noms.</note>",
  End: "Terminer",
  "{minutes} min left": "encore {minutes} min",
  "Last minute": "Dernière minute",
};

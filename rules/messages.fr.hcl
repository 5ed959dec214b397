# Ce que disent les règles en français. Les {trous} sont remplis par la règle.

rule "unqualified-offer" {
  summary = "des données réservées sont chez un opérateur de l'Union, sur une offre absente du registre"
  message = "{what} : données détenues par {operator} à {place} ; aucune offre qualifiée {mark} ne les couvre (registre du {register_day})"
  hint    = "migrer vers {routes} ; ou déclarer la classe des données dans .sovlint.hcl"
  case "open" {
    message = "{what} : données détenues par {operator}, lieu non établi ; aucune de ses offres n'est qualifiée {mark} (registre du {register_day})"
  }
  case "ended" {
    message = "{what} : données détenues par {operator} à {place} ; la qualification de {offer} a pris fin le {until} et le registre du {register_day} n'en montre pas le renouvellement"
    hint    = "demander à l'opérateur la décision de renouvellement ; sinon migrer vers {routes}"
  }
}

rule "outside-territory" {
  summary = "des données réservées sont hors de l'Union européenne"
  message = "{what} : données à {place} ({role}), hors de {territory}"
  hint    = "choisir une région dans {territory}, chez un opérateur conforme : {routes}"
}

rule "unplaced-data" {
  summary = "qui détient les données, ou en quel lieu, ne peut être établi"
  message = "qui détient les données ({what}), ou en quel lieu, ne peut être établi : {questions}"
  hint    = "{settle}"
  case "offer" {
    message = "la conformité de {what} chez {operator} ne peut être établie : {questions}"
  }
  case "type" {
    message = "le catalogue ne connaît pas ce que contient {type} de {operator} ; rien ne peut être établi"
    hint    = "mettre sovlint à jour, ou écarter l'adresse avec --exclude"
  }
  case "module" {
    message = "les sources de ce module de {operator} n'ont pas été lues : ce qu'il détient ne peut être établi"
    hint    = "lancer terraform init ou tofu init, pour que le module puisse être lu, ou juger un plan"
  }
  case "closed" {
    message = "les sources de ce module n'ont pas été lues : qui détient ce qu'il crée, et où, ne peut être établi"
    hint    = "lancer terraform init ou tofu init, pour que le module puisse être lu, ou juger un plan"
  }
  case "self-hosted" {
    message = "{what} : adresse privée que personne n'a déclarée : {questions}"
    hint    = "déclarer l'hôte comme interne dans .sovlint.hcl, avec hosts et son pays"
  }
  case "copy" {
    message = "{what} : le lieu d'une copie ne peut être établi : {questions}"
  }
  case "loopback" {
    message = "{what} : s'adresse à la machine elle-même, ce qui est lu comme un montage d'essai"
    hint    = "rien à faire si c'est le cas ; sinon écrire la vraie adresse"
  }
}

rule "unknown-provider" {
  summary = "un fournisseur que le catalogue ne connaît pas : rien ne peut être établi"
  message = "le catalogue ne connaît pas le fournisseur {provider} ; qui détient {type} ne peut être établi"
  hint    = "s'il est à vous, le déclarer comme interne dans .sovlint.hcl, par sa source {provider} et avec son pays"
}

rule "candidate-offer" {
  summary = "des données réservées sont sur une offre candidate, pas encore qualifiée"
  message = "{what} : données détenues par {operator} à {place} ; son offre est candidate à {mark} et non qualifiée (registre du {register_day})"
  hint    = "attendre la qualification avant d'y mettre des données réservées, ou prendre {routes}"
  case "open" {
    message = "{what} : données détenues par {operator}, lieu non établi ; son offre est candidate à {mark} et non qualifiée (registre du {register_day})"
  }
}

rule "uncovered-service" {
  summary = "le lieu a une offre qualifiée, mais ce service est hors de son périmètre"
  message = "{type} est à {place}, où {offer} est qualifiée, mais ce service est hors du périmètre que donne le registre"
  hint    = "demander à {operator} l'attestation qui nomme le service, ou le bâtir avec des services du périmètre"
}

rule "foreign-control" {
  summary = "des données réservées sont chez un opérateur contrôlé hors de l'Union européenne"
  message = "{what} : données détenues par {operator} (contrôle : {control}) à {place} ; aucune offre qualifiée {mark} ne les couvre (registre du {register_day})"
  hint    = "une région de l'Union ne change pas qui contrôle l'opérateur ; migrer vers {routes} ; ou déclarer la classe des données dans .sovlint.hcl"
  case "control" {
    message = "{what} : données détenues par {operator} (contrôle : {control}) à {place}"
  }
  case "control-open" {
    message = "{what} : données détenues par {operator} (contrôle : {control}), lieu non établi"
  }
  case "open" {
    message = "{what} : données détenues par {operator} (contrôle : {control}), lieu non établi ; aucune offre qualifiée {mark} ne les couvre nulle part (registre du {register_day})"
  }
}

rule "office-suite" {
  summary = "une suite collaborative que nomme la note de la DINUM du 15 septembre 2021"
  message = "{what} relève de {service}, que la note de la DINUM du 15 septembre 2021 nomme comme non conforme pour les agents de l'État"
  hint    = "prendre les produits de l'État ou une suite sur une offre qualifiée ; seuls messagerie et espace personnel ont pu faire l'objet d'une dérogation"
  case "setting" {
    message = "réglage ({what}) de {service}, que la note de la DINUM du 15 septembre 2021 nomme comme non conforme pour les agents de l'État"
  }
}

rule "log-export" {
  summary = "des journaux partent là où les données ne peuvent être"
  message = "ses journaux partent vers {to} ({via}), chez {operator} à {place} (contrôle : {control})"
  hint    = "les envoyer vers un opérateur conforme : {routes}"
  case "open" {
    message = "où partent ses journaux ne peut être établi : {via} dépend de {rests}"
  }
}

rule "telemetry-vendor" {
  summary = "mesures, traces et journaux sont conservés par un éditeur non conforme"
  message = "la télémétrie est conservée par {operator} (contrôle : {control}) à {place}"
  hint    = "superviser avec des outils exploités par un opérateur conforme : {routes}"
}

rule "foreign-key" {
  summary = "la clé des données est détenue là où les données ne peuvent être"
  message = "sa clé est {to} ({via}), détenue par {operator} à {place} (contrôle : {control})"
  hint    = "confier la clé à un opérateur conforme ; détenir sa propre clé ne rend pas un lieu conforme"
  case "open" {
    message = "où sa clé est détenue ne peut être établi : {via} dépend de {rests}"
  }
}

rule "foreign-identity" {
  summary = "qui peut entrer se décide là où les données ne peuvent être"
  message = "ses utilisateurs sont identifiés par {to} ({via}), chez {operator} à {place} (contrôle : {control})"
  hint    = "identifier les utilisateurs par un annuaire conforme : {routes}"
  case "open" {
    message = "qui identifie ses utilisateurs ne peut être établi : {via} dépend de {rests}"
  }
}

rule "mail-service" {
  summary = "le courriel est acheminé par un opérateur non conforme"
  message = "le courriel est acheminé par {operator} (contrôle : {control}) à {place}"
  hint    = "envoyer et conserver le courriel chez un opérateur conforme : {routes}"
  case "through" {
    message = "son courriel passe par {to} ({via}), chez {operator} à {place} (contrôle : {control})"
  }
}

rule "registry-host" {
  summary = "des images ou des paquets viennent du dépôt d'un opérateur non conforme"
  message = "une image ou un paquet vient de {to} ({via}), dépôt de {operator} (contrôle : {control})"
  hint    = "en conserver une copie dans son propre dépôt, et la désigner par son empreinte"
}

rule "module-source" {
  summary = "des modules viennent de l'hôte d'un opérateur non conforme"
  message = "le code de modules ({modules}) vient de {host}, exploité par {operator} (contrôle : {control})"
  hint    = "conserver une copie des modules sur sa propre forge, et fixer leur version"
}

rule "ai-inference" {
  summary = "des données sont lues par un modèle là où elles ne peuvent être"
  message = "ce qu'elle lit part vers le modèle {to} ({via}), exploité par {operator} à {place} (contrôle : {control})"
  hint    = "exploiter le modèle chez un opérateur conforme : {routes}"
  case "anywhere" {
    message = "{via} = {to} laisse {operator} choisir la région où s'exécute le modèle"
    hint    = "choisir un déploiement qui reste dans une région"
  }
  case "open" {
    message = "où s'exécute le modèle qui lit ses données ne peut être établi : {via} dépend de {rests}"
  }
}

rule "edge-termination" {
  summary = "un frontal d'un autre opérateur lit en clair ce que disent les données derrière lui"
  message = "{front} se tient devant {to} ({via}), détenu par {operator}, et en termine le chiffrement"
  hint    = "terminer TLS chez un opérateur conforme, ou laisser le frontal le transmettre"
  case "dns" {
    message = "ses noms sont résolus par {operator} (contrôle : {control}), qui voit ce qui est demandé et peut le mener ailleurs ; les données elles-mêmes n'y passent pas"
    hint    = "rien à faire si cela est accepté ; sinon confier les noms à un opérateur conforme"
  }
}

rule "replica-leaves" {
  summary = "une réplique est conservée, ou des données sont envoyées, là où les données ne peuvent être"
  message = "{copy} ({via}) est détenue par {operator} à {place}, où les données ne peuvent être"
  hint    = "la conserver auprès des données ou chez un opérateur conforme : {routes}"
  case "outside" {
    message = "{copy} ({via}) est détenue par {operator} à {place}, hors de {territory}"
    hint    = "choisir un second lieu dans {territory}, chez un opérateur conforme : {routes}"
  }
  case "foreign-control" {
    message = "{copy} ({via}) est détenue par {operator} (contrôle : {control}) à {place}, alors que les données ne le sont pas"
  }
  case "unqualified" {
    message = "{copy} ({via}) est détenue par {operator} à {place}, que ne couvre aucune offre qualifiée (registre du {register_day})"
  }
  case "candidate" {
    message = "{copy} ({via}) est détenue par {operator} à {place}, dont l'offre est candidate et non qualifiée (registre du {register_day})"
  }
}

rule "backup-leaves" {
  summary = "une sauvegarde est conservée là où les données ne peuvent être"
  message = "sa sauvegarde ({via}) est détenue par {operator} à {place}, où les données ne peuvent être"
  hint    = "conserver la sauvegarde auprès des données ou chez un opérateur conforme : {routes}"
  case "outside" {
    message = "sa sauvegarde ({via}) est détenue par {operator} à {place}, hors de {territory}"
    hint    = "choisir un coffre dans {territory}, chez un opérateur conforme : {routes}"
  }
  case "foreign-control" {
    message = "sa sauvegarde ({via}) est détenue par {operator} (contrôle : {control}) à {place}, alors que les données ne le sont pas"
  }
  case "unqualified" {
    message = "sa sauvegarde ({via}) est détenue par {operator} à {place}, que ne couvre aucune offre qualifiée (registre du {register_day})"
  }
  case "candidate" {
    message = "sa sauvegarde ({via}) est détenue par {operator} à {place}, dont l'offre est candidate et non qualifiée (registre du {register_day})"
  }
}

rule "implicit-copy" {
  summary = "une valeur par défaut conserve une copie en un autre lieu"
  message = "{via} n'est pas écrit ; sa valeur par défaut documentée en conserve une copie à {place}"
  hint    = "écrire {via}, pour que le lieu de la copie soit une décision"
  case "outside" {
    message = "{via} n'est pas écrit ; sa valeur par défaut documentée en conserve une copie à {place}, hors de {territory}"
    hint    = "écrire {via} et choisir une redondance qui reste dans la région"
  }
  case "foreign-control" {
    message = "{via} n'est pas écrit ; sa valeur par défaut documentée en conserve une copie chez {operator} (contrôle : {control}) à {place}"
  }
  case "unqualified" {
    message = "{via} n'est pas écrit ; sa valeur par défaut documentée en conserve une copie à {place}, que ne couvre aucune offre qualifiée (registre du {register_day})"
  }
  case "candidate" {
    message = "{via} n'est pas écrit ; sa valeur par défaut documentée en conserve une copie à {place}, où l'offre est candidate et non qualifiée (registre du {register_day})"
  }
  case "open" {
    message = "{via} n'est pas écrit ; sa valeur par défaut documentée en conserve une copie en un lieu que l'opérateur choisit"
  }
}

rule "saas-host" {
  summary = "un service fonctionne sur des machines moins conformes que son opérateur"
  message = "{what} de {service} fonctionne sur des machines de {operator} à {place}, où les données ne peuvent être"
  hint    = "faire fonctionner le service sur les machines d'un opérateur conforme : {routes}"
  case "foreign-control" {
    message = "{what} de {service} fonctionne sur des machines de {operator} (contrôle : {control}) à {place}"
  }
  case "outside" {
    message = "{what} de {service} fonctionne sur des machines de {operator} à {place}, hors de {territory}"
  }
  case "unqualified" {
    message = "{what} de {service} fonctionne sur des machines de {operator} à {place}, que ne couvre aucune offre qualifiée (registre du {register_day})"
  }
  case "candidate" {
    message = "{what} de {service} fonctionne sur des machines de {operator} à {place}, dont l'offre est candidate et non qualifiée (registre du {register_day})"
  }
}

rule "snapshot-shared" {
  summary = "une copie des données est ouverte à tous"
  message = "{what} : partage ouvert à tous ({via})"
  hint    = "ne partager qu'avec des comptes nommés qui sont les siens"
}

rule "lapsed-offer" {
  summary = "la qualification a pris fin après l'édition du registre ; un renouvellement est possible"
  message = "la qualification de {offer} a pris fin le {until} ; le registre présent est du {register_day} et ne peut montrer un renouvellement"
  hint    = "consulter le registre courant, et mettre sovlint à jour"
}

rule "expiring-offer" {
  summary = "la qualification prend fin dans les 90 jours"
  message = "la qualification de {offer}, qui couvre cette ressource ({what}), prend fin le {until} ({days} jours)"
  hint    = "demander le renouvellement à {operator}, et préparer la sortie"
}

rule "lapsed-waiver" {
  summary = "une dérogation a pris fin"
  message = "la dérogation {waiver} a pris fin le {until} ; elle ne couvre plus rien (constats qu'elle couvrirait : {covers})"
  hint    = "mettre fin à ce qu'elle couvrait, ou la faire renouveler par l'autorité compétente"
}

rule "expiring-waiver" {
  summary = "une dérogation prend fin dans les 90 jours"
  message = "la dérogation {waiver} prend fin le {until} ({days} jours) ; constats couverts : {covers}"
  hint    = "préparer la sortie, ou demander dès maintenant le renouvellement : il est instruit avant d'être accordé"
}

rule "invalid-waiver" {
  summary = "une dérogation n'est pas de celles que l'édition admet : elle est sans effet"
  message = "la dérogation {waiver} est sans effet"
  hint    = "corriger la dérogation, ou la retirer et traiter ce qu'elle couvre"
  case "kind" {
    message = "la dérogation {waiver} est sans effet : l'édition du {edition} admet {kinds}, et non {kind}"
  }
  case "no-kind" {
    message = "la dérogation {waiver} est sans effet : sa nature n'est pas indiquée ; l'édition du {edition} admet {kinds}"
    hint    = "indiquer kind dans la dérogation"
  }
  case "refs" {
    message = "la dérogation {waiver} est sans effet : il y manque la référence {refs}, exigée par l'édition du {edition}"
    hint    = "les indiquer dans refs d'un bloc waiver de .sovlint.hcl"
  }
  case "short" {
    message = "le commentaire {waiver} est sans effet : l'édition du {edition} exige plus qu'un motif et un terme"
    hint    = "écrire un bloc waiver dans .sovlint.hcl et le nommer dans le commentaire : sovlint:accept ID"
  }
  case "verb" {
    message = "le commentaire {waiver} est sans effet : {word} n'est pas connu, seul sovlint:accept l'est"
    hint    = "écrire sovlint:accept ID, ou sovlint:accept RÈGLE until AAAA-MM-JJ: motif"
  }
  case "no-subject" {
    message = "le commentaire {waiver} est sans effet : il ne nomme ni dérogation ni règle"
    hint    = "écrire sovlint:accept ID, ou sovlint:accept RÈGLE until AAAA-MM-JJ: motif"
  }
  case "unknown" {
    message = "le commentaire {waiver} est sans effet : {name} n'est ni un bloc waiver de la configuration ni une règle"
    hint    = "déclarer la dérogation dans .sovlint.hcl, ou corriger son nom"
  }
  case "no-rule" {
    message = "le commentaire {waiver} est sans effet : {rule} n'est pas une règle"
    hint    = "écrire le nom ou l'identifiant de la règle ; `sovlint rules` les donne"
  }
  case "not-waivable" {
    message = "le commentaire {waiver} est sans effet : {rule} porte sur l'examen lui-même et n'admet pas de dérogation"
    hint    = "retirer le commentaire et corriger ce que dit la règle"
  }
  case "no-end" {
    message = "le commentaire {waiver} est sans effet : il n'a pas de terme"
    hint    = "écrire until AAAA-MM-JJ: motif, ou nommer un bloc waiver de .sovlint.hcl"
  }
  case "bad-day" {
    message = "le commentaire {waiver} est sans effet : {day} n'est pas un jour"
    hint    = "écrire le dernier jour sous la forme AAAA-MM-JJ"
  }
  case "no-reason" {
    message = "le commentaire {waiver} est sans effet : il ne donne pas de motif"
    hint    = "écrire le motif après le jour : until AAAA-MM-JJ: motif"
  }
  case "homeless" {
    message = "le commentaire {waiver} est sans effet : il ne se rattache à aucun bloc"
    hint    = "l'écrire juste au-dessus d'un bloc resource, module ou provider, ou à l'intérieur"
  }
  case "not-yet" {
    message = "la dérogation {waiver} est accordée à compter du {granted} ; elle est sans effet auparavant"
    hint    = "attendre ce jour, ou le corriger"
  }
  case "far" {
    message = "la dérogation {waiver} prend fin le {until}, soit dans plus de {years} ans ; elle est sans effet"
    hint    = "fixer sa fin au {latest} au plus tard, et plus tôt si l'édition le demande"
  }
  case "long" {
    message = "la dérogation {waiver} prend fin le {until} ; l'édition du {edition} admet {months} mois à compter du jour où une offre conforme existe ({since}), soit jusqu'au {latest}"
    hint    = "y mettre fin le {latest} au plus tard"
  }
  case "no-clock" {
    message = "la dérogation {waiver} n'indique pas le jour où une offre conforme a existé : ses {months} mois ne peuvent être comptés"
    hint    = "indiquer offer_since, jour où une offre de même nature a été qualifiée ; ne l'omettre que tant qu'il n'en existe pas"
  }
  case "service" {
    message = "la dérogation {waiver} (nature {kind}) ne peut couvrir {what} de {service} : le texte n'excepte que la messagerie et l'espace de stockage personnel"
    hint    = "retirer la ressource de la dérogation et de {service}"
  }
  case "service-long" {
    message = "la dérogation {waiver} prend fin le {until} et ne peut couvrir {service} : le texte admet {months} mois à compter du jour où une offre conforme existe ({since}), soit jusqu'au {latest}"
    hint    = "y mettre fin le {latest} au plus tard, ou en retirer {service}"
  }
}

rule "unused-waiver" {
  summary = "une dérogation ne couvre rien"
  message = "la dérogation {waiver} ne couvre aucun constat"
  hint    = "la retirer, ou corriger rules et match"
  case "comment" {
    message = "le commentaire {waiver} ne couvre aucun constat de cette entrée"
    hint    = "le retirer, ou le placer sur le bloc qu'il vise"
  }
}

rule "new-under-waiver" {
  summary = "une ressource est créée sous une dérogation destinée à l'existant"
  message = "cette ressource est créée sous la dérogation {waiver}, qui excepte les projets engagés avant qu'une offre conforme existe"
  hint    = "la créer sur une offre conforme, ou vérifier auprès de l'autorité que la dérogation s'étend à de nouvelles ressources"
}

rule "foreign-technology" {
  summary = "une technologie sous licence, d'origine extérieure à l'Union, dans ce qui est conforme"
  message = "{operator} exploite cette ressource ({what}) avec une technologie sous licence : {technology}"
  hint    = "rien à faire au titre de la doctrine ; à apprécier si le choix de la technologie compte"
}

rule "contested-establishment" {
  summary = "un opérateur de l'Union a un établissement ailleurs, dont la portée est discutée"
  message = "{operator}, sous contrôle de l'Union, est exposé dans un autre État, et la portée en est discutée : {why} (dit une fois pour toutes ses ressources)"
  hint    = "demander à l'opérateur comment il répond aux injonctions de cet État ; ce n'est pas un écart à la doctrine"
}

rule "state-backend" {
  summary = "l'état, copie de ce que portent les ressources, est conservé là où les données ne peuvent être"
  message = "l'état ({type}) est détenu par {operator} (contrôle : {control}) à {place}"
  hint    = "conserver l'état chez un opérateur conforme : {routes}"
  case "outside" {
    message = "l'état ({type}) est à {place}, hors du territoire admis ({territory})"
  }
  case "unqualified" {
    message = "l'état ({type}) est détenu par {operator} à {place} ; aucune offre qualifiée ne le couvre (registre du {register_day})"
  }
  case "candidate" {
    message = "l'état ({type}) est détenu par {operator} à {place} ; son offre est candidate et non qualifiée (registre du {register_day})"
  }
}

rule "remote-run" {
  summary = "les plans sont produits et l'état conservé là où les données ne peuvent être"
  message = "l'état, avec chaque plan ({type}), est détenu par {operator} (contrôle : {control}) à {place}"
  hint    = "exécuter Terraform sur ses propres machines ou chez un opérateur conforme, et conserver l'état chez un opérateur conforme : {routes}"
  case "outside" {
    message = "l'état, avec chaque plan ({type}), est à {place}, hors du territoire admis ({territory})"
  }
  case "unqualified" {
    message = "l'état, avec chaque plan ({type}), est détenu par {operator} à {place} ; aucune offre qualifiée ne le couvre (registre du {register_day})"
  }
  case "candidate" {
    message = "l'état, avec chaque plan ({type}), est détenu par {operator} à {place} ; son offre est candidate et non qualifiée (registre du {register_day})"
  }
}

rule "undeclared-class" {
  summary = "ni classe ni organisme déclarés : la lecture stricte s'applique"
  message = "aucune classe de données déclarée (ressources concernées : {count}), ni qui les exploite : elles sont lues comme données sensibles de l'État"
  hint    = "déclarer body et classify dans .sovlint.hcl, ou passer --body et --class"
  case "class" {
    message = "aucune classe de données déclarée (ressources concernées : {count}) : elles sont lues comme sensibles"
    hint    = "déclarer classify dans .sovlint.hcl, ou passer --class"
  }
  case "body" {
    message = "qui exploite ces ressources n'est pas déclaré : elles sont lues comme celles de l'État"
    hint    = "déclarer body dans .sovlint.hcl, ou passer --body"
  }
}

rule "stale-register" {
  summary = "le registre des offres qualifiées a plus de 60 jours"
  message = "le registre {register} est du {register_day}, {days} jours avant le jour jugé ; il en paraît un par mois"
  hint    = "mettre sovlint à jour"
  case "later" {
    message = "le registre {register} est du {register_day}, {days} jours après le jour jugé : ce qu'il liste pouvait ne pas valoir ce jour-là"
    hint    = "juger pour un jour proche de celui du registre, ou vérifier les offres de ce jour"
  }
}

rule "incomplete-input" {
  summary = "une source n'a pas pu être lue : ce qu'elle déclare n'a pas été jugé"
  message = "{what} ; ce qu'elle déclare n'a pas été jugé"
  hint    = "corriger le fichier jusqu'à ce que `terraform validate` le lise, ou le retirer du dossier ; le code de retour reste 2 tant qu'il n'est pas lu"
}

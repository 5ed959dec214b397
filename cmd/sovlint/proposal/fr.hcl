# Ce que sovlint doit savoir de cette configuration. Proposé par `sovlint init` le {day} ; à
# vérifier et à garder à côté du code. Une ligne qui commence par # ne déclare rien : la compléter,
# retirer le #, et elle compte.
#
# Lu : {inputs}
# Vu : {resources} ressources ; {holding} d'entre elles portent des données, ou pourraient en porter. Qui exploite celles-ci : {vendors}.

# Les normes. Sans édition, celle en vigueur le jour de chaque examen compte.
doctrine = {doctrine}
#: edition
{edition}
#: end

# Qui exploite cette configuration : {bodies}.
# Tant que rien n'est déclaré, un service de l'État est supposé, et le rapport le dit.
#: body
{body}
#: end

# Ce que sont les données : {classes}.
# Tant que rien n'est déclaré, elles comptent comme sensibles (sensitive). Leur classe, et le tort
# qu'une atteinte pourrait causer, c'est à qui les administre de les dire ; aucun code ne les dit.
classify {
#: default
  {default}
#: end
#: labels

  # Étiquettes trouvées qui classent. Une valeur qui n'est pas écrite ici compte comme sensible.
  {labels}
#: end

  # Pour une partie de la configuration :
  # match "module.portail.**" { class = "personal" }
  # service "logging" { class = "internal" }

  # L'appréciation du tort, faite par une personne :
  # assessment "portail" {
  #   classes = ["personal"]
  #   harm    = false
  #   by      = ""
  #   on      = "{day}"
  #   ref     = "" # où elle est classée
  # }
}
#: hosts

# Hôtes dont aucun fournisseur n'est connu. Déclarer ceux des nuages de l'État ou les vôtres,
# chacun avec le pays où se trouvent ses machines.
{hosts}
#: end
#: providers

# Fournisseurs Terraform absents du catalogue. Déclarer ceux qui s'adressent à un nuage à vous ;
# pour les autres, sovlint ne peut dire qui détient les données.
{providers}
#: end
#: offers

# Offres des opérateurs vus que le code ne distingue pas de leurs offres ordinaires. Déclarer ce
# qui relève de celles que le contrat désigne comme qualifiées, par match ou par hosts.
{offers}
#: end
#: assume

# Ce qu'aucun fichier ne dit et que l'environnement apporte. Cela ne se déclare pas ici : le donner
# à chaque examen.
{assume}
#: end
#: waivers

# Une dérogation, si qui peut l'accorder l'a fait. Elle nomme ce qu'elle couvre, dit pourquoi, et
# prend fin ; le dernier jour compte. {terms}
{waivers}
#: end

# Niveaux des règles : error, warning, notice, off ; aussi pour certains dossiers seulement.
# level "state-backend" { level = "warning" }
# level "state-backend" {
#   folders = ["sandbox/**"]
#   level   = "notice"
# }

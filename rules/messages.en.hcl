# What rules say in English. {holes} are filled in by the rule.

rule "unqualified-offer" {
  summary = "reserved data is with an operator of the Union, on an offer the register does not list"
  message = "{what} is held by {operator} in {place}; no offer qualified {mark} covers it (register of {register_day})"
  hint    = "move it to {routes}; or declare the class of its data in .sovlint.hcl"
  case "open" {
    message = "{what} is held by {operator}, in a place left open; none of its offers is qualified {mark} (register of {register_day})"
  }
  case "ended" {
    message = "{what} is held by {operator} in {place}; the qualification of {offer} ended on {until}, and the register of {register_day} shows no renewal"
    hint    = "ask the operator for the renewal decision; else move it to {routes}"
  }
}

rule "outside-territory" {
  summary = "reserved data is outside the European Union"
  message = "{what} is in {place} ({role}), outside the {territory}"
  hint    = "choose a region in the {territory} of an operator that conforms: {routes}"
}

rule "unplaced-data" {
  summary = "who holds the data, or where, cannot be established"
  message = "who holds the data ({what}), or where, cannot be established: {questions}"
  hint    = "{settle}"
  case "offer" {
    message = "whether this {what} of {operator} conforms cannot be established: {questions}"
  }
  case "type" {
    message = "the catalog does not know what {type} of {operator} holds, so nothing can be established"
    hint    = "update sovlint, or leave the address out with --exclude"
  }
  case "module" {
    message = "the source of this module of {operator} was not read, so what it holds cannot be established"
    hint    = "run terraform init or tofu init, so that the module can be read, or judge a plan"
  }
  case "closed" {
    message = "the source of this module was not read, so who holds what it makes, and where, cannot be established"
    hint    = "run terraform init or tofu init, so that the module can be read, or judge a plan"
  }
  case "self-hosted" {
    message = "{what} is on a private address that nobody declared: {questions}"
    hint    = "declare the host as internal in .sovlint.hcl, with hosts and its country"
  }
  case "copy" {
    message = "where a copy of this {what} is kept cannot be established: {questions}"
  }
  case "loopback" {
    message = "{what} speaks to the machine itself, which is read as a test set-up"
    hint    = "nothing to do where this is so; else write the real endpoint"
  }
}

rule "unknown-provider" {
  summary = "a provider the catalog does not know, so nothing can be established"
  message = "the catalog does not know provider {provider}, so who holds {type} cannot be established"
  hint    = "declare it as internal in .sovlint.hcl, by its source {provider} and with its country, if it is yours"
}

rule "candidate-offer" {
  summary = "reserved data is on an offer that is a candidate, not yet qualified"
  message = "{what} is held by {operator} in {place}; its offer is a candidate for {mark} and not qualified (register of {register_day})"
  hint    = "wait for the qualification before reserved data is put there, or use {routes}"
  case "open" {
    message = "{what} is held by {operator}, in a place left open; its offer is a candidate for {mark} and not qualified (register of {register_day})"
  }
}

rule "uncovered-service" {
  summary = "the place has a qualified offer, but this service is outside its row"
  message = "{type} is in {place}, where {offer} is qualified, but this service is outside the offer's scope as the register gives it"
  hint    = "ask {operator} for the attestation that names the service, or build it from services within the scope"
}

rule "foreign-control" {
  summary = "reserved data is with an operator controlled from outside the European Union"
  message = "{what} is held by {operator} (controlled from {control}) in {place}; no offer qualified {mark} covers it (register of {register_day})"
  hint    = "a region in the Union does not change who controls the operator: move it to {routes}; or declare the class of its data in .sovlint.hcl"
  case "control" {
    message = "{what} is held by {operator} (controlled from {control}) in {place}"
  }
  case "control-open" {
    message = "{what} is held by {operator} (controlled from {control}), in a place left open"
  }
  case "open" {
    message = "{what} is held by {operator} (controlled from {control}), in a place left open; no offer qualified {mark} covers it in any (register of {register_day})"
  }
}

rule "office-suite" {
  summary = "a collaboration suite that the DINUM note of 15 September 2021 names"
  message = "{what} belongs to {service}, which the DINUM note of 15 September 2021 names as not conforming for agents of the State"
  hint    = "use the products of the State or a suite on a qualified offer; only mail and personal drive could be excepted"
  case "setting" {
    message = "a setting of {what} of {service}, which the DINUM note of 15 September 2021 names as not conforming for agents of the State"
  }
}

rule "log-export" {
  summary = "logs go where the data may not"
  message = "its logs go to {to} ({via}), held by {operator} in {place} (controlled from {control})"
  hint    = "send them to {routes}"
  case "open" {
    message = "where its logs go cannot be established: {via} rests on {rests}"
  }
}

rule "telemetry-vendor" {
  summary = "measures, traces and logs are kept by a vendor that does not conform"
  message = "telemetry is kept by {operator} (controlled from {control}) in {place}"
  hint    = "watch with tools run by an operator that conforms: {routes}"
}

rule "foreign-key" {
  summary = "the key of the data is held where the data may not be"
  message = "its key is {to} ({via}), held by {operator} in {place} (controlled from {control})"
  hint    = "keep the key with an operator that conforms; a key of one's own does not make a place conform"
  case "open" {
    message = "where its key is held cannot be established: {via} rests on {rests}"
  }
}

rule "foreign-identity" {
  summary = "who may enter is decided where the data may not be"
  message = "its users are identified by {to} ({via}), held by {operator} in {place} (controlled from {control})"
  hint    = "identify users with a directory that conforms: {routes}"
  case "open" {
    message = "who identifies its users cannot be established: {via} rests on {rests}"
  }
}

rule "mail-service" {
  summary = "mail is carried by an operator that does not conform"
  message = "mail is carried by {operator} (controlled from {control}) in {place}"
  hint    = "send and keep mail with an operator that conforms: {routes}"
  case "through" {
    message = "its mail goes through {to} ({via}), held by {operator} in {place} (controlled from {control})"
  }
}

rule "registry-host" {
  summary = "images or packages come from a registry of an operator that does not conform"
  message = "an image or a package comes from {to} ({via}), a registry of {operator} (controlled from {control})"
  hint    = "keep a copy of it in a registry of one's own, and pin it by digest"
}

rule "module-source" {
  summary = "modules come from a host of an operator that does not conform"
  message = "the code of modules ({modules}) comes from {host}, run by {operator} (controlled from {control})"
  hint    = "keep a copy of the modules on a forge of one's own, and pin their versions"
}

rule "ai-inference" {
  summary = "data is read by a model where it may not be"
  message = "what it reads goes to the model {to} ({via}), run by {operator} in {place} (controlled from {control})"
  hint    = "run the model with an operator that conforms: {routes}"
  case "anywhere" {
    message = "{via} = {to} lets the model run in any region that {operator} chooses"
    hint    = "choose a deployment that stays in one region"
  }
  case "open" {
    message = "where the model runs that reads its data cannot be established: {via} rests on {rests}"
  }
}

rule "edge-termination" {
  summary = "a front of another operator reads in clear what the data behind it says"
  message = "{front} stands before {to} ({via}), which {operator} holds, and ends its encryption"
  hint    = "end TLS with an operator that conforms, or let the front pass it through"
  case "dns" {
    message = "its names are answered by {operator} (controlled from {control}), who sees what is asked for and may lead it elsewhere; the data itself does not pass"
    hint    = "nothing to do where this is accepted; else have the names answered by an operator that conforms"
  }
}

rule "replica-leaves" {
  summary = "a replica is kept, or data is sent, where the data may not be"
  message = "{copy} ({via}) is held by {operator} in {place}, where the data may not be"
  hint    = "keep it beside the data, or with an operator that conforms: {routes}"
  case "outside" {
    message = "{copy} ({via}) is held by {operator} in {place}, outside the {territory}"
    hint    = "choose a second place in the {territory} of an operator that conforms: {routes}"
  }
  case "foreign-control" {
    message = "{copy} ({via}) is held by {operator} (controlled from {control}) in {place}, while the data itself is not"
  }
  case "unqualified" {
    message = "{copy} ({via}) is held by {operator} in {place}, which no qualified offer covers (register of {register_day})"
  }
  case "candidate" {
    message = "{copy} ({via}) is held by {operator} in {place}, whose offer is a candidate and not qualified (register of {register_day})"
  }
}

rule "backup-leaves" {
  summary = "a backup is kept where the data may not be"
  message = "its backup ({via}) is held by {operator} in {place}, where the data may not be"
  hint    = "keep the backup beside the data, or with an operator that conforms: {routes}"
  case "outside" {
    message = "its backup ({via}) is held by {operator} in {place}, outside the {territory}"
    hint    = "choose a vault in the {territory} of an operator that conforms: {routes}"
  }
  case "foreign-control" {
    message = "its backup ({via}) is held by {operator} (controlled from {control}) in {place}, while the data itself is not"
  }
  case "unqualified" {
    message = "its backup ({via}) is held by {operator} in {place}, which no qualified offer covers (register of {register_day})"
  }
  case "candidate" {
    message = "its backup ({via}) is held by {operator} in {place}, whose offer is a candidate and not qualified (register of {register_day})"
  }
}

rule "implicit-copy" {
  summary = "a default keeps a copy in another place"
  message = "{via} is not written, and its documented default keeps a copy of it in {place}"
  hint    = "write {via}, so that the place of the copy is a decision"
  case "outside" {
    message = "{via} is not written, and its documented default keeps a copy of it in {place}, outside the {territory}"
    hint    = "write {via} and choose a redundancy that stays in the region"
  }
  case "foreign-control" {
    message = "{via} is not written, and its documented default keeps a copy of it with {operator} (controlled from {control}) in {place}"
  }
  case "unqualified" {
    message = "{via} is not written, and its documented default keeps a copy of it in {place}, which no qualified offer covers (register of {register_day})"
  }
  case "candidate" {
    message = "{via} is not written, and its documented default keeps a copy of it in {place}, where the offer is a candidate and not qualified (register of {register_day})"
  }
  case "open" {
    message = "{via} is not written, and its documented default keeps a copy of it in a place that the vendor chooses"
  }
}

rule "saas-host" {
  summary = "a service runs on machines that are worse off than its operator"
  message = "this {what} of {service} runs on machines of {operator} in {place}, where the data may not be"
  hint    = "let the service run on machines of an operator that conforms: {routes}"
  case "foreign-control" {
    message = "this {what} of {service} runs on machines of {operator} (controlled from {control}) in {place}"
  }
  case "outside" {
    message = "this {what} of {service} runs on machines of {operator} in {place}, outside the {territory}"
  }
  case "unqualified" {
    message = "this {what} of {service} runs on machines of {operator} in {place}; no qualified offer covers them (register of {register_day})"
  }
  case "candidate" {
    message = "this {what} of {service} runs on machines of {operator} in {place}, whose offer is a candidate and not qualified (register of {register_day})"
  }
}

rule "snapshot-shared" {
  summary = "a copy of the data is open to everyone"
  message = "{what} is shared with everyone ({via})"
  hint    = "share it with named accounts of one's own only"
}

rule "lapsed-offer" {
  summary = "the qualification ended after the register was issued; a renewal may exist"
  message = "the qualification of {offer} ended on {until}; the register at hand is of {register_day} and cannot show a renewal"
  hint    = "look the offer up in the current register, and update sovlint"
}

rule "expiring-offer" {
  summary = "the qualification ends within 90 days"
  message = "the qualification of {offer}, which covers this resource ({what}), ends on {until} ({days} days)"
  hint    = "ask {operator} for the renewal, and plan the way out"
}

rule "lapsed-waiver" {
  summary = "a waiver has ended"
  message = "waiver {waiver} ended on {until}; it waives nothing any more (findings it would cover: {covers})"
  hint    = "end what it was for, or have it renewed by whoever may grant it"
}

rule "expiring-waiver" {
  summary = "a waiver ends within 90 days"
  message = "waiver {waiver} ends on {until} ({days} days); findings it covers: {covers}"
  hint    = "plan the way out, or ask for the renewal now: it is examined before it is granted"
}

rule "invalid-waiver" {
  summary = "a waiver is not one that the edition allows, so it waives nothing"
  message = "waiver {waiver} waives nothing"
  hint    = "correct the waiver, or take it out and mend what it covers"
  case "kind" {
    message = "waiver {waiver} waives nothing: the edition of {edition} excepts {kinds}, not {kind}"
  }
  case "no-kind" {
    message = "waiver {waiver} waives nothing: it does not say its kind; the edition of {edition} excepts {kinds}"
    hint    = "write kind in the waiver"
  }
  case "refs" {
    message = "waiver {waiver} waives nothing: it lacks the reference of {refs}, which the edition of {edition} asks for"
    hint    = "write them into refs of a waiver block in .sovlint.hcl"
  }
  case "short" {
    message = "the comment {waiver} waives nothing: the edition of {edition} asks for more than a reason and an end"
    hint    = "write a waiver block in .sovlint.hcl and name it in the comment: sovlint:accept ID"
  }
  case "verb" {
    message = "the comment {waiver} waives nothing: {word} is not known, only sovlint:accept is"
    hint    = "write sovlint:accept ID, or sovlint:accept RULE until YYYY-MM-DD: reason"
  }
  case "no-subject" {
    message = "the comment {waiver} waives nothing: it names neither a waiver nor a rule"
    hint    = "write sovlint:accept ID, or sovlint:accept RULE until YYYY-MM-DD: reason"
  }
  case "unknown" {
    message = "the comment {waiver} waives nothing: {name} is neither a waiver block of the configuration nor a rule"
    hint    = "declare the waiver in .sovlint.hcl, or correct its name"
  }
  case "no-rule" {
    message = "the comment {waiver} waives nothing: {rule} is no rule"
    hint    = "write the rule's name or id; `sovlint rules` lists them"
  }
  case "not-waivable" {
    message = "the comment {waiver} waives nothing: {rule} is about the run itself and cannot be waived"
    hint    = "take the comment out and mend what the rule says"
  }
  case "no-end" {
    message = "the comment {waiver} waives nothing: it has no end"
    hint    = "write until YYYY-MM-DD: reason, or name a waiver block of .sovlint.hcl"
  }
  case "bad-day" {
    message = "the comment {waiver} waives nothing: {day} is no day"
    hint    = "write the last day as YYYY-MM-DD"
  }
  case "no-reason" {
    message = "the comment {waiver} waives nothing: it gives no reason"
    hint    = "write the reason after the day: until YYYY-MM-DD: reason"
  }
  case "homeless" {
    message = "the comment {waiver} waives nothing: it stands on no block"
    hint    = "write it right above a resource, module or provider block, or inside of it"
  }
  case "not-yet" {
    message = "waiver {waiver} is granted from {granted} on; it waives nothing before"
    hint    = "wait for the day, or correct it"
  }
  case "far" {
    message = "waiver {waiver} ends on {until}, which is more than {years} years away; it waives nothing"
    hint    = "end it on {latest} at the latest, and sooner where the edition asks for it"
  }
  case "long" {
    message = "waiver {waiver} ends on {until}; the edition of {edition} allows {months} months from the day a conforming offer exists ({since}), which is until {latest}"
    hint    = "end it on {latest} at the latest"
  }
  case "no-clock" {
    message = "waiver {waiver} does not say when a conforming offer came to exist, so its {months} months cannot be counted"
    hint    = "write offer_since, the day an offer of the same kind was qualified; leave it out only while there is none"
  }
  case "service" {
    message = "waiver {waiver} (kind {kind}) cannot cover {what} of {service}: the text excepts mail and personal drive only"
    hint    = "take the resource out of the waiver and out of {service}"
  }
  case "service-long" {
    message = "waiver {waiver} ends on {until} and cannot cover {service}: the text excepts it for {months} months from the day a conforming offer exists ({since}), which is until {latest}"
    hint    = "end it on {latest} at the latest, or take {service} out of it"
  }
}

rule "unused-waiver" {
  summary = "a waiver covers nothing"
  message = "waiver {waiver} covers no finding of this input"
  hint    = "take it out, or correct its rules and match"
  case "comment" {
    message = "the comment {waiver} covers no finding of this input"
    hint    = "take it out, or move it to the block it is meant for"
  }
}

rule "new-under-waiver" {
  summary = "a resource is created under a waiver meant for what was there already"
  message = "this resource is created under waiver {waiver}, which excepts projects engaged before a conforming offer existed"
  hint    = "create it on a conforming offer, or check with whoever granted the waiver that it extends to new resources"
}

rule "foreign-technology" {
  summary = "licensed technology from outside the Union, inside what conforms"
  message = "{operator} runs this resource ({what}) on technology under licence: {technology}"
  hint    = "nothing to do for the doctrine; weigh it where the choice of technology counts"
}

rule "contested-establishment" {
  summary = "an operator of the Union has an establishment elsewhere, and its reach is contested"
  message = "{operator}, under control from the Union, is exposed in another State, and how far that reaches is contested: {why} (said once for all its resources)"
  hint    = "ask the operator how it answers orders from there; this is no departure from the doctrine"
}

rule "state-backend" {
  summary = "the state, a copy of what the resources hold, is kept where the data may not be"
  message = "the state ({type}) is held by {operator} (controlled from {control}) in {place}"
  hint    = "keep the state with {routes}"
  case "outside" {
    message = "the state ({type}) is in {place}, outside the {territory}"
  }
  case "unqualified" {
    message = "the state ({type}) is held by {operator} in {place}; no qualified offer covers it (register of {register_day})"
  }
  case "candidate" {
    message = "the state ({type}) is held by {operator} in {place}; its offer is a candidate and not qualified (register of {register_day})"
  }
}

rule "remote-run" {
  summary = "plans are made, and the state is kept, where the data may not be"
  message = "the state and every plan ({type}) are held by {operator} (controlled from {control}) in {place}"
  hint    = "run Terraform on machines of one's own or of an operator that conforms, and keep the state with {routes}"
  case "outside" {
    message = "the state and every plan ({type}) are in {place}, outside the {territory}"
  }
  case "unqualified" {
    message = "the state and every plan ({type}) are held by {operator} in {place}; no qualified offer covers it (register of {register_day})"
  }
  case "candidate" {
    message = "the state and every plan ({type}) are held by {operator} in {place}; its offer is a candidate and not qualified (register of {register_day})"
  }
}

rule "undeclared-class" {
  summary = "neither class nor body is declared, so the strict reading holds"
  message = "no class of data is declared (resources concerned: {count}), nor who runs them: they are read as sensitive data of the State"
  hint    = "declare body and classify in .sovlint.hcl, or pass --body and --class"
  case "class" {
    message = "no class of data is declared (resources concerned: {count}): they are read as sensitive"
    hint    = "declare classify in .sovlint.hcl, or pass --class"
  }
  case "body" {
    message = "who runs these resources is not declared: they are read as the State's"
    hint    = "declare body in .sovlint.hcl, or pass --body"
  }
}

rule "stale-register" {
  summary = "the register of qualified offers is more than 60 days old"
  message = "the register {register} is of {register_day}, {days} days before the day judged for; its publisher issues one a month"
  hint    = "update sovlint"
  case "later" {
    message = "the register {register} is of {register_day}, {days} days after the day judged for: what it lists may not have been so on that day"
    hint    = "judge for a day near the register's own, or check the offers of that day"
  }
}

rule "incomplete-input" {
  summary = "source could not be read: what it declares was not judged"
  message = "{what}; what it declares was not judged"
  hint    = "mend the file until `terraform validate` reads it, or take it out of the folder; the exit code is 2 as long as it is not read"
}

# What sovlint is told about this configuration. Proposed by `sovlint init` on {day}; check it
# and keep it beside the code. A line that begins with # declares nothing: complete it, take
# the # away, and it counts.
#
# Read: {inputs}
# Seen: {resources} resources; {holding} of them hold data, or may. Who runs those: {vendors}.

# The norms. Without an edition, the one in force on the day of each run counts.
doctrine = {doctrine}
#: edition
{edition}
#: end

# Who runs this: {bodies}.
# As long as it is not declared, a State body is assumed, and the report says so.
#: body
{body}
#: end

# What the data is: {classes}.
# As long as it is not declared, it counts as sensitive. Which class it is, and whether a breach
# could do harm, is for whoever administers the data to say; no code tells it.
classify {
#: default
  {default}
#: end
#: labels

  # Labels found that classify. A value that is not written here counts as sensitive.
  {labels}
#: end

  # For a part of the configuration:
  # match "module.portail.**" { class = "personal" }
  # service "logging" { class = "internal" }

  # The harm part of the test, made by a person:
  # assessment "portail" {
  #   classes = ["personal"]
  #   harm    = false
  #   by      = ""
  #   on      = "{day}"
  #   ref     = "" # where it is filed
  # }
}
#: hosts

# Hosts that no vendor is known for. Declare those of the State's or your own clouds, each with
# the country its machines stand in.
{hosts}
#: end
#: providers

# Providers that are not in the catalog. Declare those that speak to a cloud of your own; of the
# others sovlint cannot say who holds the data.
{providers}
#: end
#: offers

# Offers of the vendors seen that code cannot tell from their ordinary ones. Declare what
# belongs to those that the contract names as qualified, by match or by hosts.
{offers}
#: end
#: assume

# What no file says and the environment supplies. It is no part of the configuration: give it
# with each run.
{assume}
#: end
#: waivers

# An exception, where whoever may grant one has done so. It names what it covers, says why, and
# ends; the last day counts. {terms}
{waivers}
#: end

# Levels of rules: error, warning, notice, off; also for some folders only.
# level "state-backend" { level = "warning" }
# level "state-backend" {
#   folders = ["sandbox/**"]
#   level   = "notice"
# }

package load

import (
	"fmt"
	"slices"
	"strings"
)

// maxStrange bounds how many unknown members are named.
const maxStrange = 5

// What Terraform and OpenTofu write where a member decides what is judged, and
// what of it is passed over.
var (
	planMembers = listed("format_version terraform_version variables planned_values proposed_unknown resource_drift resource_changes deferred_changes" +
		" deferred_action_invocations action_invocations output_changes prior_state configuration relevant_attributes checks timestamp applyable complete errored values")
	valuesMembers        = listed("outputs root_module")
	moduleMembers        = listed("address resources child_modules")
	resourceMembers      = listed("name action_reason depends_on schema_version tainted identity identity_schema_version index_unknown generated_config")
	changeMembers        = listed("replace_paths generated_config before_identity after_identity")
	priorMembers         = listed("format_version terraform_version values checks")
	configurationMembers = listed("provider_config root_module")
	blockMembers         = listed("address mode type name provider_config_key provisioners expressions schema_version count_expression for_each_expression depends_on lifecycle enabled_expression")
	providerMembers      = listed("name full_name alias module_address version_constraint expressions")
	callMembers          = listed("source expressions count_expression for_each_expression enabled_expression module version_constraint depends_on")
	configModuleMembers  = listed("resources module_calls outputs variables actions checks ephemeral_resources list_resources queries")
)

func listed(names string) map[string]bool {
	out := map[string]bool{}
	for _, n := range strings.Fields(names) {
		out[n] = true
	}
	return out
}

// strange keeps the members that are not known, of any element of a document: a
// later Terraform may have them, or a name was changed.
type strange struct {
	names []string
	n     int
}

func (s *strange) note(where, key string) {
	name := fmt.Sprintf("%s.%.40s", where, key)
	if slices.Contains(s.names, name) {
		return
	}
	if s.n++; len(s.names) < maxStrange {
		s.names = append(s.names, name)
	}
}

// String names them; "" for none.
func (s *strange) String() string {
	text := strings.Join(s.names, ", ")
	if more := s.n - len(s.names); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

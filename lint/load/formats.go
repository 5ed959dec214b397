package load

// The formats, as Config.Format and the report name them.
const (
	formatPlan   = "plan-json"
	formatState  = "state-json"
	formatText   = "plan-text"
	formatStream = "plan-stream"
	formatBinary = "plan-binary"
	formatRaw    = "state-raw"
)

// The things a form cannot show, whatever is in it.
const (
	gapBackend    = "the state's backend is not in plan JSON; it was not examined"
	gapState      = "a state does not tell how providers are configured nor where it is kept"
	gapRaw        = "a raw state does not tell how providers are configured nor where it is kept"
	gapRemembered = "this is what a working directory remembers of its backend; the state itself is kept there"
	gapErrored    = "the plan ended in an error: only a part is here"
	gapIncomplete = "the plan is not complete (-target or deferred changes?): some resources are missing"
	gapNoConfig   = "the plan has no configuration section: provider blocks were not seen"

	gapText = "the words of a plan hold no unchanged resources, no provider blocks and no backend: " +
		"data that is already in the wrong place does not show; `terraform show -json` of a saved plan tells"
	gapTextRefreshed = "the words of a plan tell of unchanged resources only that they are there, and hold no provider blocks and no backend: " +
		"`terraform show -json` of a saved plan tells"
	gapUnlent = "provider blocks and attributes that this form hides are questions here: run it where the .tf files are, " +
		"give --source DIR, or pipe `terraform show -json` of a saved plan"
	gapOther      = "of the runs in this input one ended in an error and has no plan here"
	gapTextHidden = "attributes that an update or a replacement does not change are hidden in the words of a plan"
	gapStream     = "the message stream holds no unchanged resources, no attributes, no provider blocks and no backend, " +
		"and does not tell deposed objects apart: `terraform show -json` of a saved plan tells"
	gapStreamRefreshed = "the message stream tells of unchanged resources only that they are there, holds no attributes, no provider blocks " +
		"and no backend, and does not tell deposed objects apart: `terraform show -json` of a saved plan tells"
	gapBinaryConfig = "the configuration in the binary plan was not evaluated: provider blocks and lines were not seen"
)

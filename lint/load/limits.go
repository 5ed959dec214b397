package load

// The limits. Each is far above what Terraform writes for real houses and low
// enough that a hostile input cannot fill the machine.
const (
	// maxValue bounds one value that has to be held whole: a resource in JSON,
	// a message, a string. Provider schemas hold no more than a few megabytes;
	// files that are embedded as text reach some tens.
	maxValue = 64 << 20
	// maxDepth bounds how deep values nest. Provider schemas stay below 20,
	// values inside of strings do not count.
	maxDepth = 200
	// maxResources bounds the instances of one input: a hundred times the
	// largest state that people speak of, and still below a gigabyte here.
	maxResources = 1_000_000
	// maxMembers bounds the members of an object that is read one by one: the
	// variables of a root module, the calls in a module.
	maxMembers = 100_000
	// maxDocuments bounds the documents of one stream: a repository with so
	// many units would be run in parts.
	maxDocuments = 4096
	// maxLine bounds what is kept of one line of a text. A longer line is cut,
	// and a value that was cut is unknown.
	maxLine = 1 << 20
	// maxItem bounds what is kept of one attribute of a text.
	maxItem = 4 << 20
	// maxArchive bounds a binary plan, which is held whole: 100 MB of plan JSON
	// take about 2 MB there.
	maxArchive = 256 << 20
	// maxEntries bounds the files in a binary plan: one per source file.
	maxEntries = 50_000
	// maxRatio bounds how much larger than itself a file of a binary plan may
	// unpack, once it is above minUnpacked. Plans of 600 like resources reach 40.
	maxRatio    = 200
	minUnpacked = 4 << 20
	// minNodes and perPacked bound how many values of a binary plan are decoded:
	// so many, and so many more for each of its bytes. Real plans have fewer than
	// one for a byte, since what is equal is decoded once.
	minNodes  = 250_000
	perPacked = 2
	// maxModules bounds how deep modules nest. People reach five.
	maxModules = 64
	// maxAddress bounds an address in a text: keys of for_each are short.
	maxAddress = 16 << 10
	// maxSource bounds one source file inside a binary plan.
	maxSource = 16 << 20
)

func tooMuch(format string, args ...any) *Error {
	return fail(ErrLimit, format, args...)
}

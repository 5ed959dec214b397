package catalog

import "sync"

// A Word speaks of a vendor in the name of a block or of a driver: eks of
// eks_config_v2, awslogs. The zero value speaks of nobody.
type Word struct {
	Vendor string // catalog id
	// Names is false for one that others speak as well, such as s3: it only tells
	// whose regions a code beside it is likely of.
	Names bool
}

// words are the words that speak of a vendor, read when first asked for.
type words struct {
	once sync.Once
	of   map[string]Word
}

// Word gives what a word in lower case speaks of.
func (c *Catalog) Word(word string) Word {
	c.words.once.Do(func() {
		c.words.of = map[string]Word{}
		for _, r := range c.rows("identify/words.tsv", 3) {
			c.words.of[r.cells[0]] = Word{Vendor: r.cell(1), Names: r.cell(2) == "names"}
		}
	})
	return c.words.of[word]
}

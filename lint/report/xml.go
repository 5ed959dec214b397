package report

import (
	"bufio"
	"encoding/xml"
	"io"
)

// An xmlWriter writes elements one after the other; after an error nothing more.
type xmlWriter struct {
	w   *bufio.Writer
	err error
}

func newXMLWriter(w io.Writer) *xmlWriter {
	x := &xmlWriter{w: bufio.NewWriter(w)}
	x.raw(xml.Header)
	return x
}

func (x *xmlWriter) raw(s string) {
	if x.err == nil {
		_, x.err = x.w.WriteString(s)
	}
}

// text writes cleaned and escaped text; what XML cannot hold at all becomes
// the replacement character.
func (x *xmlWriter) text(s string) {
	if x.err == nil {
		x.err = xml.EscapeText(x.w, []byte(Clean(s)))
	}
}

// start opens an element with its attributes, name after name, value after
// value; an attribute without a value is left out.
func (x *xmlWriter) start(name string, attributes ...string) { x.tag(name, ">", attributes) }

// empty writes an element without content.
func (x *xmlWriter) empty(name string, attributes ...string) { x.tag(name, "/>", attributes) }

func (x *xmlWriter) tag(name, end string, attributes []string) {
	x.raw("<" + name)
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			x.raw(" " + attributes[i] + `="`)
			x.text(attributes[i+1])
			x.raw(`"`)
		}
	}
	x.raw(end)
}

func (x *xmlWriter) end(name string) { x.raw("</" + name + ">") }

func (x *xmlWriter) flush() error {
	if x.err == nil {
		x.err = x.w.Flush()
	}
	return x.err
}

package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// A shape is a kind of plan. Sizes and shares of the sections are those of real
// plans: about a quarter planned values, half changes, a fifth prior state.
type shape struct {
	name  string
	about string
	write func(w *bufio.Writer, bytes int)
	peak  float64 // what was reached where 32 MiB are not, and why
	why   string
}

var shapes = []shape{
	{"wide", "thousands of resources of twelve types, thirty a module", func(w *bufio.Writer, n int) { many(w, n, 30, 12, 1) }, 0, ""},
	{"deep", "modules within modules, ten levels", func(w *bufio.Writer, n int) { many(w, n, 3, 12, 10) }, 95, "thousands of module paths of ten calls each; not looked into yet"},
	{"instances", "one block with thousands of instances", func(w *bufio.Writer, n int) { many(w, n, 0, 1, 1) }, 0, ""},
	{"providers", "a provider instance for every module", func(w *bufio.Writer, n int) { providers(w, n) }, 66, "a thousand provider instances, each with reasons of its own; not looked into yet"},
	{"huge", "one resource with 5 MB of user data among small ones", func(w *bufio.Writer, n int) { huge(w, n) }, 46, "a value of 5 MB is held whole; not looked into yet"},
}

// each is about what a resource takes in all sections together, in bytes.
const each = 7000

var types = []string{
	"aws_s3_bucket", "aws_db_instance", "aws_instance", "aws_iam_role", "aws_security_group", "aws_lambda_function",
	"aws_cloudwatch_log_group", "aws_subnet", "aws_route_table", "aws_kms_key", "aws_iam_policy", "aws_lb",
}

// writePlan writes a plan of about so many bytes, the same one every time.
func writePlan(out io.Writer, s shape, bytes int) error {
	w := bufio.NewWriterSize(out, 1<<20)
	s.write(w, bytes)
	return w.Flush()
}

type spot struct{ module, typ, name, key, provider string }

func (s spot) address() string {
	addr := s.typ + "." + s.name + s.key
	if s.module != "" {
		return s.module + "." + addr
	}
	return addr
}

func many(w *bufio.Writer, bytes, perModule, kinds, depth int) {
	at := func(i int) spot {
		if perModule == 0 {
			return spot{"", types[0], "all", fmt.Sprintf(`[%d]`, i), "aws"}
		}
		steps := make([]string, depth)
		for d := range steps {
			steps[d] = fmt.Sprintf("module.m%d", i/perModule%(1000*(d+1)))
		}
		return spot{strings.Join(steps, "."), types[i%kinds], fmt.Sprintf("r%d", i), "", "aws"}
	}
	document(w, max(1, bytes/each), at, nil, "")
}

func providers(w *bufio.Writer, bytes int) {
	n := max(1, bytes/each)
	at := func(i int) spot {
		return spot{fmt.Sprintf("module.m%d", i/10), types[i%len(types)], fmt.Sprintf("r%d", i), "", fmt.Sprintf("aws.a%d", i/10)}
	}
	var keys []string
	for i := range (n + 9) / 10 {
		keys = append(keys, fmt.Sprintf("a%d", i))
	}
	document(w, n, at, keys, "")
}

func huge(w *bufio.Writer, bytes int) {
	data := strings.Repeat("IyEvYmluL3NoCg", min(bytes/8, 5<<20)/14)
	at := func(i int) spot { return spot{"", types[i%len(types)], fmt.Sprintf("r%d", i), "", "aws"} }
	document(w, max(1, (bytes-4*len(data))/each), at, nil, data)
}

func document(w *bufio.Writer, n int, at func(int) spot, aliases []string, userData string) {
	fmt.Fprint(w, `{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[`)
	for i := range n {
		resource(w, i, at(i), userData)
	}
	fmt.Fprint(w, `]}},"resource_changes":[`)
	for i := range n {
		change(w, i, at(i), userData)
	}
	fmt.Fprint(w, `],"prior_state":{"format_version":"1.0","values":{"root_module":{"resources":[`)
	for i := range n {
		resource(w, i, at(i), userData)
	}
	fmt.Fprint(w, `]}}},"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"constant_value":"eu-west-3"}}}`)
	for _, a := range aliases {
		fmt.Fprintf(w, `,"aws.%[1]s":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","alias":"%[1]s","expressions":{"region":{"constant_value":"eu-west-1"}}}`, a)
	}
	fmt.Fprint(w, `},"root_module":{`)
	configuration(w, n, at)
	fmt.Fprint(w, `}},"timestamp":"2026-11-23T10:00:00Z","applyable":true,"complete":true,"errored":false}`)
}

// configuration writes the blocks, grouped by module; modules within modules
// are written flat under the root, which no reader minds.
func configuration(w *bufio.Writer, n int, at func(int) spot) {
	var order []string
	blocks := map[string][]spot{}
	for i := range n {
		s := at(i)
		if s.key != "" && i > 0 {
			continue
		}
		if blocks[s.module] == nil {
			order = append(order, s.module)
		}
		blocks[s.module] = append(blocks[s.module], s)
	}
	fmt.Fprint(w, `"resources":`)
	list(w, blocks[""])
	fmt.Fprint(w, `,"module_calls":{`)
	first := true
	for _, m := range order {
		if m == "" {
			continue
		}
		sep(w, &first)
		steps := strings.Split(strings.ReplaceAll(m, "module.", ""), ".")
		for i, step := range steps {
			fmt.Fprintf(w, `"%s":{"source":"./m","expressions":{"tags":{"references":["local.tags"]}},"module":{`, step)
			if i < len(steps)-1 {
				fmt.Fprint(w, `"module_calls":{`)
			}
		}
		fmt.Fprint(w, `"resources":`)
		list(w, blocks[m])
		fmt.Fprint(w, strings.Repeat("}}", len(steps)), strings.Repeat("}", len(steps)-1))
	}
	fmt.Fprint(w, "}")
}

func list(w *bufio.Writer, spots []spot) {
	fmt.Fprint(w, "[")
	first := true
	for _, s := range spots {
		sep(w, &first)
		fmt.Fprintf(w, `{"address":"%s.%s","mode":"managed","type":"%s","name":"%s","provider_config_key":"%s","expressions":{"bucket":{"constant_value":"b"},"tags":{"references":["var.tags"]}}}`, s.typ, s.name, s.typ, s.name, s.provider)
	}
	fmt.Fprint(w, "]")
}

func sep(w *bufio.Writer, first *bool) {
	if !*first {
		fmt.Fprint(w, ",")
	}
	*first = false
}

func resource(w *bufio.Writer, i int, s spot, userData string) {
	comma(w, i)
	fmt.Fprintf(w, `{"address":%q,"mode":"managed","type":"%s","name":"%s","provider_name":"registry.terraform.io/hashicorp/aws","schema_version":0,"values":`, s.address(), s.typ, s.name)
	values(w, i, userData)
	fmt.Fprint(w, `,"sensitive_values":{"tags":{}}}`)
}

func change(w *bufio.Writer, i int, s spot, userData string) {
	comma(w, i)
	fmt.Fprintf(w, `{"address":%q,`, s.address())
	if s.module != "" {
		fmt.Fprintf(w, `"module_address":"%s",`, s.module)
	}
	fmt.Fprintf(w, `"mode":"managed","type":"%s","name":"%s",`, s.typ, s.name)
	if s.key != "" {
		fmt.Fprintf(w, `"index":%s,`, strings.Trim(s.key, "[]"))
	}
	fmt.Fprint(w, `"provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["update"],"before":`)
	values(w, i, userData)
	fmt.Fprint(w, `,"after":`)
	values(w, i, userData)
	fmt.Fprint(w, `,"after_unknown":{"policy":true,"list":[{},{},{}],"tags":{}},"before_sensitive":{"tags":{}},"after_sensitive":{"tags":{}}}}`)
}

func comma(w *bufio.Writer, i int) {
	if i > 0 {
		w.WriteByte(',')
	}
}

// values are a resource's attributes. Identifiers and names never repeat.
func values(w *bufio.Writer, i int, userData string) {
	fmt.Fprintf(w, `{"arn":"arn:aws:x:eu-west-3:123456789012:r-%[1]d","id":"r-%[1]d","region":"%[2]s","tags":{"Name":"r-%[1]d","team":"t%[3]d","env":"prod"},"policy":"`,
		i, []string{"eu-west-3", "eu-west-1", "us-east-1"}[i%3], i%50)
	for j := range 8 {
		fmt.Fprintf(w, `{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\"],\"Resource\":\"arn:aws:s3:::bucket-%d/*\"},`, i*8+j)
	}
	fmt.Fprint(w, `","list":[{"a":1,"b":"x"},{"a":2,"b":"y"},{"a":3,"b":null}],"description":"`, strings.Repeat("d", 200), `"`)
	if userData != "" && i == 0 {
		fmt.Fprintf(w, `,"user_data":"%s"`, userData)
	}
	w.WriteByte('}')
}

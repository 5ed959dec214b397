package flow_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/flow"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
	"github.com/sovlint/sovlint/lint/tf"
)

// BenchmarkGraph follows the data of a plan of 10,000 resources, of which each
// names another, and prints what that costs beside the reading of the plan; it
// should stay below a half.
func BenchmarkGraph(b *testing.B) {
	raw := tenThousand()
	c := catalog.Embedded()
	o := load.Options{Name: "plan.json", Wanted: place.Wanted(c), Self: place.Self(c), Named: place.Named(c)}
	b.SetBytes(int64(len(raw)))
	var reading, graph time.Duration
	for b.Loop() {
		start := time.Now()
		cfg, err := load.Read(bytes.NewReader(raw), o)
		if err != nil || len(cfg.Resources) != 10_000 {
			b.Fatal(len(cfg.Resources), err)
		}
		reading += time.Since(start)
		p := place.New(c, place.Options{AsOf: "2026-11-23"})
		var placed []*place.Placement // which a run has anyway
		for _, r := range cfg.Resources {
			placed = append(placed, p.Place(cfg, r))
		}
		start = time.Now()
		edges(b, cfg, flow.New(c, p), placed)
		graph += time.Since(start)
	}
	b.ReportMetric(float64(graph)/float64(reading), "graph/reading")
	b.ReportMetric(float64(graph.Milliseconds())/float64(b.N), "graph-ms/op")
}

func edges(b *testing.B, cfg *tf.Config, t *flow.Tracer, placed []*place.Placement) {
	g, n := t.Graph(cfg), 0
	for i, r := range cfg.Resources {
		n += len(g.Sources(r)) + len(t.Edges(cfg, r, placed[i]))
	}
	if n < 8_000 {
		b.Fatalf("%d steps", n)
	}
}

// kinds are the resources of one of 2,000 small stacks: a bucket, its copy, what
// copies it, a key and a volume.
var kinds = []struct{ typ, after, unknown, expressions string }{
	{"aws_s3_bucket", `"bucket":"data-%[1]d","force_destroy":false`, `"arn":true,"id":true`, `"bucket":{"constant_value":"data-%[1]d"}`},
	{"aws_s3_bucket_replication_configuration", `"role":"r","rule":[{"status":"Enabled","destination":[{}]}]`, `"bucket":true,"id":true,"rule":[{"destination":[{"bucket":true}]}]`,
		`"bucket":{"references":["aws_s3_bucket.r%[1]d.id","aws_s3_bucket.r%[1]d"]},"rule":[{"destination":[{"bucket":{"references":["aws_s3_bucket.r%[2]d.arn","aws_s3_bucket.r%[2]d"]}}]}]`},
	{"aws_kms_key", `"description":"key %[1]d","multi_region":false`, `"arn":true`, `"description":{"constant_value":"key %[1]d"}`},
	{"aws_ebs_volume", `"availability_zone":"eu-west-3a","size":%[1]d,"encrypted":true`, `"arn":true,"kms_key_id":true`, `"kms_key_id":{"references":["aws_kms_key.r%[1]d.arn","aws_kms_key.r%[1]d"]}`},
	{"aws_ebs_snapshot", `"description":"snapshot %[1]d"`, `"arn":true,"volume_id":true`, `"volume_id":{"references":["aws_ebs_volume.r%[1]d.id","aws_ebs_volume.r%[1]d"]}`},
}

func tenThousand() []byte {
	var changes, blocks []string
	for i := range 2_000 {
		for _, k := range kinds {
			name := fmt.Sprintf("r%d", i)
			changes = append(changes, fmt.Sprintf(`{"address":"%[1]s.%[2]s","mode":"managed","type":"%[1]s","name":"%[2]s","provider_name":"registry.terraform.io/hashicorp/aws",`+
				`"change":{"actions":["create"],"before":null,"after":{%[3]s,"tags":{"Name":"%[2]s","team":"portail"},"policy":"%[5]s"},"after_unknown":{%[4]s}}}`,
				k.typ, name, sprint(k.after, i), sprint(k.unknown, i), strings.Repeat("x", 400)))
			blocks = append(blocks, fmt.Sprintf(`{"address":"%[1]s.%[2]s","mode":"managed","type":"%[1]s","name":"%[2]s","provider_config_key":"aws","expressions":{%[3]s}}`,
				k.typ, name, sprint(k.expressions, i)))
		}
	}
	return []byte(`{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[` + strings.Join(changes, ",") +
		`],"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"constant_value":"eu-west-3"}}}},` +
		`"root_module":{"resources":[` + strings.Join(blocks, ",") + `]}}}`)
}

// sprint fills in the number of a stack and that of the one it copies to.
func sprint(format string, i int) string {
	return strings.NewReplacer("%[1]d", fmt.Sprint(i), "%[2]d", fmt.Sprint((i+1)%2_000)).Replace(format)
}

// TestManyInstances follows the backups of 4,000 instances to as many vaults, be
// they instances of a block or of a module, of which a plan names the call alone:
// each to its own, in a time that grows with their number and not with its square.
func TestManyInstances(t *testing.T) {
	for at, ref := range map[string]string{"module.vault%s.aws_backup_vault.this": "module.vault", "aws_backup_vault.this%s": "aws_backup_vault.this"} {
		t.Run(ref, func(t *testing.T) { manyInstances(t, 4_000, at, ref) })
	}
}

func manyInstances(t *testing.T, n int, at, ref string) {
	t.Helper()
	aws := &tf.Provider{Source: "registry.terraform.io/hashicorp/aws", Key: "aws", Joined: true, Written: tf.Attrs{"region": {State: tf.Known, V: "eu-west-3"}}}
	vault := &tf.Kind{Type: "aws_backup_vault", Provider: aws, Action: tf.Create}
	plan := &tf.Kind{Type: "aws_backup_plan", Provider: aws, Action: tf.Create, Body: tf.Body{
		Written: along("rule[].copy_action[].destination_vault_arn", tf.Value{State: tf.Unknown, Refs: []string{ref, "each.key"}})}}
	cfg := &tf.Config{Format: "plan-json", Calls: map[string]*tf.Call{}}
	for i := range n {
		key := fmt.Sprintf(`["k%d"]`, i)
		cfg.Calls["module.vault"+key] = &tf.Call{Outputs: tf.Attrs{"arn": {State: tf.Unknown, Refs: []string{"aws_backup_vault.this.arn"}}}}
		cfg.Resources = append(cfg.Resources, &tf.Resource{Addr: tf.ParseAddr(fmt.Sprintf(at, key)), Kind: vault},
			&tf.Resource{Addr: tf.ParseAddr("aws_backup_plan.all" + key), Kind: plan})
	}
	tf.Sort(cfg.Resources)
	c := catalog.Embedded()
	start := time.Now()
	g := flow.New(c, place.New(c, place.Options{AsOf: "2026-11-23"})).Graph(cfg)
	for _, r := range cfg.Resources {
		if r.Type != "aws_backup_vault" {
			continue
		}
		if src := g.Sources(r); len(src) != 1 || r.String() != fmt.Sprintf(at, src[0].From.Key()) {
			t.Fatalf("%s: %d sources", r, len(src))
		}
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("%v for %d instances", took, n)
	}
}

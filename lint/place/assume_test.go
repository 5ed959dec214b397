package place_test

import (
	"bytes"
	"testing"

	"github.com/sovlint/sovlint/lint/catalog"
	"github.com/sovlint/sovlint/lint/load"
	"github.com/sovlint/sovlint/lint/place"
)

// TestAssume wants what the user says of the environment to decide as if it
// were written, for a region and for a host alike.
func TestAssume(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, config string
		assume       map[string]string
		want         string
	}{
		{"a region", `{"providers":{"aws":{"source":"hashicorp/aws"}},"resources":{"aws_s3_bucket.b":{"bucket":"x"}}}`,
			map[string]string{"aws.region": "eu-west-3"}, "aws_s3_bucket.b | aws | primary:eu-west-3(FR) aws |\n"},
		{"a metadata host", `{"providers":{"azurerm":{"source":"hashicorp/azurerm"}},"resources":{"azurerm_storage_account.a":{"location":"${var.l}"}}}`,
			map[string]string{"azurerm.metadata_host": "management.sovcloud-api.fr"}, "azurerm_storage_account.a | bleu |  |\n    ? location rests on var.l\n"},
		{"an address", `{"providers":{"openstack.b":{"source":"terraform-provider-openstack/openstack"}},"resources":{"openstack_blockstorage_volume_v3.v":{"@provider":"openstack.b","size":1}}}`,
			map[string]string{"openstack.b.auth_url": "https://auth.cloud.ovh.net/v3", "openstack.b.region": "GRA11"}, "openstack_blockstorage_volume_v3.v | ovh | primary:GRA(FR) ovh |\n"},
		{"an endpoint of one service", `{"providers":{"aws":{"source":"hashicorp/aws","region":"us-east-1"}},"resources":{"aws_s3_bucket.b":{"bucket":"x"}}}`,
			map[string]string{"aws.endpoints.s3": "https://s3.fr-par.scw.cloud"}, "aws_s3_bucket.b | scaleway | primary:fr-par(FR) scaleway |\n"},
		{"a region that a zone contradicts", `{"providers":{"outscale":{"source":"outscale/outscale"}},"resources":{"outscale_volume.v":{"size":1},"outscale_volume.us":{"subregion_name":"us-east-2a"}}}`,
			map[string]string{"outscale.api.region": "cloudgouv-eu-west-1"},
			"outscale_volume.us | outscale | primary:us-east-2(US) outscale |\noutscale_volume.v | outscale | primary:cloudgouv-eu-west-1(FR) outscale secnumcloud/outscale-iaas |\n"},
	}
	c := catalog.Embedded()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			plan, _ := planOf(t, []byte(tt.config))
			cfg, err := load.Read(bytes.NewReader(plan), load.Options{Wanted: place.Wanted(c)})
			if err != nil {
				t.Fatal(err)
			}
			if got := show(cfg, place.New(c, place.Options{Assume: tt.assume})); got != tt.want {
				t.Errorf("got:\n%swant:\n%s", got, tt.want)
			}
		})
	}
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// writeTree writes root modules of .tf files, about ten files a module, some
// 2.4 resources a file as in real repositories; the same tree every time.
func writeTree(dir string, files int) error {
	for i := 0; i < files; i += 10 {
		root := filepath.Join(dir, fmt.Sprintf("stack%04d", i/10))
		if err := os.MkdirAll(root, 0o755); err != nil {
			return err
		}
		for j := range min(10, files-i) {
			name := filepath.Join(root, fmt.Sprintf("f%02d.tf", j))
			if err := os.WriteFile(name, []byte(tfFile(i+j, j == 0)), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

func tfFile(i int, head bool) string {
	var b strings.Builder
	if head {
		fmt.Fprint(&b, "terraform {\n  required_providers {\n    aws = { source = \"hashicorp/aws\" }\n  }\n}\n\nvariable \"region\" {\n  type    = string\n  default = \"eu-west-3\"\n}\n\nprovider \"aws\" {\n  region = var.region\n}\n\nlocals {\n  tags = { team = \"portail\", env = \"prod\" }\n}\n\n")
	}
	for k := range 2 + i%2 {
		fmt.Fprintf(&b, "resource \"aws_s3_bucket\" \"b%d_%d\" {\n  bucket        = \"portail-${var.region}-%d\"\n  force_destroy = false\n  tags          = merge(local.tags, { Name = \"b%d\" })\n}\n\n", i, k, i, i)
	}
	fmt.Fprintf(&b, "resource \"aws_iam_policy\" \"p%d\" {\n  name   = \"p%d\"\n  policy = jsonencode({\n    Version   = \"2012-10-17\"\n    Statement = [{ Effect = \"Allow\", Action = [\"s3:GetObject\"], Resource = [aws_s3_bucket.b%d_0.arn] }]\n  })\n}\n", i, i, i)
	return b.String()
}

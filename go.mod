module github.com/sovlint/sovlint

go 1.26

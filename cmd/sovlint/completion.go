package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/sovlint/sovlint/lint/speech"
)

func (s *session) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the completion script of a shell: bash, zsh, fish or powershell",
		ArgsUsage: "bash|zsh|fish|powershell",
		Action:    s.complete,
	}
}

// scripts ask the program itself, so that they never grow old.
var scripts = map[string]string{
	"bash": `_sovlint() {
  local cur words
  cur="${COMP_WORDS[COMP_CWORD]}"
  if [[ "$cur" == -* ]]; then
    words=$("${COMP_WORDS[@]:0:$COMP_CWORD}" "$cur" --generate-bash-completion 2>/dev/null)
  else
    words=$("${COMP_WORDS[@]:0:$COMP_CWORD}" --generate-bash-completion 2>/dev/null)
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -o nospace -F _sovlint sovlint
`,
	"zsh": `#compdef sovlint
_sovlint() {
  local -a opts
  local cur=${words[-1]}
  if [[ "$cur" == -* ]]; then
    opts=("${(@f)$(${words[@]:0:#words[@]-1} ${cur} --generate-bash-completion 2>/dev/null)}")
  else
    opts=("${(@f)$(${words[@]:0:#words[@]-1} --generate-bash-completion 2>/dev/null)}")
  fi
  [[ -n "${opts[1]}" ]] && compadd -- "${opts[@]%%:*}"
  _files
}
compdef _sovlint sovlint
`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName sovlint -ScriptBlock {
  param($word, $ast, $position)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($word -and -not $word.StartsWith('-')) { $words = @($words | Select-Object -SkipLast 1) }
  & sovlint @words --generate-bash-completion | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
}

func (s *session) complete(c *cli.Context) error {
	shell := c.Args().First()
	if shell == "fish" {
		text, err := c.App.ToFishCompletion()
		if err != nil {
			return err
		}
		return s.copyTo(text)
	}
	text, ok := scripts[strings.ToLower(shell)]
	if !ok {
		return speech.Errorf("completion %q: want one of bash, zsh, fish, powershell", shell)
	}
	return s.copyTo(text)
}

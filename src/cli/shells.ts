/** Shells that can ask the program what may stand at the cursor, each with its script. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** Bash breaks words at : and =; what stands together on the line is one word again. */
const BASH = String.raw`_phucloi() {
  local rest=$COMP_LINE word line value current quote i
  local typed=() values=() shown=() apart=0
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${'$'}{COMP_WORDS[i]}
    if ((i > 1)) && [[ -n $word && $rest == "$word"* && ($word == [:=]* || ${'$'}{COMP_WORDS[i - 1]} == *[:=]) ]]; then
      typed[${'$'}{#typed[@]} - 1]+=$word
    else
      typed+=("$word")
    fi
    rest=${'$'}{rest#*"$word"}
  done
  typed=("${'$'}{typed[@]:1}")
  current=${'$'}{typed[${'$'}{#typed[@]} - 1]}
  [[ $current == [\"\']* ]] && quote=${'$'}{current:0:1}
  for ((i = 0; i < ${'$'}{#typed[@]}; i++)); do
    word=${'$'}{typed[i]}
    word=${'$'}{word#[\"\']}
    word=${'$'}{word%[\"\']}
    typed[i]=${'$'}{word//\\/}
  done
  current=${'$'}{typed[${'$'}{#typed[@]} - 1]}
  COMPREPLY=()
  while IFS= read -r line; do
    value=${'$'}{line%%$'\t'*}
    if [[ $value == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "${'$'}{current##*=}")
      continue
    fi
    [[ ${'$'}{value,,} == "${'$'}{current,,}"* ]] || apart=1
    shown+=("${'$'}{line/$'\t'/  }")
    value=${'$'}{value#"${'$'}{current%"${'$'}{current##*[:=]}"}"}
    # Within double quotes a shell still puts in and runs things.
    if [[ $quote == \" ]]; then
      value=${'$'}{value//\\/\\\\}
      value=${'$'}{value//\"/\\\"}
      value=${'$'}{value//\$/\\\$}
      value=${'$'}{value//\`/\\\`}
    else
      [[ -n $quote ]] && value=${'$'}{value//\'/\'\\\'\'}
    fi
    if [[ -n $quote ]]; then values+=("$value$quote"); else printf -v value %q "$value" && values+=("$value"); fi
  done < <(phucloi complete -- "${'$'}{typed[@]}" 2>/dev/null)
  # Several people found by name: they are shown, and what was typed stays.
  if ((apart == 1 && ${'$'}{#values[@]} > 1)); then COMPREPLY+=("${'$'}{shown[@]}" ' '); else COMPREPLY+=("${'$'}{values[@]}"); fi
}
complete -F _phucloi phucloi
`;

const ZSH = String.raw`_phucloi() {
  local line value
  local -a typed values shown
  typed=("${'$'}{(@Q)words[2,CURRENT-1]}" "${'$'}{(Q)PREFIX}")
  while IFS= read -r line; do
    value=${'$'}{line%%$'\t'*}
    if [[ $value == :files ]]; then
      _files
      continue
    fi
    values+=("$value")
    if [[ $line == *$'\t'* ]]; then shown+=("$value  ${'$'}{line#*$'\t'}"); else shown+=("$value"); fi
  done < <(phucloi complete -- "${'$'}{typed[@]}" 2>/dev/null)
  (($#values)) && compadd -U -V phucloi -l -d shown -a values
  return 0
}
if [[ $funcstack[1] == _phucloi ]]; then _phucloi "$@"; else compdef _phucloi phucloi; fi
`;

const FISH = String.raw`function __phucloi_complete
    set -l typed (commandline -opc)
    set -e typed[1]
    set -l current (commandline -ct)
    for line in (phucloi complete -- $typed "$current" 2>/dev/null)
        if test "$line" = ':files'
            __fish_complete_path "$current"
        else
            printf '%s\n' $line
        end
    end
end
complete -c phucloi -f -a '(__phucloi_complete)'
`;

/** Windows PowerShell drops an empty word on its way to a program: two quotes stand for it. */
const POWERSHELL = String.raw`Register-ArgumentCompleter -Native -CommandName phucloi -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text } })
  $current = $wordToComplete.Trim("'", '"')
  if ($current -eq '') { $current = '""' }
  $before = [Console]::OutputEncoding
  try {
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $lines = @(phucloi complete -- @typed $current 2>$null)
  } finally { [Console]::OutputEncoding = $before }
  foreach ($line in $lines) {
    $value, $text = $line -split "${'`'}t", 2
    if ($value -eq ':files') {
      [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
      continue
    }
    $written = if ($value -match '[\s''"$;,(){}@|&<>#\x60\u2018-\u201f]') { "'" + ($value -replace '([''\u2018-\u201b])', '$1$1') + "'" } else { $value }
    if (-not $text) { $text = $value }
    [System.Management.Automation.CompletionResult]::new($written, $value, 'ParameterValue', $text)
  }
}
`;

export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: BASH,
  zsh: ZSH,
  fish: FISH,
  powershell: POWERSHELL,
};

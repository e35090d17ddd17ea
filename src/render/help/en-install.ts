import type { InstallTexts } from '../help.ts';

export const install: InstallTexts = {
  bash: [
    'For the Tab key to fill in phucloi, in bash: run this once and open a new window',
    '  mkdir -p ~/.local/share/bash-completion/completions',
    '  phucloi completion bash > ~/.local/share/bash-completion/completions/phucloi',
    'Where the package bash-completion is missing, put this line into ~/.bashrc:',
    '  source <(phucloi completion bash)',
  ],
  zsh: [
    'For the Tab key to fill in phucloi, in zsh: run this once:',
    '  mkdir -p ~/.zfunc && phucloi completion zsh > ~/.zfunc/_phucloi',
    'then put these two lines into ~/.zshrc and open a new window:',
    '  fpath+=~/.zfunc',
    '  autoload -Uz compinit && compinit',
  ],
  fish: [
    'For the Tab key to fill in phucloi, in fish: run this once:',
    '  phucloi completion fish > ~/.config/fish/completions/phucloi.fish',
  ],
  powershell: [
    'For the Tab key to fill in phucloi, in PowerShell: put this line into your $PROFILE and open a new window:',
    '  phucloi completion powershell | Out-String | Invoke-Expression',
    'Ctrl+Space shows the whole list with what each is for.',
  ],
};

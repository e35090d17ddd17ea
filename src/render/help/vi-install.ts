import type { InstallTexts } from '../help.ts';

export const install: InstallTexts = {
  bash: [
    'Trong bash, để phím Tab điền tiếp câu lệnh phucloi, chạy một lần rồi mở cửa sổ mới:',
    '  mkdir -p ~/.local/share/bash-completion/completions',
    '  phucloi completion bash > ~/.local/share/bash-completion/completions/phucloi',
    'Máy không có gói bash-completion thì thêm dòng này vào ~/.bashrc:',
    '  source <(phucloi completion bash)',
  ],
  zsh: [
    'Trong zsh, để phím Tab điền tiếp câu lệnh phucloi, chạy một lần:',
    '  mkdir -p ~/.zfunc && phucloi completion zsh > ~/.zfunc/_phucloi',
    'rồi thêm hai dòng này vào ~/.zshrc và mở cửa sổ mới:',
    '  fpath+=~/.zfunc',
    '  autoload -Uz compinit && compinit',
  ],
  fish: [
    'Trong fish, để phím Tab điền tiếp câu lệnh phucloi, chạy một lần:',
    '  phucloi completion fish > ~/.config/fish/completions/phucloi.fish',
  ],
  powershell: [
    'Trong PowerShell, để phím Tab điền tiếp câu lệnh phucloi, thêm dòng này vào tệp $PROFILE rồi mở cửa sổ mới:',
    '  phucloi completion powershell | Out-String | Invoke-Expression',
    'Ctrl+Space hiện cả danh sách kèm lời giải thích.',
  ],
};

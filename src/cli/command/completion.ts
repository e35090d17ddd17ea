import { refuse } from '../../domain/failure.ts';
import { closest } from '../../domain/near.ts';
import { command } from '../command.ts';
import { SCRIPTS, SHELLS } from '../shells.ts';
import { starter } from '../starter.ts';

export const { start, commandFor } = starter(
  command({
    name: 'completion',
    args: ['shell'],
    options: {},
    examples: ['completion bash', 'completion zsh', 'completion fish', 'completion powershell'],
    answer: { shell: 'text', script: 'text' },
    async run(desk, { args }) {
      const [given = ''] = args;
      const expected = SHELLS.join('|');
      const near = closest(given, SHELLS);
      const shell =
        SHELLS.find((each) => each === given) ??
        refuse('usage.value', {
          option: 'SHELL',
          given,
          expected,
          near: near.length > 0 ? near : undefined,
        });
      const { install } =
        desk.m.language === 'en'
          ? await import('../../render/help/en-install.ts')
          : await import('../../render/help/vi-install.ts');
      // What zsh finds in its folder of functions says in its first line whose words it completes.
      const head = shell === 'zsh' ? ['#compdef phucloi'] : [];
      const script = [...head, ...install[shell].map((line) => `# ${line}`), SCRIPTS[shell]].join('\n');
      return { data: { shell, script }, text: () => script.trimEnd() };
    },
  }),
);

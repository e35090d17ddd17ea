// What every script that looks at papers needs: the programs it looks with, and a count of what held.
import { spawnSync } from 'node:child_process';

/** Ends the script where a program is missing: skipped for a person, failed in CI. `packages` are Debian's. */
export function mustHave(name, programs, packages) {
  const missing = programs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
  if (missing.length === 0) return;
  const verb = process.env.CI ? 'FAILED' : 'SKIPPED';
  console.log(`${name}: ${verb}, not installed: ${missing.join(', ')} (Debian: ${packages})`);
  process.exit(process.env.CI ? 1 : 0);
}

/** `check` counts what held and tells what did not; `end` tells how many, after what else there is to say. */
export function counting(name) {
  let passed = 0;
  let failed = 0;
  return {
    check: (what, fault) => {
      if (fault === undefined) passed += 1;
      else {
        failed += 1;
        console.log(`FAILED ${what}: ${fault}`);
      }
    },
    end: (besides = '') => {
      console.log(`${name}: ${besides}${passed} passed, ${failed} failed`);
      process.exitCode = failed === 0 ? 0 : 1;
    },
  };
}

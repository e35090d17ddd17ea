// Loaded before a program: when it ends, it says what the processors worked and the most memory it had.
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const said = { cpuMs: (userCPUTime + systemCPUTime) / 1000, kib: maxRSS };
  require('node:fs').writeSync(1, `\n${JSON.stringify(said)}\n`);
});

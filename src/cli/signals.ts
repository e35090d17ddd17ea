/**
 * Hears Ctrl-C and the system's request to end, from the first long step of a command on: before it nothing is begun, and
 * the process just ends. Each is heard once; the second ends the process at once.
 */
export function hearing(): () => Promise<'SIGINT' | 'SIGTERM' | undefined> {
  const heard: { signal?: 'SIGINT' | 'SIGTERM'; listens?: true } = {};
  return async () => {
    if (heard.listens === undefined) {
      heard.listens = true;
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => {
          heard.signal ??= signal;
        });
    }
    // Handlers of signals run only when the event loop comes round.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    return heard.signal;
  };
}

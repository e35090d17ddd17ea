// Loaded before the program (node --require): counts what it does to its files and its book, and ends the process at one
// such moment, as a power cut or `kill -9` would. CRASH says which: {"measure": file} | {"at": n, "when": "before" |
// "half" | "after"} | {"during": n, "micros": m}.
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const { Worker } = require('node:worker_threads');

const order = JSON.parse(process.env.CRASH);
const calls = [];
const { writeSync, writeFileSync } = fs;

function end() {
  process.kill(process.pid, 'SIGKILL');
}

/** Runs one counted call; the process may end before, within or after it. */
function counted(name, run, half) {
  const at = calls.push({ name, ms: 0 }) - 1;
  const here = order.at === at;
  if (here && order.when === 'before') end();
  if (here && order.when === 'half') {
    half?.();
    end();
  }
  if (order.during === at) endSoon(order.micros);
  const began = performance.now();
  const result = run();
  calls[at].ms = performance.now() - began;
  if (here) end();
  return result;
}

/** Another thread ends the process while this one is at work in SQLite or the system. */
function endSoon(micros) {
  const flags = new Int32Array(new SharedArrayBuffer(8));
  const code = `const { workerData: { flags, micros } } = require('node:worker_threads');
    const until = process.hrtime.bigint() + BigInt(Math.round(micros)) * 1000n;
    Atomics.store(flags, 0, 1);
    Atomics.notify(flags, 0);
    while (process.hrtime.bigint() < until);
    process.kill(process.pid, 'SIGKILL');`;
  const killer = new Worker(code, { eval: true, workerData: { flags, micros } });
  killer.unref();
  Atomics.wait(flags, 0, 0, 2000);
}

const writes = (flags) => typeof flags === 'string' && flags !== 'r';
const COUNTED =
  'openSync fsyncSync renameSync linkSync unlinkSync rmSync mkdirSync chmodSync copyFileSync symlinkSync writeSync writeFileSync';
for (const name of COUNTED.split(' ')) {
  const original = fs[name];
  fs[name] = (...given) => {
    const run = () => original(...given);
    if (name === 'openSync' && !writes(given[1])) return run();
    const [handle, bytes, offset = 0] = given;
    const half = () => writeSync(handle, bytes, offset, (bytes.length - offset) >> 1);
    return counted(name, run, name === 'writeSync' && typeof bytes !== 'string' ? half : undefined);
  };
}

const load = Reflect.get(Module.prototype, 'require');
Module.prototype.require = function (request) {
  const loaded = Reflect.apply(load, this, [request]);
  // The program has the library's own code within it: what is changed is the binary's.
  const database = /better-sqlite3.*\.node$/.test(request) ? loaded.Database : undefined;
  if (database !== undefined && loaded.counted === undefined) {
    loaded.counted = true;
    const { exec, prepare } = database.prototype;
    database.prototype.exec = function (sql) {
      const run = () => exec.call(this, sql);
      return /^(begin immediate|commit)$/.test(sql) ? counted(sql, run) : run();
    };
    database.prototype.prepare = function (sql, ...more) {
      const statement = prepare.call(this, sql, ...more);
      if (!sql.startsWith('vacuum')) return statement;
      const run = statement.run.bind(statement);
      statement.run = (...given) => counted('vacuum', () => run(...given));
      return statement;
    };
  }
  return loaded;
};

if (order.measure !== undefined)
  process.on('exit', () => {
    writeFileSync(order.measure, JSON.stringify(calls));
  });

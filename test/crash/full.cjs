// Loaded before the program (node --require): a write may make its book PAGES long and no longer, as on a disk that has no
// more room: SQLite itself then answers that the disk is full. The program has the library's own code within it, so what
// is changed is the binary's.
'use strict';
const Module = require('node:module');

const load = Reflect.get(Module.prototype, 'require');
Module.prototype.require = function (request) {
  const loaded = Reflect.apply(load, this, [request]);
  const database = /better-sqlite3.*\.node$/.test(request) ? loaded.Database : undefined;
  if (database !== undefined && loaded.full === undefined) {
    loaded.full = true;
    const { exec } = database.prototype;
    database.prototype.exec = function (sql) {
      if (sql === 'begin immediate') exec.call(this, `pragma max_page_count = ${process.env.PAGES}`);
      return exec.call(this, sql);
    };
  }
  return loaded;
};

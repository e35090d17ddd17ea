#!/usr/bin/env node
// Guards the Node version, keeps compiled code, loads the one command that is called, catches what nobody caught.
// CommonJS, and ES5 until the guard has spoken: any Node, however old, gives one clear line; and no module loader is started.
var version = process.versions.node.split('.').map(Number);
var known =
  (version[0] === 22 && (version[1] > 22 || (version[1] === 22 && version[2] >= 2))) ||
  (version[0] === 24 && version[1] >= 15) ||
  version[0] >= 26;
if (!known) {
  process.stderr.write(
    'phucloi cần Node 22.22.2, 24.15 hoặc mới hơn; máy này có ' +
      process.versions.node +
      '.\nphucloi needs Node 22.22.2, 24.15 or newer; this is ' +
      process.versions.node +
      '.\n',
  );
  process.exitCode = 2;
} else {
  // Whatever is made from here on, the code that is kept too, is its owner's alone.
  process.umask(0o077);
  // As src/files/places.ts has it; without a home Node takes a folder of its own.
  var path = require('node:path');
  var env = process.env;
  var cache =
    (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME) && env.XDG_CACHE_HOME) ||
    (process.platform === 'win32' && env.LOCALAPPDATA) ||
    (env.HOME && path.join(env.HOME, '.cache'));
  require('node:module').enableCompileCache(cache ? path.join(cache, 'phucloi') : undefined);
  require('../dist/main.cjs')
    .main(process.argv.slice(2))
    .then(
      function (code) {
        process.exitCode = code;
      },
      function (error) {
        process.stderr.write('phucloi: ' + (error && error.name) + '\n');
        process.exitCode = 70;
      },
    );
}

// A text list parsed by csv-parse, and nothing done with it: parse.cjs LIST.
const { createReadStream } = require('node:fs');
const { parse } = require('csv-parse');

createReadStream(process.argv[2]).pipe(parse()).resume();

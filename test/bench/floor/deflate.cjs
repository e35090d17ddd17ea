// The floor of a workbook: deflates a sheet's XML as its archive does, and nothing else: deflate.cjs XML.
const { createReadStream } = require('node:fs');
const { createDeflateRaw } = require('node:zlib');

/** As yazl does it unasked. */
const level = 6;
let bytes = 0;
createReadStream(process.argv[2])
  .pipe(createDeflateRaw({ level }))
  .on('data', (piece) => (bytes += piece.length))
  .on('end', () => process.stdout.write(`${bytes}\n`));

import { crc32, constants, deflateRawSync } from 'node:zlib';

/** One entry of a zip that no program would write: every field may lie. */
export interface ZipEntry {
  readonly name: string;
  readonly data: string | Uint8Array | Repeated;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** What the directory says of it, where that is not the truth. */
  readonly size?: number;
  readonly crc?: number;
}

/** Much data from little: `block` many times between a head and a tail, packed once. */
interface Repeated {
  readonly head: string;
  readonly block: string;
  readonly times: number;
  readonly tail: string;
}

interface Packed {
  readonly bytes: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** The bytes of a zip with these entries, in this order. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = packedOf(entry);
    const name = Buffer.from(entry.name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (entry.encrypted === true ? 1 : 0), 2);
    common.writeUInt16LE(entry.stored === true ? 0 : 8, 4);
    common.writeUInt32LE(entry.crc ?? packed.crc, 10);
    common.writeUInt32LE(packed.bytes.length, 14);
    common.writeUInt32LE(entry.size ?? packed.size, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.from('PK\u0001\u0002', 'latin1'), made, common, rest, name);
    files.push(local, packed.bytes);
    offset += local.length + packed.bytes.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

function packedOf({ data, stored }: ZipEntry): Packed {
  if (typeof data === 'string' || data instanceof Uint8Array) {
    const bytes = Buffer.from(data);
    const packed = stored === true ? bytes : deflateRawSync(bytes);
    return { bytes: packed, size: bytes.length, crc: crc32(bytes) };
  }
  // A block that ends in a full flush looks back at nothing before it: it can stand as often as one likes.
  const flushed = { finishFlush: constants.Z_FULL_FLUSH };
  const block = Buffer.from(data.block);
  let crc = crc32(data.head);
  for (let left = data.times; left > 0; left--) crc = crc32(block, crc);
  const packed = deflateRawSync(block, flushed);
  const blocks = Array.from({ length: data.times }, () => packed);
  return {
    bytes: Buffer.concat([deflateRawSync(data.head, flushed), ...blocks, deflateRawSync(data.tail)]),
    size: Buffer.byteLength(data.head) + block.length * data.times + Buffer.byteLength(data.tail),
    crc: crc32(data.tail, crc),
  };
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface BookSpec {
  /** The inside of `worksheet`, or the whole part. */
  readonly sheets: readonly {
    readonly xml: ZipEntry['data'];
    readonly name?: string;
    readonly state?: string;
  }[];
  /** The inside of `sst`, or the whole part. */
  readonly strings?: ZipEntry['data'];
  readonly styles?: string;
  readonly properties?: string;
  readonly more?: readonly ZipEntry[];
  /** Targets of the sheets where they are not `worksheets/sheetN.xml`. */
  readonly targets?: readonly string[];
}

function part(root: string, data: ZipEntry['data']): ZipEntry['data'] {
  return typeof data === 'string' && !data.startsWith('<?xml')
    ? `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${MAIN}">${data}</${root}>`
    : data;
}

/** The entries of a small workbook, to be zipped as they are or tampered with. */
export function bookOf(spec: BookSpec): ZipEntry[] {
  const target = (index: number) => spec.targets?.[index] ?? `worksheets/sheet${index + 1}.xml`;
  const relations = [
    ...spec.sheets.map((_sheet, index) => [`r${index}`, 'worksheet', target(index)]),
    ...(spec.strings === undefined ? [] : [['rs', 'sharedStrings', 'sharedStrings.xml']]),
    ...(spec.styles === undefined ? [] : [['rt', 'styles', 'styles.xml']]),
  ].map(([id, kind, to]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${to}"/>`);
  const sheets = spec.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name ?? `S${index + 1}`}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="r${index}"/>`,
  );
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${spec.properties ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships>${relations.join('')}</Relationships>` },
    ...spec.sheets.map(({ xml }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: part('worksheet', xml),
    })),
    ...(spec.strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', data: part('sst', spec.strings) }]),
    ...(spec.styles === undefined ? [] : [{ name: 'xl/styles.xml', data: part('styleSheet', spec.styles) }]),
    ...(spec.more ?? []),
  ];
}

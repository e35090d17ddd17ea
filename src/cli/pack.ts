import { createHash } from 'node:crypto';
import { refuse } from '../domain/failure.ts';
import { clearDrafts } from '../files/draft.ts';
import { listFolder, stageFolder, textIn, type StagedFolder } from '../files/folder.ts';
import { renderMonthPage } from '../render/html/month-page.ts';
import { PACK_MARK, packPage } from '../render/html/pack-index.ts';
import { renderPaper, type Medium } from '../render/papers/medium.ts';
import { PAPER_TEXTS } from '../render/papers/texts.ts';
import { asDraft, packIndex, type PackedBook, type PackedFile } from '../report/papers/pack.ts';
import type { Paper } from '../report/papers/paper.ts';
import type { Pack } from '../usecase/month-end-pack.ts';
import type { Reader } from '../usecase/port/ports.ts';
import { spellingOf } from '../usecase/papers.ts';
import type { Desk } from './command.ts';
import { findingsFor } from './findings.ts';
import { resolved } from './given.ts';
import { provenanceFor } from './output.ts';

const SUMS = 'SHA256SUMS';
const PAGE = 'index.html';
/** Beside the papers: the month's page, the index twice, the digests. */
const OWN_FILES = 4;
/** An index or list of digests larger than this is none of a pack's. */
const LIMIT_BYTES = 4_000_000;

/** Puts a month's papers into a folder of their own, with an index and digests: all of them, or nothing is changed. */
export async function writePack(
  desk: Desk,
  reader: Reader,
  pack: Pack,
  output: string,
  media: readonly Medium[],
): Promise<readonly PackedFile[]> {
  const path = resolved(desk, output);
  // A pack that a killed run moved aside comes back first: it may be another book's.
  clearDrafts(path);
  mustBeOurs(path, output, reader.uuid);
  const staged = desk.header('').dryRun ? undefined : stageFolder(path);
  try {
    const files = await fill(desk, reader, pack, media, staged);
    staged?.place();
    return files;
  } finally {
    staged?.drop();
  }
}

/** Only an earlier pack of the same book, with nothing else in it, gives way. */
function mustBeOurs(path: string, output: string, book: string): void {
  const names = listFolder(path);
  if (names === undefined) return refuse('folder.taken', { path: output, file: '' });
  const sums = textIn(path, SUMS, LIMIT_BYTES);
  const known = new Set([SUMS, ...sums.split('\n').map((line) => line.slice(66))]);
  const ours = textIn(path, PAGE, LIMIT_BYTES).includes(PACK_MARK(book));
  const stranger = names.find((name) => !ours || !known.has(name));
  if (stranger !== undefined) refuse('folder.taken', { path: output, file: stranger });
}

async function fill(
  desk: Desk,
  reader: Reader,
  pack: Pack,
  media: readonly Medium[],
  staged: StagedFolder | undefined,
): Promise<readonly PackedFile[]> {
  const { month, from, to, facts } = pack;
  const texts = PAPER_TEXTS[facts.letterhead.language];
  const provenance = await provenanceFor(desk, reader, to, { from, to });
  const spelling = await spellingOf(reader);
  const book: PackedBook = {
    name: provenance.name,
    book: provenance.book,
    head: provenance.head,
    sealed: pack.head,
  };
  const files: PackedFile[] = [];
  desk.work.begin('files', pack.entries.length * media.length + OWN_FILES);
  const put = async (paper: Paper, medium: Medium, as: Pick<PackedFile, 'file' | 'name' | 'subject'>) => {
    const measured = measure(renderPaper({ ...paper, provenance, spelling }, medium), medium);
    const passed = desk.work.breathing(measured.pieces);
    if (staged === undefined) for await (const _ of passed);
    else await staged.put(as.file, passed);
    desk.work.count(1);
    files.push({ ...as, sheets: paper.sheets.length, ...measured.found() });
  };
  const taken = new Set<string>();
  for (const { name, subject, file, paperOf } of pack.entries) {
    const paper = await paperOf(reader);
    // Two codes may differ in what no file's name tells.
    const plain = file.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
    let stem = plain;
    for (let number = 2; taken.has(stem); number += 1) stem = `${plain}-${number}`;
    taken.add(stem);
    for (const medium of media)
      await put(paper, medium, { name, subject, file: `${stem}-${month}.${medium}` });
  }
  const write = async (pieces: Parameters<typeof measure>[0], as: Pick<PackedFile, 'file' | 'name'>) => {
    const measured = measure(pieces, undefined);
    const passed = desk.work.breathing(measured.pieces);
    if (staged === undefined) for await (const _ of passed);
    else await staged.put(as.file, passed);
    desk.work.count(1);
    files.push({ ...as, subject: '', sheets: 0, ...measured.found() });
  };
  const { letterhead } = facts;
  const findings = await findingsFor(letterhead.language);
  await write(renderMonthPage(await pack.pageOf(reader), letterhead, findings, provenance), {
    name: 'monthPage',
    file: `trang-thang-${month}.html`,
  });
  const index = packIndex(facts, book, files);
  await put(pack.draft ? asDraft(index) : index, 'xlsx', {
    name: 'index',
    subject: '',
    file: 'MUC-LUC.xlsx',
  });
  const page = packPage(facts, { ...book, draft: pack.draft }, files, texts);
  await write([Buffer.from(page)], { name: 'page', file: PAGE });
  const sums = files.map(({ file, digest }) => `${digest}  ${file}\n`).join('');
  await write([Buffer.from(sums)], { name: 'sums', file: SUMS });
  desk.work.end();
  return files;
}

/** Passes bytes on and keeps their number, their digest and, of a PDF, how many pages it has. */
function measure(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, medium: Medium | undefined) {
  const hash = createHash('sha256');
  let bytes = 0;
  let pages = 0;
  let tail = '';
  async function* through(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      if (medium === 'pdf') {
        const text = tail + Buffer.from(piece).toString('latin1');
        pages += text.match(PAGE_OBJECT)?.length ?? 0;
        // What a page's mark may have begun at the end of a piece, and no whole mark.
        tail = text.slice(-PAGE_MARK_BYTES).replace(PAGE_OBJECT, '');
      }
      yield piece;
    }
  }
  return {
    pieces: through(),
    found: () => ({ bytes, digest: hash.digest('hex'), pages: medium === 'pdf' ? pages : undefined }),
  };
}

const PAGE_OBJECT = /\/Type \/Page\b(?!s)/g;
const PAGE_MARK_BYTES = 12;

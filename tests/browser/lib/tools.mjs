// The programs of others that the judges lean on, found on this machine or reported as missing.
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Which tools are here: each a path, or undefined. */
export function findTools() {
  const pdfinfo = which('pdfinfo');
  return {
    chromium: process.env.CHROMIUM ?? which('chromium', 'chromium-browser', 'google-chrome'),
    java: which('java'),
    poppler: pdfinfo && which('pdftotext') && pdfinfo,
    karnameh: process.env.KARNAMEH ?? builtProgram(),
  };
}

/** The program itself, as it was built last. */
function builtProgram() {
  const target = process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, '../../../target');
  const built = ['release', 'debug'].map((profile) => join(target, profile, 'karnameh')).filter(existsSync);
  return built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

/** The first of the names that is a program on the search path. */
function which(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const file of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder: the next may have it.
    }
  }
  return undefined;
}

/** What the HTML checker says of the addresses: a list of its messages. */
export async function validate(addresses) {
  const jar = require.resolve('vnu-jar/build/dist/vnu.jar');
  // The checker, made to be a public service, shuns loopback unless told otherwise.
  const java = ['-Xss1m', '-Xmx768m', '-Dnu.validator.servlet.allow-forbidden-hosts=true'];
  const options = [...java, '-jar', jar, '--stdout', '--exit-zero-always', '--format', 'json'];
  const messages = [];
  // A command line has its limits.
  for (let from = 0; from < addresses.length; from += 500) {
    const { stdout } = await run('java', [...options, ...addresses.slice(from, from + 500)], { maxBuffer: 1 << 28 });
    messages.push(...JSON.parse(stdout).messages);
  }
  return messages;
}

/** Pages, paper and text of a PDF file. */
export async function readPdf(file) {
  const info = (await run('pdfinfo', [file])).stdout;
  const text = (await run('pdftotext', ['-enc', 'UTF-8', file, '-'], { maxBuffer: 1 << 28 })).stdout;
  const [, width, height] = /^Page size: +([\d.]+) x ([\d.]+)/m.exec(info);
  return {
    width: Number(width),
    height: Number(height),
    pages: text.split('\f').slice(0, Number(/^Pages: +(\d+)/m.exec(info)[1])),
  };
}

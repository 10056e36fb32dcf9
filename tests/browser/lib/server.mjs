// A host as plain as they come: files of one folder under one path, on loopback. It knows no redirects, no
// directory listings and no headers but the type, so that what works here works anywhere.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.atom': 'application/atom+xml',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves `folder` under `mount` (begins and ends with a slash); answers with the address and how to stop. */
export async function serve(folder, mount) {
  const server = createServer((request, response) => {
    const file = fileFor(folder, mount, request.url);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { base: `http://127.0.0.1:${server.address().port}${mount}`, stop };
}

/** The file that an address means, or nothing. */
function fileFor(folder, mount, address) {
  const { pathname } = new URL(address, 'http://host');
  if (!pathname.startsWith(mount)) return undefined;
  const inside = decodeURIComponent(pathname.slice(mount.length));
  const file = normalize(join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside));
  const found = file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
  return found ? file : undefined;
}

/** The built scripts and styles: packed once, tightly, and sent packed to every browser that takes them so. */
import { constants as access, accessSync, existsSync, readdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import express, { type RequestHandler, type Response } from 'express';

const PUBLIC = 'build/client';
const FOLDER = `${PUBLIC}/assets`;
const PACKABLE = /\.(js|css|svg)$/;

/** The best first. Browsers take brotli only over TLS and from their own machine: a hall's plain http needs gzip. */
const PACKINGS = [
  {
    encoding: 'br',
    suffix: '.br',
    pack: (content: Buffer) =>
      promisify(brotliCompress)(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
  },
  { encoding: 'gzip', suffix: '.gz', pack: (content: Buffer) => promisify(gzip)(content, { level: 9 }) },
] as const;

/** Puts a packed twin beside every asset that has none. Where the folder may not be written, all goes on without. */
export async function packAssets(): Promise<void> {
  if (!isWritable(FOLDER)) return;
  await Promise.all(
    readdirSync(FOLDER)
      .filter((name) => PACKABLE.test(name))
      .flatMap((name) => PACKINGS.map(({ suffix, pack }) => packOne(join(FOLDER, name), suffix, pack))),
  );
}

async function packOne(
  file: string,
  suffix: string,
  pack: (content: Buffer) => Promise<Buffer>,
): Promise<void> {
  // The name of an asset holds a hash of its content, so a twin is never out of date.
  if (existsSync(file + suffix)) return;
  const unfinished = `${file}${suffix}.${process.pid}`;
  await writeFile(unfinished, await pack(await readFile(file)));
  await rename(unfinished, file + suffix);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, access.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The names of the built scripts, styles and faces; none where there is no build. */
export function builtFiles(): readonly string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER) : [];
}

/**
 * Serves the built files. They are no pages and nobody's own, so they carry two headers of protection and not the
 * page's long ones, which would weigh more than many a file.
 */
export function serveBuiltFiles(): RequestHandler {
  const present = new Set(builtFiles());
  const choosePacked: RequestHandler = (request, response, next) => {
    const name = request.path.slice(1);
    if (!present.has(name)) return next();
    response.vary('Accept-Encoding');
    const packing = PACKINGS.find(
      ({ encoding, suffix }) => present.has(name + suffix) && request.acceptsEncodings(encoding) === encoding,
    );
    if (packing) {
      request.url = `/${name}${packing.suffix}`;
      response.setHeader('Content-Encoding', packing.encoding);
      // Scripts are modules, which are UTF-8 without being called so.
      if (extname(name) === '.js') response.setHeader('Content-Type', 'text/javascript');
      else response.type(extname(name));
    }
    next();
  };
  const protect = (response: Response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  };
  const router = express.Router();
  router.use('/assets', choosePacked);
  router.use(
    '/assets',
    express.static(FOLDER, {
      // A name that is never given to another content needs no second way to tell versions apart, and nobody resumes
      // the transfer of a script: each header counts some thirteen times on a first visit.
      etag: false,
      lastModified: false,
      acceptRanges: false,
      cacheControl: false,
      setHeaders: (response) => {
        protect(response);
        response.setHeader('Cache-Control', 'max-age=31536000, immutable');
      },
    }),
  );
  // A browser asks for the worker to learn of a new release.
  router.use('/pekerja.js', (_request, response, next) => {
    protect(response);
    response.setHeader('Cache-Control', 'no-cache');
    next();
  });
  const own = express.static(PUBLIC, { maxAge: '1h', index: false, setHeaders: protect });
  // The disk is not asked for a file of the name of every page.
  const names = new Set(existsSync(PUBLIC) ? readdirSync(PUBLIC) : []);
  router.use((request, response, next) => {
    if (names.has(request.path.slice(1))) own(request, response, next);
    else next();
  });
  return router;
}

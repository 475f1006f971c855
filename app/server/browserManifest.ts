/**
 * The list of routes that every page takes along names only what a browser can show or post to: files, streams and
 * figures are fetched by their address, and nothing looks for them in the list.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const OPENING = 'window.__remixManifest=';

const manifestSchema = z.looseObject({
  routes: z.record(z.string(), z.looseObject({ hasAction: z.boolean(), module: z.string() })),
});

/** @throws where Remix writes its list in another way than this file knows */
export function withoutFiles(code: string, scriptOf: (address: string) => string): string {
  if (!code.startsWith(OPENING)) throw new Error('Remix writes its list of routes in another way');
  const manifest = manifestSchema.parse(JSON.parse(code.slice(OPENING.length).replace(/;\s*$/, '')));
  const routes = Object.fromEntries(
    Object.entries(manifest.routes)
      .filter(([, { hasAction, module }]) => hasAction || scriptOf(module).trim() !== '')
      // What is false is left out too: Remix only asks whether it is true.
      .map(([id, route]) => [id, Object.fromEntries(Object.entries(route).filter(([, is]) => is !== false))]),
  );
  return `${OPENING}${JSON.stringify({ ...manifest, routes })};`;
}

/** Shortens the list of a build whose browser's half lies in `folder`. */
export function shortenManifest(folder: string): void {
  const assets = join(folder, 'assets');
  for (const name of readdirSync(assets).filter((one) => /^manifest-\w+\.js$/.test(one))) {
    const file = join(assets, name);
    writeFileSync(
      file,
      withoutFiles(readFileSync(file, 'utf8'), (address) => readFileSync(join(folder, address), 'utf8')),
    );
  }
}

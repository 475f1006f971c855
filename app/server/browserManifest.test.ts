import { expect, it } from 'vitest';
import { z } from 'zod';
import { withoutFiles } from './browserManifest';

const route = (name: string, hasAction: boolean) => ({ id: name, hasAction, module: `/assets/${name}.js` });
const SCRIPTS: Readonly<Record<string, string>> = {
  '/assets/page.js': 'export{e as default}',
  '/assets/file.js': '\n',
  '/assets/sign-out.js': '\n',
};
const shorten = (code: string) => withoutFiles(code, (address) => SCRIPTS[address] ?? '');

it('leaves out what only the server answers with, and keeps pages and what is posted to', () => {
  const routes = { page: route('page', false), file: route('file', false), out: route('sign-out', true) };
  const code = shorten(`window.__remixManifest=${JSON.stringify({ version: 'a1', routes })};`);
  const read = z.object({ version: z.string(), routes: z.record(z.string(), z.unknown()) });
  const left = read.parse(JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1)));
  expect(left.version).toBe('a1');
  const { id, module } = routes.page;
  expect(left.routes).toEqual({ page: { id, module }, out: routes.out });
});

it('refuses a list that is written in another way', () => {
  expect(() => shorten('export const manifest = {}')).toThrow('another way');
});

/**
 * The guides of `docs/panduan`, one a role, as the pages under `/bantuan` show them. They are written in Indonesian; their
 * pictures are those of `docs/screenshots`.
 */
import { Marked } from 'marked';
import { ROLES } from '~/policy';
import type { Role } from '#db/schema';

const SOURCES = import.meta.glob<string>('../../docs/panduan/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const PICTURES = import.meta.glob<string>(
  '../../docs/screenshots/{cards,comparison,indicator,monitor,operator-home,release,remote,status,verify}.png',
  { query: '?url', import: 'default', eager: true },
);

/** Role → the word in the address and the file's name. */
const NAMES: Readonly<Record<Role, string>> = {
  operator: 'operator',
  head: 'kepala',
  facilitator: 'fasilitator',
  reviewer: 'penelaah',
  liaison: 'penghubung',
  administrator: 'administrator',
};

export interface Guide {
  readonly role: Role;
  /** Ours, and therefore safe to be shown as it is. */
  readonly html: string;
}

/** The role of a guide's address; undefined where there is none. */
export function roleOfGuide(name: string | undefined): Role | undefined {
  return ROLES.find((role) => NAMES[role] === name);
}

export function guidePath(role: Role): string {
  return `/bantuan/${NAMES[role]}`;
}

export function readGuide(role: Role): Guide {
  const source = SOURCES[`../../docs/panduan/${NAMES[role]}.md`];
  if (source === undefined) throw new RangeError(`No guide for ${role}`);
  return { role, html: asHtml.parse(source, { async: false }) };
}

const asHtml = new Marked({
  renderer: {
    image({ href, text }) {
      const address = PICTURES[href.replace('../screenshots/', '../../docs/screenshots/')];
      if (address === undefined) throw new RangeError(`No picture ${href}`);
      return `<img src="${address}" alt="${text}" loading="lazy">`;
    },
    // A table wider than a phone scrolls by itself, by keyboard too.
    table(token) {
      const row = (cells: readonly { tokens: (typeof token.header)[number]['tokens'] }[], tag: 'th' | 'td') =>
        `<tr>${cells.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')}</tr>`;
      const body = token.rows.map((cells) => row(cells, 'td')).join('');
      return `<div class="overflow-x-auto" tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>`;
    },
  },
});

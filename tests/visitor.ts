/** A browser without a screen: keeps cookies, names its origin, posts plain forms, follows no redirect unasked. */
import { ADMIN_PASSWORD, DEMO_PASSWORD, type Product } from './product';

export type Fields = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  /** `Location` of a redirect, else null. */
  readonly location: string | null;
  readonly headers: Headers;
  readonly body: Buffer;
  text(): string;
}

export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  get(path: string, headers: Fields = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  /** Opens an address whose answer never ends, reads how it begins, and leaves. */
  async open(path: string, headers: Fields = {}): Promise<Answer> {
    const leave = new AbortController();
    const response = await fetch(new URL(path, this.origin), {
      redirect: 'manual',
      signal: leave.signal,
      headers: { ...headers, Cookie: this.cookieHeader() },
    });
    leave.abort();
    return {
      status: response.status,
      location: response.headers.get('Location'),
      headers: response.headers,
      body: Buffer.alloc(0),
      text: () => '',
    };
  }

  /** Posts a form as a page without scripts does. */
  post(
    path: string,
    fields: Fields | URLSearchParams,
    headers: Fields = { Origin: this.origin },
  ): Promise<Answer> {
    return this.send('POST', path, new URLSearchParams(fields), headers);
  }

  /** The `Cookie` header it would send now. */
  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async send(
    method: string,
    path: string,
    body: URLSearchParams | undefined,
    headers: Fields,
  ): Promise<Answer> {
    const response = await fetch(new URL(path, this.origin), {
      method,
      redirect: 'manual',
      headers: { ...headers, Cookie: this.cookieHeader() },
      ...(body && { body }),
    });
    this.keepCookies(response.headers);
    const bytes = Buffer.from(await response.arrayBuffer());
    return {
      status: response.status,
      location: response.headers.get('Location'),
      headers: response.headers,
      body: bytes,
      text: () => bytes.toString('utf8'),
    };
  }

  private keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      if (/;\s*max-age=0(;|$)/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(at + 1));
    }
  }
}

/** Signs in through the real form. `admin` also replaces its initial password, as the product demands. */
export async function signedIn(product: Product, username: string, password?: string): Promise<Visitor> {
  const visitor = new Visitor(product.origin);
  const used = password ?? (username === 'admin' ? ADMIN_PASSWORD : DEMO_PASSWORD);
  const answer = await visitor.post('/masuk', { username, password: used });
  if (answer.status !== 302) {
    throw new Error(`${username} could not sign in: ${answer.status}\n${answer.text().slice(0, 500)}`);
  }
  return visitor;
}

import { randomUUID } from 'node:crypto';
import { signInAt, Visitor } from './visitor.ts';

export interface Answered<T> {
  readonly status: number;
  readonly body: T;
}

/** What a refusal says; asserted by code. */
export interface Refused {
  readonly code: string;
}

interface Sent {
  readonly body?: object;
  /** Of a POST: the same key again must do nothing twice. */
  readonly key?: string;
}

/** A person before the web page: cookies, no key; sends and takes files, too. */
export class Colleague {
  readonly #visitor = new Visitor();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async signIn(who: RegExp): Promise<this> {
    await signInAt(this.#url, this.#visitor, who);
    return this;
  }

  get = <T = Refused>(path: string) => this.#send<T>(`GET ${path}`);
  put = <T = Refused>(path: string, body: object) => this.#send<T>(`PUT ${path}`, { body });
  /** JSON, or a form with a file. */
  post = <T = Refused>(path: string, body: object = {}, key: string = randomUUID()) =>
    this.#send<T>(`POST ${path}`, { body, key });

  async file(path: string): Promise<{ readonly bytes: Buffer; readonly name: string }> {
    const response = await this.#visitor.go(`${this.#url}${path}`);
    if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    const disposition = response.headers.get('content-disposition') ?? '';
    const [, name = ''] = /filename\*=UTF-8''([^;]+)|$/.exec(disposition) ?? [];
    const plain = /filename="?([^";]+)/.exec(disposition)?.[1] ?? '';
    return {
      bytes: Buffer.from(await response.arrayBuffer()),
      name: name === '' ? plain : decodeURIComponent(name),
    };
  }

  /** `target`: method and path, as in `GET /api/me`. */
  async #send<T>(target: string, { body, key }: Sent = {}): Promise<Answered<T>> {
    const [method = '', path = ''] = target.split(' ');
    const form = body instanceof FormData;
    const response = await this.#visitor.go(`${this.#url}${path}`, {
      method,
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
      headers: {
        origin: this.#url,
        'sec-fetch-site': 'same-origin',
        ...(body !== undefined && !form && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
    });
    const text = await response.text();
    const json = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    // the caller says what it is about to assert; a file where none should be is no JSON
    return { status: response.status, body: (json ? JSON.parse(text) : text) as T };
  }
}

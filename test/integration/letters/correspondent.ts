import { randomUUID } from 'node:crypto';
import { signInAt, Visitor } from '../../harness/visitor.ts';
import type { Answered, Refused } from '../people/office.ts';

/** A person before the web page who sends and takes files, too. */
export class Correspondent {
  readonly #visitor = new Visitor();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async signIn(who: RegExp): Promise<this> {
    await signInAt(this.#url, this.#visitor, who);
    return this;
  }

  get = <T = Refused>(path: string) => this.#json<T>('GET', path);
  put = <T = Refused>(path: string, body: object) => this.#json<T>('PUT', path, body);
  post = <T = Refused>(path: string, body: object) => this.#json<T>('POST', path, body);
  upload = <T = Refused>(path: string, form: FormData) => this.#json<T>('POST', path, form);

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

  async #json<T>(method: string, path: string, body?: object): Promise<Answered<T>> {
    const form = body instanceof FormData;
    const response = await this.#visitor.go(`${this.#url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      headers: {
        origin: this.#url,
        'sec-fetch-site': 'same-origin',
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      },
    });
    const text = await response.text();
    // the caller says what it is about to assert; a file where none should be is no JSON
    return {
      status: response.status,
      body: (response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as T,
    };
  }
}

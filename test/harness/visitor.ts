/** A browser's memory, nothing more: cookies by name, redirects followed by hand. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || attributes.some((one) => /expires=Thu, 01 Jan 1970/i.test(one)))
        this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects to the page that is shown. */
  async open(
    url: string,
    init: RequestInit = {},
  ): Promise<{ url: string; response: Response; text: string }> {
    let at = url;
    let response = await this.go(at, init);
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 12; hops += 1) {
      at = new URL(response.headers.get('location') ?? '', at).href;
      response = await this.go(at);
    }
    return { url: at, response, text: await response.text() };
  }
}

/** Two clicks: Đăng nhập, then the person; whose `sub` is the answer. */
export async function signInAt(apiUrl: string, visitor: Visitor, who: RegExp): Promise<string> {
  const list = await visitor.open(`${apiUrl}/auth/login?returnTo=/campaigns`);
  if (list.response.status !== 200)
    throw new Error(`no page to sign in: ${list.response.status} ${list.text}`);
  const form = [...list.text.matchAll(/action="([^"]+)"[\s\S]*?value="([^"]+)"[\s\S]*?<\/form>/g)].find(
    ([whole]) => who.test(whole),
  );
  if (form === undefined) throw new Error(`nobody like ${who} on the page:\n${list.text}`);
  const [, action = '', subject = ''] = form;
  const body = new URLSearchParams({ subject });
  const headers = { origin: apiUrl, 'sec-fetch-site': 'same-origin' };
  const done = await visitor.open(new URL(action, list.url).href, { method: 'POST', body, headers });
  const { pathname } = new URL(done.url);
  if (pathname !== '/campaigns') throw new Error(`signing in ended at ${pathname}: ${done.text}`);
  return subject;
}

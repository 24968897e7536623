import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import { vi } from 'vitest';
import { buildProgram } from './program.ts';

export interface Answered {
  readonly status?: number;
  readonly body: unknown;
}

export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly calls: readonly { readonly route: string; readonly body: unknown }[];
}

/** Runs one command against an API that answers what is given for `METHOD /path`. */
export async function run(
  args: readonly string[],
  answers: Readonly<Record<string, Answered>> = {},
): Promise<Run> {
  const calls: { route: string; body: unknown }[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString();
    const route = `${request.method} ${request.url}`;
    calls.push({ route, body: text === '' ? null : JSON.parse(text) });
    const { status = 200, body } = answers[route] ?? { status: 404, body: refusal('api.noSuchRoute', route) };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const out: string[] = [];
  const err: string[] = [];
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line)),
    vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => void err.push(String(text)) === undefined),
  ];
  try {
    const program = buildProgram();
    const exit = await program.run([
      'node',
      'cascade',
      '--api',
      `http://127.0.0.1:${port}`,
      '--key',
      'k',
      ...args,
    ]);
    // colours are on where CI asks for them
    const plain = (lines: readonly string[]) => stripVTControlCharacters(lines.join('\n'));
    return { exit, out: plain(out), err: plain(err), calls };
  } finally {
    for (const spy of spies) spy.mockRestore();
    server.close();
  }
}

export const refusal = (code: string, detail: string) => ({
  status: 422,
  code,
  detail,
  detailEn: `${detail} (en)`,
  problems: [
    { code, severity: 'error', path: ['nodes', 0, 'id'], params: {}, vi: 'Sai chỗ này', en: 'Wrong here' },
  ],
});

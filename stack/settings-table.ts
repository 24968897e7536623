import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);
const text = z.string().min(1);
const webAddress = z.url({ protocol: /^https?$/ });

export interface SettingRow {
  readonly name: string;
  /** As shown in the table; `–` when nothing is assumed. */
  readonly fallback: string;
  readonly meaning: string;
  /** What a good value looks like, for the sentence about a bad one. */
  readonly wanted: { readonly vi: string; readonly en: string };
  readonly schema: z.ZodType;
}

const aPort = { vi: 'một số cổng từ 0 đến 65535', en: 'a port number from 0 to 65535' };
const anAddress = { vi: 'một địa chỉ http(s)://…', en: 'an address http(s)://…' };
const notEmpty = { vi: 'một chuỗi không rỗng', en: 'a text that is not empty' };

/** Every setting there is. The README's table is made from this list. */
export const SETTINGS: readonly SettingRow[] = [
  {
    name: 'PORT',
    fallback: '3000',
    meaning: 'Port of the web page and the API; `0` takes a free one.',
    wanted: aPort,
    schema: port,
  },
  {
    name: 'CASCADE_DATA',
    fallback: '.cascade/',
    meaning: 'Data folder: database, Temporal’s store, attachments, logs.',
    wanted: notEmpty,
    schema: text,
  },
  {
    name: 'DATABASE_URL',
    fallback: '–',
    meaning:
      'Your own PostgreSQL (`postgres://user:password@host:5432/base`); without it an embedded one runs.',
    wanted: {
      vi: 'một địa chỉ postgres://người-dùng:mật-khẩu@máy:5432/cơ-sở',
      en: 'an address postgres://user:password@host:5432/base',
    },
    schema: z.string().regex(/^postgres(ql)?:\/\/[^/]/),
  },
  {
    name: 'TEMPORAL_ADDRESS',
    fallback: '–',
    meaning: 'Your own Temporal cluster (`host:7233`); without it a local server runs.',
    wanted: { vi: 'một địa chỉ máy:cổng', en: 'an address host:port' },
    schema: z.string().regex(/^[^\s/]+:\d{1,5}$/),
  },
  {
    name: 'TEMPORAL_NAMESPACE',
    fallback: 'default',
    meaning: 'Namespace of the workflows.',
    wanted: notEmpty,
    schema: text,
  },
  {
    name: 'TEMPORAL_API_KEY, TEMPORAL_TLS…',
    fallback: '–',
    meaning: 'Key or certificates of your cluster, as every Temporal program reads them.',
    wanted: notEmpty,
    schema: text,
  },
  {
    name: 'TEMPORAL_CONFIG_FILE, TEMPORAL_PROFILE',
    fallback: '–',
    meaning: 'A Temporal configuration file and the profile in it, instead of single variables.',
    wanted: notEmpty,
    schema: text,
  },
  {
    name: 'CASCADE_TASK_QUEUE',
    fallback: 'cascade',
    meaning: 'Task queue the workers of this installation share.',
    wanted: notEmpty,
    schema: text,
  },
  {
    name: 'CASCADE_TEMPORAL',
    fallback: 'auto',
    meaning:
      'Where the local Temporal server comes from: `auto` tries in turn `path` (installed), `cache`, `download`, `build` (with Go); or the path of a `temporal` file.',
    wanted: {
      vi: 'auto, path, cache, download, build hoặc đường dẫn tuyệt đối tới tệp temporal',
      en: 'auto, path, cache, download, build or the absolute path of a temporal file',
    },
    schema: z.string().regex(/^(auto|path|cache|download|build|\/.+)$/),
  },
  {
    name: 'CASCADE_TEMPORAL_UI_PORT',
    fallback: '–',
    meaning: 'Port for Temporal’s own web page of the local server; without it that page is off.',
    wanted: aPort,
    schema: port,
  },
  {
    name: 'CASCADE_CACHE',
    fallback: '~/.cache/cascade',
    meaning: 'Where a downloaded or built Temporal is kept, shared by all clones.',
    wanted: notEmpty,
    schema: text,
  },
  {
    name: 'HOST',
    fallback: '127.0.0.1',
    meaning: 'Address the API listens on; another than loopback needs `OIDC_*`.',
    wanted: notEmpty,
    schema: text,
  },
  {
    name: 'PUBLIC_URL',
    fallback: '–',
    meaning: 'Address under which people reach the page, where it differs from the one listened on.',
    wanted: anAddress,
    schema: webAddress,
  },
  {
    name: 'SMTP_URL',
    fallback: '–',
    meaning:
      'Your mail server (`smtp://user:password@host:587`, `smtps://…:465`), with `MAIL_FROM`; without it no mail is made (docs/mail.md).',
    wanted: {
      vi: 'một địa chỉ smtp://người-dùng:mật-khẩu@máy:587 hoặc smtps://…',
      en: 'an address smtp://user:password@host:587 or smtps://…',
    },
    schema: z.url({ protocol: /^smtps?$/ }),
  },
  {
    name: 'MAIL_FROM',
    fallback: '–',
    meaning: 'Sender of the daily digests, `Cascade <no-reply@co-quan.gov.vn>`.',
    wanted: { vi: 'một địa chỉ thư', en: 'a mail address' },
    schema: z.string().regex(/@/),
  },
  {
    name: 'CASCADE_DIGEST_AT',
    fallback: '07:30',
    meaning: 'Time of day (Asia/Ho_Chi_Minh) at which the digests of a working day are made.',
    wanted: { vi: 'giờ dạng 07:30', en: 'a time like 07:30' },
    schema: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  },
  {
    name: 'OIDC_ISSUER',
    fallback: '–',
    meaning:
      'Your identity provider, with `OIDC_CLIENT_ID` and `OIDC_CLIENT_SECRET`; without it, example officials sign in.',
    wanted: anAddress,
    schema: webAddress,
  },
  {
    name: 'CASCADE_SESSION_SECRET',
    fallback: '–',
    meaning:
      'Signs session cookies (32 characters or more), the same on every API process; kept in the data folder when absent.',
    wanted: { vi: 'ít nhất 32 ký tự', en: 'at least 32 characters' },
    schema: z.string().min(32),
  },
  {
    name: 'CASCADE_UPLOAD_MB',
    fallback: '20',
    meaning: 'Largest attachment, in megabytes.',
    wanted: { vi: 'một số nguyên từ 1 đến 500', en: 'a whole number from 1 to 500' },
    schema: z.string().regex(/^([1-9]\d?|[1-4]\d\d|500)$/),
  },
  {
    name: 'CASCADE_OFFICE',
    fallback: '–',
    meaning:
      'The `soffice` program of LibreOffice for PDF files, where it is not found by itself; without it letters and reports are .docx and .xlsx only.',
    wanted: { vi: 'đường dẫn tuyệt đối tới tệp soffice', en: 'the absolute path of a soffice file' },
    schema: z.string().regex(/^\/.+/),
  },
  {
    name: 'CASCADE_RATE_FACTOR',
    fallback: '1',
    meaning: 'Multiplies every rate limit of the API.',
    wanted: { vi: 'một số dương', en: 'a positive number' },
    schema: z.string().refine((value) => Number(value) > 0),
  },
  {
    name: 'CASCADE_CACHED_WORKFLOWS',
    fallback: '600',
    meaning: 'Workflows a worker keeps in memory (about 0.2 MB each).',
    wanted: { vi: 'một số nguyên từ 0 đến 20000', en: 'a whole number from 0 to 20000' },
    schema: z
      .string()
      .regex(/^\d+$/)
      .refine((value) => Number(value) <= 20_000),
  },
  {
    name: 'LOG_LEVEL',
    fallback: 'info',
    meaning: '`trace`, `debug`, `info`, `warn`, `error` or `fatal`.',
    wanted: {
      vi: 'trace, debug, info, warn, error hoặc fatal',
      en: 'trace, debug, info, warn, error or fatal',
    },
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']),
  },
];

const HEAD = ['variable', 'default', 'meaning'];

/** The table of settings as the README shows it, aligned as the formatter wants it. */
export function settingsTable(): string {
  const rows = SETTINGS.map(({ name, fallback, meaning }) => {
    const names = name.split(', ').map((single) => `\`${single}\``);
    return [names.join(', '), fallback === '–' ? fallback : `\`${fallback}\``, meaning];
  });
  const widths = HEAD.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`;
  return [line(HEAD), line(['', '', ''], '-'), ...rows.map((row) => line(row))].join('\n');
}

const BEGIN = '<!-- settings: made by npm run settings -->';
const END = '<!-- /settings -->';

/** The page with the present table between its two marks. */
export function withSettingsTable(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The page lacks the marks ${BEGIN} and ${END}.`);
  return `${page.slice(0, begin + BEGIN.length)}\n${settingsTable()}\n${page.slice(end)}`;
}

import type { Response } from 'express';
import type { Problem } from '#model';
import { statusOf } from './problems.ts';
import { sentence } from './sentences.ts';
import type { ProblemDocument, ShownProblem } from './shapes.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu không hợp lệ',
  401: 'Chưa xác thực',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  405: 'Không hỗ trợ phương thức này',
  409: 'Xung đột',
  413: 'Quá lớn',
  415: 'Sai kiểu nội dung',
  422: 'Không thực hiện được',
  429: 'Quá nhiều yêu cầu',
  500: 'Lỗi hệ thống',
  503: 'Tạm thời không phục vụ được',
};

export const show = (one: Problem): ShownProblem => ({
  code: one.code,
  severity: one.severity,
  path: [...one.path],
  params: { ...one.params },
  vi: sentence(one, 'vi'),
  en: sentence(one, 'en'),
});

interface Occurrence {
  readonly requestId: string;
  readonly status?: number;
}

/** `problems` holds at least one; the first names the answer and, unless given, its status. */
export function problemDocument(problems: readonly Problem[], occurrence: Occurrence): ProblemDocument {
  const shown = problems.map(show);
  const first = shown.find((one) => one.severity === 'error') ?? shown[0];
  if (first === undefined) throw new Error('a refusal without a problem');
  const status = occurrence.status ?? statusOf(first.code);
  return {
    type: `/api/problems#${first.code}`,
    title: TITLES[status] ?? 'Lỗi',
    status,
    code: first.code,
    detail: first.vi,
    detailEn: first.en,
    instance: `urn:uuid:${occurrence.requestId}`,
    problems: shown,
  };
}

export function sendProblem(res: Response, document: ProblemDocument): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  // of a file that was to be sent instead
  res.removeHeader('Content-Encoding');
  res.setHeader('Cache-Control', 'no-store');
  res.status(document.status).type('application/problem+json').send(JSON.stringify(document));
}

import { z } from 'zod';
import {
  approveLetter,
  draftLetter,
  getLetter,
  issueLetter,
  type LetterView,
  letterForFile,
  returnLetter,
  saveLetter,
  submitLetter,
  withdrawLetter,
} from '#acts';
import { shownCode } from '#engine';
import { cutAtWord, Directive } from '#model';
import { ok } from '#model/problem';
import { sendBytes, sendStored } from '../../files/download.ts';
import type { FileStore } from '../../files/file-store.ts';
import { MEDIA_TYPES } from '../../files/kinds.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { uuidParams as params } from '../shapes.ts';
import { renderLetter, rendering } from './render.ts';
import * as shapes from './shapes.ts';
import {
  ApprovalBody,
  DraftBody,
  Drafted,
  IssueBody,
  LetterBody,
  ReturnBody,
  SubmissionBody,
  WithdrawalBody,
} from './act-shapes.ts';

const tag = 'letters';
const unsigned = ['letter.signerMissing', 'letter.signerTitleMissing'] as const;
const conflicts = ['letter.notFound', 'letter.conflict', 'letter.wrongState'] as const;

/** Letters of a unit: drawn up from what is known, edited, approved in the house, issued with the next number. */
export const letterRoutes = (store: FileStore): readonly Route[] => [
  route(
    {
      method: 'post',
      path: '/api/letters',
      tag,
      summary:
        'Lập dự thảo văn bản triển khai (hoặc đôn đốc) từ văn bản nhận được; đã có thì mở bản đang soạn',
      scope: 'letters:write',
      body: DraftBody,
      response: Drafted,
      status: 201,
      problems: [
        'campaign.notFound',
        'organisation.notFound',
        'dissemination.notFound',
        'dissemination.notReceived',
        'dissemination.alreadyDone',
        'letter.automatic',
        'letter.nobodyMissing',
      ],
    },
    ({ ctx, body }) => draftLetter(ctx, body),
  ),
  route(
    {
      method: 'get',
      path: '/api/letters/{id}',
      tag,
      summary: 'Một văn bản: nội dung, nguồn từng phần, đường đi, nơi sẽ đến, việc người xem được làm',
      scope: 'read',
      params,
      response: shapes.Letter,
      problems: ['letter.notFound'],
    },
    async ({ ctx, params: { id } }) => {
      const found = await getLetter(ctx, id);
      return found.ok ? ok(shown(found.value)) : found;
    },
  ),
  route(
    {
      method: 'put',
      path: '/api/letters/{id}',
      tag,
      summary: 'Lưu bản thảo; người khác vừa sửa thì báo xung đột',
      scope: 'letters:write',
      params,
      body: LetterBody,
      response: shapes.Saved,
      problems: [...conflicts, 'letter.notEditable', 'letter.numberFromRegister'],
    },
    ({ ctx, params: { id }, body }) => saveLetter(ctx, { letterId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/letters/{id}/submission',
      tag,
      summary: 'Trình duyệt theo quy trình của đơn vị',
      scope: 'letters:write',
      params,
      body: SubmissionBody,
      response: shapes.Moved,
      problems: [...conflicts, ...unsigned, 'letter.nobodyApproves'],
    },
    ({ ctx, params: { id }, body }) => submitLetter(ctx, { letterId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/letters/{id}/approval',
      tag,
      summary: 'Duyệt bước hiện tại; không tự duyệt việc của mình trừ khi đơn vị cho phép',
      scope: 'letters:write',
      params,
      body: ApprovalBody,
      response: shapes.Moved,
      problems: [
        ...conflicts,
        'letter.notApproverForbidden',
        'letter.ownWorkForbidden',
        'letter.alreadyApproved',
      ],
    },
    ({ ctx, params: { id }, body }) => approveLetter(ctx, { letterId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/letters/{id}/return',
      tag,
      summary: 'Trả lại người soạn, nêu lý do',
      scope: 'letters:write',
      params,
      body: ReturnBody,
      response: shapes.Moved,
      problems: [...conflicts, 'letter.notApproverForbidden', 'letter.reasonNeeded'],
    },
    ({ ctx, params: { id }, body }) => returnLetter(ctx, { letterId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/letters/{id}/issue',
      tag,
      summary: 'Phát hành: lấy số của sổ văn bản đi, lưu tệp, chuyển xuống các nơi nhận, trong một giao dịch',
      scope: 'letters:issue',
      params,
      body: IssueBody,
      response: shapes.Issued,
      status: 201,
      problems: [
        ...conflicts,
        ...unsigned,
        'campaign.notRunning',
        'letter.numberTaken',
        'dissemination.alreadyDone',
      ],
    },
    ({ ctx, params: { id }, body }) => issueLetter(ctx, { letterId: id, ...body }, rendering(store)),
  ),
  route(
    {
      method: 'post',
      path: '/api/letters/{id}/withdrawal',
      tag,
      summary: 'Đang trình: rút về để sửa. Bản thảo: hủy',
      scope: 'letters:write',
      params,
      body: WithdrawalBody,
      response: shapes.Moved,
      problems: [...conflicts],
    },
    ({ ctx, params: { id }, body }) => withdrawLetter(ctx, { letterId: id, ...body }),
  ),
  streamRoute(
    {
      method: 'get',
      path: '/api/letters/{id}/file',
      tag,
      summary: 'Tệp Word: bản đã phát hành đúng từng byte, hoặc bản dự thảo như lúc này',
      scope: 'read',
      params,
      response: z.string(),
      content: { response: MEDIA_TYPES.docx },
      problems: [
        'letter.notFound',
        'attachment.altered',
        'documents.templateUnreadable',
        'documents.templateHeavy',
      ],
    },
    async (call) => {
      const { id } = call.params;
      const found = await letterForFile(call.ctx, id);
      if (!found.ok) return found;
      const { letter, template } = found.value;
      const { document, fileSha256: sha256, fileBytes: bytes } = letter;
      const fileName = fileNameOf(document);
      const mediaType = MEDIA_TYPES.docx;
      if (sha256 !== null)
        return sendStored(call, store, { id, fileName, mediaType, bytes: bytes ?? 0, sha256 });
      const rendered = await renderLetter(store, document, template);
      if (!rendered.ok) return rendered;
      return sendBytes(call.res, { fileName: `DỰ THẢO - ${fileName}`, mediaType }, rendered.value);
    },
  ),
];

function shown({ chain, fileSha256, fileBytes, writers: _, obligationIds: __, ...letter }: LetterView) {
  return {
    ...letter,
    sources: { ...letter.sources },
    stepCount: chain.steps.length,
    file: fileSha256 === null ? null : { sha256: fileSha256, bytes: fileBytes ?? 0 },
    steps: letter.steps.map(({ by: _by, onBehalfOf: _on, ...step }) => step),
  };
}

/** `05_UBND-KT.docx`, with the subject where there is no number yet; a code's stroke has no place in a file name. */
function fileNameOf({ codeNumber, codeNotation, system, subject }: z.output<typeof Directive>): string {
  const name = codeNumber === null ? cutAtWord(subject, 80) : shownCode({ codeNumber, codeNotation }, system);
  return `${name.replace(/[/\\:*?"<>|]/g, '_').trim()}.docx`;
}

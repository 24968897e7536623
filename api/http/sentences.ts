import { sentenceFor } from '#model/sentences/index';
import type { Problem } from '#model';

/** Sentences of what HTTP itself refuses; everything else stands in `model/sentences`. */
export const HTTP_SENTENCES: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  'api.unauthenticated': {
    vi: 'Cần đăng nhập, hoặc gửi khóa dịch vụ trong tiêu đề Authorization: Bearer <khóa>.',
    en: 'Sign in, or send a service key in the header Authorization: Bearer <key>.',
  },
  'api.badKey': {
    vi: 'Khóa dịch vụ không đúng hoặc đã bị thu hồi.',
    en: 'The service key is wrong or revoked.',
  },
  'api.crossSite': {
    vi: 'Yêu cầu đến từ trang khác nên bị từ chối; hãy thao tác trên chính trang này.',
    en: 'The request comes from another site and was refused; act on this site itself.',
  },
  'api.noSuchRoute': {
    vi: 'Không có địa chỉ {path}. Danh mục địa chỉ: /api/docs.',
    en: 'There is no {path}. The list of routes is at /api/docs.',
  },
  'api.notFound': {
    vi: 'Không tìm thấy “{value}”, hoặc đơn vị mình không được xem.',
    en: '“{value}” does not exist, or your unit may not see it.',
  },
  'api.methodNotAllowed': {
    vi: 'Địa chỉ này chỉ nhận {allowed}, không nhận {method}.',
    en: 'This address takes {allowed}, not {method}.',
  },
  'api.malformedJson': {
    vi: 'Nội dung gửi lên không phải JSON đúng cú pháp ({at}).',
    en: 'The body is not well-formed JSON ({at}).',
  },
  'api.wrongContentType': {
    vi: 'Gửi nội dung với Content-Type: {expected}.',
    en: 'Send the body with Content-Type: {expected}.',
  },
  'api.tooLarge': {
    vi: 'Nội dung quá lớn: tối đa {limit}.',
    en: 'The body is too large: at most {limit}.',
  },
  'api.tooDeep': {
    vi: 'Nội dung lồng nhau quá {limit} tầng.',
    en: 'The body is nested deeper than {limit} levels.',
  },
  'api.badText': {
    vi: 'Văn bản chứa ký tự không hợp lệ (ký tự rỗng hoặc mã Unicode bị cắt đôi). Xóa ký tự đó rồi gửi lại.',
    en: 'The text holds an invalid character (NUL or half of a Unicode pair). Remove it and send again.',
  },
  'api.required': { vi: 'Thiếu “{field}”.', en: '“{field}” is missing.' },
  'api.wrongType': {
    vi: '“{field}” phải là {expected}.',
    en: '“{field}” must be {expected}.',
  },
  'api.unknownKey': {
    vi: 'Không có trường “{field}” ở đây; bỏ nó đi hoặc xem /api/docs.',
    en: 'There is no field “{field}” here; leave it out or see /api/docs.',
  },
  'api.badFormat': {
    vi: '“{field}” viết sai dạng (cần {expected}).',
    en: '“{field}” is not written as required ({expected}).',
  },
  'api.impossibleDate': {
    vi: '“{field}” là ngày không có trong lịch. Viết dạng năm-tháng-ngày, ví dụ 2024-12-08.',
    en: '“{field}” is a date that does not exist. Write year-month-day, e.g. 2024-12-08.',
  },
  'api.tooShort': { vi: '“{field}” cần ít nhất {limit}.', en: '“{field}” needs at least {limit}.' },
  'api.tooLong': { vi: '“{field}” chỉ được tối đa {limit}.', en: '“{field}” may be at most {limit}.' },
  'api.notAllowed': {
    vi: '“{field}” chỉ nhận một trong: {allowed}.',
    en: '“{field}” takes one of: {allowed}.',
  },
  'api.invalidValue': { vi: '“{field}” không hợp lệ: {reason}.', en: '“{field}” is not valid: {reason}.' },
  'api.idempotencyKeyRequired': {
    vi: 'Thiếu tiêu đề Idempotency-Key. Gửi một mã duy nhất cho mỗi thao tác (ví dụ một UUID); gửi lại cùng mã thì thao tác không bị lặp.',
    en: 'The header Idempotency-Key is missing. Send one unique value per act (e.g. a UUID); repeating it never repeats the act.',
  },
  'api.idempotencyKeyInvalid': {
    vi: 'Idempotency-Key gồm 8 đến 200 ký tự chữ, số hoặc - _ . : .',
    en: 'An Idempotency-Key has 8 to 200 characters: letters, digits or - _ . : .',
  },
  'api.tooManyRequests': {
    vi: 'Quá nhiều yêu cầu; thử lại sau {seconds} giây.',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'api.signInNotConfigured': {
    vi: 'Máy chủ này chưa nối với hệ thống đăng nhập (OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL); khóa dịch vụ vẫn dùng được.',
    en: 'This server has no sign-in provider (OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL); service keys still work.',
  },
  'api.signInFailed': {
    vi: 'Đăng nhập không thành công; mở lại trang và bấm Đăng nhập lần nữa.',
    en: 'The sign-in did not succeed; open the page again and sign in once more.',
  },
  'api.unknownPerson': {
    vi: 'Tài khoản này không có trong danh sách cán bộ, hoặc đã ngừng; hỏi người quản trị của đơn vị.',
    en: 'This account is not among the officials, or is disabled; ask your unit’s administrator.',
  },
  'api.unavailable': {
    vi: 'Hệ thống tạm thời không nối được cơ sở dữ liệu; dữ liệu đã được nhận không mất, hãy thử lại sau giây lát.',
    en: 'The database cannot be reached at the moment; nothing accepted is lost, try again shortly.',
  },
  'api.internal': {
    vi: 'Có lỗi ngoài dự kiến (mã yêu cầu {requestId}). Gửi lại với cùng Idempotency-Key thì không bị làm hai lần.',
    en: 'Something unexpected went wrong (request {requestId}). Sending it again with the same Idempotency-Key never does it twice.',
  },
  'attachment.tooLarge': {
    vi: 'Tệp quá lớn: tối đa {limit}.',
    en: 'The file is too large: at most {limit}.',
  },
  'attachment.notFound': {
    vi: 'Không tìm thấy tệp đính kèm, hoặc đơn vị mình không được xem.',
    en: 'The attachment does not exist, or your unit may not see it.',
  },
  'attachment.missing': {
    vi: 'Gửi đúng một tệp trong trường “file” và loại tệp trong trường “kind” (đặt “kind” trước “file”).',
    en: 'Send exactly one file in the field “file” and its kind in the field “kind” (put “kind” before “file”).',
  },
  'attachment.empty': { vi: 'Tệp “{file}” rỗng.', en: 'The file “{file}” is empty.' },
  'attachment.interrupted': {
    vi: 'Tệp gửi lên bị đứt giữa chừng; hãy gửi lại.',
    en: 'The upload broke off; send it again.',
  },
  'attachment.extension': {
    vi: 'Tệp “{file}” có đuôi không được nhận; chỉ nhận {allowed}.',
    en: 'The file “{file}” has an extension that is not taken; only {allowed}.',
  },
  'attachment.disguised': {
    vi: 'Tệp “{file}” mang đuôi {extension} nhưng nội dung không phải vậy; hãy lưu lại đúng định dạng.',
    en: 'The file “{file}” is named {extension} but its content is not; save it in that format.',
  },
  'attachment.locked': {
    vi: 'Tệp “{file}” đặt mật khẩu, hoặc là tệp kiểu cũ (.doc, .xls) chỉ đổi đuôi. Bỏ mật khẩu, lưu lại thành .{extension} rồi gửi.',
    en: 'The file “{file}” is locked by a password, or an old .doc or .xls under another name. Remove the password, save it as .{extension} and send it.',
  },
  'attachment.noPage': {
    vi: 'Tệp “{file}” không có trang nào; quét hoặc xuất lại rồi gửi.',
    en: 'The file “{file}” has no page; scan or export it again and send it.',
  },
  'attachment.broken': {
    vi: 'Tệp “{file}” bị hỏng hoặc không đầy đủ; mở lại, lưu lại rồi gửi.',
    en: 'The file “{file}” is damaged or incomplete; open it, save it again and send it.',
  },
  'attachment.macro': {
    vi: 'Tệp “{file}” chứa macro; lưu bản không có macro rồi gửi.',
    en: 'The file “{file}” contains macros; save it without them.',
  },
  'attachment.external': {
    vi: 'Tệp “{file}” tham chiếu nội dung bên ngoài; nhúng nội dung vào tệp rồi gửi.',
    en: 'The file “{file}” refers to outside content; embed the content and send it again.',
  },
  'attachment.bomb': {
    vi: 'Tệp “{file}” nén quá mức cho phép (quá nhiều thành phần hoặc quá lớn khi giải nén).',
    en: 'The file “{file}” is compressed beyond limits (too many parts or too large when unpacked).',
  },
  'attachment.notStored': {
    vi: 'Máy chủ không ghi được tệp (ổ đĩa đầy hoặc chỉ đọc). Tệp chưa được nhận, báo cáo vẫn còn: báo người quản trị, rồi gửi lại tệp.',
    en: 'The server cannot write the file (disk full or read-only). It was not taken, the report is unharmed: tell the administrator, then send the file again.',
  },
  'attachment.altered': {
    vi: 'Tệp lưu trữ không còn khớp với mã băm đã ghi; báo ngay cho người quản trị.',
    en: 'The stored file no longer matches its recorded hash; tell the administrator at once.',
  },
};

type Language = 'vi' | 'en';

/** The sentence of a problem in one language, with its parameters filled in. */
export function sentence(one: Problem, language: Language): string {
  const own = HTTP_SENTENCES[one.code];
  if (own === undefined) return sentenceFor(one, language);
  return own[language].replace(/\{(\w+)\}/g, (_, name: string) => String(one.params[name] ?? ''));
}
